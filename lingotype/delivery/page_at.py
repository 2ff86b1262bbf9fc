"""From a reader's address to a page of the tree, in one query, whatever the size of the paper.

Wagtail walks down the tree, asking the database at each step; every public address of ours is a language and slugs.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from wagtail.models import Page

from lingotype.newsroom.models.article import SIDE_BY_SIDE
from lingotype.newsroom.serving import path_of

_DEEPEST = 8
"""Levels of the tree: static pages may stand below each other."""
_KINDS = ("frontpage", "sectionpage", "editionpage", "staticpage", "articlepage")
_BESIDE = ("articlepage__lead_image", "articlepage__read_next", "articlepage__reader_thanks")


def page(request: HttpRequest, path: str = "") -> HttpResponse:
    """Answer the page at that path below a language, or a translation beside its original."""
    lang = get_language() or ""
    found, view = public_page(lang, path), ""
    if found is None and path.endswith(f"/{SIDE_BY_SIDE}/"):
        found, view = public_page(lang, path.removesuffix(f"{SIDE_BY_SIDE}/")), SIDE_BY_SIDE
        if found is not None and getattr(found, "is_original", True):
            found = None
    if found is None:
        raise Http404
    answer: HttpResponse = found.serve(request, view=view)
    return answer


def public_page(lang: str, path: str) -> Page | None:
    """The public page at a path below a language, as what it is; None when there is none."""
    slugs = path.split("/")[:-1]
    if (path and not path.endswith("/")) or len(slugs) > _DEEPEST or not all(slugs):
        return None
    rows = Page.objects.live().filter(depth=len(slugs) + 2, locale__language_code=lang)
    if slugs:
        rows = rows.filter(slug=slugs[-1])
    for row in rows.select_related("locale", *_KINDS, *_BESIDE):
        kind = next((kind for kind in _KINDS if hasattr(row, kind)), None)
        if kind and path_of(lang, row.url_path) == f"/{lang}/{path}":
            found: Page = getattr(row, kind)
            found.locale = row.locale
            return found
    return None
