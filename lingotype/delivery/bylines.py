"""What an article's own page says of its authors and its tags: one query for each, in the reader's language.

A worker keeps both: a new article makes those pages anew that lead on to it, and nothing else of them has changed.
"""

from dataclasses import dataclass

from django.db.models import FilteredRelation, Q

from lingotype.delivery import reads
from lingotype.delivery.fragments import fragment
from lingotype.delivery.teasers import Link, authors, person_url
from lingotype.newsroom.models import ArticleAuthor, ArticlePage, Tag
from lingotype.newsroom.models.people import readable_name


@dataclass(frozen=True, slots=True)
class TagLink:
    """A tag as readers of one language know it."""

    pk: int
    slug: str
    name: str


def tags_of(article: ArticlePage, *, is_draft: bool = False) -> tuple[TagLink, ...]:
    """The article's tags. Those of a draft stand in memory; otherwise one query."""
    if is_draft:
        return tuple(TagLink(tag.pk, tag.slug, tag.name_in(article.lang)) for tag in article.tags.all())
    return fragment(("tags", article.pk), lambda: _tags_of(article))


def _tags_of(article: ArticlePage) -> tuple[TagLink, ...]:
    own = FilteredRelation("names", condition=Q(names__lang=article.lang))
    rows = Tag.objects.filter(articles=article).annotate(own=own).values_list("pk", "slug", "name", "own__name")
    found = tuple(TagLink(pk, slug, own or name) for pk, slug, name, own in rows)
    reads.note(reads.page_key(article.pk))
    reads.note(*(reads.record_key("tag", tag.pk) for tag in found))
    reads.note(*reads.standing(*(reads.list_key(article.lang, "tag", tag.pk) for tag in found)))
    return found


def byline(article: ArticlePage, *, is_draft: bool = False) -> tuple[Link, ...]:
    """The article's authors in the byline's order. Those of a draft stand in memory; otherwise one query."""
    if is_draft:
        return authors(article)
    return fragment(("byline", article.pk), lambda: _byline(article))


def _byline(article: ArticlePage) -> tuple[Link, ...]:
    lang = article.lang
    own = FilteredRelation("person__texts", condition=Q(person__texts__lang=lang))
    people = ArticleAuthor.objects.filter(page=article).annotate(own=own).order_by("sort_order")
    rows = list(
        people.values_list("person_id", "person__slug", "person__name", "person__lang", "own__name", "own__role")
    )
    reads.note(reads.page_key(article.pk), *(reads.record_key("person", pk) for pk, *_ in rows))
    reads.note(*reads.standing(*(reads.list_key(lang, "person", pk) for pk, *_ in rows)))
    return tuple(
        Link(readable_name(name, name_lang, lang, own_name or ""), person_url(slug, lang), role or "")
        for _, slug, name, name_lang, own_name, role in rows
    )
