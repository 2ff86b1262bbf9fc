"""What every public page shows around its content: names, navigation, languages, links, metadata."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, override
from wagtail.models import Locale, Page

from lingotype.delivery import reads
from lingotype.delivery.fragments import are_kept, fragment
from lingotype.delivery.metadata import Meta
from lingotype.delivery.static_copy import is_copying
from lingotype.language.facts import LANGUAGES, Language, language
from lingotype.newsroom.models import (
    ArticlePage,
    EditionPage,
    FrontPage,
    MadeBy,
    NewsroomSettings,
    SectionPage,
    StaticPage,
)
from lingotype.newsroom.serving import path_of

_KINDS = ("frontpage", "sectionpage", "editionpage", "staticpage")


@dataclass(frozen=True, slots=True)
class SwitchEntry:
    """One language of the language switch."""

    language: Language
    url: str
    is_here: bool
    exists: bool
    """Whether this very page exists in it; otherwise the address is that language's front page."""


@dataclass(frozen=True, slots=True)
class Version:
    """A page in one of the languages in which it is public."""

    code: str
    path: str
    title: str
    is_original: bool
    """Whether it is an article as the newsroom wrote it."""
    pk: int


@dataclass(slots=True)
class Surroundings:
    """Everything around the content of one page in one language, read once a request."""

    locale: Locale
    front: FrontPage
    sections: Mapping[str, SectionPage]
    """The sections of this language that have public articles, by their path in the tree."""
    editions: Sequence[EditionPage]
    static_pages: Sequence[StaticPage]
    links: NewsroomSettings
    promoted: EditionPage | None = None
    """The edition that the page invites to, where it is an article of one."""
    original: Version | None = None
    """The article that this page is a translation of, where it is one and that is public."""
    here: str = ""
    """The address of this page."""
    versions: Mapping[str, str] = field(default_factory=dict)
    """The addresses of this page in every language in which it exists, itself included, by code."""

    @property
    def lang(self) -> Language:
        """The language of the page."""
        return language(self.locale.language_code)


def surroundings(locale: Locale, article: ArticlePage | None = None) -> Surroundings:
    """Read what stands around a page of that language, and which edition this article promotes. Two queries."""
    if article is None or are_kept():
        front, places = fragment(("places", locale.pk), lambda: _front_and_places(locale))
        has_editions = any(hasattr(place, "editionpage") for place in places)
        named = _editions_named(article) if article is not None and has_editions else frozenset()
    else:
        front, places = _front_and_places(locale, article)
        named = frozenset(place.translation_key for place in places if place.is_named)
    settings_row = fragment(("settings",), NewsroomSettings.objects.filter(site__is_default_site=True).first)
    editions = [place.editionpage for place in places if hasattr(place, "editionpage")]
    promoted = [edition for edition in editions if edition.translation_key in named]
    if article is not None:
        lists = [reads.list_key(article.lang, "edition", edition.translation_key) for edition in promoted]
        section = reads.list_key(article.lang, "section", article.path[: -ArticlePage.steplen])
        reads.note(*reads.standing(reads.list_key(article.lang), section, *lists))
    return Surroundings(
        locale=locale,
        front=front,
        sections={
            place.path: place.sectionpage for place in places if hasattr(place, "sectionpage") and place.is_filled
        },
        editions=editions,
        static_pages=[place.staticpage for place in places if hasattr(place, "staticpage")],
        links=settings_row or NewsroomSettings(),
        promoted=promoted[0] if promoted else None,
    )


def _editions_named(article: ArticlePage) -> frozenset[UUID]:
    """The keys of the editions that an article is for, in whatever language they were chosen."""
    return frozenset(_named(article).values_list("editionpage__translation_key", flat=True))


def _named(article: ArticlePage) -> "QuerySet[Any]":
    rows: QuerySet[Any] = ArticlePage.editions.through.objects.filter(articlepage_id=article.pk)
    return rows


