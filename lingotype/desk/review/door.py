"""Who gets in: each address asks Wagtail whether this person may edit this very page, whatever a menu shows."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from wagtail.admin import messages

from lingotype.desk.review.texts import translation_of, waiting_of
from lingotype.newsroom.models import ArticlePage

View = Callable[..., HttpResponse]


def of_a_translation(view: View) -> View:
    """Give the view the waiting translation, if this person may edit its page; what changes something asks for more."""

    @wraps(view)
    def checked(request: HttpRequest, page_id: int, **rest: Any) -> HttpResponse:
        page = get_object_or_404(ArticlePage.objects.select_related("locale"), pk=page_id)
        may = page.permissions_for_user(request.user)
        if not may.can_edit():
            return refused(request, _("You cannot edit this language version."), 403)
        translation = None if page.is_original or page.alias_of_id else translation_of(page)
        if translation is None:
            messages.warning(request, _("There is nothing to review here: nothing translates this page."))
            return redirect("wagtailadmin_pages:edit", page.pk)
        if request.method == "POST" and may.page_locked() and not getattr(view, "is_harmless", False):
            return refused(request, _("The page is locked: nothing was written."), 423)
        return view(request, waiting_of(page, translation), **rest)

    return checked


def harmless(view: View) -> View:
    """Marks a view that changes no text: a lock does not stop it."""
    view.is_harmless = True  # type: ignore[attr-defined]  # a function's own note about itself
    return view


def is_script(request: HttpRequest) -> bool:
    """Whether the screen's script asks, rather than a form without it."""
    return "application/json" in request.headers.get("Accept", "")


def refused(request: HttpRequest, reason: str, status: int) -> HttpResponse:
    """Say no, and why."""
    if is_script(request):
        return JsonResponse({"message": reason}, status=status)
    context = {"reason": reason, "header_title": _("Review"), "header_icon": "warning"}
    return render(request, "desk/review/refused.html", context, status=status)
