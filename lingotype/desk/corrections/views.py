"""The screen of an article's corrections: the form, and below it when each language has each of them."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from lingotype.desk.board.cells import state_of
from lingotype.desk.corrections.form import CorrectionForm
from lingotype.desk.corrections.standing import has_correction, standings
from lingotype.desk.corrections.writing import CannotCorrectError, correct
from lingotype.desk.fresh import fresh, not_modified, tag_of
from lingotype.language.facts import LANGUAGES
from lingotype.newsroom.models import ArticlePage, MadeBy


@require_http_methods(["GET", "HEAD", "POST"])
def corrections(request: HttpRequest, page_id: int) -> HttpResponse:
    """Write a correction, or see where those that were written stand. For whoever may publish this very page."""
    article = get_object_or_404(ArticlePage.objects.select_related("locale"), pk=page_id)
    rights = article.permissions_for_user(request.user)
    if not rights.can_publish():
        raise PermissionDenied
    original = _original(article)
    if original is None or article.made_by not in (MadeBy.ORIGINAL, MadeBy.PEOPLE):
        return _refer(request, original)
    missing = _missing(article, original)
    is_open = article.live and not rights.page_locked() and (article.is_original or missing is not None)
    initial = {"date": missing.value["date"]} if missing is not None else None
    form = CorrectionForm(request.POST or None, initial=initial)
    if request.method == "POST" and is_open and form.is_valid():
        return _write(request, article, form, str(missing.id) if missing is not None else "")
    if request.method == "POST" and not is_open:
        messages.error(request, _("Nothing was written: the article is locked, or readers do not see it."))
    context = {
        "article": article, "form": form, "is_open": is_open, "missing": missing, "original": original,
        "standings": standings(original), "language": LANGUAGES[article.lang], "header_icon": "warning",
        "header_title": _("Corrections"), "breadcrumbs_items": _trail(article),
    }  # fmt: skip
    return render(request, "desk/corrections/screen.html", context)


@require_GET
def rows(request: HttpRequest, page_id: int) -> HttpResponse:
    """Where they stand now, for a page that renews itself; by the same right."""
    article = get_object_or_404(ArticlePage.objects.select_related("locale"), pk=page_id)
    if not article.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    original = _original(article)
    if original is None:
        raise Http404
    tag = tag_of(request, state_of([original.pk]))
    if (known := not_modified(request, tag)) is not None:
        return known
    context = {"article": article, "original": original, "standings": standings(original)}
    return fresh(render_to_string("desk/corrections/standings.html", context, request), tag)


def button(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """In the header of a public original's editor: the way to the form."""
    if page.specific_class is not ArticlePage or not page.live:
        return
    article = page.specific
    if not article.is_original:
        return
    if article.permissions_for_user(user).can_publish():
        url = reverse("desk_corrections", args=[article.pk])
        yield Button(_("Write a correction"), url=url, icon_name="warning", priority=25)


def addresses() -> list[URLPattern]:
    """The screen's addresses in Wagtail's admin."""
    return [
        path("desk/corrections/<int:page_id>/", corrections, name="desk_corrections"),
        path("desk/corrections/<int:page_id>/rows/", rows, name="desk_corrections_rows"),
    ]


def _original(article: ArticlePage) -> ArticlePage | None:
    if article.is_original:
        return article
    originals = ArticlePage.objects.filter(translation_key=article.translation_key, made_by=MadeBy.ORIGINAL)
    found: ArticlePage | None = originals.select_related("locale").first()
    return found


def _missing(article: ArticlePage, original: ArticlePage) -> Any:
    """The first correction of the original that a page by people does not have yet; None on the original itself."""
    if article.is_original:
        return None
    return next((block for block in original.corrections if not has_correction(article, str(block.id))), None)


def _write(request: HttpRequest, article: ArticlePage, form: CorrectionForm, block: str) -> HttpResponse:
    try:
        correct(article, form.cleaned_data["date"], form.cleaned_data["text"], request.user, block)
    except CannotCorrectError:  # taken off a moment ago
        messages.error(request, _("Nothing was written: the article is locked, or readers do not see it."))
    else:
        messages.success(request, _("The correction is public. The other languages follow; see below."))
    return redirect("desk_corrections", article.pk)


def _refer(request: HttpRequest, original: ArticlePage | None) -> HttpResponse:
    messages.info(request, _("A correction is written once, at the original; every language follows it."))
    return redirect("desk_corrections", original.pk) if original is not None else redirect("wagtailadmin_home")


def _trail(article: ArticlePage) -> list[dict[str, Any]]:
    return [
        {"url": reverse("wagtailadmin_pages:edit", args=[article.pk]), "label": article.get_admin_display_title()},
        {"url": "", "label": _("Corrections")},
    ]
