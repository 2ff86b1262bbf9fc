"""From what changed to what follows from it: the lists that an article stands in, and the addresses it is shown at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from wagtail.models import Page

from lingotype.delivery import reads
from lingotype.delivery.addresses import part_of
from lingotype.delivery.context import navigation_facts
from lingotype.delivery.corrections import CORRECTIONS, corrections_url
from lingotype.delivery.feeds import JSON_NAME, RSS_NAME
from lingotype.delivery.models import Fact
from lingotype.delivery.read_next import Choosing
from lingotype.delivery.teasers import person_url, tag_url
from lingotype.newsroom.models import ArticleAuthor, ArticlePage, EditionPage, FrontPage, SectionPage, StaticPage
from lingotype.newsroom.models.article import SIDE_BY_SIDE

ARTICLE, LIST, FEED, BESIDE, MAP = 0, 1, 2, 4, 8
"""Weights: what readers of a new article see first comes first, what only machines read comes last."""

_KINDS = ("frontpage", "sectionpage", "editionpage", "staticpage", "articlepage")


@dataclass(slots=True)
class Following:
    """Keys that have changed with others, and addresses that have to stand in the store, each with its weight."""

    keys: set[str] = field(default_factory=set)
    paths: set[tuple[str, int]] = field(default_factory=set)
    outdated: set[int] = field(default_factory=set)
    """Articles for which is to be chosen again what they lead on to."""


def follow(keys: Iterable[str]) -> Following:
    """What follows from changes of these keys. A handful of queries for each page that changed."""
    found = Following()
    choosing = Choosing()
    numbers = [int(key.removeprefix("page:")) for key in keys if key.startswith("page:")]
    for row in Page.objects.filter(pk__in=numbers).order_by().select_related("locale", *_KINDS):
        kind = next((kind for kind in _KINDS if hasattr(row, kind)), None)
        if kind is None or row.locale.language_code not in settings.LINGOTYPE.languages:
            continue
        page = getattr(row, kind)
        page.locale = row.locale
        found.keys.add(reads.version_key(page.translation_key))
        if isinstance(page, ArticlePage):
            _follow_article(page, found, choosing)
        else:
            _follow_place(page, found)
    choosing.keep()
    found.outdated = choosing.outdated
    if numbers:
        found.keys.update(_changed_navigations())
    return found


@dataclass(frozen=True, slots=True)
class _Standing:
    """Where an article stands beside its section: tags and people with their slugs, and editions."""

    tags: dict[int, str]
    people: dict[int, str]
    editions: list[UUID]


def lists_of(article: ArticlePage) -> set[str]:
    """The keys of all lists that the article stands in, as the database has it. Three queries."""
    return _lists(article, _standing(article))


def _lists(article: ArticlePage, standing: _Standing) -> set[str]:
    lang = article.lang
    return {
        *([reads.list_key(lang, CORRECTIONS)] if article.corrected_on else []),
        reads.list_key(lang),
        reads.list_key(lang, "section", article.path[: -ArticlePage.steplen]),
        *(reads.list_key(lang, "tag", pk) for pk in standing.tags),
        *(reads.list_key(lang, "person", pk) for pk in standing.people),
        *(reads.list_key(lang, "edition", key) for key in standing.editions),
    }


def map_keys(article: Page) -> set[str]:
    """The keys of all site maps in which the article stands, in whatever language. One query."""
    versions = Page.objects.filter(translation_key=article.translation_key)
    rows = versions.values_list("locale__language_code", "pk")
    return {reads.MAPS, *(reads.map_key(code, part_of(pk)) for code, pk in rows)}


def _standing(article: ArticlePage) -> _Standing:
    tags = ArticlePage.tags.through.objects.filter(articlepage_id=article.pk)
    people = ArticleAuthor.objects.filter(page_id=article.pk)
    editions = ArticlePage.editions.through.objects.filter(articlepage_id=article.pk)
    return _Standing(
        dict(tags.values_list("tag_id", "tag__slug")),
        dict(people.values_list("person_id", "person__slug")),
        list(editions.values_list("editionpage__translation_key", flat=True)),
    )


def _follow_article(article: ArticlePage, found: Following, choosing: Choosing) -> None:
    standing = _standing(article)
    found.keys.update(_lists(article, standing))
    found.keys.update(map_keys(article))
    if not article.live:
        return
    lang, section = article.lang, article.path[: -ArticlePage.steplen]
    found.keys.update(choosing.choose(article, standing.tags.keys()))
    places = Page.objects.live().filter(locale=article.locale_id, depth__in=(2, 3))
    shown_in = places.filter(path__in=(section, section[: -Page.steplen])) | places.filter(
        translation_key__in=standing.editions
    )
    here = article.url or ""
    found.paths.add((here, ARTICLE))
    found.paths.add((reverse("sitemap", args=[lang, part_of(article.pk) + 1]), MAP))
    if not article.is_original:
        found.paths.add((f"{here}{SIDE_BY_SIDE}/", BESIDE))
    for place in shown_in.select_related("locale", *_KINDS[:3]):
        page = next(getattr(place, kind) for kind in _KINDS[:3] if hasattr(place, kind))
        found.paths.update(((page.get_url() or "", LIST), *_feeds(page.get_url() or "")))
    found.paths.update((tag_url(slug, lang), LIST) for slug in standing.tags.values())
    found.paths.update((person_url(slug, lang), LIST) for slug in standing.people.values())
    if article.corrected_on:
        found.paths.add((corrections_url(lang), LIST))


def _follow_place(page: FrontPage | SectionPage | EditionPage | StaticPage, found: Following) -> None:
    found.keys.add(reads.MAPS)
    if not page.live:
        return
    here = page.get_url() or ""
    if not isinstance(page, SectionPage) or page.numchild:  # a section without articles has no page, only feeds
        found.paths.add((here, LIST))
    if not isinstance(page, StaticPage):
        found.paths.update(_feeds(here))


def _feeds(here: str) -> list[tuple[str, int]]:
    return [(f"{here}{RSS_NAME}", FEED), (f"{here}{JSON_NAME}", FEED)]


def _changed_navigations() -> set[str]:
    """The languages whose navigation is another one than when it was last looked at, as keys. Two queries."""
    found: dict[str, list[object]] = {}
    for code, *facts in navigation_facts().values_list(
        "locale__language_code", "content_type_id", "title", "url_path", "frontpage__tagline", "editionpage__promo",
        "is_filled",
    ):  # fmt: skip
        found.setdefault(reads.nav_key(code), []).append(facts)
    return new_ones({key: repr(facts) for key, facts in found.items()})


def is_new(key: str, value: str) -> bool:
    """Whether this is another value than the one that was last remembered under this key; remembers it."""
    return bool(new_ones({key: value}))


def new_ones(values: Mapping[str, str]) -> set[str]:
    """The keys of those that are other than what was last remembered under them; remembers them."""
    prints = {key: sha256(value.encode()).hexdigest() for key, value in values.items()}
    known = dict(Fact.objects.filter(key__in=prints).values_list("key", "value"))
    changed = {key for key, value in prints.items() if known.get(key) != value}
    for key in changed:
        Fact.objects.update_or_create(key=key, defaults={"value": prints[key]})
    return changed
