"""Reads a text's facts: tokens, then amounts, then what stands around them."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from lingotype.translation.checks.numbers import context, times
from lingotype.translation.checks.numbers.amounts import Amount, amounts_in
from lingotype.translation.checks.numbers.facts import Fact
from lingotype.translation.checks.numbers.lexicon import Lexicon, Role
from lingotype.translation.checks.numbers.table import Number
from lingotype.translation.checks.numbers.tokens import Kind, Token, tokens_in
from lingotype.translation.checks.numbers.units import CURRENCIES, Reading, is_strict, readings_of
from lingotype.translation.checks.text import Text

_DAY = 24 * 60
_NOON = 12 * 60
_SPEECHLESS = (Kind.WORD, Kind.SIGN)
"""What states nothing in numbers, unless it is in the lexicon or a Roman numeral."""
_WEAK_GROUPS = {Role.ORDINAL: "ordinal", Role.SCALE: "scale", Role.GROUP: "scale", Role.FRACTION: "fraction"}
_ALONE = CURRENCIES | {"hour", "day", "week", "month", "year", "decade", "century"}
"""Units that stand for one of them, too: the last day is the last 24 hours, and “a ticket for a dollar” costs $1."""
_NATIONAL, _LONGEST_COUNTRY = 10, 3
"""Digits of a telephone number without its country's code, and of that code, at most (ITU-T E.164)."""
_TWO_OF, _PLURALS, _NO_PLURALS = "שני", ("ים", "ות"), ("ה", "ב", "ל")
"""Hebrew's “two” before what is counted; elsewhere it is “second” or “Monday”."""
_SCORE_MARKS = frozenset(":-–—")
_OPTIONAL_AFTER = frozenset({"covid", "ковид", "ковід", "ковiд", "קוביד", "коронавирус", "коронавірус", "sars"})


def facts_in(text: Text, words: Lexicon) -> list[Fact]:
    """Everything that the text states in numbers, in its language's notation and these words."""
    tokens = tokens_in(text.plain, text.language, words)
    if not any(token.entry or token.is_capital or token.kind not in _SPEECHLESS for token in tokens):
        return []
    amounts = amounts_in(tokens, words)
    context.name_units(tokens, amounts, words)
    context.add_halves(tokens, amounts)
    context.share_in_ranges(tokens, amounts, words)
    context.add_sums(tokens, amounts)
    context.multiply_vague(amounts)
    times.name_dates(tokens, amounts)
    times.name_times(tokens, amounts)
    times.name_half_hours(tokens, amounts, words)
    context.share_currency(amounts)
    facts = [_fact(tokens, amount) for amount in amounts]
    facts += _other_facts(tokens, amounts)
    facts += _night_before(tokens, amounts)
    return facts


def _fact(tokens: Sequence[Token], amount: Amount) -> Fact:
    said = {(value, unit) for value in amount.values for unit in amount.units or ("",)} | amount.others
    said |= set(_decades(amount)) | set(_shares(amount))
    readings = frozenset(reading for value, unit in said for reading in readings_of(value, unit))
    first, last = tokens[amount.first], tokens[amount.last]
    return Fact(
        readings,
        (first.start, last.end),
        is_required=not _is_weak(tokens, amount),
        group=_WEAK_GROUPS.get(amount.role, "") if amount.is_weak else "",
        parts=tuple(_parts(first)),
        is_word=not amount.in_digits,
        value=amount.value,
        kind=amount.kind,
    )


def _is_weak(tokens: Sequence[Token], amount: Amount) -> bool:
    """Whether another language may do without the amount: the words marked so, a bare 1, the 19 of COVID-19."""
    if amount.is_weak:
        return not _is_two_of(tokens, amount)
    if amount.values == (1,) and not any(is_strict(unit) for unit in amount.units):
        return not (_by_month(tokens, amount) or (amount.in_digits and _is_half_of_score(tokens, amount)))
    before = tokens[max(0, amount.first - 2) : amount.first]
    return any(token.text in _OPTIONAL_AFTER for token in before)


def _is_two_of(tokens: Sequence[Token], amount: Amount) -> bool:
    """Whether Hebrew counts two of something: שני ילדים, but not שני הצדדים, which are “both sides”."""
    if tokens[amount.first].text != _TWO_OF or amount.last + 1 >= len(tokens):
        return False
    counted = tokens[amount.last + 1].text
    return counted.endswith(_PLURALS) and not counted.startswith(_NO_PLURALS)


def _is_half_of_score(tokens: Sequence[Token], amount: Amount) -> bool:
    """Whether a colon or a dash joins it to another number in digits: `1:0`, `2–1`."""
    for mark, other in ((amount.first - 1, amount.first - 2), (amount.last + 1, amount.last + 2)):
        is_inside = 0 <= mark < len(tokens) and 0 <= other < len(tokens)
        if is_inside and tokens[mark].text in _SCORE_MARKS and tokens[other].kind is Kind.DIGITS:
            return True
    return False


def _by_month(tokens: Sequence[Token], amount: Amount) -> bool:
    near = tokens[max(0, amount.first - 2) : amount.last + 3]
    return any(token.entry and token.entry.month for token in near)


