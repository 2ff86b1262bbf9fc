"""From a pair of languages to a translation: the first engine of the route that answers, the rest as its fallback."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from lingotype.translation import health, installed
from lingotype.translation.engines import Engine, EngineError
from lingotype.translation.engines.context import Context
from lingotype.translation.engines.errors import BudgetUsedUpError
from lingotype.translation.markup import translate_segments
from lingotype.translation.notation import rewrite_numbers
from lingotype.translation.pairs import LanguagePair

log = logging.getLogger(__name__)


class NoEngineError(Exception):
    """No engine translates this pair here. `str()` says what to configure."""


class AllEnginesFailedError(Exception):
    """Every engine of the pair failed. `str()` names each with its error; `is_retryable` says whether to try again."""

    def __init__(self, refusals: Sequence[EngineError]) -> None:
        super().__init__("; ".join(str(error) for error in refusals))
        self.is_retryable = any(error.retryable for error in refusals)


@dataclass(frozen=True, slots=True)
class Routed:
    """What an engine answered, one translation a segment, and its name."""

    translations: tuple[str, ...]
    engine: str


def translate_by_route(
    segments: Sequence[str], pair: LanguagePair, context: Context | None = None, *, only: str = ""
) -> Routed:
    """Translate segments of inline HTML; numbers come in the reader's notation.

    An engine that has kept failing is passed over for a while. `context` says what engines may know about the
    article and the newsroom's terms; `only` names an engine that is asked instead of the route's. Raises
    `NoEngineError` and `AllEnginesFailedError`.
    """
    engines = installed.engines_for(pair)
    if only:
        asked = installed.engine_for(only, pair)
        engines = [asked] if asked is not None else []
    if not engines:
        raise NoEngineError(installed.what_to_configure(pair))
    refusals: list[EngineError] = []
    for engine in engines:
        try:
            answers = _ask(engine.within(context) if context is not None else engine, segments, pair)
        except EngineError as error:
            log.warning("%s", error)
            refusals.append(error)
        else:
            return Routed(tuple(rewrite_numbers(answer, pair) for answer in answers), engine.name)
    raise AllEnginesFailedError(refusals)


def _ask(engine: Engine, segments: Sequence[str], pair: LanguagePair) -> list[str]:
    """The engine's answer, unless its breaker is open. Raises `EngineError`, and tells the breaker."""
    breaker = engine.breaker
    if not breaker.may_ask():
        why = f"passed over for {breaker.seconds_left:.0f} s more, because it keeps failing: {breaker.why}"
        raise EngineError(why, engine=engine.name, pair=pair, retryable=True)
    try:
        answers = translate_segments(engine, segments, pair)
    except EngineError as error:
        if error.retryable:
            breaker.failed(error.message)
        else:
            breaker.learned_nothing()
        if not isinstance(error, BudgetUsedUpError):
            health.failed(engine.name, error.message, breaker.seconds_left)
        raise
    breaker.succeeded()
    health.answered(engine.name)
    return answers
