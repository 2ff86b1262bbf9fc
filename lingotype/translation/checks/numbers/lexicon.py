"""A language's table made ready for reading: every form with what it says."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache

from lingotype.translation.checks.numbers.languages import TABLES
from lingotype.translation.checks.numbers.table import Number, Table

Phrase = tuple[str, ...]


class Role(Enum):
    """What a word does inside a number."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    HUNDRED = "hundred"
    SCALE = "scale"
    GROUP = "group"
    FRACTION = "fraction"
    HALF = "half"
    HALF_MORE = "half more"
    LOOSE = "loose"


@dataclass(frozen=True, slots=True)
class Entry:
    """What one form says; a form may be several things at once (a day, and the part of day after noon)."""

    role: Role | None = None
    values: tuple[Number, ...] = ()
    is_weak: bool = False
    """Whether another language may do without it."""
    units: tuple[str, ...] = ()
    is_measure: bool = False
    """Whether number and unit are both in this word."""
    part_of_day: str = ""
    is_clock_only: bool = False
    """Whether a number before that part of day can only be a time: `p.m.`"""
    clock: int | None = None
    month: int = 0
    weekday: int = 0
    has_capital: bool = False
    """Whether the word says this only with a capital."""
    is_century: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every form of a language."""

    words: Mapping[str, Entry]
    phrases: Mapping[str, tuple[tuple[Phrase, Entry], ...]]
    """By their first word, the longest first."""
    prefixes: tuple[tuple[str, Number], ...]
    """The longest first."""
    prefix_starts: frozenset[str]
    glued: Mapping[str, int]
    connectors: frozenset[str]
    joins: frozenset[str]
    join_rooms: tuple[int, ...]
    articles: frozenset[str]
    attached: str
    ten_after_unit: bool
    suffixes: tuple[str, ...]

    def entry(self, word: str) -> Entry | None:
        """What a word says, also behind attached letters or as the first part of a longer word."""
        found = self.words.get(word)
        if found is not None or len(word) < 3:
            return found
        if self.attached:
            for cut in (1, 2):
                if word[cut - 1] not in self.attached:
                    break
                found = self.words.get(word[cut:])
                if found is not None:
                    return found
        found = self._stem(word) if self.suffixes else None
        if found is not None:
            return found
        value = self._prefix(word) if word[:2] in self.prefix_starts else 0
        return Entry(Role.LOOSE, (value,), is_weak=True) if value else None

    def _stem(self, word: str) -> Entry | None:
        """What the word says without its endings, if that is a unit or a month: numbers are not taken apart."""
        for suffix in self.suffixes:
            if len(word) > len(suffix) + 1 and word.endswith(suffix):
                stem = word[: -len(suffix)]
                found = self.words.get(stem) or self._stem(stem)
                if found and found.role is None:
                    return found
        return None

    def _prefix(self, word: str) -> Number:
        """The number that a longer word begins with: 25 in one word for "25 years old"."""
        for prefix, value in self.prefixes:
            if word.startswith(prefix) and len(word) >= len(prefix) + 2:
                unit = self._prefix(word[len(prefix) :]) if value >= 20 and value % 10 == 0 else 0
                return value + unit if unit < 10 else value
        return 0


@cache
def lexicon(language: str) -> Lexicon:
    """The words for numbers of a language; none where no table knows it."""
    return _compiled(TABLES.get(language, Table()))


def _compiled(table: Table) -> Lexicon:
    words: dict[str, Entry] = {}
    phrases: defaultdict[str, dict[Phrase, Entry]] = defaultdict(dict)
    for form, entry in _forms(table):
        parts = tuple(form.split("_"))
        if len(parts) > 1:
            phrases[parts[0]][parts] = _merged(phrases[parts[0]].get(parts), entry)
        else:
            words[form] = _merged(words.get(form), entry)
    prefixes = [(form, value) for value, forms in table.prefixes.items() for form in forms.split()]
    return Lexicon(
        words=words,
        phrases={first: tuple(sorted(found.items(), key=_longest_first)) for first, found in phrases.items()},
        prefixes=tuple(sorted(prefixes, key=lambda prefix: -len(prefix[0]))),
        prefix_starts=frozenset(form[:2] for form, _ in prefixes),
        glued={form: scale for scale, forms in table.glued_scales.items() for form in forms.split()},
        connectors=frozenset(table.connectors.split()),
        joins=frozenset(table.joins.split()),
        join_rooms=table.join_rooms,
        articles=frozenset(table.articles.split()),
        attached=table.attached,
        ten_after_unit=table.ten_after_unit,
        suffixes=tuple(table.suffixes.split()),
    )


def _longest_first(phrase: tuple[Phrase, Entry]) -> int:
    return -len(phrase[0])


def _merged(known: Entry | None, new: Entry) -> Entry:
    """Both readings of a form. Of two numbers the first given stands, and counts as weak: the form is ambiguous."""
    if known is None:
        return new
    number = known if known.role else new
    return replace(
        number,
        is_weak=number.is_weak or bool(known.role and new.role),
        units=known.units + new.units,
        part_of_day=known.part_of_day or new.part_of_day,
        month=known.month or new.month,
        weekday=known.weekday or new.weekday,
        is_century=known.is_century or new.is_century,
    )


def _forms(table: Table) -> Iterator[tuple[str, Entry]]:
    """Every form of a table with what it says there."""
    for entry, forms in _entries(table):
        for form in forms.split():
            stem, ending = form[:-1], form[-1]
            if ending in table.endings:
                for last in table.endings[ending].split():
                    yield (stem + last.removeprefix("0")).replace("ё", "е"), entry
            else:
                yield form.replace("ё", "е"), entry


def _entries(table: Table) -> Iterator[tuple[Entry, str]]:
    yield from _numbers(table)
    for name, forms in table.units.items():
        yield Entry(units=(name,)), forms
    for value, unit, forms in table.measures:
        yield Entry(Role.CARDINAL, (value,), units=(unit,), is_measure=True), forms
    for part, forms in table.parts_of_day.items():
        yield Entry(part_of_day=part), forms
    for minutes, forms in table.clock.items():
        yield Entry(clock=minutes), forms
    for number, forms in enumerate(table.months, start=1):
        yield Entry(month=number, has_capital=table.has_capital_names), forms
    for number, forms in enumerate(table.weekdays, start=1):
        yield Entry(weekday=number, has_capital=table.has_capital_names), forms
    yield Entry(is_century=True), table.centuries
    yield Entry(), table.ignored


def _numbers(table: Table) -> Iterator[tuple[Entry, str]]:
    yield from _of_role(Role.CARDINAL, table.cardinals.items())
    yield from _of_role(Role.CARDINAL, table.weak_cardinals.items(), is_weak=True)
    yield from _of_role(Role.ORDINAL, table.ordinals.items())
    yield from _of_role(Role.ORDINAL, table.weak_ordinals.items(), is_weak=True)
    yield from _of_role(Role.SCALE, table.scales.items(), is_weak=True)
    yield from _of_role(Role.FRACTION, table.fractions.items())
    yield from _of_role(Role.FRACTION, table.weak_fractions.items(), is_weak=True)
    yield Entry(Role.HUNDRED, (100,), is_weak=True), table.hundreds
    yield Entry(Role.HALF_MORE), table.half_more
    yield Entry(Role.HALF), table.half
    for values, forms in table.groups.items():
        yield Entry(Role.GROUP, values, is_weak=True), forms
    for numbers, forms in table.loose:
        yield Entry(Role.LOOSE, numbers, is_weak=True), forms


def _of_role(
    role: Role, numbers: Iterable[tuple[Number, str]], *, is_weak: bool = False
) -> Iterator[tuple[Entry, str]]:
    for value, forms in numbers:
        yield Entry(role, (value,), is_weak), forms
