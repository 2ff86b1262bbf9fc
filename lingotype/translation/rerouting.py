"""Changing a pair's order of engines at the desk, and giving it back to the settings file."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lingotype.translation import desk_routes, installed
from lingotype.translation.models import DeskRoute
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.routes import Policy, RouteTable
from lingotype.translation.wanted import ask_again_for

_SETTLED_SECONDS = 2 * desk_routes.READ_AGAIN_SECONDS
"""By then every worker knows of the change."""


class RouteRefusedError(ValueError):
    """No such order of engines can be. `reason` says why, in the editor's language."""

    def __init__(self, reason: str | Promise) -> None:
        super().__init__(str(reason))
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Standing:
    """How a pair's order came about."""

    engines: tuple[str, ...]
    """Those that count, best first."""
    of_file: tuple[str, ...]
    """What the settings file says."""
    policy: Policy
    """The gate's, which the desk does not change."""
    row: DeskRoute | None
    """What the desk has said; None where it has said nothing."""
    gone: tuple[str, ...]
    """Named at the desk, and in the settings file no more: they are passed over."""


def standing(pair: LanguagePair, row: DeskRoute | None) -> Standing:
    """The order of a pair, from the desk's row for it."""
    table: RouteTable = settings.LINGOTYPE.routes
    of_file = table.way(pair)
    names = tuple(row.engines) if row is not None else ()
    gone = tuple(name for name in names if name not in settings.LINGOTYPE.engines)
    return Standing(installed.over(of_file, names).engines, of_file.engines, of_file.policy, row, gone)


def order_to_change(pair: LanguagePair) -> list[str]:
    """The pair's engines as they stand now; nobody else changes what the desk has said until the transaction ends."""
    row = DeskRoute.objects.select_for_update().filter(source=pair.source, target=pair.target).first()
    return list(standing(pair, row).engines)


def reroute(pair: LanguagePair, engines: Sequence[str], user: Any) -> None:
    """Put these engines in this order for the pair, from now on and in every process.

    What waits for an engine is tried again, and what the gate holds is judged again. Raises `RouteRefusedError` for
    engines that the settings file does not have, and for none.
    """
    names = list(dict.fromkeys(engines))
    if unknown := [name for name in names if name not in settings.LINGOTYPE.engines]:
        raise RouteRefusedError(_("there is no engine {name} in lingotype.toml").format(name=unknown[0]))
    if not names:
        raise RouteRefusedError(_("a route needs an engine"))
    if tuple(names) == standing(pair, None).of_file:
        as_the_file_says(pair)
        return
    with transaction.atomic():
        DeskRoute.objects.update_or_create(
            source=pair.source, target=pair.target, defaults={"engines": names, "changed_by": user}
        )
        _tell(pair)


def as_the_file_says(pair: LanguagePair) -> None:
    """Take away what the desk has said about the pair."""
    with transaction.atomic():
        if DeskRoute.objects.filter(source=pair.source, target=pair.target).delete()[0]:
            _tell(pair)


def _tell(pair: LanguagePair) -> None:
    desk_routes.read_again()  # what is asked again is judged by the new order
    ask_again_for(pair, _SETTLED_SECONDS)
