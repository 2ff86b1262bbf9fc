"""The screen's addresses. Each asks first whether this editor may edit this very article; none does heavy work."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin import messages

from lingotype.desk.originals.deciding import CannotDecideError, accept, dismiss, undo
from lingotype.desk.originals.screen import screen_of, state_of, summary
from lingotype.importing.models import SourceText
from lingotype.importing.originals.wishes import (
    KINDS,
    ArticleSource,
    RefusedTextError,
    forget,
    is_busy,
    sources_of,
    want_given,
    want_page,
)
from lingotype.newsroom.models import ArticlePage

View = Callable[..., HttpResponse]


def of_an_original(view: View) -> View:
    """Give the view the article, if it was written here and this editor may change it."""

    @wraps(view)
    def checked(request: HttpRequest, page_id: int, **rest: Any) -> HttpResponse:
        article = get_object_or_404(ArticlePage, pk=page_id)
        if not article.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        if not article.is_original or article.alias_of_id:
            messages.warning(request, _("A translation has no sources of its own: open the original article."))
            return redirect("wagtailadmin_pages:edit", article.pk)
        if request.method == "POST" and article.permissions_for_user(request.user).page_locked():
            messages.error(request, _("The article is locked: nothing was written."))
            return redirect("desk_originals", article.pk)
        return view(request, article, **rest)

    return checked


@require_GET
@of_an_original
def originals(request: HttpRequest, article: ArticlePage) -> HttpResponse:
    """The screen."""
    screen = screen_of(article)
    title = _("Originals")
    trail = [
        {"url": reverse("wagtailadmin_explore", args=[article.get_parent().pk]), "label": article.get_parent().title},
        {"url": reverse("wagtailadmin_pages:edit", args=[article.pk]), "label": article.get_admin_display_title()},
        {"url": "", "label": title},
    ]
    context = {
        "article": article, "screen": screen, "summary": summary(screen), "breadcrumbs_items": trail,
        "header_title": title, "header_icon": "openquote",
    }  # fmt: skip
    return render(request, "desk/originals/screen.html", context)


@require_GET
@of_an_original
def state(_request: HttpRequest, article: ArticlePage) -> JsonResponse:
    """Whether workers are at it, and a text that changes when they have done something."""
    rows = SourceText.objects.filter(article=article).defer("given", "text", "translations", "proposals")
    return JsonResponse({"state": state_of(article), "busy": any(is_busy(row, article) for row in rows)})


@require_POST
@of_an_original
def fetch(_request: HttpRequest, article: ArticlePage, source: str) -> HttpResponse:
    """Write down that the source's page is wanted."""
    found = _source(article, source)
    if not found.can_be_fetched:
        raise Http404(source)
    want_page(article, found)
    return _back(article, "sources")


@require_POST
@of_an_original
def give(request: HttpRequest, article: ArticlePage, source: str) -> HttpResponse:
    """Take a text that was pasted or uploaded, for a worker to read."""
    reasons = {
        "empty": _("There is no text: paste it, or choose a file."),
        "large": _("The text is larger than 2 MB: give only the article."),
        "kind": _("Only files that end in {kinds} can be read.").format(kinds=", ".join(KINDS)),
    }
    file = request.FILES.get("file")
    try:
        if file is not None:
            want_given(article, _source(article, source), file.read(2_000_001), file.name or "")
        else:
            want_given(article, _source(article, source), request.POST.get("text", "").encode(), "pasted.txt")
    except RefusedTextError as error:
        messages.error(request, reasons[str(error)])
    return _back(article, "sources")


@require_POST
@of_an_original
def throw_away(_request: HttpRequest, article: ArticlePage, source: str) -> HttpResponse:
    """Forget a source's text."""
    forget(article, source)
    return _back(article, "sources")


@require_POST
@of_an_original
def decide(request: HttpRequest, article: ArticlePage, key: str) -> HttpResponse:
    """Accept a proposal, dismiss them all, or take that back; then go to the next quotation."""
    wish, _sign, place = request.POST.get("decision", "").partition(":")
    try:
        if wish == "accept":
            start, end, source = place.split(":", 2)
            accept(article, request.user, key, source, (int(start), int(end)))
        elif wish == "dismiss":
            dismiss(article, key)
        elif wish == "undo":
            undo(article, request.user, key)
    except ValueError:
        return HttpResponse(status=400)
    except CannotDecideError as error:
        messages.error(request, str(error))
        return _back(article, f"quotation-{key}")
    onwards = key if wish == "undo" else request.POST.get("next", key)
    return _back(article, f"quotation-{onwards}")


def addresses() -> list[URLPattern]:
    """The screen's addresses in Wagtail's admin."""
    return [
        path("desk/originals/<int:page_id>/", originals, name="desk_originals"),
        path("desk/originals/<int:page_id>/state/", state, name="desk_originals_state"),
        path("desk/originals/<int:page_id>/source/<path:source>/fetch/", fetch, name="desk_originals_fetch"),
        path("desk/originals/<int:page_id>/source/<path:source>/text/", give, name="desk_originals_give"),
        path("desk/originals/<int:page_id>/source/<path:source>/forget/", throw_away, name="desk_originals_forget"),
        path("desk/originals/<int:page_id>/quotation/<slug:key>/", decide, name="desk_originals_decide"),
    ]


def _source(article: ArticlePage, name: str) -> ArticleSource:
    version: ArticlePage = article.get_latest_revision_as_object()
    found = next((one for one in sources_of(version) if one.id == name), None)
    if found is None:
        raise Http404(name)
    return found


def _back(article: ArticlePage, place: str) -> HttpResponse:
    return redirect(f"{reverse('desk_originals', args=[article.pk])}#{place}")
