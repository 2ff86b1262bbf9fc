"""Times of day: “3 p.m.”, “в 11 вечера”, “half past six”."""

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from lingotype.translation.checks.numbers.amounts import Amount
from lingotype.translation.checks.numbers.lexicon import Entry, Lexicon, Role
from lingotype.translation.checks.numbers.tokens import HYPHENS, Kind, Token

_DOTTED_TIME = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d")
_HOURS = frozenset({("с", "до"), ("з", "до"), ("з", "да"), ("from", "to"), ("de", "a"), ("desde", "hasta")})
_HALF = Fraction(1, 2)
_NOON = 12 * 60
_DAY = 24 * 60


def name_times(tokens: Sequence[Token], amounts: Sequence[Amount]) -> None:
    """Reads the parts of the day beside a time: “3 p.m.”, “в 11 вечера”, “las 7 de la tarde”."""
    is_said = any(token.entry and token.entry.part_of_day for token in tokens)
    _name_opening_hours(tokens, amounts)
    later = ""
    for amount in reversed(amounts):
        written = tokens[amount.first].text
        minutes = _minutes(amount, written)
        if minutes is None:
            later = ""
            continue
        if _DOTTED_TIME.fullmatch(written) or amount.values[0] % 1 == _HALF:
            amount.others.add((minutes, "clock"))
        part = _part_of_day(tokens, amount) if is_said else None
        later = part.part_of_day if part else later
        if later:
            amount.others |= {(time, "clock") for time in _times(minutes, later)}
        elif is_said and minutes <= _NOON:
            amount.others |= {(minutes, "clock"), ((minutes + _NOON) % _DAY, "clock")}
        if part and (part.is_clock_only or {"clock", "hour"} & set(amount.units)):
            amount.values = ()  # Nothing but that time: seven in the evening is no seven.
        elif "clock" in amount.units and minutes % 60 == 0:
            amount.others.add((minutes // 60, ""))


def _name_opening_hours(tokens: Sequence[Token], amounts: Sequence[Amount]) -> None:
    """Reads “с 10 до 18” as hours, too."""
    for left, right in pairwise(amounts):
        before = tokens[left.first - 1].text if left.first else ""
        between = [token.text for token in tokens[left.last + 1 : right.first]]
        if (before, *between) in _HOURS and left.in_digits and right.in_digits:
            for amount in (left, right):
                amount.others |= {(value * 60, "clock") for value in amount.values if 0 <= value <= 24}


def _minutes(amount: Amount, written: str) -> int | None:
    """The amount as a time, if it may be one."""
    if not amount.values:
        return None
    value = amount.values[0]
    if _DOTTED_TIME.fullmatch(written):
        hours, minutes = written.split(".")
        return int(hours) * 60 + int(minutes)
    if "clock" in amount.units or (value % 1 == _HALF and 1 < value < 13):
        return int(value) if "clock" in amount.units else int(value * 60)
    if isinstance(value, int) and 0 <= value <= 12 and (not amount.units or {"hour", "day"} & set(amount.units)):
        return value * 60
    return None


def name_half_hours(tokens: Sequence[Token], amounts: Sequence[Amount], lexicon: Lexicon) -> None:
    """Reads “half past six” and “половина седьмого”, which is half past six as well."""
    for half, hour in pairwise(amounts):
        between = [token.text for token in tokens[half.last + 1 : hour.first]]
        is_past = between == ["past"]
        if half.role is not Role.FRACTION or half.values != (_HALF,) or not (is_past or between in ([], ["на"])):
            continue
        is_next = hour.role is Role.ORDINAL and not lexicon.articles
        if hour.values[:1] and 1 <= hour.values[0] <= 12 and (is_past or is_next):
            early = (int(hour.values[0]) - (not is_past)) * 60 + 30
            times = {(early % _DAY, "clock"), ((early + _NOON) % _DAY, "clock")}
            half.others |= times
            hour.others |= times


def _part_of_day(tokens: Sequence[Token], amount: Amount) -> Entry | None:
    """The part of the day named right after an amount; the hour's unit, endings and small words may stand between."""
    last = tokens[amount.last].entry
    if "day" in amount.units and last and last.part_of_day:
        return last
    for token in tokens[amount.last + 1 : amount.last + 4]:
        if token.entry and token.entry.part_of_day:
            return token.entry
        is_small = token.kind is Kind.WORD and (len(token.text) <= 3 or bool(token.entry and token.entry.units))
        if not (is_small or token.text in HYPHENS):
            break
    return None


def _times(minutes: int, part: str) -> set[int]:
    if minutes > _NOON + 59:
        return {minutes}
    early = minutes % _NOON
    if part == "am":
        return {early}
    if part == "pm" or (part == "day" and early < 8 * 60):
        return {early + _NOON}
    if part == "night":
        return {early} if early < 5 * 60 else {early + _NOON}
    return {early}
