"""What the bodies of many articles refer to, read in a handful of queries for all of them: pictures, pages, sizes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lingotype.delivery.page_links import linked, public_pages, with_addresses
from lingotype.delivery.teasers import Link, Photo, photo
from lingotype.newsroom.models import ArticlePage, Picture
from lingotype.newsroom.pictures import Sizes, renditions_of


@dataclass(frozen=True, slots=True)
class References:
    """Pictures and pages by their keys. What is gone or not public is not among them."""

    pages: Mapping[int, Link]
    pictures: Mapping[int, Picture]
    sizes: Sizes

    def photo(self, picture: Picture | None, alt: str, caption: str, credit: str) -> Photo | None:
        """A picture in the sizes that were prepared for it."""
        return photo(picture, self.sizes, alt, caption, credit)

    def with_links(self, html: str) -> str:
        """Rich text whose links to pages of this site are addresses; a link to a page that is gone leads nowhere."""
        return with_addresses(html, self.pages)


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
                pages.update(linked(value))
            elif kind == "quotation":
                pages.update(linked(value.get("text", "")))
            elif kind == "on_the_subject":
                pages.add(value.get("article") or 0)
            elif kind == "image":
                pictures.add(value.get("image") or 0)
    inside: dict[int, Picture] = Picture.objects.in_bulk(pictures)
    leads = [article.lead_image for article in articles if article.lead_image]
    return References(public_pages(pages, lang), inside, renditions_of([*inside.values(), *leads]))
