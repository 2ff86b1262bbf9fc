"""The engines and routes of this newsroom, built once a process from its settings."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial

from django.conf import settings

from lingotype.translation import budget, desk_routes
from lingotype.translation.engines import Engine, build
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.routes import RouteTable, Way


@cache
def engine(name: str) -> Engine:
    """The engine of that name in the settings file. Raises `EngineSettingsError`."""
    built = build(name, settings.LINGOTYPE.engines[name])
    built.folder = settings.LINGOTYPE.folder
    built.spend = partial(budget.spend, built)
    return built


def build_all() -> None:
    """Build every engine, so that a wrong option shows now. Raises `EngineSettingsError`."""
    for name in settings.LINGOTYPE.engines:
        engine(name)


def way(pair: LanguagePair) -> Way:
    """The engines and the gate's policy for a pair: the settings file's, with the desk's order where it has one."""
    table: RouteTable = settings.LINGOTYPE.routes
    return over(table.way(pair), desk_routes.order_of(pair))


def over(way: Way, names: Sequence[str]) -> Way:
    """The way with the desk's engines in the place of its own; those that the settings do not have are passed over."""
    present = tuple(name for name in names if name in settings.LINGOTYPE.engines)
    return replace(way, engines=present) if present else way


def site_languages() -> tuple[str, ...]:
    """Every language of this newsroom."""
    return tuple(settings.LINGOTYPE.languages)


def engines_for(pair: LanguagePair) -> list[Engine]:
    """The engines of a pair that can translate it, best first; empty when there is none."""
    return [candidate for name in way(pair).engines if (candidate := engine(name)).can_translate(pair)]


def engine_for(name: str, pair: LanguagePair) -> Engine | None:
    """The engine of that name, if the settings have it and it can translate the pair, whatever the routes say."""
    if name not in settings.LINGOTYPE.engines:
        return None
    found = engine(name)
    return found if found.can_translate(pair) else None


def what_to_configure(pair: LanguagePair) -> str:
    """One line for an editor: why nothing translates this pair, and what to write where."""
    names = way(pair).engines
    if any(name in settings.LINGOTYPE.engines for name in desk_routes.order_of(pair)):
        return (
            f"{', '.join(names)}, chosen at the desk, cannot translate {pair.source} → {pair.target} here: choose "
            "another engine under Languages; lingotype doctor says what each engine needs"
        )
    if not names:
        return (
            f"no engine for {pair.source} → {pair.target}: add to lingotype.toml [[routes]] "
            f'from = "{pair.source}", to = ["{pair.target}"], engines = […]'
        )
    return (
        f"{', '.join(names)} cannot translate {pair.source} → {pair.target} here: add an engine that can to its route "
        "in lingotype.toml; lingotype doctor says what each engine needs"
    )
