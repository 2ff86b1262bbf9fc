"""Articles as lists show them: one small frozen value each, made with a handful of queries for a whole page."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Locale

from lingotype.delivery import reads
from lingotype.newsroom.models import ArticlePage, Picture, PictureRendition, SectionPage
from lingotype.newsroom.pictures import SPECS, renditions_of

Sizes = Mapping[int, Mapping[str, PictureRendition]]
"""The sizes in which pictures were prepared, by picture and specification."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture in the sizes that were prepared for it; without any, the file as it was uploaded."""

    src: str
    srcset: str
    width: int
    height: int
    alt: str
    caption: str = ""
    credit: str = ""


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
    authors: Sequence[Link]
    photo: Photo | None
    section_path: str = ""


def public_articles(locale: Locale) -> "QuerySet[ArticlePage]":
    """The public articles of a language, newest first, with what a teaser needs."""
    return articles_without_authors(locale).prefetch_related("article_authors__person__texts")


def articles_without_authors(locale: Locale) -> "QuerySet[ArticlePage]":
    """The same for teasers that name no authors: three queries fewer."""
    return (
        ArticlePage.objects.live()
        .filter(locale=locale)
        .defer("body", "corrections", "sources")
        .select_related("locale", "lead_image")
        .order_by("-published_at", "-pk")
    )


def teasers(articles: Iterable[ArticlePage], sections: Mapping[str, SectionPage]) -> list[Teaser]:
    """The articles as teasers with their authors; `sections` by their path in the tree."""
    articles = list(articles)
    sizes = renditions_of(article.lead_image for article in articles if article.lead_image)
    return [_teaser(article, sections, sizes, authors(article)) for article in articles]


def cards(articles: Iterable[ArticlePage], sections: Mapping[str, SectionPage], sizes: Sizes) -> list[Teaser]:
    """The articles as teasers that name no authors; `sizes` are those of their pictures. No query."""
    return [_teaser(article, sections, sizes, ()) for article in articles]


def _teaser(article: ArticlePage, sections: Mapping[str, SectionPage], sizes: Sizes, names: Sequence[Link]) -> Teaser:
    section = sections.get(article.path[: -ArticlePage.steplen])
    reads.note(reads.page_key(article.pk))
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


def authors(article: ArticlePage) -> list[Link]:
    """The byline in the article's language, with the people's pages."""
    lang = article.lang
    reads.note(*(reads.record_key("person", person.pk) for person in article.people))
    return [
        Link(person.name_in(lang), person_url(person.slug, lang), (text.role if (text := person.text_in(lang)) else ""))
        for person in article.people
    ]


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
    """A picture for a page; None when there is none."""
    if picture is None:
        return None
    reads.note(reads.record_key("picture", picture.pk))
    prepared = [size for spec in SPECS if (size := sizes.get(picture.pk, {}).get(spec))]
    credit = credit or picture.credit
    if not prepared:
        return Photo(picture.file.url, "", picture.width, picture.height, alt, caption, credit)
    srcset = ", ".join(f"{size.url} {size.width}w" for size in prepared)
    middle = prepared[len(prepared) // 2]
    return Photo(middle.url, srcset, middle.width, middle.height, alt, caption, credit)
