"""What to read next: articles related by tags, section and words, in the reader's language."""

from collections import Counter
from collections.abc import Sequence

from django.db.models import QuerySet

from lingotype.delivery.teasers import public_articles
from lingotype.language.stems import stems
from lingotype.newsroom.models import ArticlePage

_CANDIDATES = 200
_TAG_WEIGHT, _SECTION_WEIGHT, _WORD_WEIGHT = 3.0, 1.0, 0.75
_WORD_LETTERS = 4
"""Shorter stems are mostly prepositions and other words that relate everything to everything."""


def earlier_and_related(
    article: ArticlePage, tags: Sequence[int], earlier: int = 3, related: int = 4
) -> tuple[list[ArticlePage], list[ArticlePage]]:
    """Older articles that share a tag ("as we wrote earlier"), and what else to read, the most related first.

    Where little is related, the newest articles fill the list: a reader who has come to the end wants to go on.
    """
    candidates = list(_candidates(article))
    shared = _shared_tags(candidates, tags)
    before = [other for other in candidates if shared[other.pk] and other.published_at < article.published_at][:earlier]
    words, section = _stems(article), article.path[: -ArticlePage.steplen]
    scored = [
        (
            _TAG_WEIGHT * shared[other.pk]
            + _SECTION_WEIGHT * other.path.startswith(section)
            + _WORD_WEIGHT * len(words & _stems(other)),
            other,
        )
        for other in candidates
        if other not in before
    ]
    scored.sort(key=lambda pair: (-pair[0], -pair[1].published_at.timestamp()))
    return before, [other for _, other in scored[:related]]


def _candidates(article: ArticlePage) -> "QuerySet[ArticlePage]":
    return public_articles(article.locale).exclude(pk=article.pk)[:_CANDIDATES]


def _shared_tags(candidates: Sequence[ArticlePage], tags: Sequence[int]) -> Counter[int]:
    if not tags:
        return Counter()
    through = ArticlePage.tags.through.objects.filter(
        tag_id__in=tags, articlepage_id__in=[other.pk for other in candidates]
    )
    return Counter(through.values_list("articlepage_id", flat=True))


def _stems(article: ArticlePage) -> set[str]:
    return {word for word in stems(f"{article.title} {article.dek}", article.lang) if len(word) >= _WORD_LETTERS}
