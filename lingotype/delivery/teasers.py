"""Articles as lists show them: one small frozen value each, made with a handful of queries for a whole page."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Locale

from lingotype.delivery import reads
from lingotype.delivery.fragments import fragment, lacking
from lingotype.delivery.newest import NEWEST_FIRST
from lingotype.newsroom.models import ArticlePage, Picture, SectionPage
from lingotype.newsroom.pictures import NEW_FORMATS, Size, Sizes, first_spec, renditions_of, specs_of
from lingotype.newsroom.places import below


@dataclass(frozen=True, slots=True)
class PhotoSource:
    """A picture's sizes in a format that not every browser knows."""

    type: str
    srcset: str


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture in the sizes that were prepared for it. `src` and `srcset` are JPEG, which everything can show."""

    src: str
    srcset: str
    width: int
    height: int
    alt: str
    caption: str = ""
    credit: str = ""
    sources: tuple[PhotoSource, ...] = ()
    """The best first."""


@dataclass(frozen=True, slots=True)
class Link:
    """A name that leads somewhere; `role` is a person's in the paper."""

    name: str
    url: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Teaser:
    """An article in a list."""

    title: str
    url: str
    dek: str
    lang: str
    section_title: str
    section_url: str
    published_at: datetime
    made_by: str
    authors: tuple[Link, ...]
    photo: Photo | None
    section_path: str = ""


def public_articles(locale: Locale) -> "QuerySet[ArticlePage]":
    """The public articles of a language, newest first, with what a teaser needs."""
    return articles_without_authors(locale).prefetch_related("article_authors__person__texts")


def articles_of(section: SectionPage) -> "QuerySet[ArticlePage]":
    """The same of a section, which says the language already: asked for both, SQLite reads the whole language."""
    return _public().filter(below(section)).prefetch_related("article_authors__person__texts")


def articles_without_authors(locale: Locale) -> "QuerySet[ArticlePage]":
    """The same for teasers that name no authors: three queries fewer."""
    return _public().filter(locale=locale)


def _public() -> "QuerySet[ArticlePage]":
    return (
        ArticlePage.objects.live()
        .defer("body", "corrections", "sources")
        .select_related("locale", "lead_image")
        .order_by(*NEWEST_FIRST)
    )


def teasers(numbers: Sequence[int], locale: Locale, sections: Mapping[str, SectionPage]) -> list[Teaser]:
    """Public articles of a language, by their numbers, as teasers with their authors; `sections` by their path.

    A worker, which makes the same teasers for many pages, reads only the articles whose teasers it has not kept.
    """
    missing = lacking("teaser", numbers)
    found = {article.pk: article for article in public_articles(locale).filter(pk__in=missing)} if missing else {}
    gone = missing - found.keys()  # withdrawn between the two queries; the page will be rendered once more
    sizes = renditions_of(article.lead_image for article in found.values() if article.lead_image)

    def teaser(pk: int) -> Teaser:
        return fragment(("teaser", pk), lambda: _teaser(found[pk], sections, sizes, authors(found[pk])))

    return [teaser(pk) for pk in numbers if pk not in gone]


def lacking_cards(numbers: Collection[int], locale: Locale) -> dict[int, ArticlePage]:
    """Those of these articles whose cards have to be made, by their numbers; none that is not public. One query."""
    missing = lacking("card", numbers)
    return {page.pk: page for page in articles_without_authors(locale).filter(pk__in=missing)} if missing else {}


def cards(
    numbers: Collection[int], found: Mapping[int, ArticlePage], sections: Mapping[str, SectionPage], sizes: Sizes
) -> dict[int, Teaser]:
    """Public articles as teasers that name no authors; `found` are those that lacked one. No query."""

    def card(pk: int) -> Teaser:
        return fragment(("card", pk), lambda: _teaser(found[pk], sections, sizes, ()))

    missing = lacking("card", numbers)
    return {pk: card(pk) for pk in numbers if pk in found or pk not in missing}


def _teaser(article: ArticlePage, sections: Mapping[str, SectionPage], sizes: Sizes, names: tuple[Link, ...]) -> Teaser:
    section = sections.get(article.path[: -ArticlePage.steplen])
    reads.note(reads.page_key(article.pk), reads.nav_key(article.lang))
    return Teaser(
        title=article.title,
        url=article.url or "",
        dek=article.dek,
        lang=article.lang,
        section_title=section.title if section else "",
        section_url=(section.url or "") if section else "",
        published_at=article.published_at,
        made_by=article.made_by,
        authors=names,
        photo=photo(
            article.lead_image, sizes, article.lead_image_alt, article.lead_image_caption, article.lead_image_credit
        ),
        section_path=article.path[: -ArticlePage.steplen],
    )


def authors(article: ArticlePage) -> tuple[Link, ...]:
    """The byline in the article's language, with the people's pages."""
    lang = article.lang
    reads.note(*(reads.record_key("person", person.pk) for person in article.people))
    return tuple(
        Link(person.name_in(lang), person_url(person.slug, lang), (text.role if (text := person.text_in(lang)) else ""))
        for person in article.people
    )


def person_url(slug: str, lang: str) -> str:
    """The address of a person's page in that language."""
    with override(lang):
        return reverse("person", args=[slug])


def tag_url(slug: str, lang: str) -> str:
    """The address of a tag's page in that language."""
    with override(lang):
        return reverse("tag", args=[slug])


def photo(
    picture: Picture | None,
    sizes: Sizes,
    alt: str = "",
    caption: str = "",
    credit: str = "",
) -> Photo | None:
    """A picture for a page; None when there is none, or when no size of it is prepared yet.

    The file as it was uploaded is never shown: it may say where it was taken. A format is offered when all its sizes
    are there; with some of them, a browser would take one that is too small.
    """
    if picture is None:
        return None
    reads.note(reads.record_key("picture", picture.pk))
    made = sizes.get(picture.pk, {})
    first = made.get(first_spec(picture))
    if first is None:
        return None
    sources = tuple(
        PhotoSource(f"image/{kind}", _srcset([made[spec] for spec in specs]))
        for kind in NEW_FORMATS
        if made.keys() >= set(specs := specs_of(picture, kind))
    )
    fallback = [made[spec] for spec in specs_of(picture, "jpeg") if spec in made]
    credit = credit or picture.credit
    return Photo(first.url, _srcset(fallback), first.width, first.height, alt, caption, credit, sources)


def _srcset(made: Sequence[Size]) -> str:
    widths = {size.width: size.url for size in made}  # a picture on its side has some widths twice
    return ", ".join(f"{url} {width}w" for width, url in widths.items())
