"""Who speaks: the names that stand beside a quotation, in the article and in the source."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from lingotype.translation.checks.names.sounds import are_alike
from lingotype.translation.checks.sentences import sentences_of
from lingotype.translation.originals.article import SIGNS, ArticleQuotation
from lingotype.translation.originals.source import Source

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_BEGINS = re.compile(r"(?:^\s*|[.!?…:«“„\"(—–\n]\s*)$")
_POSSESSIVE = re.compile(r"['’]s?$")
_IN_EVERY = 0.6
"""The share of a source's quotations beside which a name stands that tells no speaker from another."""


class Names:
    """What is written as a name in a text: words that have capitals also within a sentence."""

    def __init__(self, text: str) -> None:
        self._inside = {word for word, begins in _capitals(text) if not begins}

    def of(self, text: str, *, is_speaker: bool = False) -> frozenset[str]:
        """The names in a part of it; everything with a capital in what says only who speaks."""
        found = {word for word, begins in _capitals(text) if is_speaker or not begins or word in self._inside}
        return frozenset(word for word in found if len(word) > 2)

    def nearest(self, before: str) -> frozenset[str]:
        """The names of the last sentence before that has any."""
        found = (self.of(sentence) for sentence in reversed(sentences_of(before)))
        return next((names for names in found if names), frozenset())


class Speakers:
    """Who says each quotation of a source, as far as it tells; one that tells nothing goes on with the one before."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._names = Names(source.text)

    @cached_property
    def names(self) -> list[frozenset[str]]:
        """The names beside each stretch in quotation marks."""
        found: list[frozenset[str]] = []
        for number, (start, end) in enumerate(self._source.stretches):
            first, last = self._source.paragraph_of(start)
            before = _unquoted(self._source, first, start)
            after = _unquoted(self._source, end, last)
            own = self._names.of(_beside(before, after))
            found.append(own or self._names.nearest(before) or self._above(first) or (found[-1] if number else own))
        return found

    def _above(self, at: int) -> frozenset[str]:
        """The names of the paragraph above, but for those that others say: “she” is somebody named there."""
        above = [span for span in self._source.paragraphs if span[1] <= at]
        return self._names.of(_unquoted(self._source, *above[-1])) if above else frozenset()

    @cached_property
    def telling(self) -> frozenset[str]:
        """Names that do not stand beside nearly every quotation."""
        count = Counter(name for names in self.names for name in names)
        most = max(len(self.names) * _IN_EVERY, 1)
        return frozenset(name for name, times in count.items() if times <= most)

    def agree(self, article: frozenset[str], lang: str, stretch: int) -> float:
        """1 where the same person speaks, -1 where another one does, 0 where one of the texts does not say."""
        names = self.names[stretch] if stretch >= 0 else frozenset()
        if not article or not names:
            return 0.0
        same = {
            name for name in names for one in article if are_alike(one.lower(), lang, name.lower(), self._source.lang)
        }
        if same:
            return 1.0 if same & self.telling else 0.2
        return -1.0


def speakers_of(quotations: Sequence[ArticleQuotation]) -> list[frozenset[str]]:
    """The names beside each quotation of an article."""
    names = Names("\n".join(f"{one.before}{one.words}{one.after}" for one in quotations))
    found: list[frozenset[str]] = []
    for one in quotations:
        given = names.of(one.speaker, is_speaker=True)
        before, after = _SPOKEN.sub(" … ", one.before), _SPOKEN.sub(" … ", one.after)
        own = given or names.of(_beside(before, after)) or names.nearest(before)
        goes_on = found and one.before.strip(SIGNS + " .,—–") != ""
        found.append(own or (found[-1] if goes_on else frozenset()))
    return found


_SPOKEN = re.compile(r"«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]|\"[^\"\n]*\"")


def _beside(before: str, after: str) -> str:
    """What stands in the same sentence as a quotation."""
    began = re.split(r"[.!?…][»”\"]?\s+", before)[-1] if before.strip() else ""
    goes_on = sentences_of(after.lstrip(SIGNS + ".,!?—–-"))
    is_next = after.lstrip('»”"').startswith((".", "!", "?", "…"))
    return f"{began} · {goes_on[0] if goes_on and not is_next else ''}"


def _unquoted(source: Source, start: int, end: int) -> str:
    """A part of a source without what others say in it."""
    text, at = "", start
    for first, last in source.stretches:
        if start <= first and last <= end:
            text += source.text[at:first] + " … "
            at = last
    return text + source.text[at:end]


def _capitals(text: str) -> list[tuple[str, bool]]:
    """Words with a capital, without a genitive's ending, and whether a sentence begins with them."""
    found = []
    for match in _WORD.finditer(text):
        if match.group()[0].isupper():
            begins = _BEGINS.search(text, max(0, match.start() - 4), match.start()) is not None
            found.append((_POSSESSIVE.sub("", match.group()), begins))
    return found
