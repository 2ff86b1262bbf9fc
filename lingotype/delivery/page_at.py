"""From a reader's address to a page of the tree, in one query, whatever the size of the paper.

Wagtail walks down the tree, asking the database at each step; every public address of ours is a language and slugs.
A worker keeps the places that it has found: each has a page and two feeds, and every new article changes them all.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from wagtail.models import Page

from lingotype.delivery import reads
from lingotype.delivery.fragments import are_kept, fragment
from lingotype.newsroom.models import EditionPage, FrontPage, SectionPage
from lingotype.newsroom.models.article import SIDE_BY_SIDE
from lingotype.newsroom.serving import path_of

_DEEPEST = 8
"""Levels of the tree: static pages may stand below each other."""
_KINDS = (("frontpage",), ("sectionpage", "editionpage", "staticpage"), ("articlepage", "staticpage"), ("staticpage",))
"""What stands at each level below a language, and further down: each kind that is asked for makes the query longer."""
PLACES = (FrontPage, SectionPage, EditionPage)
"""Pages that list articles."""
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
    """The public page at a path below a language, as what it is; None when there is none. Nobody may change it."""
    if not are_kept() or path.count("/") > 1:
        return _found(lang, path)
    try:
        return fragment(("place", lang, path), lambda: _place(lang, path))
    except _NoPlaceError as no_place:
        return no_place.page


class _NoPlaceError(Exception):
    """What stands there is nothing to keep: another page, or none."""

    def __init__(self, page: Page | None) -> None:
        super().__init__()
        self.page = page


def _place(lang: str, path: str) -> Page:
    found = _found(lang, path)
    if not isinstance(found, PLACES):
        raise _NoPlaceError(found)
    reads.note(reads.page_key(found.pk))
    return found


def _found(lang: str, path: str) -> Page | None:
    slugs = path.split("/")[:-1]
    if (path and not path.endswith("/")) or len(slugs) > _DEEPEST or not all(slugs):
        return None
    rows = Page.objects.live().filter(depth=len(slugs) + 2, locale__language_code=lang)
    if slugs:
        rows = rows.filter(slug=slugs[-1])
    kinds = _KINDS[min(len(slugs), len(_KINDS) - 1)]
    beside = _BESIDE if "articlepage" in kinds else ()
    for row in rows.order_by().select_related("locale", *kinds, *beside):
        kind = next((kind for kind in kinds if hasattr(row, kind)), None)
        if kind and path_of(lang, row.url_path) == f"/{lang}/{path}":
            found: Page = getattr(row, kind)
            found.locale = row.locale
            return found
    return None
