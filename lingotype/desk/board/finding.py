"""Which articles a page of the board shows. Nothing is counted but what can be counted at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import F, Q, QuerySet

from lingotype.desk.board.asked import MISSING, STANDINGS, Asked, Place
from lingotype.newsroom.models import ArticleAuthor
from lingotype.translation.listing import folded
from lingotype.translation.models import Job, Listed

A_PAGE = 25
MOST_COUNTED = 100
"""More than so many are “99+”: counting all of them is no help to anybody."""


@dataclass(frozen=True, slots=True)
class Found:
    """A page of the list."""

    articles: Sequence[int]
    older: Place | None
    """Where the next page begins; None on the last."""
    newer: Place | None


def find(asked: Asked, languages: Sequence[str], user: Any) -> Found:
    """The articles asked for, newest first. One query, whatever is asked for."""
    rows = _filtered(asked, languages, user).values_list("published_at", "article_id")
    if asked.newer is not None:
        ordered = _after(rows, asked.newer).order_by("published_at", "article_id")
        taken = [Place(*row) for row in ordered[: A_PAGE + 1]]
        shown, more = taken[:A_PAGE][::-1], len(taken) > A_PAGE
        return _found(shown, has_older=True, has_newer=more)
    ordered = (_before(rows, asked.older) if asked.older else rows).order_by("-published_at", "-article_id")
    taken = [Place(*row) for row in ordered[: A_PAGE + 1]]
    return _found(taken[:A_PAGE], has_older=len(taken) > A_PAGE, has_newer=asked.older is not None)


def _found(shown: Sequence[Place], *, has_older: bool, has_newer: bool) -> Found:
    return Found(
        [place.article for place in shown],
        shown[-1] if shown and has_older else None,
        shown[0] if shown and has_newer else None,
    )


def _before(rows: Any, place: Place) -> Any:
    # The first condition is in the others, too: it is the one by which an index is entered.
    same = Q(published_at=place.published_at, article_id__lt=place.article)
    return rows.filter(published_at__lte=place.published_at).filter(Q(published_at__lt=place.published_at) | same)


def _after(rows: Any, place: Place) -> Any:
    same = Q(published_at=place.published_at, article_id__gt=place.article)
    return rows.filter(published_at__gte=place.published_at).filter(Q(published_at__gt=place.published_at) | same)


def _filtered(asked: Asked, languages: Sequence[str], user: Any) -> "QuerySet[Listed]":
    rows = Listed.objects.all()
    for word in folded(asked.words).split():
        rows = rows.filter(words__contains=word)
    if asked.section is not None:
        rows = rows.filter(section=asked.section)
    if asked.standing:
        jobs = standing(asked.standing, languages).values("article")
        # Plus nothing: the list of jobs is looked up in, instead of being what is begun with. A hundred thousand may
        # stand so, and the first of them that are newest are found sooner than all of them are sorted.
        rows = rows.alias(number=F("article_id") + 0).filter(is_public=True, number__in=jobs)
    if asked.is_mine:
        name = user.get_full_name().strip()
        own = Q(owner=user)
        if name:
            by_them = ArticleAuthor.objects.filter(person__name=name)
            own |= Q(article__in=by_them.values("page"))
        rows = rows.filter(own)
    return rows


def standing(kind: str, languages: Sequence[str]) -> "QuerySet[Job]":
    """The jobs that stand so in any of these languages. Missing: nothing has been made for it so far."""
    jobs = Job.objects.filter(lang__in=languages).order_by()
    return jobs.filter(made_state="") if kind == MISSING else jobs.filter(state=kind)


def counts(languages: Sequence[str]) -> dict[str, int]:
    """How many translations stand so, up to `MOST_COUNTED`. One query: of each kind no more is read than is counted."""
    parts: list[str] = []
    values: list[Any] = []
    for kind in STANDINGS:
        jobs = standing(kind, languages).filter(article__listed__is_public=True).values_list("pk")[:MOST_COUNTED]
        sql, given = jobs.query.sql_with_params()
        parts.append(f"(SELECT COUNT(*) FROM ({sql}) AS jobs)")  # noqa: S608 - made by Django, values beside it
        values += given
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}", values)
        found = cursor.fetchone()
    return dict(zip(STANDINGS, found, strict=True))
