"""The board's addresses: the screen, its rows as they are now, and what is done to chosen cells."""

import hashlib
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import URLPattern, path, reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.permissions import page_permission_policy

from lingotype.desk.board.acting import ACTIONS, Chosen, Outcome, act
from lingotype.desk.board.asked import ALL, MINE, STANDINGS, Asked, read_asked
from lingotype.desk.board.cells import rows_of, sections_by_key, state_of
from lingotype.desk.board.finding import A_PAGE, MOST_COUNTED, counts, find
from lingotype.desk.rights import LanguageRights, rights_of
from lingotype.language.facts import LANGUAGES


def may_see(user: Any) -> bool:
    """Whether the board is for this user: whoever writes, edits or publishes anything."""
    return bool(page_permission_policy.user_has_any_permission(user, {"add", "change", "publish"}))


@require_GET
def board(request: HttpRequest) -> HttpResponse:
    """The screen."""
    if not may_see(request.user):
        raise PermissionDenied
    asked, rights = read_asked(request.GET), rights_of(request.user)
    chosen, languages = _languages(asked, rights)
    found = find(asked, languages, request.user)
    sections = sections_by_key(get_language() or "")
    context = {
        "header_title": _("Board"), "header_icon": "table", "breadcrumbs_items": [{"url": "", "label": _("Board")}],
        "asked": asked, "languages": [LANGUAGES[code] for code in languages], "lang": chosen,
        "rows": rows_of(found.articles, languages, rights.edited, sections),
        "tabs": _tabs(asked, languages), "sections": sections.items(),
        "choices": [LANGUAGES[code] for code in settings.LINGOTYPE.readers if code in rights.fronts],
        "has_own": _has_own(rights), "actions": _actions(request.user, rights),
        "engines": list(settings.LINGOTYPE.engines),
        "older": asked.address(older=found.older) if found.older else "",
        "newer": asked.address(newer=found.newer) if found.newer else "",
        "here": request.get_full_path(),
    }  # fmt: skip
    return render(request, "desk/board/board.html", context)


@require_GET
def rows(request: HttpRequest) -> HttpResponse:
    """The rows of some articles as they are now, as HTML by their ids; “not modified” while nothing has happened."""
    if not may_see(request.user):
        raise PermissionDenied
    articles = [int(pk) for pk in request.GET.get("articles", "").split(",") if pk.isdecimal() and len(pk) < 19]
    shown = articles[:A_PAGE]
    asked = read_asked(request.GET)
    # Whatever else a row depends on is this user's own.
    facts = f"{state_of(shown)} {shown} {asked.lang} {get_language()} {request.user.pk}"
    tag = f'W/"{hashlib.sha256(facts.encode()).hexdigest()[:32]}"'
    if request.headers.get("If-None-Match") == tag:
        return HttpResponseNotModified(headers={"ETag": tag})
    rights = rights_of(request.user)
    languages = _languages(asked, rights)[1]
    made = rows_of(shown, languages, rights.edited, sections_by_key(get_language() or ""))
    names = [LANGUAGES[code] for code in languages]
    html = {
        row.article.pk: render_to_string("desk/board/row.html", {"row": row, "languages": names}, request)
        for row in made
    }
    return JsonResponse({"rows": html}, headers={"ETag": tag})


@require_POST
def do(request: HttpRequest) -> HttpResponse:
    """Do something to the chosen cells, say what came of it, and go back."""
    action = ACTIONS.get(request.POST.get("action", ""))
    engine = request.POST.get("engine", "")
    if not may_see(request.user) or action is None:
        raise PermissionDenied
    back = get_valid_next_url_from_request(request) or reverse("desk_board")
    chosen = _chosen(request.POST)
    if not chosen:
        messages.warning(request, _("Nothing was chosen: tick languages or whole articles first."))
    elif action.takes_engine and engine not in settings.LINGOTYPE.engines:
        messages.warning(request, _("Choose an engine first."))
    else:
        _say(request, str(action.label), act(action, chosen, request.user, engine))
    return redirect(back)


def addresses() -> list[URLPattern]:
    """The board's addresses in Wagtail's admin."""
    return [
        path("desk/board/", board, name="desk_board"),
        path("desk/board/rows/", rows, name="desk_board_rows"),
        path("desk/board/do/", do, name="desk_board_do"),
    ]


def _languages(asked: Asked, rights: LanguageRights) -> tuple[str, Sequence[str]]:
    """What is chosen in the field of languages, and those to show. A translator begins with their own."""
    readers = [code for code in settings.LINGOTYPE.readers if code in rights.fronts]
    chosen = asked.lang if asked.lang in (MINE, ALL, *readers) else MINE if _has_own(rights) else ALL
    if chosen in readers:
        return chosen, [chosen]
    own = [code for code in readers if code in rights.edited]
    return (MINE, own) if chosen == MINE and own else (ALL, readers)


def _has_own(rights: LanguageRights) -> bool:
    readers = set(settings.LINGOTYPE.readers)
    return bool(readers & rights.edited) and not readers <= rights.edited


def _tabs(asked: Asked, languages: Sequence[str]) -> list[dict[str, Any]]:
    numbers = counts(languages)
    first = {"label": _("All"), "url": asked.address(state=""), "is_current": not asked.standing, "count": ""}
    return [
        first,
        *(
            {
                "label": label, "url": asked.address(state=kind), "is_current": asked.standing == kind,
                "count": f"{MOST_COUNTED - 1}+" if numbers[kind] == MOST_COUNTED else str(numbers[kind]),
            }
            for kind, label in STANDINGS.items()
        ),
    ]  # fmt: skip


def _actions(user: Any, rights: LanguageRights) -> list[dict[str, Any]]:
    """The buttons that this user may need somewhere."""
    return [
        {"action": action}
        for action in ACTIONS.values()
        if (rights.published if action.needs_publishing else rights.edited)
    ]


def _chosen(form: QueryDict) -> list[Chosen]:
    cells = [cell.split(":", 1) for cell in form.getlist("cell") if ":" in cell]
    return [(int(article), lang) for article, lang in cells if article.isdecimal() and len(article) < 19]


def _say(request: HttpRequest, action: str, outcome: Outcome) -> None:
    if outcome.done:
        said = ngettext("{action}: asked for {count} translation.", "{action}: asked for {count} translations.",
                        outcome.done)  # fmt: skip
        messages.success(request, said.format(action=action, count=outcome.done))
    if outcome.refused:
        count = sum(outcome.refused.values())
        reasons = "; ".join(f"{reason} ({number})" for reason, number in outcome.refused.items())
        said = ngettext("{action}: not for {count}: {reasons}.", "{action}: not for {count}: {reasons}.", count)
        messages.warning(request, said.format(action=action, count=count, reasons=reasons))
