"""Units: which must be named, and which quantities are the same in other units."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from lingotype.translation.checks.numbers.table import Number


class Reading(NamedTuple):
    """One thing that a number may say."""

    value: Number
    unit: str = ""
    """A unit, a currency, `clock` (minutes after midnight), `month`, `weekday`, `code`; empty where none is said."""


SIGNS = {
    "%": "percent",
    "$": "dollar",
    "¢": "cent",
    "€": "EUR",
    "£": "GBP",
    "₽": "RUB",
    "₴": "UAH",
    "₪": "ILS",
    "₼": "AZN",
    "₸": "KZT",
    "₺": "TRY",
    "₾": "GEL",
    "¥": "CNY",
    "₹": "rupee",
    "₿": "bitcoin",
}
"""Signs before or after a number. The yen's sign is the yuan's too; the two are not told apart."""

CURRENCIES = frozenset(
    {"dollar", "cent", "EUR", "eurocent", "RUB", "kopeck", "UAH", "GBP", "penny", "CNY", "ILS", "agora", "AZN", "KZT"}
    | {"PLN", "TRY", "CHF", "BYN", "GEL", "peso", "rupee", "krone", "bitcoin"}
)
_STRICT = CURRENCIES | {"RUB/BYN", "percent", "clock", "month-name", "weekday", "code"}

_BASES: dict[str, tuple[tuple[str, Number], ...]] = {
    "second": (("=seconds", 1),),
    "minute": (("=seconds", 60),),
    "hour": (("=seconds", 3_600),),
    "day": (("=seconds", 86_400),),
    "week": (("=seconds", 604_800),),
    "month": (("=months", 1),),
    "year": (("=months", 12),),
    "decade": (("=months", 120),),
    "century": (("=months", 1_200),),
    "mm": (("=mm", 1),),
    "cm": (("=mm", 10),),
    "metre": (("=mm", 1_000),),
    "km": (("=mm", 1_000_000),),
    "gram": (("=grams", 1),),
    "kg": (("=grams", 1_000),),
    "tonne": (("=grams", 1_000_000),),
    "cent": (("=dollar", 1), ("=EUR", 1)),
    "dollar": (("=dollar", 100),),
    "EUR": (("=EUR", 100),),
    "eurocent": (("=EUR", 1),),
    "kopeck": (("=RUB", 1), ("=UAH", 1), ("=BYN", 1)),
    "RUB": (("=RUB", 100), ("RUB/BYN", 1)),
    "BYN": (("=BYN", 100), ("RUB/BYN", 1)),
    "UAH": (("=UAH", 100),),
    "GBP": (("=GBP", 100),),
    "penny": (("=GBP", 1), ("=dollar", 1)),
    "ILS": (("=ILS", 100),),
    "agora": (("=ILS", 1),),
    "percent": (("", Fraction(1, 100)),),
}
"""The same quantity in a common unit, for those that newspapers put for one another: two weeks, fourteen days."""


def readings_of(value: Number, unit: str) -> Iterator[Reading]:
    """The number with its unit, and the same quantity in the units that may stand for it."""
    yield Reading(value, unit)
    for base, factor in _BASES.get(unit, ()):
        yield Reading(value * factor, base)
    if unit == "hour" and 0 <= value <= 24:
        yield Reading(value * 60, "clock")


def are_compatible(one: str, other: str) -> bool:
    """Whether two numbers of the same value may be the same though one names no unit, or the other."""
    if one == other:
        return True
    if one and other:
        return False
    return not is_strict(one or other)


def is_strict(unit: str) -> bool:
    """Whether a translation must name the unit; others may be left to the sentence ("aged 45")."""
    return unit in _STRICT or unit.startswith("=")


def share_base(one: str, other: str) -> bool:
    """Whether the two units measure the same thing: hours and minutes, dollars and cents."""
    return bool({base for base, _ in _BASES.get(one, ()) if base} & {base for base, _ in _BASES.get(other, ()) if base})


def in_base(value: Number, unit: str, base_of: str) -> Reading:
    """A quantity in the common unit of `unit` and `base_of`. Raises `KeyError` where they share none."""
    factors = dict(_BASES[unit])
    base = next(base for base, _ in _BASES[base_of] if base and base in factors)
    return Reading(value * factors[base], base)
