"""The pairs of this newsroom as the screen shows them: their route, and how well they do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from babel.numbers import format_decimal, format_percent
from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lingotype.desk.languages.figures import Figures, Tally, figures, mondays
from lingotype.desk.languages.plots import Plot, plot
from lingotype.desk.locales import editors_locale
from lingotype.language.facts import LANGUAGES, Language
from lingotype.translation import installed
from lingotype.translation.engines import EngineSettingsError
from lingotype.translation.models import DeskRoute
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.rerouting import Standing, standing
from lingotype.translation.routes import Policy

GATES: Mapping[Policy, str | Promise] = {
    Policy.CHECKED: gettext_lazy("A translation goes out when no check finds an error."),
    Policy.REVIEWED: gettext_lazy("A translation goes out after a person has gone through it."),
    Policy.ALWAYS: gettext_lazy("A translation goes out whatever the checks find."),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One engine of a route."""

    name: str
    is_able: bool
    """Whether it can translate the pair here; otherwise it is passed over."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number over all weeks, and how it went."""

    code: str
    name: str
    value: str
    """In words; `–` where there is nothing to count."""
    plot: Plot | None


@dataclass(frozen=True, slots=True)
class PairRow:
    """One pair."""

    pair: LanguagePair
    source: Language
    target: Language
    steps: Sequence[Step]
    standing: Standing
    gate: str | Promise
    made: int
    figures: Sequence[Figure]

    @property
    def title(self) -> str:
        """“English → Українська”."""
        return pointing(self.source.name, self.target.name)

    @property
    def is_served(self) -> bool:
        """Whether any engine of its route can translate it."""
        return any(step.is_able for step in self.steps)


def pairs() -> list[LanguagePair]:
    """Every language that articles are written in, into every language of the readers."""
    newsroom = settings.LINGOTYPE
    return [
        LanguagePair(source, target) for source in newsroom.editorial for target in newsroom.readers if source != target
    ]


def pair_rows() -> list[PairRow]:
    """All of them. Three queries."""
    rows = {LanguagePair(row.source, row.target): row for row in _desk_rows()}
    counted, days = figures(), mondays()
    return [row_of(pair, rows.get(pair), counted.get(pair, Figures()), days) for pair in pairs()]


def pair_row(pair: LanguagePair) -> tuple[PairRow, Figures]:
    """One of them, and its figures. Three queries."""
    row = next((row for row in _desk_rows() if (row.source, row.target) == (pair.source, pair.target)), None)
    counted = figures().get(pair, Figures())
    return row_of(pair, row, counted, mondays()), counted


def _desk_rows() -> list[DeskRoute]:
    return list(DeskRoute.objects.select_related("changed_by"))


def row_of(pair: LanguagePair, row: DeskRoute | None, counted: Figures, days: Sequence[date]) -> PairRow:
    """A pair in the editor's words."""
    order = standing(pair, row)
    return PairRow(
        pair=pair, source=LANGUAGES[pair.source], target=LANGUAGES[pair.target],
        steps=[Step(name, is_able(name, pair)) for name in order.engines], standing=order,
        gate=GATES[order.policy], made=counted.total.made, figures=figures_of(counted, days),
    )  # fmt: skip


def is_able(name: str, pair: LanguagePair) -> bool:
    """Whether the engine of that name can translate the pair here."""
    try:
        return installed.engine_for(name, pair) is not None
    except EngineSettingsError:
        return False


def figures_of(counted: Figures, days: Sequence[date]) -> list[Figure]:
    """The four figures of a pair, each with its plot."""
    total, weeks = counted.total, counted.weeks
    return [
        _figure("held", _("Held by the gate"), total.share_held, [w.share_held for w in weeks], days),
        _figure("edited", _("Changed after publishing"), total.share_edited, [w.share_edited for w in weeks], days),
        _figure("changed", _("Text that people changed"), total.share_changed, [w.share_changed for w in weeks], days),
        _reports(total, weeks, days),
    ]  # fmt: skip


def _figure(code: str, name: str, value: float | None, values: Sequence[float | None], days: Sequence[date]) -> Figure:
    return Figure(code, name, percent(value), plot(name, values, days, percent, 0.1))


def _reports(total: Tally, weeks: Sequence[Tally], days: Sequence[date]) -> Figure:
    name = _("Readers’ reports per hundred published")
    values = [week.reports_a_hundred for week in weeks]
    return Figure("reports", name, number(total.reports_a_hundred), plot(name, values, days, number, 1))


def pointing(source: str, target: str) -> str:
    """One to the other; the arrow points the same way in a text from right to left."""
    return f"\u2066{source} → {target}\u2069"


def percent(share: float | None) -> str:
    """A share as the editor's language writes it."""
    if share is None:
        return "–"
    rounded = round(share, 2 if share >= 0.1 else 3)
    return str(format_percent(rounded, locale=editors_locale(), decimal_quantization=False))


def number(value: float | None) -> str:
    """A number with at most one digit after the point."""
    return "–" if value is None else str(format_decimal(round(value, 1), locale=editors_locale()))
