"""What a text states in numbers."""

from dataclasses import dataclass

from lingotype.translation.checks.numbers.table import Number
from lingotype.translation.checks.numbers.units import Reading, are_compatible
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
    value: Number | None = None
    """What is written there, before anything around it: as often as the source has it the translation needs it."""
    kind: str = ""
    """`time` or `date` where the text itself says that it is one: it answers for nothing of the other kind."""

    def may_be(self, other: "Fact") -> bool:
        """Whether the two may say the same."""
        shared = self.readings & other.readings
        if self.kind and other.kind and self.kind != other.kind:
            return False
        if self.kind == other.kind == "time":
            return any(reading.unit == "clock" for reading in shared)
        return bool(shared) or any(
            one.value == two.value and are_compatible(one.unit, two.unit)
            for one in self.readings
            for two in other.readings
        )
