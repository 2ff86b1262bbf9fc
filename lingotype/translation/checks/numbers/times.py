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
_DAWN = 5 * 60
"""Until then a time of the night is one after midnight."""
_FEW = 5
"""Words and marks between two times that share a part of the day, at most."""


def name_dates(tokens: Sequence[Token], amounts: Sequence[Amount]) -> None:
    """Marks the days of months: “7 ноября”, “November 7”, “the 7th of November”."""
    for amount in amounts:
        if amount.in_digits and len(amount.values) == 1 and 1 <= amount.values[0] <= 31:
            after = [token.entry for token in tokens[amount.last + 1 : amount.last + 4]]
            while len(after) > 1 and after[0] is None:
                del after[0]
            near = [*(token.entry for token in tokens[max(0, amount.first - 1) : amount.first]), *after[:1]]
            if any(entry and entry.month for entry in near):
                amount.kind = "date"


def name_times(tokens: Sequence[Token], amounts: Sequence[Amount]) -> None:
    """Reads the parts of the day beside a time: “3 p.m.”, “в 11 вечера”, “las 7 de la tarde”."""
    said = {token.entry.part_of_day for token in tokens if token.entry and token.entry.part_of_day}
    is_said = bool(said)
    _name_opening_hours(tokens, amounts)
    later, later_at = "", len(tokens)
    for amount in reversed(amounts):
        written = tokens[amount.first].text
        minutes = _minutes(amount, written, tokens[amount.last].entry)
        if minutes is None or amount.kind == "date":
            later = ""
            continue
        if not _goes_on(tokens[amount.last + 1 : later_at]):
            later = ""
        later_at = amount.first
        if _DOTTED_TIME.fullmatch(written) or amount.values[0] % 1 == _HALF:
            amount.others.add((minutes, "clock"))
        part = _part_of_day(tokens, amount) if is_said and not amount.kind else None
        later = part.part_of_day if part else later
        if later:
            amount.others |= {(time, "clock") for time in _times(minutes, later)}
        elif said == {"am"} or (said == {"night"} and minutes < _DAWN):
            amount.others.add((minutes, "clock"))
        elif said == {"day"} and minutes <= _NOON:
            amount.others |= {(time, "clock") for time in _times(minutes, "day")}
        elif is_said and minutes <= _NOON:
            amount.others |= {(minutes, "clock"), ((minutes + _NOON) % _DAY, "clock")}
        if part and part.part_of_day != "day":
            amount.kind = "time"
            amount.others -= {(value, "hour") for value in amount.values}
        if part and (part.is_clock_only or {"clock", "hour"} & set(amount.units)):
            amount.values = ()  # Nothing but that time: seven in the evening is no seven.
        elif "clock" in amount.units and minutes % 60 == 0:
            amount.others.add((minutes // 60, ""))


def _goes_on(between: Sequence[Token]) -> bool:
    """Whether a part of the day that is named behind a second time may count for the first: “с 7 до 9 вечера”."""
    return len(between) <= _FEW and not any(token.entry and token.entry.month for token in between)


def _name_opening_hours(tokens: Sequence[Token], amounts: Sequence[Amount]) -> None:
    """Reads “с 10 до 18” as hours, too."""
    for left, right in pairwise(amounts):
        before = tokens[left.first - 1].text if left.first else ""
        between = [token.text for token in tokens[left.last + 1 : right.first]]
        if (before, *between) in _HOURS and left.in_digits and right.in_digits:
            for amount in (left, right):
                amount.others |= {(value * 60, "clock") for value in amount.values if 0 <= value <= 24}


def _minutes(amount: Amount, written: str, last: Entry | None) -> int | None:
    """The amount as a time, if it may be one; `last` is what its last word says."""
    if not amount.values:
        return None
    is_day = "day" in amount.units and not (last and last.part_of_day)
    if is_day or (amount.units and not {"clock", "hour", "day"} & set(amount.units)):
        return None
    value = amount.values[0]
    if _DOTTED_TIME.fullmatch(written):
        hours, minutes = written.split(".")
        return int(hours) * 60 + int(minutes)
    if "clock" in amount.units or (value % 1 == _HALF and 1 < value < 13):
        return int(value) if "clock" in amount.units else int(value * 60)
    if isinstance(value, int) and 0 <= value <= 12:
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
    return _part_before(tokens, amount.first)


def _part_before(tokens: Sequence[Token], first: int) -> Entry | None:
    """The part of the day before “o’clock” and its number, as Azerbaijani has them: “axşam saat 7”."""
    part, hour = (tokens[first - step].entry if first >= step else None for step in (2, 1))
    return part if part and part.part_of_day and hour and "hour" in hour.units else None


def _times(minutes: int, part: str) -> set[int]:
    if minutes > _NOON + 59:
        return {minutes}
    early = minutes % _NOON
    if part == "am":
        return {early}
    if part == "pm" or (part == "day" and early < 8 * 60):
        return {early + _NOON}
    if part == "night":
        return {early} if early < _DAWN else {early + _NOON}
    return {early}