def _decades(amount: Amount) -> Iterator[tuple[Number, str]]:
    """The nineties are the 1990s, and the other way round."""
    for value in amount.values:
        if isinstance(value, int) and value % 10 == 0 and not amount.units:
            if 1910 <= value <= 1990:
                yield value - 1900, ""
            elif 20 <= value <= 90 and (amount.in_digits or amount.role is Role.ORDINAL):
                yield value + 1900, ""


def _shares(amount: Amount) -> Iterator[tuple[Number, str]]:
    """A third of something and the third of several are one word in many languages."""
    for value in amount.values if amount.role is Role.ORDINAL else ():
        if value > 2:
            yield Fraction(1) / value, ""


def _parts(token: Token) -> Iterator[Fact]:
    """The numbers that a token consists of: a time may be a score, “3 410” a date and a number."""
    if token.kind in (Kind.TIME, Kind.DIGITS) and not token.text.isdigit():
        for written in re.findall(r"\d+", token.text):
            yield Fact(frozenset({Reading(int(written))}), (token.start, token.end), value=int(written))


def _other_facts(tokens: Sequence[Token], amounts: Sequence[Amount]) -> Iterator[Fact]:
    """Dates, codes and fractions in digits; months, weekdays, noon and midnight in words."""
    taken = {index for amount in amounts for index in range(amount.first, amount.last + 1)}
    numbers = {index for amount in amounts for index in (amount.first - 1, amount.last + 1, amount.last + 2)}
    for at, token in enumerate(tokens):
        span = token.start, token.end
        entry = token.entry
        if token.kind is Kind.DATE:
            yield from _date(token)
        elif token.kind is Kind.CODE:
            yield Fact(_code(token.text), span)
            yield from _country_code(token)
        elif token.kind is Kind.FRACTION:
            yield from _fraction(token)
        elif entry and entry.month:
            by_number = at in numbers
            yield Fact(frozenset({Reading(entry.month, "month-name")}), span, by_number, "month", is_word=True)
        elif entry and entry.weekday:
            yield Fact(frozenset({Reading(entry.weekday, "weekday")}), span, False, "weekday", is_word=True)
        elif entry and set(entry.units) & _ALONE and at not in taken:
            readings = frozenset(reading for unit in entry.units for reading in readings_of(1, unit))
            yield Fact(readings, span, _is_price_of(entry.units, amounts), is_word=True)
        elif entry and entry.clock is not None:
            said = {entry.clock % _DAY} if entry.clock % _NOON == 0 else {entry.clock, (entry.clock + _NOON) % _DAY}
            yield Fact(frozenset(Reading(time, "clock") for time in said), span, False, "clock", is_word=True)


def _is_price_of(units: Sequence[str], amounts: Sequence[Amount]) -> bool:
    """Whether a currency stands alone where an amount in another one is named: “92 рубля за доллар”."""
    currencies = CURRENCIES.intersection(units)
    others = {unit for amount in amounts for unit in amount.units} & CURRENCIES
    return bool(currencies) and bool(others) and currencies.isdisjoint(others)


def _night_before(tokens: Sequence[Token], amounts: Sequence[Amount]) -> Iterator[Fact]:
    """The day before the one that a night leads to: “в ночь на 4 апреля” is the night of April 3-4."""
    for amount in amounts:
        night, joint = (tokens[amount.first - step] if amount.first >= step else None for step in (2, 1))
        is_night = night and night.entry and night.entry.part_of_day == "night"
        if is_night and joint and joint.text == "на" and amount.values and 1 < amount.values[0] <= 31:
            span = tokens[amount.first].start, tokens[amount.last].end
            yield Fact(frozenset({Reading(amount.values[0] - 1)}), span, is_required=False)


def _date(token: Token) -> Iterator[Fact]:
    day, month, year = (int(value) for value in token.values)
    span = token.start, token.end
    is_open = "/" in token.text and day <= 12
    days = {day, month} if is_open else {day}
    yield Fact(frozenset(Reading(number) for number in days), span)
    yield Fact(frozenset(Reading(number, "month-name") for number in (days if is_open else {month})), span)
    years = {year} if year > 99 else {year, 1900 + year, 2000 + year}
    yield Fact(frozenset(Reading(number) for number in years), span)


def _fraction(token: Token) -> Iterator[Fact]:
    """`1/2` is a half, `9/11` may be a date, `24/7` two numbers."""
    one, other = (int(value) for value in token.values)
    for number in (one, other):
        readings = {Reading(number)}
        if other:
            readings.add(Reading(Fraction(one, other)))
        if 1 <= number <= 12:
            readings.add(Reading(number, "month-name"))
        yield Fact(frozenset(readings), (token.start, token.end))


def _code(written: str) -> frozenset[Reading]:
    """A code by its digits; a telephone number also without its country's code."""
    digits = "".join(character for character in written if character.isdigit())
    return frozenset(Reading(int(part[:4000]), "code") for part in {digits, digits[-_NATIONAL:]})


def _country_code(token: Token) -> Iterator[Fact]:
    """What stands before a telephone number: another text may do without, but not have another; Russia's 8 is +7."""
    digits = "".join(character for character in token.text if character.isdigit())
    country = digits[:-_NATIONAL]
    if 1 <= len(country) <= _LONGEST_COUNTRY:
        number = 7 if country == "8" else int(country)
        yield Fact(frozenset({Reading(number, "=country")}), (token.start, token.end), False, "country")
