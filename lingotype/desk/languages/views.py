"""The addresses of the screen of languages: the overview, a pair, its route, and its dry runs."""

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from lingotype.desk.fresh import fresh, not_modified, tag_of
from lingotype.desk.languages import runs
from lingotype.desk.languages.engines import engine_rows
from lingotype.desk.languages.figures import WEEKS
from lingotype.desk.languages.pairs import is_able, pair_row, pair_rows, pairs, percent, pointing
from lingotype.desk.languages.rights import may_look, may_steer
from lingotype.desk.languages_panel import cost_in_words
from lingotype.translation.budget import Cost
from lingotype.translation.dry_run.asking import KEPT, DryRunRefusedError, ask, offers, plan
from lingotype.translation.models import DryRun
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.rerouting import RouteRefusedError, as_the_file_says, order_to_change, reroute

WISHES = ("add", "first", "up", "down", "remove")
"""What the buttons of a route ask for, beside the settings file's own order."""


@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """The engines, and every pair."""
    _look(request)
    context = {
        "header_title": _("Languages"), "header_icon": "wagtail-localize-language",
        "breadcrumbs_items": [{"url": "", "label": _("Languages")}],
        "engines": engine_rows(), "rows": pair_rows(), "weeks": WEEKS,
    }  # fmt: skip
    return render(request, "desk/languages/overview.html", context)


@require_GET
def pair(request: HttpRequest, source: str, target: str) -> HttpResponse:
    """One pair: its route, its figures, and the dry runs of it."""
    _look(request)
    asked = _pair(source, target)
    row, counted = pair_row(asked)
    names = [step.name for step in row.steps]
    title, is_steering = row.title, may_steer(request.user)
    held = [(name, tally.made, percent(tally.share_held)) for name, tally in sorted(counted.engines.items())]
    context = {
        "header_title": title, "header_icon": "wagtail-localize-language",
        "breadcrumbs_items": [*_trail(), {"url": "", "label": title}],
        "row": row, "weeks": WEEKS, "by_engine": held, "may_steer": is_steering, "runs": _runs(asked),
        "others": [name for name in settings.LINGOTYPE.engines if name not in names and is_able(name, asked)],
        "move_url": f"{reverse('desk_pair', args=[source, target])}move/999999/",
        **(_of_a_dry_run(asked, names) if is_steering else {}),
    }  # fmt: skip
    return render(request, "desk/languages/pair.html", context)


def _runs(asked: LanguagePair) -> QuerySet[DryRun]:
    """The pair's last, the newest first."""
    of_pair = DryRun.objects.filter(source=asked.source, target=asked.target).select_related("asked_by")
    return of_pair.order_by("-asked_at", "-pk")[:KEPT]


def _of_a_dry_run(asked: LanguagePair, route_names: list[str]) -> dict[str, Any]:
    """What the next would be sent and cost."""
    planned = plan(asked.source)
    found = offers(asked, planned.characters)
    return {
        "plan": planned,
        "size": cost_in_words(Cost(planned.characters)),
        "offers": [(offer, cost_in_words(offer.cost)) for offer in found],
        "chosen": _first_two(route_names, [offer.name for offer in found]),
    }


@require_POST
def route(request: HttpRequest, source: str, target: str) -> HttpResponse:
    """Change the order by one button: an engine up, down, first, in or out, or all as the settings file says."""
    _steer(request)
    asked = _pair(source, target)
    back = redirect("desk_pair", source, target)
    wish, _sign, name = request.POST.get("do", "").partition(":")
    name = name or request.POST.get("engine", "")
    if wish == "file":
        as_the_file_says(asked)
        messages.success(request, _("The route is as the settings file says."))
        return back
    if wish not in WISHES:
        return HttpResponse(status=400)
    try:
        with transaction.atomic():
            moved = _moved(order_to_change(asked), wish, name)
            if moved is not None:
                reroute(asked, moved, request.user)
    except RouteRefusedError as error:
        messages.error(request, _("The route stays as it was: {reason}.").format(reason=error.reason))
        return back
    if moved is None:
        messages.error(request, _("There is no such engine in this route any more."))
    else:
        messages.success(request, _("The route is now: {engines}.").format(engines=", ".join(moved)))
    return back


@require_POST
def move(request: HttpRequest, source: str, target: str, engine: str) -> HttpResponse:
    """Put an engine at a position of the order: what Wagtail's own list sends when something was dragged."""
    _steer(request)
    asked = _pair(source, target)
    position = request.GET.get("position", "")
    with transaction.atomic():
        order = order_to_change(asked)
        if engine not in order or not position.isdecimal() or len(position) > 4:
            return HttpResponse(_("There is no such engine in this route any more."), status=400)
        order.remove(engine)
        order.insert(int(position), engine)
        reroute(asked, order, request.user)
    return HttpResponse(status=204)


