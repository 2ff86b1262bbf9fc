"""An original goes off in every language: only those who publish in all of these may take it off or delete it."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page

from lingotype.desk.rights import rights_of
from lingotype.language.facts import LANGUAGES
from lingotype.newsroom.models import ArticlePage, MadeBy

_BULK = ("delete", "unpublish")


def before_taking_off(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Refuse to unpublish or delete a page that would take others off which are not this user's."""
    return _refused(request, [page])


def before_bulk_action(request: HttpRequest, action_type: str, pages: list[Page], _action: Any) -> HttpResponse | None:
    """The same for a list of pages."""
    return _refused(request, pages) if action_type in _BULK else None


def languages_in_the_way(user: Any, pages: Iterable[Page]) -> list[str]:
    """Languages in which readers would lose an article with these pages, and the user may not publish."""
    own = rights_of(user).published
    if user.is_superuser:
        return []
    found: set[str] = set()
    for page in pages:
        originals = ArticlePage.objects.descendant_of(page, inclusive=True).filter(made_by=MadeBy.ORIGINAL)
        lost = ArticlePage.objects.live().filter(translation_key__in=originals.values("translation_key"))
        others = lost.exclude(locale__language_code__in=own).order_by()
        found.update(others.values_list("locale__language_code", flat=True).distinct())
    return sorted(found)


def _refused(request: HttpRequest, pages: Iterable[Page]) -> HttpResponse | None:
    codes = languages_in_the_way(request.user, pages)
    if not codes:
        return None
    names = ", ".join(LANGUAGES[code].name if code in LANGUAGES else code for code in codes)
    said = _("Its translations would go off with it, and you may not publish in {languages}: ask an editor.")
    messages.error(request, said.format(languages=names))
    return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_home"))
