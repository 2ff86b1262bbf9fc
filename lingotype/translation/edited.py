"""How much of a machine's work a person changed before it went to readers: what the figures of a pair are made of."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils import timezone
from rapidfuzz.distance import Levenshtein
from wagtail.models import Revision
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from lingotype.newsroom.models import ArticlePage
from lingotype.translation.checks.text import Text


def monday() -> date:
    """The first day of this week, in the newsroom's time."""
    today = timezone.localdate()
    return today - timedelta(days=today.weekday())


def share_changed(page: ArticlePage) -> float | None:
    """The share of characters in which this translation differs from the last one that a machine made of it.

    From 0 (the same) to 1; None where no machine's version is kept. Two queries.
    """
    # Workers save in nobody's name.
    revision = Revision.objects.for_instance(page).filter(user=None).order_by("-created_at", "-pk").first()
    if revision is None:
        return None
    machine = revision.as_object()
    return change(dict(_texts(machine)), dict(_texts(page)))


def change(before: dict[str, str], after: dict[str, str]) -> float:
    """The share of characters that differ between texts of the same names, from 0 to 1."""
    changed = longest = 0
    for name in before.keys() | after.keys():
        left, right = before.get(name, ""), after.get(name, "")
        longest += max(len(left), len(right))
        changed += Levenshtein.distance(left, right)
    return changed / longest if longest else 0.0


def _texts(page: ArticlePage) -> Iterator[tuple[str, str]]:
    """The plain text of each place; several of one place are told apart by their number."""
    counts: dict[str, int] = {}
    for value in extract_segments(page):
        if isinstance(value, StringSegmentValue):
            number = counts[value.path] = counts.get(value.path, 0) + 1
            yield f"{value.path} {number}", Text(value.string.data, "").plain
