"""What every public page shows around its content: names, navigation, languages, links, metadata."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db.models.functions import Substr
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, override
from wagtail.models import Locale, Page, Site

from lingotype.delivery.metadata import Meta
from lingotype.delivery.static_copy import is_copying
from lingotype.language.facts import LANGUAGES, Language, language
from lingotype.newsroom.models import ArticlePage, EditionPage, FrontPage, NewsroomSettings, SectionPage, StaticPage

_SECTION_PATH_LENGTH = 3 * Page.steplen


@dataclass(frozen=True, slots=True)
class SwitchEntry:
    """One language of the language switch."""

    language: Language
    url: str
    is_here: bool
    exists: bool
    """Whether this very page exists in it; otherwise the address is that language's front page."""


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
    here: str = ""
    """The address of this page."""
    versions: Mapping[str, str] = field(default_factory=dict)
    """The addresses of this page in every language in which it exists, itself included, by code."""

    @property
    def lang(self) -> Language:
        """The language of the page."""
        return language(self.locale.language_code)


def surroundings(locale: Locale) -> Surroundings:
    """Read what stands around a page of that language."""
    front = FrontPage.objects.select_related("locale").get(locale=locale)
    filled = set(
        ArticlePage.objects.live().filter(locale=locale).order_by().values_list(
            Substr("path", 1, _SECTION_PATH_LENGTH), flat=True
        ).distinct()
    )  # fmt: skip
    sections = SectionPage.objects.child_of(front).live().select_related("locale").order_by("path")
    editions = EditionPage.objects.child_of(front).live().select_related("locale").order_by("path")
    site = Site.objects.get(is_default_site=True)
    return Surroundings(
        locale=locale,
        front=front,
        sections={section.path: section for section in sections if section.path in filled},
        editions=list(editions),
        static_pages=list(StaticPage.objects.child_of(front).live().defer("body").select_related("locale")),
        links=NewsroomSettings.for_site(site),
    )


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


def versions_of(page: Page) -> dict[str, str]:
    """The addresses of a page in every language in which it is public, by code."""
    siblings = Page.objects.live().filter(
        translation_key=page.translation_key, locale__language_code__in=settings.LINGOTYPE.languages
    ).select_related("locale")  # fmt: skip
    return {sibling.locale.language_code: sibling.url for sibling in siblings if sibling.url}


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
