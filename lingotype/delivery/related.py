"""What to read next: articles related by tags, section and words, in the reader's language."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from lingotype.delivery.teasers import articles_without_authors
from lingotype.language.stems import stems
from lingotype.newsroom.models import ArticlePage

_SHARING = 100
"""Articles that are looked at because they share a tag, however old they are."""
_TAG_WEIGHT, _SECTION_WEIGHT, _WORD_WEIGHT = 3.0, 1.0, 0.75
_WORD_LETTERS = 4
"""Shorter stems are mostly prepositions and other words that relate everything to everything."""


class _Candidate(NamedTuple):
    pk: int
    path: str
    title: str
    dek: str
    published_at: datetime
    shared: int
    """How many of the article's tags it has."""


def earlier_and_related(
    article: ArticlePage,
    tags: Sequence[int],
    *,
    earlier: int = 3,
    related: int = 4,
    newest: int = 200,
    without: Collection[UUID] = (),
) -> tuple[list[ArticlePage], list[ArticlePage]]:
    """Older articles that share a tag ("as we wrote earlier"), and what else to read, the most related first.

    Looked at are the `newest` articles, and those that share a tag however old they are; but none of those, by their
    translation keys, that the article leads to itself.
    Where little is related, the newest articles fill the list: a reader who has come to the end wants to go on.
    """
    candidates = _candidates(_others(article, without), tags, newest)
    before = [other for other in candidates if other.shared and other.published_at < article.published_at][:earlier]
    words, section = _stems(article, article.lang), article.path[: -ArticlePage.steplen]

    def relation(other: _Candidate) -> float:
        in_words = len(words & _stems(other, article.lang))
        return _TAG_WEIGHT * other.shared + _SECTION_WEIGHT * other.path.startswith(section) + _WORD_WEIGHT * in_words

    rest = [other for other in candidates if other not in before]
    rest.sort(key=lambda other: (relation(other), other.published_at), reverse=True)
    return _whole(article, before, rest[:related])


def _candidates(others: "QuerySet[ArticlePage]", tags: Sequence[int], newest: int) -> list[_Candidate]:
    """The newest of them, and those that share a tag however old they are; the newest first. One query."""
    looked_at = Q(pk__in=others.order_by("-published_at", "-pk").values("pk")[:newest])
    if tags:
        sharing = ArticlePage.tags.through.objects.filter(tag_id__in=tags, articlepage_id__in=others.values("pk"))
        looked_at |= Q(pk__in=sharing.order_by("-articlepage__published_at").values("articlepage_id")[:_SHARING])
    rows = others.filter(looked_at).annotate(shared=Count("tags", filter=Q(tags__in=tags)))
    return [_Candidate(*row) for row in rows.order_by("-published_at", "-pk").values_list(*_Candidate._fields)]


def _others(article: ArticlePage, without: Collection[UUID]) -> "QuerySet[ArticlePage]":
    others = ArticlePage.objects.live().filter(locale=article.locale_id).exclude(pk=article.pk)
    return others.exclude(translation_key__in=without) if without else others


def _whole(
    article: ArticlePage, before: Sequence[_Candidate], after: Sequence[_Candidate]
) -> tuple[list[ArticlePage], list[ArticlePage]]:
    chosen = [other.pk for other in (*before, *after)]
    full = {page.pk: page for page in articles_without_authors(article.locale).filter(pk__in=chosen)} if chosen else {}

    def articles(candidates: Sequence[_Candidate]) -> list[ArticlePage]:
        return [full[other.pk] for other in candidates if other.pk in full]  # one may have been withdrawn meanwhile

    return articles(before), articles(after)


def _stems(text: ArticlePage | _Candidate, lang: str) -> set[str]:
    return {word for word in stems(f"{text.title} {text.dek}", lang) if len(word) >= _WORD_LETTERS}
