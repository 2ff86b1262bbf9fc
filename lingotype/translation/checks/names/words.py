"""The words of a text, with what their capitals say."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from lingotype.language.facts import LANGUAGES
from lingotype.translation.checks.links import addresses_in
from lingotype.translation.checks.text import Text


def listed(words: str) -> frozenset[str]:
    """The words of a list, as they stand there."""
    return frozenset(words.split())


LONGEST = 20_000
"""Characters of a text that are looked at."""

_WORD = re.compile(r"""[^\W\d_]+(?:(?:['’ʼ׳״]|(?<=[א-ת])["-](?=[א-ת]))[^\W\d_]+)*""")
_OPENERS = frozenset('.!?…:;«“”„"‘(—–\n\u2022/')
_QUOTED = re.compile(r"«([^«»]*)»|“([^“”]*)”|„([^„“”]*)[“”]|(?<!\w)\"([^\"\n]*)\"(?!\w)|‘([^‘’]*)’(?!\w)")
_HAS_QUOTES = re.compile('[«“„"‘]')
_SENTENCE_IN_QUOTES = re.compile(r"[.!?…,;]")
_LONGEST_TITLE = 6
"""Words that the title of a film or an article in quotation marks may have."""
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
_POSSESSIVE = re.compile(r"['’][sS]?$")
_SHORTENED = listed(
    """
    mr mrs ms dr st sen gov rep prof jr sr gen lt col им ул пр г д др проф акад вул просп sra srta
    """
)
_TITLE_CASE, _FEWEST = 0.6, 4
"""The part of a text's words that have capitals in a headline, and how many it has at least."""


def script_of(language: str) -> str:
    """The script a language is written in; Latin where no table knows it."""
    facts = LANGUAGES.get(language)
    return facts.script if facts else "Latn"


class Words:
    """The words of one text, parts of a hyphened one each on its own, addresses left out."""

    def __init__(self, text: Text) -> None:
        self.language = text.language
        self.script = script_of(self.language)
        self.plain = text.plain[:LONGEST]
        for start, end in addresses_in(self.plain):
            self.plain = f"{self.plain[:start]}{'·' * (end - start)}{self.plain[end:]}"
        found = list(_WORD.finditer(self.plain))
        self.written = [match.group() for match in found]
        self.spans = [match.span() for match in found]
        self.low = [_low(word) for word in self.written]

    @cached_property
    def all_low(self) -> frozenset[str]:
        """Every word in small letters, Hebrew ones also without their prefixes."""
        if self.script != "Hebr":
            return frozenset(self.low)
        return frozenset(word[cut:] for word in self.low for cut in range(3) if len(word) > cut + 1 or not cut)

    @cached_property
    def capitals(self) -> list[int]:
        """Which words begin with a capital."""
        return [at for at, word in enumerate(self.written) if word[0].isupper()]

    @cached_property
    def is_headline(self) -> bool:
        """Whether so many words have capitals that one says nothing."""
        own = [word for word in self.written if self.script == "Latn" or not _LATIN.match(word)]
        if sum(word[0].isupper() for word in own) < _FEWEST:
            return False
        long = [word for word in own if len(word) > 3 or word.isupper()]
        return sum(word[0].isupper() for word in long) >= _TITLE_CASE * len(long)

    @cached_property
    def titles(self) -> list[tuple[int, int]]:
        """Where short phrases stand in quotation marks."""
        if not _HAS_QUOTES.search(self.plain):
            return []
        return [match.span() for match in _QUOTED.finditer(self.plain) if _is_title(match[match.lastindex or 0])]

    def is_in_title(self, at: int) -> bool:
        """Whether the word stands in a short phrase in quotation marks."""
        start, end = self.spans[at]
        return any(first <= start and end <= last for first, last in self.titles)

    def gap(self, at: int) -> str:
        """What stands between the word before and this one."""
        return self.plain[self.spans[at - 1][1] if at else 0 : self.spans[at][0]]

    def begins(self, at: int) -> bool:
        """Whether a sentence, a quotation or a part after a colon begins with this word."""
        if at == 0:
            return True
        gap = self.gap(at)
        if gap in {" ", "-", ", "} or _OPENERS.isdisjoint(gap):
            return False
        return not (gap in {". ", ".\u00a0", "."} and self.is_shortened(at - 1))

    def is_shortened(self, at: int) -> bool:
        """Whether a full stop after this word ends no sentence: an initial, `Mr.`"""
        return (len(self.written[at]) == 1 and self.written[at].isupper()) or self.low[at] in _SHORTENED

    def is_latin(self, at: int) -> bool:
        """Whether a word is in Latin letters though its language is not."""
        return self.script != "Latn" and _LATIN.match(self.written[at]) is not None

    def groups(self) -> Iterator[list[int]]:
        """Runs of words with capitals that nothing but a blank, a hyphen or an initial's full stop parts."""
        group: list[int] = []
        for at in self.capitals:
            if group and (at != group[-1] + 1 or self.begins(at) or not self._is_joined(at)):
                yield group
                group = []
            group.append(at)
        if group:
            yield group

    def are_joined(self, at: int) -> bool:
        """Whether this word and the next have capitals and belong together."""
        if not 0 <= at < len(self.low) - 1 or not (self.written[at][0].isupper() and self.written[at + 1][0].isupper()):
            return False
        return self._is_joined(at + 1)

    def _is_joined(self, at: int) -> bool:
        gap = self.gap(at)
        if gap in {". ", ".\u00a0", "."}:
            return True
        return gap in {" ", "\u00a0", "-", "‑"} and self.is_latin(at) == self.is_latin(at - 1)


def _low(word: str) -> str:
    """The word in small letters, without the English genitive; Russian ё is е."""
    low = word.lower().replace("ё", "е").replace("i̇", "i")
    return _POSSESSIVE.sub("", low) if "'" in low or "’" in low else low


def _is_title(phrase: str | None) -> bool:
    return phrase is not None and len(phrase.split()) <= _LONGEST_TITLE and not _SENTENCE_IN_QUOTES.search(phrase)


def phrase(words: Words, indexes: Sequence[int]) -> str:
    """The words as they stand in the text."""
    return words.plain[words.spans[indexes[0]][0] : words.spans[indexes[-1]][1]]
