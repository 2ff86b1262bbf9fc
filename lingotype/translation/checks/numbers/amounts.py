"""Tokens put together into amounts: "two hundred and five", "3,5 млн", "dos mil millones"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from lingotype.translation.checks.numbers.lexicon import Entry, Lexicon, Role
from lingotype.translation.checks.numbers.table import Number
from lingotype.translation.checks.numbers.tokens import HYPHENS, Kind, Token
from lingotype.translation.checks.numbers.units import SIGNS

_HALF = Fraction(1, 2)
_LARGEST = 10**15
"""A factor beyond which no further scale is a number's."""
_ROMAN = re.compile(r"[IVXІХ]{1,6}")
_ROMAN_CANON = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_TO_LATIN = str.maketrans("ІХ", "IX")


@dataclass(slots=True)
class Amount:
    """A number as it is being read. It is filled step by step, then turned into a `Fact`."""

    first: int
    """The first token's index; `last` is the last one's."""
    last: int
    values: tuple[Number, ...]
    role: Role = Role.CARDINAL
    is_weak: bool = False
    factor: int = 1
    """The scale that the number was multiplied by; the other end of a range may share it."""
    units: tuple[str, ...] = ()
    others: set[tuple[Number, str]] = field(default_factory=set)
    """What else it may say: (value, unit)."""
    in_digits: bool = False
    value: Number | None = None
    """What is written, which nothing that is read around it changes."""
    kind: str = ""
    """`time` where a part of the day is named beside it, `date` where a month is."""


def amounts_in(tokens: Sequence[Token], lexicon: Lexicon) -> list[Amount]:
    """The amounts of a text, in order."""
    amounts: list[Amount] = []
    at = 0
    while at < len(tokens):
        amount = _amount_at(tokens, at, lexicon)
        if amount:
            amount.value = amount.values[0]
            amounts.append(amount)
            at = amount.last
        at += 1
    return amounts


