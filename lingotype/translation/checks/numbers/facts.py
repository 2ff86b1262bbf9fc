"""What a text states in numbers."""

from dataclasses import dataclass

from lingotype.translation.checks.numbers.units import Reading
from lingotype.translation.checks.text import Span


@dataclass(frozen=True, slots=True)
class Fact:
    """A number of a text, with every way to understand it."""

    readings: frozenset[Reading]
    span: Span
    """Where it stands in the plain text."""
    is_required: bool = True
    """Whether a translation must have it, too; the others only answer for one that it has."""
    group: str = ""
    """Facts of one group that are not required must still not change: a first into a second, March into May."""
    parts: tuple["Fact", ...] = ()
    """The numbers it consists of: a time may be a score after all."""
    is_word: bool = False
    """Whether it stands there in letters only."""
