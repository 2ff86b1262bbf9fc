"""What each engine was sent in each month and for each article, so that a budget blocks before it is passed.

Whoever works on an article says so (`charged_to`); what engines are sent meanwhile is counted for it, too.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import F, Sum
from django.utils import timezone

from lingotype.translation.engines import Engine
from lingotype.translation.engines.errors import BudgetUsedUpError
from lingotype.translation.models import ArticleUse, EngineUse

NEARLY = 80
"""The share of a budget, in hundredths, from which on it is nearly used up."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What engines were sent, and what it cost by currency; no currency where no engine has a price."""

    characters: int = 0
    amounts: dict[str, Decimal] = field(default_factory=dict)

    def __add__(self, other: "Cost") -> "Cost":
        amounts = {**self.amounts}
        for currency, amount in other.amounts.items():
            amounts[currency] = amounts.get(currency, Decimal(0)) + amount
        return Cost(self.characters + other.characters, amounts)


_charged: ContextVar[tuple[int, str] | None] = ContextVar("charged", default=None)
_counted: ContextVar[dict[str, Cost] | None] = ContextVar("counted", default=None)


@contextmanager
def charged_to(article_id: int, lang: str) -> Iterator[None]:
    """Count what engines are sent in this block for that language of that article."""
    token = _charged.set((article_id, lang))
    try:
        yield
    finally:
        _charged.reset(token)


@contextmanager
def counted() -> Iterator[dict[str, Cost]]:
    """Count, beside all else, what each engine is sent in this block, by its name."""
    costs: dict[str, Cost] = {}
    token = _counted.set(costs)
    try:
        yield costs
    finally:
        _counted.reset(token)


def cost_at(engine: Engine, characters: int) -> Cost:
    """What so many characters cost at that engine."""
    amount = engine.price_per_million * characters / 1_000_000
    return Cost(characters, {engine.currency: amount} if engine.currency else {})


def spend(engine: Engine, characters: int) -> None:
    """Count these characters, which are about to be sent, for the engine's month (in UTC) and for the article at hand.

    Months are counted where somebody else counts them, too: for services, and wherever there is a budget or a price.
    A call that fails stays counted: services count what they were sent. Any number of workers may spend at once.
    Raises `BudgetUsedUpError` when the engine has a budget that does not hold them; nothing is counted then.
    """
    with transaction.atomic():
        if has_months(engine) and not _take(engine, characters):
            EngineUse.objects.get_or_create(engine=engine.name, month=_month())  # the first call of the month
            if not _take(engine, characters):
                raise _over_budget(engine, characters)
        if (charged := _charged.get()) is not None:
            _charge(engine, characters, *charged)
    if (costs := _counted.get()) is not None:
        costs[engine.name] = costs.get(engine.name, Cost()) + cost_at(engine, characters)


def has_months(engine: Engine) -> bool:
    """Whether it is counted what this engine is sent in a month."""
    return engine.leaves_newsroom or engine.max_characters_per_month is not None or bool(engine.price_per_million)


def _take(engine: Engine, characters: int) -> bool:
    """Count them in the month's row. Returns False where there is none yet, or where the budget does not hold them."""
    rows = EngineUse.objects.filter(engine=engine.name, month=_month())
    limit = engine.max_characters_per_month
    if limit is not None:
        rows = rows.filter(characters__lte=limit - characters)
    return bool(rows.update(characters=F("characters") + characters))


def _over_budget(engine: Engine, characters: int) -> BudgetUsedUpError:
    return BudgetUsedUpError(
        f"its budget for {_month():%B %Y} does not hold {characters:,} characters more ({used(engine.name):,} of "
        f"{engine.max_characters_per_month:,} are used): raise max_characters_per_month, or wait for the next month",
        engine=engine.name,
    )


def _charge(engine: Engine, characters: int, article_id: int, lang: str) -> None:
    row: dict[str, Any] = {
        "article_id": article_id, "lang": lang, "engine": engine.name, "currency": engine.currency,
    }  # fmt: skip
    cost = engine.price_per_million * characters / 1_000_000
    more = {"characters": F("characters") + characters, "cost": F("cost") + cost}
    if not ArticleUse.objects.filter(**row).update(**more):
        ArticleUse.objects.bulk_create([ArticleUse(**row)], ignore_conflicts=True)  # another worker may be as far
        ArticleUse.objects.filter(**row).update(**more)


def used(engine: str) -> int:
    """Characters that the engine was sent in this month, where its months are counted."""
    row = EngineUse.objects.filter(engine=engine, month=_month()).first()
    return row.characters if row is not None else 0


def is_nearly_used(characters: int, limit: int) -> bool:
    """Whether of a budget of `limit` so little is left that people should know."""
    return characters * 100 >= limit * NEARLY


def all_used() -> dict[str, int]:
    """The same for every engine, by its name. One query."""
    return dict(EngineUse.objects.filter(month=_month()).values_list("engine", "characters"))


def costs_of(articles: Iterable[int]) -> dict[tuple[int, str], Cost]:
    """What each language of these articles was sent and has cost, by article and language. One query."""
    rows = ArticleUse.objects.filter(article__in=list(articles)).order_by().values("article_id", "lang", "currency")
    found: dict[tuple[int, str], Cost] = {}
    for row in rows.annotate(characters=Sum("characters"), cost=Sum("cost")):
        key = row["article_id"], row["lang"]
        amounts = {row["currency"]: row["cost"]} if row["currency"] else {}
        found[key] = found.get(key, Cost()) + Cost(row["characters"], amounts)
    return found


def _month() -> date:
    return timezone.now().date().replace(day=1)
