"""What stands around amounts: units, ranges and halves that belong to them."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from operator import attrgetter

from lingotype.translation.checks.numbers.amounts import Amount
from lingotype.translation.checks.numbers.lexicon import Lexicon, Role
from lingotype.translation.checks.numbers.tokens import HYPHENS, Kind, Token
from lingotype.translation.checks.numbers.units import CURRENCIES, SIGNS, in_base, share_base

_DASHES = HYPHENS + "–—−"
_HALF = Fraction(1, 2)
_AND_MORE = frozenset({"лишним", "лишком", "гаком", "лішнім", "лішкам", "небольшим"})
"""“20 с лишним лет”: more than twenty years."""
_SQUARE = ("square", "cubic", "sq", "кв", "куб")
"""How words begin that stand between a number and the unit of an area or a room."""
_LATEST_HOUR = 1000


def name_units(tokens: Sequence[Token], amounts: Sequence[Amount], lexicon: Lexicon) -> None:
    """Gives each amount the unit that is written beside it."""
    taken = {index for amount in amounts for index in range(amount.first, amount.last + 1)}
    for amount in amounts:
        if amount.units:
            continue
        at = _after(tokens, amount)
        before = _unit(tokens, amount.first - 1) if amount.first - 1 not in taken else ()
        after = _unit(tokens, at)
        if "hour" in after and amount.in_digits and amount.values[0] > _LATEST_HOUR:
            after = ()  # “on May 5, 2023 at the hour of 14”: Hebrew names the hour before its number.
        if after:
            amount.units = after
            amount.last = max(amount.last, at)
        elif _is_money_before(tokens, amount.first - 1):
            amount.units = before
            amount.first -= 1
        else:
            _name_units_nearby(tokens, amount, at, taken)
            _name_unit_of_fraction(tokens, amount, at, lexicon)


def _name_units_nearby(tokens: Sequence[Token], amount: Amount, at: int, taken: set[int]) -> None:
    """Units that are perhaps meant: “50 американских долларов”, “процентов на 30”."""
    further = [unit for unit in _unit(tokens, at + 1) if unit in CURRENCIES or unit == "percent"]
    if _is_word(tokens, at) and at not in taken:
        amount.others |= {(value, unit) for value in amount.values for unit in further}
    for place in (amount.first - 1, amount.first - 2):
        if place not in taken and place - 1 not in taken and _is_word(tokens, place):
            amount.others |= {(value, unit) for value in amount.values for unit in _unit(tokens, place)}


def _name_unit_of_fraction(tokens: Sequence[Token], amount: Amount, at: int, lexicon: Lexicon) -> None:
    """“A quarter of an hour”: what is divided may stand behind small words."""
    if amount.role is Role.FRACTION:
        while at < len(tokens) and tokens[at].text in lexicon.articles:
            at += 1
        amount.others |= {(value, unit) for value in amount.values for unit in _unit(tokens, at)}


def _after(tokens: Sequence[Token], amount: Amount) -> int:
    """The index of what follows an amount, behind an ending that is hung on it (`5-й`, `15-nə`, `21st`)."""
    at, end = amount.last + 1, tokens[amount.last].end
    if _is_word(tokens, at + 1) and tokens[at + 1].text in _AND_MORE:
        return at + 2
    if _is_abbreviated(tokens, amount, at):
        return at + 1
    if _is_word(tokens, at) and tokens[at].text.startswith(_SQUARE):
        at += 1 + _is_sign(tokens, at + 1, ".")
        return at
    if not amount.in_digits and amount.role is not Role.ORDINAL:
        return at + (_is_sign(tokens, at, HYPHENS) and tokens[at].start == end)
    if _is_sign(tokens, at, HYPHENS + "’'") and tokens[at].start == end and _is_word(tokens, at + 1):
        at, end = at + 1, tokens[at].end
    is_hung = at > amount.last + 1 and _is_word(tokens, at) and len(tokens[at].text) < 3
    if _is_word(tokens, at) and tokens[at].start == end and (is_hung or not _unit(tokens, at)):
        at += 1
    return at


def _is_abbreviated(tokens: Sequence[Token], amount: Amount, at: int) -> bool:
    """Whether the amount ends with a shortened scale and its full stop, and a unit follows: “300 тыс. евро”."""
    last = tokens[amount.last]
    is_scale = last.kind is Kind.WORD and len(last.text) <= 4 and amount.factor > 1
    return is_scale and _is_sign(tokens, at, ".") and tokens[at].start == last.end and bool(_unit(tokens, at + 1))


def _unit(tokens: Sequence[Token], at: int) -> tuple[str, ...]:
    if not 0 <= at < len(tokens):
        return ()
    token = tokens[at]
    if token.kind is Kind.SIGN:
        return (SIGNS[token.text],) if token.text in SIGNS else ()
    return token.entry.units if token.entry and not token.entry.is_measure else ()


def _is_money_before(tokens: Sequence[Token], at: int) -> bool:
    """Whether a currency's sign or code stands there: `$5`, `USD 5`."""
    units = _unit(tokens, at)
    return bool(units) and (tokens[at].text in SIGNS or (tokens[at].is_capital and units[0] in CURRENCIES))


