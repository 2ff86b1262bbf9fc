"""Every public address of the paper, by language: one list for site maps and for copies of the site.

A constant number of queries, however many articles and languages there are.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.db.models import F, Func, IntegerField, Max, QuerySet
from django.db.models.functions import Substr
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from lingotype.delivery.corrections import corrections_url
from lingotype.delivery.removed_languages import is_in_removed_language
from lingotype.delivery.teasers import person_url, tag_url
from lingotype.newsroom.models import ArticlePage, EditionPage, FrontPage, MadeBy, SectionPage, StaticPage
from lingotype.newsroom.serving import path_of

PART = 1_000
"""Record numbers that one part of a language's articles spans. Each has a site map of its own, and a new article
touches one. With seven languages such a map has up to a megabyte, and is made in the memory of a page: one of
50,000 addresses, which the protocol allows, would take fifty times as much."""


@dataclass(slots=True)
class Versions:
    """One page in every language in which it is public, by code. Lists without articles are not counted."""

    paths: dict[str, str] = field(default_factory=dict)
    changed: dict[str, datetime | None] = field(default_factory=dict)
    """When what it shows was last published; None where nobody knows."""
    original: str = ""
    """For articles, the language that the newsroom wrote it in."""

    def add(self, code: str, path: str, changed: datetime | None) -> None:
        """It is public in that language, too."""
        self.paths[code], self.changed[code] = path, changed


@dataclass(frozen=True, slots=True)
class Address:
    """One public page in one language."""

    code: str
    versions: Versions

    @property
    def path(self) -> str:
        """Where it is."""
        return self.versions.paths[self.code]

    @property
    def changed(self) -> datetime | None:
        """When what it shows was last published; None where nobody knows."""
        return self.versions.changed[self.code]


class Addresses:
    """The addresses of one language: lists and static pages first, then articles, part by part, the oldest first."""

    def __init__(self, code: str, places: list[Address], parts: Mapping[int, datetime | None], size: int) -> None:
        self.code = code
        self.places = places
        self.parts = parts
        """The parts in which there are articles, by number, with when one of them was last published."""
        self._size = size

    @property
    def changed(self) -> datetime | None:
        """When a list or a static page was last published."""
        return max((place.changed for place in self.places if place.changed), default=None)

    def __iter__(self) -> Iterator[Address]:
        yield from self.places
        for number in self.parts:
            yield from articles_of_part(self.code, number, self._size)


def public_addresses(size: int = PART) -> dict[str, Addresses]:
    """The addresses of every language that has a public front page, by code; `size` is that of a part."""
    found: dict[str, list[Address]] = {}
    lists = (*_lists("tags__slug", tag_url), *_lists("article_authors__person__slug", person_url))
    for versions in (*_pages(), *lists, _corrections()):
        for code in versions.paths:
            found.setdefault(code, []).append(Address(code, versions))
    parts: dict[str, dict[int, datetime | None]] = {}
    number = Func(F("pk"), template=f"(%(expressions)s / {size:d})", output_field=IntegerField())
    rows = _live().annotate(part=number).values_list("locale__language_code", "part")
    for code, part, changed in rows.annotate(Max("last_published_at")).order_by("part"):
        parts.setdefault(code, {})[part] = changed
    return {code: Addresses(code, found.get(code, []), parts.get(code, {}), size) for code in _fronts()}


def part_of(pk: int, size: int = PART) -> int:
    """The part in which an article stands, by its number: it never changes, whatever else comes and goes."""
    return pk // size


def _live() -> "QuerySet[ArticlePage]":
    articles: QuerySet[ArticlePage] = ArticlePage.objects.live()
    return articles.filter(locale__language_code__in=settings.LINGOTYPE.languages).order_by()


def _pages() -> Iterator[Versions]:
    """Fronts, sections with articles, editions and static pages, in the tree's order."""
    newest = {
        path: changed
        for depth in (2, 3)
        for path, changed in _live()
        .values_list(Substr("path", 1, depth * Page.steplen))
        .annotate(Max("last_published_at"))
    }
    groups: dict[object, Versions] = {}
    pages = Page.objects.live().type(FrontPage, SectionPage, EditionPage, StaticPage).order_by("depth", "path")
    pages = pages.filter(locale__language_code__in=settings.LINGOTYPE.languages)
    for kind, key, code, path, tree_path, published in pages.values_list(
        "content_type__model", "translation_key", "locale__language_code", "path", "url_path", "last_published_at"
    ):
        if kind != "sectionpage" or path in newest:
            groups.setdefault(key, Versions()).add(code, path_of(code, tree_path), newest.get(path, published))
    yield from groups.values()


def _lists(slug_field: str, url: Callable[[str, str], str]) -> Iterator[Versions]:
    """Tags or people, in the languages in which there are articles of theirs."""
    rows = _live().exclude(**{slug_field: None}).values_list(slug_field, "locale__language_code")
    groups: dict[str, Versions] = {}
    for slug, code, changed in rows.annotate(Max("last_published_at")).order_by(slug_field):
        groups.setdefault(slug, Versions()).add(code, url(slug, code), changed)
    yield from groups.values()


def _corrections() -> Versions:
    """The lists of corrections: every page's foot leads there, so that also an empty one is public."""
    rows = _live().exclude(corrected_on=None).values_list("locale__language_code")
    changed = dict(rows.annotate(Max("last_published_at")))
    found = Versions()
    for code in _fronts():
        found.add(code, corrections_url(code), changed.get(code))
    return found


def _fronts() -> list[str]:
    """The languages that have a public front page."""
    fronts = FrontPage.objects.live().filter(locale__language_code__in=settings.LINGOTYPE.languages).order_by("path")
    return list(fronts.values_list("locale__language_code", flat=True))


def articles_of_part(code: str, number: int, size: int = PART) -> list[Address]:
    """The public articles of one part, the oldest record first. Two queries."""
    part = _live().filter(locale__language_code=code, pk__gte=number * size, pk__lt=(number + 1) * size)
    keys = list(part.order_by("pk").values_list("pk", "translation_key"))
    if not keys:
        return []
    rows = _live().filter(translation_key__in=part.values("translation_key"))
    groups: dict[object, Versions] = {}
    for key, lang, tree_path, made_by, published in rows.values_list(
        "translation_key", "locale__language_code", "url_path", "made_by", "last_published_at"
    ):
        versions = groups.setdefault(key, Versions())
        versions.add(lang, path_of(lang, tree_path), published)
        if made_by == MadeBy.ORIGINAL:
            versions.original = lang
    # An article may have been withdrawn between the two queries.
    return [Address(code, groups[key]) for _, key in keys if key in groups and code in groups[key].paths]


def moved_addresses() -> list[str]:
    """Where public pages were before, as far as a file can stand for it: an old address with a query cannot."""
    rows = Redirect.objects.exclude(old_path__contains="?").order_by("old_path")
    found = rows.values_list("old_path", "redirect_link", "redirect_page__locale__language_code")
    old = [path for path, link, code in found if not is_in_removed_language(f"/{code}/" if code else link)]
    return [path if "." in path.rpartition("/")[2] else f"{path}/" for path in old]
