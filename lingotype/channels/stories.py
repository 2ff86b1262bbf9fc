"""The newest articles of a front page, a section or an edition, as feeds tell them.

The number of queries does not depend on the number of articles.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid5

from django.conf import settings
from django.db.models import QuerySet
from django.template.loader import render_to_string
from wagtail.models import Page

from lingotype.channels.content import content
from lingotype.channels.references import References, references
from lingotype.channels.text import xml_text
from lingotype.delivery import reads
from lingotype.delivery.fragments import fragment, lacking
from lingotype.delivery.metadata import absolute
from lingotype.delivery.newest import newest
from lingotype.delivery.teasers import Link, Photo, articles_of, authors, public_articles
from lingotype.newsroom.models import ArticlePage, EditionPage, MadeBy, SectionPage, Tag

NEWEST = 50
"""How many articles a feed holds."""


@dataclass(frozen=True, slots=True)
class FeedStory:
    """An article in a feed. Every address is absolute, every text may stand in XML."""

    guid: str
    """The same for as long as the article is public in this language, whatever its address and its title become."""
    url: str
    title: str
    dek: str
    notice: str
    """How a translation was made, in the reader's language; empty for an original."""
    html: str
    authors: tuple[Link, ...]
    categories: tuple[str, ...]
    photo: Photo | None
    published_at: datetime
    updated_at: datetime | None
    changed_at: datetime
    """When anything of it last changed, a misprint included."""
    lang: str
    made_by: str
    original_url: str


def stories(place: Page) -> list[FeedStory]:
    """The newest articles of a place, newest first: the same for each of its feeds."""
    return fragment(("stories", place.pk), lambda: _stories(place))


def _stories(place: Page) -> list[FeedStory]:
    lang = place.locale.language_code
    reads.note(reads.page_key(place.pk), reads.nav_key(lang), _list_key(place, lang))
    numbers = newest(_articles(place), NEWEST)
    missing = lacking("story", numbers)  # what a worker has kept need not be read again
    whole = public_articles(place.locale).defer(None)
    found = {article.pk: article for article in whole.filter(pk__in=missing)} if missing else {}
    gone = missing - found.keys()  # withdrawn between the two queries; the feed will be rendered once more
    with reads.reading() as around:
        facts = _facts(list(found.values()), lang) if found else None

    def made(pk: int) -> FeedStory:
        assert facts is not None
        reads.note(*around.keys)
        return _story(found[pk], facts)

    def story(pk: int) -> FeedStory:
        return fragment(("story", pk), lambda: made(pk))

    return [story(pk) for pk in numbers if pk not in gone]


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is read for many articles at once."""

    references: References
    tags: Mapping[int, Sequence[str]]
    sections: Mapping[str, Sequence[str]]
    originals: Mapping[object, Mapping[str, str]]


def _facts(articles: Sequence[ArticlePage], lang: str) -> _Facts:
    return _Facts(references(articles, lang), _tags(articles, lang), _sections(articles), _originals(articles))


def _list_key(place: Page, lang: str) -> str:
    if isinstance(place, SectionPage):
        return reads.list_key(lang, "section", place.path)
    if isinstance(place, EditionPage):
        return reads.list_key(lang, "edition", place.translation_key)
    return reads.list_key(lang)


def _articles(place: Page) -> "QuerySet[ArticlePage]":
    if isinstance(place, SectionPage):
        return articles_of(place).defer(None)
    articles = public_articles(place.locale).defer(None)
    if isinstance(place, EditionPage):
        return articles.filter(editions__translation_key=place.translation_key)
    return articles


def _story(article: ArticlePage, facts: _Facts) -> FeedStory:
    reads.note(reads.page_key(article.pk), reads.nav_key(article.lang))
    found = facts.references
    original = None if article.is_original else facts.originals.get(article.translation_key)
    categories = [*facts.sections.get(article.path[: -ArticlePage.steplen], []), *facts.tags.get(article.pk, [])]
    notice = xml_text(render_to_string("feeds/notice.txt", {"story": article}).strip())
    moments = (article.published_at, article.updated_at, article.last_published_at)
    lead = found.photo(article.lead_image, article.lead_image_alt, "", article.lead_image_credit)
    return FeedStory(
        guid=uuid5(article.translation_key, article.lang).urn,
        url=absolute(article.url or ""),
        title=xml_text(article.title),
        dek=xml_text(article.dek),
        notice=notice,
        html=content(article, found, notice, original),
        authors=tuple(Link(xml_text(author.name), absolute(author.url)) for author in authors(article)),
        categories=tuple(xml_text(name) for name in categories),
        photo=lead,
        published_at=article.published_at,
        updated_at=article.updated_at,
        changed_at=max(moment for moment in moments if moment),
        lang=article.lang,
        made_by=article.made_by,
        original_url=absolute(original["url"]) if original else "",
    )


def _tags(articles: Sequence[ArticlePage], lang: str) -> dict[int, list[str]]:
    through = ArticlePage.tags.through.objects.filter(articlepage_id__in=[article.pk for article in articles])
    pairs = list(through.order_by("pk").values_list("articlepage_id", "tag_id"))
    records = Tag.objects.prefetch_related("names").in_bulk({tag for _, tag in pairs})
    reads.note(*(reads.record_key("tag", pk) for pk in records))
    names: dict[int, list[str]] = {}
    for article, tag in pairs:
        names.setdefault(article, []).append(records[tag].name_in(lang))
    return names


def _sections(articles: Sequence[ArticlePage]) -> dict[str, list[str]]:
    paths = {article.path[: -ArticlePage.steplen] for article in articles}
    return {path: [title] for path, title in SectionPage.objects.filter(path__in=paths).values_list("path", "title")}


def _originals(articles: Sequence[ArticlePage]) -> dict[object, dict[str, str]]:
    """Where the originals of translations are, as far as they are public."""
    keys = [article.translation_key for article in articles if not article.is_original]
    pages = ArticlePage.objects.live().filter(translation_key__in=keys, made_by=MadeBy.ORIGINAL)
    pages = pages.filter(locale__language_code__in=settings.LINGOTYPE.languages)
    pages = pages.select_related("locale").defer("body", "corrections", "sources")
    pages = list(pages)
    reads.note(*(reads.page_key(page.pk) for page in pages), *(reads.version_key(key) for key in keys))
    return {page.translation_key: {"url": page.url or "", "lang": page.lang} for page in pages}