def _front_and_places(locale: Locale, article: ArticlePage | None = None) -> tuple[FrontPage, list[Any]]:
    """The front page of a language and the public pages right below it: one query, however many there are."""
    reads.note(reads.nav_key(locale.language_code))
    by_key = {"editionpage__translation_key": OuterRef("translation_key")}
    named = _named(article).filter(**by_key) if article is not None else None
    rows = (
        navigation_facts()
        .filter(locale=locale)
        .select_related(*_KINDS)
        .defer("staticpage__body")
        .annotate(is_named=Exists(named) if named is not None else Value(value=False))
    )
    front, *places = [row for row in rows if any(hasattr(row, kind) for kind in _KINDS)]
    for row in (front, *places):
        page = next(getattr(row, kind) for kind in _KINDS if hasattr(row, kind))
        page.locale = locale
    return front.frontpage, places


def navigation_facts() -> "QuerySet[Page]":
    """The fronts of all languages and the public pages right below them; `is_filled` says whether one has articles."""
    articles = Page.objects.filter(
        live=True, depth=4, path__gt=OuterRef("path"), path__lte=Concat(OuterRef("path"), Value("Z" * Page.steplen))
    )
    rows: QuerySet[Page] = Page.objects.filter(Q(depth=2) | Q(depth=3, live=True))
    rows = rows.filter(locale__language_code__in=settings.LINGOTYPE.languages)
    return rows.annotate(is_filled=Exists(articles)).order_by("path")


def base_context(around: Surroundings, meta: Meta) -> dict[str, Any]:
    """The template's context around the content."""
    links = around.links
    return {
        "site": {"name": settings.LINGOTYPE.site_name, "url": settings.LINGOTYPE.site_url,
                 "tagline": around.front.tagline},
        "lang": around.lang,
        "languages": [LANGUAGES[code] for code in settings.LINGOTYPE.readers],
        "switch": _switch(around),
        "nav": [
            {"title": section.title, "url": section.url, "is_here": around.here.startswith(section.url)}
            for section in around.sections.values()
        ],
        "editions": [
            {"title": edition.title, "url": edition.url, "promo": edition.promo,
             "is_here": around.here == edition.url}
            for edition in around.editions
        ],
        "static_pages": [{"title": page.title, "url": page.url} for page in around.static_pages],
        "links": {
            "google_news": links.google_news_url, "telegram": links.telegram_url, "facebook": links.facebook_url,
            "instagram": links.instagram_url, "donate": links.donate_url, "contact_email": links.contact_email,
        },
        "meta": meta,
        "year": timezone.localdate().year,
        "search_url": "" if is_copying() else address("search", around.lang.code),
        "corrections_url": address("corrections", around.lang.code),
        "front_url": around.front.url,
    }  # fmt: skip


def page_meta(around: Surroundings, title: str, **facts: Any) -> Meta:
    """The metadata of a page in its surroundings: canonical address, alternates, feeds."""
    return Meta.of(title, around.here, around.versions, **facts)


def _switch(around: Surroundings) -> list[SwitchEntry]:
    here = around.lang.code
    codes = dict.fromkeys((*settings.LINGOTYPE.readers, here))
    return [
        SwitchEntry(LANGUAGES[code], around.versions.get(code) or f"/{code}/", code == here, code in around.versions)
        for code in codes
    ]


def versions_of(page: Page) -> Sequence[Version]:
    """A page in every language in which it is public. One query."""
    return fragment(("versions", page.translation_key), lambda: _versions(page))


def _versions(page: Page) -> Sequence[Version]:
    reads.note(reads.version_key(page.translation_key))
    rows = Page.objects.live().filter(
        translation_key=page.translation_key, locale__language_code__in=settings.LINGOTYPE.languages
    ).values_list("locale__language_code", "url_path", "title", "articlepage__made_by", "pk")  # fmt: skip
    return [
        Version(code, path_of(code, path), title, made_by == MadeBy.ORIGINAL, pk)
        for code, path, title, made_by, pk in rows
    ]


def address(name: str, lang: str, *arguments: str) -> str:
    """The address of a named view in that language."""
    with override(lang):
        return reverse(name, args=arguments)


def everywhere(name: str, *arguments: str) -> dict[str, str]:
    """The addresses of a named view in every language of the readers."""
    return {code: address(name, code, *arguments) for code in settings.LINGOTYPE.readers}


def locale_of(request: HttpRequest) -> Locale:
    """The locale of the address that was asked for."""
    return Locale.objects.get(language_code=get_language())