def _is_word(tokens: Sequence[Token], at: int) -> bool:
    return 0 <= at < len(tokens) and tokens[at].kind is Kind.WORD


def _is_sign(tokens: Sequence[Token], at: int, signs: str) -> bool:
    return 0 <= at < len(tokens) and tokens[at].kind is Kind.SIGN and tokens[at].text in signs


def add_halves(tokens: Sequence[Token], amounts: list[Amount]) -> None:
    """Reads “two years and a half”: the half that stands behind the noun."""
    taken = {index: amount for amount in amounts for index in range(amount.first, amount.last + 1)}
    for at, token in enumerate(tokens):
        if not (token.entry and token.entry.role in (Role.HALF, Role.HALF_MORE)) or at in taken:
            continue
        half = Amount(at, at, (Fraction(1, 2), Fraction(3, 2)), is_weak=True)
        before = next((taken[index] for index in (at - 1, at - 2, at - 3) if index in taken), None)
        if before:
            more = [value + Fraction(before.factor, 2) for value in before.values]
            before.others |= {(value, unit) for value in more for unit in before.units or ("",)}
            half.others = set(before.others)
        else:
            half.others = {(Fraction(3, 2), unit) for unit in (_unit(tokens, at - 1) or ("",))}
            half.is_weak = False
        amounts.append(half)
    amounts.sort(key=attrgetter("first"))


def share_in_ranges(tokens: Sequence[Token], amounts: Sequence[Amount], lexicon: Lexicon) -> None:
    """Gives one end of a range what only the other one names: “5–10 млн долларов”, “$5 to 10 million”."""
    for left, right in reversed(list(pairwise(amounts))):
        if _are_connected(tokens, left, right, lexicon):
            _share(right, left)
    for left, right in pairwise(amounts):
        if _are_connected(tokens, left, right, lexicon):
            _share(left, right)
            _share_century(left, right)


def _share_century(left: Amount, right: Amount) -> None:
    """Reads the second year of “1986–88”."""
    year, short = left.values[0], right.values[0]
    is_apart = right.first - left.last > 1  # “1987 88” is no range
    if is_apart and left.in_digits and right.in_digits and 1000 <= year < 2100 and 0 <= short < 100:
        right.others.add((int(year) // 100 * 100 + short, ""))


def _are_connected(tokens: Sequence[Token], left: Amount, right: Amount, lexicon: Lexicon) -> bool:
    between = tokens[left.last + 1 : right.first]
    return len(between) <= 3 and all(
        token.text in lexicon.connectors if token.kind is Kind.WORD else token.text in _DASHES + ",/"
        for token in between
    )


def _share(giver: Amount, taker: Amount) -> None:
    units = set(giver.units) | {unit for _, unit in giver.others if unit}
    units.discard("clock")
    factors = {1} if taker.factor > 1 else {1, giver.factor}
    if not taker.units or factors != {1}:
        for unit in set(taker.units) or units or {""}:
            taker.others |= {(value * factor, unit) for value in taker.values for factor in factors}


def share_currency(amounts: Sequence[Amount]) -> None:
    """Lets millions without a currency be of the one that is named: “a hundred dollars became a million”."""
    currencies = {unit for amount in amounts for unit in amount.units if unit in CURRENCIES}
    for amount in amounts if currencies else ():
        if amount.factor >= 1000 and not amount.units:
            amount.others |= {(value, currency) for value in amount.values for currency in currencies}


def multiply_vague(amounts: Sequence[Amount]) -> None:
    """Reads “сотни тысяч” as hundred thousands, too: another language may say it in one number."""
    for many, scale in pairwise(amounts):
        is_vague = many.is_weak and scale.is_weak and many.role in (Role.GROUP, Role.SCALE) and scale.role is Role.SCALE
        if is_vague and scale.first - many.last <= 2:
            products = {(one * other, "") for one in many.values for other in scale.values}
            many.others |= products
            scale.others |= products
    for amount in amounts:
        if amount.is_weak and amount.role is Role.SCALE and amount.values == (100 * amount.factor,):
            amount.others |= {(100, ""), (amount.factor, "")}


def add_sums(tokens: Sequence[Token], amounts: Sequence[Amount]) -> None:
    """Reads two amounts as one: “2 hours 30 minutes”, “$3 and 50 cents”, “2 млн 300 тысяч”."""
    for major, minor in pairwise(amounts):
        if minor.first - major.last > 2 or not (major.values and minor.values):
            continue
        one, other = major.values[0], minor.values[0]
        if major.factor > minor.factor > 1 and one > other:
            sums = {(one + other, unit) for unit in minor.units or ("",)}
        elif major.units and minor.units and major.units != minor.units and share_base(major.units[0], minor.units[0]):
            reading = in_base(one, major.units[0], minor.units[0])
            sums = {(reading.value + in_base(other, minor.units[0], major.units[0]).value, reading.unit)}
        else:
            continue
        major.others |= sums
        minor.others |= sums
