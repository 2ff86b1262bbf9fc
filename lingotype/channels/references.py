"""What the bodies of many articles refer to, read in a handful of queries for all of them: pictures, pages, sizes."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from django.conf import settings
from wagtail.models import Page

from lingotype.delivery.addresses import path_of
from lingotype.delivery.teasers import Link, Photo, photo
from lingotype.newsroom.models import ArticlePage, Picture, PictureRendition
from lingotype.newsroom.pictures import renditions_of

_PAGE_LINK = re.compile(r'<a\b(?=[^>]*\blinktype="page")[^>]*\bid="(\d+)"[^>]*>')


@dataclass(frozen=True, slots=True)
class References:
    """Pictures and pages by their keys. What is gone or not public is not among them."""

    pages: Mapping[int, Link]
    pictures: Mapping[int, Picture]
    sizes: Mapping[int, Mapping[str, PictureRendition]]

    def photo(self, picture: Picture | None, alt: str, caption: str, credit: str) -> Photo | None:
        """A picture in the sizes that were prepared for it."""
        return photo(picture, self.sizes, alt, caption, credit)

    def with_links(self, html: str) -> str:
        """Rich text whose links to pages of this site are addresses; a link to a page that is gone leads nowhere."""

        def tag(match: re.Match[str]) -> str:
            page = self.pages.get(int(match[1]))
            return f'<a href="{escape(page.url)}">' if page else "<a>"

        return _PAGE_LINK.sub(tag, html)


def raw_blocks(article: ArticlePage) -> Iterable[tuple[str, Any]]:
    """The body as it is stored, (type, value): turning it into blocks would ask the database for each article."""
    return [(block["type"], block["value"]) for block in article.body.raw_data]


def references(articles: Sequence[ArticlePage], lang: str) -> References:
    """What these articles refer to, for readers of that language."""
    pages: set[int] = set()
    pictures: set[int] = set()
    for article in articles:
        for kind, value in raw_blocks(article):
            if kind == "paragraph":
                pages.update(_linked(value))
            elif kind == "quotation":
                pages.update(_linked(value.get("text", "")))
            elif kind == "on_the_subject":
                pages.add(value.get("article") or 0)
            elif kind == "image":
                pictures.add(value.get("image") or 0)
    inside: dict[int, Picture] = Picture.objects.in_bulk(pictures)
    leads = [article.lead_image for article in articles if article.lead_image]
    return References(_pages(pages, lang), inside, renditions_of([*inside.values(), *leads]))


def _linked(html: str) -> list[int]:
    return [int(key) for key in _PAGE_LINK.findall(html)]


def _pages(keys: Iterable[int], lang: str) -> dict[int, Link]:
    """Public pages by key, each in the reader's language where it is public in it, else as it was linked."""
    linked = Page.objects.filter(pk__in=keys)
    rows = list(
        Page.objects.live()
        .filter(translation_key__in=linked.values("translation_key"))
        .filter(locale__language_code__in=settings.LINGOTYPE.languages)
        .values_list("pk", "translation_key", "locale__language_code", "url_path", "title")
    )
    theirs = {key: Link(title, path_of(code, path)) for _, key, code, path, title in rows if code == lang}
    return {pk: theirs.get(key) or Link(title, path_of(code, path)) for pk, key, code, path, title in rows}
