"""What each engine was sent in each month, so that a budget blocks before it is passed and not after the bill."""

from datetime import date

from django.db.models import F
from django.utils import timezone

from lingotype.translation.engines import Engine, EngineError
from lingotype.translation.models import EngineUse


def spend(engine: Engine, characters: int) -> None:
    """Take these characters, which are about to be sent, from the engine's budget of this month (in UTC).

    A call that fails stays counted: services count what they were sent. Any number of workers may spend at once.
    Raises `EngineError` when the budget does not hold them; nothing is taken then.
    """
    limit = engine.max_characters_per_month
    if limit is None:
        return
    use, _ = EngineUse.objects.get_or_create(engine=engine.name, month=_month())
    rows = EngineUse.objects.filter(pk=use.pk, characters__lte=limit - characters)
    if not rows.update(characters=F("characters") + characters):
        raise EngineError(
            f"its budget for {use.month:%B %Y} does not hold {characters:,} characters more "
            f"({use.characters:,} of {limit:,} are used): raise max_characters_per_month, or wait for the next month",
            engine=engine.name,
        )


def used(engine: str) -> int:
    """Characters that the engine was sent in this month, if it has a budget."""
    row = EngineUse.objects.filter(engine=engine, month=_month()).first()
    return row.characters if row is not None else 0


def _month() -> date:
    return timezone.now().date().replace(day=1)
