"""Numbers, dates and denials of two texts: whether both say the same."""

from dataclasses import dataclass
from html import escape

from lingotype.translation.checks.negation.languages import TABLES as NEGATIONS
from lingotype.translation.checks.numbers.facts import Fact
from lingotype.translation.checks.numbers.languages import TABLES
from lingotype.translation.checks.numbers.lexicon import lexicon
from lingotype.translation.checks.numbers.reader import facts_in
from lingotype.translation.checks.numbers.units import are_compatible
from lingotype.translation.checks.text import Text


@dataclass(frozen=True, slots=True)
class Figures:
    """What a text states in numbers, and whether it denies."""

    facts: tuple[Fact, ...]
    written: tuple[str, ...]
    """How each fact is written."""
    denies: bool | None
    """None where no table knows the language's denials."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What two texts have in common."""

    same: tuple[str, ...]
    missing: int
    """Numbers of the first that the second does not have."""
    extra: int
    denial: int
    """1 where both deny, -1 where one does and the other does not, else 0."""


def figures_of(words: str, lang: str) -> Figures:
    """The figures of a plain text."""
    text = Text(escape(words, quote=False), lang)
    facts = [fact for fact in facts_in(text, lexicon(lang if lang in TABLES else "")) if fact.is_required]
    table = NEGATIONS.get(lang)
    low = words.lower().replace("’", "'").replace("ё", "е")
    denies = None if table is None else table.denies.search(table.idiom.sub(" ", low)) is not None
    return Figures(tuple(facts), tuple(text.plain[slice(*fact.span)] for fact in facts), denies)


def compared(one: Figures, other: Figures) -> Agreement:
    """How far the figures of a retelling are those of a source."""
    same = [written for fact, written in zip(one.facts, one.written, strict=True) if _has(other, fact)]
    extra = sum(not _has(one, fact) for fact in other.facts)
    denial = 0
    if one.denies is not None and other.denies is not None and (one.denies or other.denies):
        denial = 1 if one.denies == other.denies else -1
    return Agreement(tuple(same), len(one.facts) - len(same), extra, denial)


def _has(figures: Figures, fact: Fact) -> bool:
    return any(
        mine.value == other.value and are_compatible(mine.unit, other.unit)
        for mine in fact.readings
        for found in figures.facts
        for other in found.readings
    )
