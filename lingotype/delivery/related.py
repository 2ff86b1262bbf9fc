"""What to read next: articles related by tags, section and words, in the reader's language."""

from collections.abc import Collection, Sequence, Set
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from lingotype.delivery.newest import NEWEST_FIRST, newest, recent
from lingotype.language.stems import stems
from lingotype.newsroom.models import ArticlePage

EARLIER, RELATED = 3, 4
"""Articles that a page leads on to."""
AMONG = 200
"""The newest articles, of which the most related are chosen."""
_SPARE = 8
"""More of them are read, for an article is not related to itself, nor to what it leads to already."""
_MOST_KNOWN = 2_000
"""Articles of a language that are kept in memory, a kilobyte each, before they are read again."""
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
    earlier: int = EARLIER,
    related: int = RELATED,
    among: int = AMONG,
    without: Collection[UUID] = (),
) -> tuple[list[int], list[int]]:
    """Older articles that share a tag ("as we wrote earlier"), and what else to read, the most related first: numbers.

    Looked at are the newest articles, `among` so many, and those that share a tag however old they are; but none of
    those, by their translation keys, that the article leads to itself. They are found in one query, for a reader's
    request may ask little; `Neighbours` finds the same in several that take no longer in a large paper.
    Where little is related, the newest articles fill the list: a reader who has come to the end wants to go on.
    """
    others = _others(article, without)
    looked_at = Q(pk__in=others.values("pk")[:among])
    tagged = ArticlePage.tags.through.objects.filter(tag_id__in=tags, articlepage_id__in=others.values("pk"))
    looked_at |= Q(pk__in=tagged.order_by("-articlepage__published_at").values("articlepage_id")[:_SHARING])
    rows = others.filter(looked_at).annotate(shared=Count("tags", filter=Q(tags__in=tags)))
    candidates = [_Candidate(*row) for row in rows.values_list(*_Candidate._fields)]
    return _numbers(*_ranked(article, article.lang, candidates, earlier, related))


class Neighbours:
    """What articles of one language may lead on to, for as many of them as are chosen for in one go: read once."""

    def __init__(self, locale: int, lang: str) -> None:
        self._locale, self._lang = locale, lang
        self._known: dict[int, _Neighbour] = {}
        self._newest: list[int] | None = None

    def earlier_and_related(
        self, article: ArticlePage, tags: Collection[int], without: Collection[UUID] = ()
    ) -> tuple[list[int], list[int]]:
        """The numbers of what the function of this name finds."""
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()
            self._newest = None
        numbers = {*self._newest_but(article, without), *_sharing(_others(article, without), tags)}
        self._read(numbers)
        found = [self._known[pk] for pk in numbers if pk in self._known]  # one may have been withdrawn meanwhile
        found.sort(key=lambda one: (one.facts.published_at, one.facts.pk), reverse=True)
        candidates = [one.facts._replace(shared=len(one.tags.intersection(tags))) for one in found]
        return _numbers(*_ranked(article, self._lang, candidates, EARLIER, RELATED))

    def _newest_but(self, article: ArticlePage, without: Collection[UUID]) -> list[int]:
        if len(without) >= _SPARE:
            return newest(_others(article, without), AMONG)
        if self._newest is None:
            self._newest = newest(_public(self._locale), AMONG + _SPARE)
            self._read(set(self._newest))
        known = [self._known[pk] for pk in self._newest if pk in self._known and pk != article.pk]
        return [one.facts.pk for one in known if one.translation_key not in without][:AMONG]

    def _read(self, numbers: Set[int]) -> None:
        new = numbers - self._known.keys()
        if not new:
            return
        tags: dict[int, set[int]] = {pk: set() for pk in new}
        tagged = ArticlePage.tags.through.objects.filter(articlepage_id__in=new)
        for pk, tag in tagged.values_list("articlepage_id", "tag_id"):
            tags[pk].add(tag)
        rows = ArticlePage.objects.live().filter(pk__in=new).order_by()
        for pk, key, path, title, dek, at in rows.values_list(
            "pk", "translation_key", "path", "title", "dek", "published_at"
        ):
            self._known[pk] = _Neighbour(_Candidate(pk, path, title, dek, at, 0), key, frozenset(tags[pk]))


class _Neighbour(NamedTuple):
    facts: _Candidate
    translation_key: UUID
    tags: frozenset[int]


def _ranked(
    article: ArticlePage, lang: str, candidates: Sequence[_Candidate], earlier: int, related: int
) -> tuple[list[_Candidate], list[_Candidate]]:
    before = [other for other in candidates if other.shared and other.published_at < article.published_at][:earlier]
    words, section = _stems(article, lang), article.path[: -ArticlePage.steplen]

    def relation(other: _Candidate) -> float:
        in_words = len(words & _stems(other, lang))
        return _TAG_WEIGHT * other.shared + _SECTION_WEIGHT * other.path.startswith(section) + _WORD_WEIGHT * in_words

    rest = [other for other in candidates if other not in before]
    rest.sort(key=lambda other: (relation(other), other.published_at), reverse=True)
    return before, rest[:related]


def _sharing(others: "QuerySet[ArticlePage]", tags: Collection[int]) -> Sequence[int]:
    """The newest that have one of these tags. One that is rare leads to its articles, one that is not is met soon."""
    if not tags:
        return ()
    tagged = ArticlePage.tags.through.objects.filter(tag_id__in=tags)
    found = recent(others.filter(Exists(tagged.filter(articlepage_id=OuterRef("pk")))), _SHARING)
    if found is None:
        rows = others.filter(pk__in=tagged.values("articlepage_id"))
        found = list(rows.values_list("pk", flat=True)[:_SHARING])
    return found


def _others(article: ArticlePage, without: Collection[UUID]) -> "QuerySet[ArticlePage]":
    others = _public(article.locale_id).exclude(pk=article.pk)
    return others.exclude(translation_key__in=without) if without else others


def _public(locale: int) -> "QuerySet[ArticlePage]":
    return ArticlePage.objects.live().filter(locale=locale).order_by(*NEWEST_FIRST)


def _numbers(before: Sequence[_Candidate], rest: Sequence[_Candidate]) -> tuple[list[int], list[int]]:
    return [one.pk for one in before], [one.pk for one in rest]


def _stems(text: ArticlePage | _Candidate, lang: str) -> frozenset[str]:
    return _stems_of(f"{text.title} {text.dek}", lang)


@lru_cache(maxsize=4096)  # the newest of six languages, some two kilobytes each: every new article looks at them again
def _stems_of(text: str, lang: str) -> frozenset[str]:
    return frozenset(word for word in stems(text, lang) if len(word) >= _WORD_LETTERS)
