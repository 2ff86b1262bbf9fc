"""The address of the table of an article's languages: as it is now, and what its buttons ask for."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lingotype.desk.board.acting import ACTIONS, Action, act
from lingotype.desk.board.cells import state_of
from lingotype.desk.fresh import fresh, not_modified, tag_of
from lingotype.desk.languages_panel import panel_context
from lingotype.language.facts import LANGUAGES
from lingotype.newsroom.models import ArticlePage, MadeBy

OFFERED = ("translate", "hold")
"""The board's actions that the table has buttons for."""


@require_http_methods(["GET", "HEAD", "POST"])
def languages(request: HttpRequest, page_id: int) -> HttpResponse:
    """For whoever may edit the original; each language is asked of by its own right, as on the board."""
    originals = ArticlePage.objects.filter(made_by=MadeBy.ORIGINAL).select_related("locale")
    article: ArticlePage = get_object_or_404(originals, pk=page_id)
    if not article.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    if request.method == "POST":
        action = ACTIONS.get(request.POST.get("action", ""))
        if action is None or action.code not in OFFERED:
            return HttpResponse(status=400)
        said = _ask(action, article, request.POST.get("lang", ""), request.user)
        return fresh(_table(article, request), said=said)
    tag = tag_of(request, state_of([article.pk]))
    return not_modified(request, tag) or fresh(_table(article, request), tag)


def _ask(action: Action, article: ArticlePage, lang: str, user: Any) -> str:
    """Ask it, and say in one line what came of it."""
    outcome = act(action, [(article.pk, lang)], user)
    language = LANGUAGES[lang].name if lang in LANGUAGES else lang[:12]
    if outcome.done:
        return _("{language}: {action}: asked for.").format(language=language, action=action.label)
    return _("{language}: {action}: not done: {reason}.").format(
        language=language, action=action.label, reason="; ".join(map(str, outcome.refused))
    )


def _table(article: ArticlePage, request: HttpRequest) -> str:
    return render_to_string("desk/languages_table.html", panel_context(article, request.user), request)


def addresses() -> list[URLPattern]:
    """The address in Wagtail's admin."""
    return [path("desk/languages/<int:page_id>/", languages, name="desk_languages")]
