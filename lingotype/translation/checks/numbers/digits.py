"""Numbers written in digits: what they may be worth in a language's notation."""

import re
from fractions import Fraction

from lingotype.language.facts import LANGUAGES
from lingotype.translation.checks.numbers.table import Number

SPACES = " \u00a0\u202f\u2009"
"""The spaces that stand between groups of three digits."""
LONGEST = 24
"""A longer row of digits is a code, not a quantity."""

_MARKS = re.compile(r"[.,٫٬'’]")
_FOREIGN_GROUPS = {"es": ","}
"""Where the other mark is common for thousands, too: newspapers of Mexico and of the United States write 1,250."""


def values_of(written: str, language: str) -> tuple[Number, ...]:
    """What the digits may be worth: one value, two where the notation leaves it open, none for a code (`1.2.3`)."""
    digits = written.translate(_WITHOUT_SPACES)
    if len(digits) > LONGEST:
        return ()
    marks = _MARKS.findall(digits)
    if not marks:
        return (int(digits),)
    return _with_several_marks(digits, marks) if len(marks) > 1 else _with_one_mark(digits, marks[0], language)


def _with_one_mark(digits: str, last: str, language: str) -> tuple[Number, ...]:
    head, tail = _MARKS.split(digits)
    as_decimal, as_thousands = _decimal(head, tail), int(head + tail)
    if len(tail) != 3 or len(head) > 3 or head.startswith("0"):
        return (as_decimal,)
    facts = LANGUAGES.get(language)
    if last in "'’" or (facts and last == facts.group):
        return (as_thousands,)
    if facts and last == facts.decimal:
        return (as_thousands, as_decimal) if _FOREIGN_GROUPS.get(language) == last else (as_decimal,)
    return as_decimal, as_thousands


_WITHOUT_SPACES = {ord(space): None for space in SPACES}


def _with_several_marks(digits: str, marks: list[str]) -> tuple[Number, ...]:
    """`1,250.50` and `1.250.000`; anything else is no quantity."""
    parts = _MARKS.split(digits)
    is_mixed = marks[-1] != marks[0] and len(set(marks[:-1])) == 1
    groups = parts[1:-1] if is_mixed else parts[1:]
    if not 1 <= len(parts[0]) <= 3 or any(len(group) != 3 for group in groups):
        return ()
    if is_mixed:
        return (_decimal("".join(parts[:-1]), parts[-1]),)
    return (int("".join(parts)),) if len(set(marks)) == 1 else ()


def _decimal(head: str, tail: str) -> Number:
    value = Fraction(int(head + tail), 10 ** len(tail))
    return value.numerator if value.denominator == 1 else value
