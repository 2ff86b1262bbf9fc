"""The newsroom's purger, as `lingotype.toml` names it."""

from functools import cache

from django.conf import settings

from lingotype.delivery.purgers import build
from lingotype.delivery.purgers.base import Purger, PurgeSettings


def purger() -> Purger | None:
    """The purger of `[purge]`; None where nothing in front of us keeps pages."""
    table: PurgeSettings | None = settings.LINGOTYPE.purge
    return None if table is None else _purger(table)


@cache
def _purger(table: PurgeSettings) -> Purger:
    return build(table)
