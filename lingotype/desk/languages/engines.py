"""The newsroom's engines as the screen shows them: whether they answer, and what is left of their budget. Two queries.

No engine is asked: what workers have seen of them is written down (`translation/health.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from babel.numbers import format_decimal
from django.conf import settings
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lingotype.desk.in_words import in_words
from lingotype.desk.languages_panel import cost_in_words
from lingotype.desk.locales import editors_locale
from lingotype.translation import installed
from lingotype.translation.budget import all_used, cost_at, has_months, is_nearly_used
from lingotype.translation.engines import Engine, EngineSettingsError
from lingotype.translation.models import EngineHealth

_WELL, _FAILS, _PASSED_OVER = gettext_lazy("answers"), gettext_lazy("fails"), gettext_lazy("passed over")
_UNKNOWN, _WRONG = gettext_lazy("not asked yet"), gettext_lazy("set up wrongly")


@dataclass(frozen=True, slots=True)
class Health:
    """What is known of one engine."""

    state: str
    """A word for the style sheet: `published` is well, `held` is a warning, `failed` is bad; empty: not known."""
    label: str | Promise
    since: datetime | None
    """When it was seen so."""
    error: str
    """What it said when it failed last, also where it answers again."""
    failed_at: datetime | None


@dataclass(frozen=True, slots=True)
class EngineRow:
    """One engine."""

    name: str
    kind: str
    """Its type in the settings file."""
    health: Health
    is_elsewhere: bool
    """Whether texts leave the newsroom."""
    used: str
    """This month, in words; empty where nobody counts."""
    left: str
    """Of its budget; empty where it has none."""
    percent: int | None
    """Of its budget that is used."""
    is_nearly_full: bool


def engine_rows() -> list[EngineRow]:
    """Every engine of the settings file, in its order."""
    health = {row.engine: row for row in EngineHealth.objects.filter(engine__in=settings.LINGOTYPE.engines)}
    used = all_used()
    return [_row(name, health.get(name), used) for name in settings.LINGOTYPE.engines]


def _row(name: str, row: EngineHealth | None, used: Mapping[str, int]) -> EngineRow:
    kind = str(settings.LINGOTYPE.engines[name].get("type", ""))
    try:
        engine = installed.engine(name)
    except EngineSettingsError as error:
        wrong = Health("failed", _WRONG, None, str(error), None)
        return EngineRow(name, kind, wrong, False, "", "", None, False)
    return _budget(engine, kind, health_of(row), used.get(name, 0))


def _budget(engine: Engine, kind: str, health: Health, used: int) -> EngineRow:
    limit = engine.max_characters_per_month
    said = (cost_in_words(cost_at(engine, used)) or _("nothing")) if has_months(engine) else ""
    if limit is None:
        return EngineRow(engine.name, kind, health, engine.leaves_newsroom, said, "", None, False)
    left = _("{left} of {limit} characters are left").format(left=_number(max(0, limit - used)), limit=_number(limit))
    return EngineRow(
        engine.name, kind, health, engine.leaves_newsroom, said, left,
        min(100, round(100 * used / limit)), is_nearly_used(used, limit),
    )  # fmt: skip


def health_of(row: EngineHealth | None) -> Health:
    """What the workers' last words about an engine mean."""
    if row is None or (row.answered_at is None and row.failed_at is None):
        return Health("", _UNKNOWN, None, "", None)
    if row.failed_at is None or (row.answered_at is not None and row.answered_at > row.failed_at):
        return Health("published", _WELL, row.answered_at, in_words(row.error), row.failed_at)
    if row.passed_over_until is not None and row.passed_over_until > timezone.now():
        return Health("held", _PASSED_OVER, row.failed_at, in_words(row.error), row.failed_at)
    return Health("failed", _FAILS, row.failed_at, in_words(row.error), row.failed_at)


def _number(count: int) -> str:
    return str(format_decimal(count, locale=editors_locale()))
