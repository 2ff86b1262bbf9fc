"""Whether two texts of one language state the same numbers, names and denials, by what the checks read in them.

A near match that differs in one of these is worse than none: its translation reads well and says something else. So
whatever may be a number, a name or a denial has to stand in both texts, the same and in the same order.
"""

import re
from collections.abc import Iterator

from lingotype.translation.checks.names.words import Words
from lingotype.translation.checks.negation.check import folded
from lingotype.translation.checks.negation.languages import TABLES
from lingotype.translation.checks.negation.table import Table
from lingotype.translation.checks.numbers.lexicon import lexicon
from lingotype.translation.checks.numbers.reader import facts_in
from lingotype.translation.checks.text import Text

_DIGITS = re.compile(r"\d+")
_WORD, _LAST_WORD = re.compile(r"\w+"), re.compile(r"\w+\W*\Z")


def can_be_told(lang: str) -> bool:
    """Whether this language's denials are known; without them no text is near another one."""
    return Text("", lang).language in TABLES


def says_the_same(one: Text, other: Text) -> bool:
    """Whether two texts of one language agree in every number, every name and every denial."""
    if one.language != other.language or not can_be_told(one.lang):
        return False
    return outline(one) == outline(other) and _denials(one) == _denials(other) and _numbers(one) == _numbers(other)


def outline(text: Text) -> tuple[list[str], list[str]]:
    """The digits of a text and whatever may be a name in it, in their order. Texts that say the same share it."""
    return _DIGITS.findall(text.plain), _may_be_names(text)


def _numbers(text: Text) -> list[object]:
    facts = facts_in(text, lexicon(text.language))
    return [fact.readings for fact in sorted(facts, key=lambda fact: fact.span)]


def _may_be_names(text: Text) -> list[str]:
    """Every word with a capital, the first of a sentence, too; where a script has none, every word."""
    words = Words(text)
    if words.script in {"Hebr", "Arab"}:
        return words.written
    return [word for at, word in enumerate(words.written) if any(sign.isupper() for sign in word) or words.is_latin(at)]


def _denials(text: Text) -> list[list[str]]:
    """The words that deny, each between its neighbours: it was not he, he did not; and those of negative meaning."""
    said, table = folded(text.plain, text), TABLES[text.language]
    denied = [_between_neighbours(said, match) for match in table.denies.finditer(said)]
    return [denied, *(pattern.findall(said) for pattern in _negative(table))]


def _negative(table: Table) -> Iterator[re.Pattern[str]]:
    yield from (table.refuses, table.is_negative)
    yield from table.meanings.values()


def _between_neighbours(said: str, match: re.Match[str]) -> str:
    before, after = _LAST_WORD.search(said, 0, match.start()), _WORD.search(said, match.end())
    words = " ".join(found.group().strip() for found in (before, match, after) if found)
    # A word that is said again (ha ha ha) is told from itself by how often it was said before.
    said_before = _WORD.findall(said[: match.start()])
    return f"{words} {said_before.count(said_before[-1])}" if said_before else words
