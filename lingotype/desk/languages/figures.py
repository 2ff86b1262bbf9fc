"""How well each pair does, week by week: three facts of each translation, added up by the database.

Each translation counts once, in the week in which a machine last made it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, F, Q, Sum

from lingotype.desk.models import ReportCount
from lingotype.newsroom.models import ArticlePage, MadeBy
from lingotype.translation.edited import monday
from lingotype.translation.models import Job
from lingotype.translation.pairs import LanguagePair

WEEKS = 12


@dataclass(slots=True)
class Tally:
    """What is counted of some translations."""

    made: int = 0
    """Judged by the gate."""
    held: int = 0
    edited: int = 0
    """Not held, and changed by a person since."""
    read: int = 0
    """Published by a person since."""
    changed: float = 0.0
    """The sum of the shares that were changed in those."""
    reports: int = 0

    def add(self, other: "Tally") -> None:
        """Count those, too."""
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    @property
    def published(self) -> int:
        """How many went out without a person."""
        return self.made - self.held

    @property
    def share_held(self) -> float | None:
        """Of all that were made; None where there were none."""
        return self.held / self.made if self.made else None

    @property
    def share_edited(self) -> float | None:
        """Of those that went out without a person."""
        return self.edited / self.published if self.published else None

    @property
    def share_changed(self) -> float | None:
        """How much of the machine's words, on average, where a person has gone through them."""
        return self.changed / self.read if self.read else None

    @property
    def reports_a_hundred(self) -> float | None:
        """Readers' reports for each hundred that went out without a person in the same time."""
        return 100 * self.reports / self.published if self.published else None


@dataclass(slots=True)
class Figures:
    """One pair's."""

    weeks: Sequence[Tally] = field(default_factory=lambda: [Tally() for _ in range(WEEKS)])
    """The oldest first; the last is this one."""
    engines: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    """Over all weeks, by the engine that made them."""

    @property
    def total(self) -> Tally:
        """Over all weeks."""
        total = Tally()
        for week in self.weeks:
            total.add(week)
        return total


def mondays() -> list[date]:
    """The first days of the weeks, the oldest first."""
    last = monday()
    return [last - timedelta(weeks=WEEKS - 1 - number) for number in range(WEEKS)]


def figures() -> Mapping[LanguagePair, Figures]:
    """Those of every pair that has any. Two queries, of rows that grow with pairs, engines and weeks alone."""
    places = {day: number for number, day in enumerate(mondays())}
    found: dict[LanguagePair, Figures] = defaultdict(Figures)
    for row in _judged(min(places)):
        if row["judged_week"] not in places:  # a clock was wrong
            continue
        held = row["count"] if row["judged_held"] else 0
        edited = 0 if row["judged_held"] else row["edited"]
        tally = Tally(row["count"], held, edited, row["read"], row["changed"] or 0.0)
        one = found[LanguagePair(row["judged_source"], row["lang"])]
        one.weeks[places[row["judged_week"]]].add(tally)
        one.engines[row["engine"]].add(tally)
    for source, lang, week, reports in ReportCount.objects.filter(week__in=places).values_list(
        "source", "lang", "week", "reports"
    ):
        found[LanguagePair(source, lang)].weeks[places[week]].reports += reports
    return found


def _judged(since: date) -> Any:
    rows = Job.objects.filter(judged_week__gte=since).order_by()
    by = rows.values("judged_week", "judged_source", "lang", "engine", "judged_held")
    return by.annotate(
        count=Count("*"), read=Count("judged_change"), changed=Sum("judged_change"),
        edited=Count("judged_change", filter=Q(judged_change__gt=0)),
    )  # fmt: skip


def count_report(page: ArticlePage) -> None:
    """Count a reader's report about what a machine translated for its pair and this week. A few queries.

    A report about people's work, or about what a person has gone through, says nothing of the pair's engines.
    """
    if page.made_by != MadeBy.MACHINE:
        return
    originals = ArticlePage.objects.filter(translation_key=page.translation_key, made_by=MadeBy.ORIGINAL)
    source = originals.values_list("locale__language_code", flat=True).first()
    if source is None:
        return
    row, _is_new = ReportCount.objects.get_or_create(source=source, lang=page.lang, week=monday())
    ReportCount.objects.filter(pk=row.pk).update(reports=F("reports") + 1)
