"""The newest articles of a list, found by walking back in time and not by sorting the whole paper.

A database that looks for the newest articles of a language takes all that it has, joins them and sorts them, for each
list anew: 18 ms of 10,000 articles (SQLite), and every article that is published changes dozens of lists. Bounded to
the newest articles of the paper it walks the index of their dates instead: 0.1 ms where the list is found there.
"""

import time
from datetime import datetime
from typing import Any

from django.db.models import BooleanField, F, Func, QuerySet
from django.db.models.lookups import GreaterThanOrEqual

from lingotype.newsroom.models import ArticlePage

NEWEST_FIRST = ("-published_at", "-pk")
_WINDOW = 2_000
"""Articles of all languages: walking them takes some milliseconds, where a list has too few of them to be found."""
_KEPT_SECONDS = 60.0


class _HoldsForFew(Func):
    """A condition, with the word to SQLite that hardly any row fulfils it.

    SQLite knows no distribution of values: it takes a date for that of a quarter of the paper, and a language for that
    of a thousand articles, for at more it does not look (`config/statistics.py`). PostgreSQL knows better.
    """

    template = "%(expressions)s"
    output_field = BooleanField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """The condition in the function by which SQLite is told: https://sqlite.org/lang_corefunc.html#likelihood"""
        return self.as_sql(compiler, connection, template="likelihood(%(expressions)s, 0.0001)", **context)


def newest(articles: "QuerySet[ArticlePage]", most: int) -> list[int]:
    """The numbers of the first `most` of these articles, in their order, whatever that is.

    Two small queries where there are so many among the newest of the paper, a longer one where there are not.
    """
    found = recent(articles, most) if articles.query.order_by == NEWEST_FIRST else None
    return found if found is not None else list(numbers_of(articles)[:most])


def recent(articles: "QuerySet[ArticlePage]", most: int) -> list[int] | None:
    """The same of articles in the order of `NEWEST_FIRST`; None where there are fewer among the newest of the paper."""
    start = since()
    if start is None:
        return None
    is_recent = _HoldsForFew(GreaterThanOrEqual(F("published_at"), start))
    found = list(numbers_of(articles).filter(is_recent)[:most])
    return found if len(found) == most else None


def numbers_of(articles: "QuerySet[ArticlePage]") -> "QuerySet[ArticlePage, int]":
    """Their numbers, in their order. A list's later pages are asked for so: they lie too far back to be walked to."""
    return articles.prefetch_related(None).values_list("pk", flat=True)


class _Since:
    """When the newest articles of the paper begin. Any moment is right, and a late or early one slow: so it is kept."""

    def __init__(self) -> None:
        self._moment: datetime | None = None
        self._until = 0.0

    def __call__(self) -> datetime | None:
        """None where there are no older ones."""
        if self._moment is None or time.monotonic() > self._until:
            dates = ArticlePage.objects.order_by("-published_at").values_list("published_at", flat=True)
            self._moment = next(iter(dates[_WINDOW : _WINDOW + 1]), None)
            self._until = time.monotonic() + _KEPT_SECONDS
        return self._moment

    def forget(self) -> None:
        """Look again the next time: of another database, it would be slow."""
        self._moment = None


since = _Since()