def _amount_at(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Amount | None:
    token = tokens[at]
    entry = token.entry
    numeral = token.text.upper() if token.is_capital else ""
    amount: Amount | None = None
    if token.kind is Kind.TIME:
        amount = Amount(at, at, token.values, units=("clock",), in_digits=True)
    elif _ROMAN.fullmatch(numeral):
        amount = _roman(tokens, at, numeral.translate(_TO_LATIN))
    elif entry and entry.is_measure:
        amount = Amount(at, at, entry.values, units=entry.units)
    elif entry and entry.role is Role.LOOSE:
        amount = Amount(at, at, entry.values, entry.role, is_weak=True)
    elif token.kind is Kind.DIGITS or (entry and entry.role):
        amount = _Composer(tokens, lexicon, at).compose()
    return amount


def _roman(tokens: Sequence[Token], at: int, numeral: str) -> Amount | None:
    if not _ROMAN_CANON.fullmatch(numeral):
        return None
    near = [tokens[index] for index in (at - 2, at - 1, at + 1, at + 2) if 0 <= index < len(tokens)]
    by_century = any(token.entry and token.entry.is_century for token in near)
    if len(numeral) == 1 and not by_century:
        return None
    value, above = 0, 0
    for letter in reversed(numeral):
        worth = _ROMAN_VALUES[letter]
        value += worth if worth >= above else -worth
        above = max(above, worth)
    return Amount(at, at, (value,), Role.ORDINAL, is_weak=not by_century)


class _Composer:
    """Reads one amount from left to right."""

    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon, at: int) -> None:
        self.tokens, self.lexicon, self.at = tokens, lexicon, at
        self.done: Number = 0
        """What the scales read so far add up to."""
        self.current: tuple[Number, ...] | None = None
        self.room: Number = 10**15
        """What comes next must be smaller than this."""
        self.scale = 0
        self.amount = Amount(at, at, (), is_weak=True)

    def compose(self) -> Amount | None:
        """The longest amount from here on."""
        for token in self._following():
            if not self._take(token):
                break
            self.amount.last = self.at
            self.amount.is_weak &= token.kind is Kind.WORD and bool(token.entry and token.entry.is_weak)
            if self.amount.role in (Role.ORDINAL, Role.GROUP):
                break
        amount = self.amount
        current = self.current or (0,)
        amount.values = tuple(self.done + value for value in current)
        has_read = self.current is not None or self.scale
        return amount if has_read else None

    def _following(self) -> Iterator[Token]:
        """The tokens that may belong to the amount; hyphens inside a word and joining words are stepped over."""
        yield self.tokens[self.at]
        while True:
            step = 1
            token = self._ahead(1)
            if token and (self._is_hyphen(token) or self._is_join(token)):
                step, token = 2, self._ahead(2)
            if token is None or token.kind not in (Kind.WORD, Kind.DIGITS):
                return
            if token.kind is Kind.DIGITS and not isinstance(token.values[0], Fraction):
                return
            self.at += step
            yield token

    def _ahead(self, step: int) -> Token | None:
        return self.tokens[self.at + step] if self.at + step < len(self.tokens) else None

    def _is_hyphen(self, token: Token) -> bool:
        return token.text in HYPHENS and token.start == self.tokens[self.at].end

    def _is_join(self, token: Token) -> bool:
        """Whether the word joins two parts ("hundred and five", "treinta y cinco")."""
        return token.text in self.lexicon.joins and not self.amount.in_digits and self.room in self.lexicon.join_rooms

    def _take(self, token: Token) -> bool:
        """Takes the token into the amount, or says that it does not belong there."""
        if token.kind is Kind.DIGITS:
            return self._take_digits(token)
        glued = self.lexicon.glued.get(token.text)
        if glued and self.amount.in_digits and token.start == self.tokens[self.amount.last].end:
            return self._take_glued(glued)
        entry = token.entry
        if entry is None or entry.role in (None, Role.LOOSE) or entry.is_measure:
            return False
        return self._take_word(entry)

    def _take_word(self, entry: Entry) -> bool:
        is_first = self.current is None and not self.scale
        match entry.role:
            case Role.HUNDRED:
                taken = self._take_hundred()
            case Role.SCALE:
                taken = self._take_scale(int(entry.values[0]))
            case Role.GROUP:
                taken = self._take_group(entry.values)
            case Role.FRACTION:
                taken = is_first and self._take_fraction(entry.values[0])
            case Role.HALF if is_first:
                taken = self._is_scale(self._ahead(1)) and self._take_fraction(_HALF)
            case Role.HALF | Role.HALF_MORE:
                taken = self._take_half()
            case role:
                taken = self._take_value(entry.values[0], role)
        return taken

    def _take_digits(self, token: Token) -> bool:
        if self.current is None:
            self.current, self.amount.in_digits = token.values, True
        elif token.text.isnumeric() and not token.text.isdigit():  # 2½
            self.current = tuple(value + token.values[0] for value in self.current)
        else:
            return False
        return True

    def _take_value(self, value: Number, role: Role | None) -> bool:
        is_teen = self.lexicon.ten_after_unit and value == 10 and self.room == 1
        if self.amount.in_digits or (value >= self.room and not is_teen):
            return False
        self.current = ((self.current or (0,))[0] + value,)
        self.amount.role = role or Role.CARDINAL
        self.room = _room_after(value)
        return True

    def _take_hundred(self) -> bool:
        if self.amount.in_digits or (self.current and self.current[0] >= 100) or self.room < 1:
            return False
        if self.current is None:
            self.amount.role = Role.SCALE
        self.current = ((self.current or (1,))[0] * 100,)
        self.room = 100
        return True

    def _take_scale(self, scale: int) -> bool:
        if self.amount.factor > _LARGEST:
            return False
        if self.current is None and not self.scale:
            self.amount.role = Role.SCALE
        if self.scale and scale >= self.scale:  # dos mil millones
            self.done = (self.done + (self.current or (0,))[0]) * scale
            self.current = None
        elif self.amount.in_digits or self.amount.role is Role.FRACTION:
            self.current = tuple(value * scale for value in self.current or (1,))
        else:
            self.done += (self.current or (1,))[0] * scale
            self.current = None
        self.amount.factor *= scale
        self.scale = self.room = scale
        return True

    def _take_glued(self, scale: int) -> bool:
        """Takes `250K`; where no currency stands before, 3M may be a name and 6000K a temperature."""
        plain = self.current or ()
        before = self.tokens[self.amount.first - 1].text if self.amount.first else ""
        self._take_scale(scale)
        if before not in SIGNS:
            self.current = (self.current or ()) + plain
        return True

    def _take_group(self, values: tuple[Number, ...]) -> bool:
        self.current = tuple(value * group for value in self.current or (1,) for group in values)
        self.amount.factor *= int(values[0])
        self.scale = self.scale or 1
        self.amount.role = Role.GROUP
        return True

    def _take_fraction(self, value: Number) -> bool:
        self.current, self.amount.role = (value,), Role.FRACTION
        self.room = 0
        steps = 1
        while (token := self._ahead(steps)) and token.text in self.lexicon.articles:
            steps += 1
        if self._is_scale(token):
            self.at += steps - 1
        return True

    @staticmethod
    def _is_scale(token: Token | None) -> bool:
        return bool(token and token.entry and token.entry.role in (Role.SCALE, Role.GROUP))

    def _take_half(self) -> bool:
        if self.current is not None:
            self.current = tuple(value + _HALF for value in self.current)
        elif self.scale:
            self.done += self.scale * _HALF
        else:
            return False
        return True


def _room_after(value: Number) -> Number:
    """What may follow a value inside one number: a unit after a ten, tens and units after a hundred."""
    if value >= 100:
        return 100
    if value >= 10 and value % 10 == 0:
        return 10
    return 1