@require_POST
def dry_run(request: HttpRequest, source: str, target: str) -> HttpResponse:
    """Have a worker try two engines."""
    _steer(request)
    asked = _pair(source, target)
    try:
        run = ask(asked, [request.POST.get("first", ""), request.POST.get("second", "")], request.user)
    except DryRunRefusedError as error:
        messages.error(request, _("No dry run: {reason}.").format(reason=error.reason))
        return redirect("desk_pair", source, target)
    return redirect("desk_dry_run", run.pk)


@require_GET
def run(request: HttpRequest, run_id: int) -> HttpResponse:
    """One dry run."""
    _look(request)
    found = get_object_or_404(DryRun.objects.select_related("asked_by"), pk=run_id)
    names = pointing(found.source, found.target)
    title = f"{_('Dry run')}: {names}"
    context = {
        "header_title": title, "header_icon": "wagtail-localize-language",
        "breadcrumbs_items": [
            *_trail(),
            {"url": reverse("desk_pair", args=[found.source, found.target]), "label": names},
            {"url": "", "label": title},
        ],
        **_of_run(found, request),
    }  # fmt: skip
    return render(request, "desk/languages/run.html", context)


@require_GET
def run_state(request: HttpRequest, run_id: int) -> HttpResponse:
    """What a dry run has come to, as HTML; “not modified” while nothing has happened."""
    _look(request)
    found = get_object_or_404(DryRun, pk=run_id)
    tag = tag_of(request, runs.state_of(found))
    if (known := not_modified(request, tag)) is not None:
        return known
    html = render_to_string("desk/languages/run_results.html", _of_run(found, request), request)
    said = _("The dry run has come further.") if "If-None-Match" in request.headers else ""
    return fresh(html, tag, said)


def _of_run(found: DryRun, request: HttpRequest) -> dict[str, Any]:
    rows = list(found.articles.order_by("order"))
    articles = runs.tried(found, rows)
    return {
        "run": found, "articles": articles, "totals": runs.totals(found, rows), "busy": runs.is_busy(found),
        "made": sum(one.is_made for one in articles), "may_steer": may_steer(request.user),
    }  # fmt: skip


def _moved(order: list[str], wish: str, name: str) -> list[str] | None:
    """The order after that wish; None where the engine is not in it any more."""
    if wish == "add":
        return [*order, name]
    if wish == "first":
        return [name, *(other for other in order if other != name)]
    if name not in order:
        return None
    at = order.index(name)
    rest = order[:at] + order[at + 1 :]
    if wish != "remove":
        rest.insert(max(0, at - 1) if wish == "up" else at + 1, name)
    return rest


def _first_two(route_names: list[str], able: list[str]) -> list[str]:
    """What the form of a dry run begins with: the best of the route, and the next that comes to mind."""
    return [*(name for name in route_names if name in able), *(name for name in able if name not in route_names)][:2]


def _look(request: HttpRequest) -> None:
    if not may_look(request.user):
        raise PermissionDenied


def _steer(request: HttpRequest) -> None:
    if not may_steer(request.user):
        raise PermissionDenied


def _pair(source: str, target: str) -> LanguagePair:
    """That pair of this newsroom, or nothing."""
    asked = LanguagePair(source, target)
    if asked not in pairs():
        raise Http404
    return asked


def _trail() -> list[dict[str, str]]:
    return [{"url": reverse("desk_pairs"), "label": _("Languages")}]


class LanguagesItem(MenuItem):
    """The screen in the menu, for those who may see it."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this user may look."""
        return may_look(request.user)


def menu_item() -> MenuItem:
    """Below the board."""
    return LanguagesItem(
        gettext_lazy("Languages"), reverse("desk_pairs"), name="desk-pairs",
        icon_name="wagtail-localize-language", order=60,
    )  # fmt: skip


def addresses() -> list[URLPattern]:
    """The screen's addresses in Wagtail's admin."""
    return [
        path("desk/languages/", overview, name="desk_pairs"),
        path("desk/languages/run/<int:run_id>/", run, name="desk_dry_run"),
        path("desk/languages/run/<int:run_id>/state/", run_state, name="desk_dry_run_state"),
        path("desk/languages/<str:source>/<str:target>/", pair, name="desk_pair"),
        path("desk/languages/<str:source>/<str:target>/route/", route, name="desk_pair_route"),
        path("desk/languages/<str:source>/<str:target>/move/<path:engine>/", move, name="desk_pair_move"),
        path("desk/languages/<str:source>/<str:target>/dry-run/", dry_run, name="desk_pair_dry_run"),
    ]
