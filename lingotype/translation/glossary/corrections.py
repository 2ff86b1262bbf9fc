"""What a person's correction says about a word: which of the source it is for, where that can be told.

Nothing is known about the languages but what stands in the three texts. A word that was replaced is set against the
words of the source that stand between the same neighbours: numbers, names and words that sound alike in both
languages, and the ends of the text. Where that leaves a doubt, nothing is offered.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lingotype.translation.checks.names.sounds import are_alike
from lingotype.translation.checks.text import Text
from lingotype.translation.word_changes import Change, changes, pieces

_MOST_WORDS = 4
"""Words of a term; what is longer is a sentence that was put another way."""
_REWRITTEN = 0.5
"""The part of the words from which on a text was written anew."""
_SHORT_TEXT = 2
"""In a text of so few words everything may change."""
_LONGEST_GAP = 8
_LONGEST_TEXT = 150
"""Words of a text: each is set against each of the other language while an editor waits."""
_ARTICLES = {
    "en": "the a an",
    "es": "el la los las un una",
    "pt": "o a os as um uma",
    "fr": "le la les un une",
    "de": "der die das den dem des ein eine einen einem einer",
    "it": "il lo la i gli le un uno una",
}
"""Words that many languages have no word for."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A word, or a few, that a person put in the place of others, and the words of the source that they are for."""

    source: str
    before: str
    after: str


def corrections(source: Text, before: Text, after: Text) -> list[Correction]:
    """What may become a term, in the order of the text; empty where it was rewritten as a whole, or is long."""
    words = _words(before.plain)
    if max(map(len, (words, _words(source.plain), _words(after.plain)))) > _LONGEST_TEXT:
        return []
    found = changes(before.plain, after.plain)
    changed = sum(len(_words(change.before)) for change in found if not change.is_same)
    if len(words) > _SHORT_TEXT and changed > _REWRITTEN * len(words):
        return []
    alignment = _Alignment(source, before)
    told = []
    for change, at in _places(found):
        if _may_be_term(change) and (own := alignment.source_of(at, len(_words(change.before)))):
            told.append(Correction(own, _phrase(change.before), _phrase(change.after)))
    return told


def _words(text: str) -> list[str]:
    return [piece for piece in pieces(text) if piece[0].isalnum()]


def _places(found: Sequence[Change]) -> Iterator[tuple[Change, int]]:
    """Each change of words, with the number of the first one among the words before."""
    at = 0
    for change in found:
        if not change.is_same and _words(change.before) and _words(change.after):
            yield change, at
        at += len(_words(change.before))


def _phrase(text: str) -> str:
    return " ".join(text.split()).strip(' .,;:!?…—–-«»“”„"()')


def _may_be_term(change: Change) -> bool:
    """Whether one wording took another's place: not a number, a sign, an ending or a whole clause."""
    before, after = _words(change.before), _words(change.after)
    both = [*before, *after]
    if max(len(before), len(after)) > _MOST_WORDS or any(any(sign.isdigit() for sign in word) for word in both):
        return False
    if any(mark in change.after.strip() for mark in ".,;:!?\n") or all(len(word) < 3 for word in after):
        return False
    return len(before) != len(after) or not all(map(_is_other_ending, before, after))


def _is_other_ending(one: str, other: str) -> bool:
    """Whether two words differ in their ends only, as inflected forms of one do."""
    same = 0
    for left, right in zip(one.lower(), other.lower(), strict=False):
        if left != right:
            break
        same += 1
    return same >= max(3, max(len(one), len(other)) - 3)


class _Alignment:
    """Which words of the source stand where those of the translation do."""

    def __init__(self, source: Text, target: Text) -> None:
        self._lang, self._other = source.language, target.language
        self._source = [word for word in _words(source.plain) if not _is_article(word, self._lang)]
        every = _words(target.plain)
        self._places = [at for at, word in enumerate(every) if not _is_article(word, self._other)]
        self._target = [every[at] for at in self._places]
        self._anchors = [(-1, -1), *self._anchor_pairs(), (len(self._source), len(self._target))]

    def _anchor_pairs(self) -> Iterator[tuple[int, int]]:
        """Pairs of words that are one, in the order of both texts; a word that fits several pairs with none."""
        last = -1
        for at, word in enumerate(self._source):
            fits = [to for to, other in enumerate(self._target) if self._are_one(word, other)]
            if len(fits) == 1 and fits[0] > last:
                last = fits[0]
                yield at, last

    def _are_one(self, word: str, other: str) -> bool:
        if word.lower() == other.lower():
            return True
        return len(word) > 3 and len(other) > 3 and are_alike(word.lower(), self._lang, other.lower(), self._other)

    def source_of(self, at: int, count: int) -> str:
        """The words of the source for `count` of the translation from word `at` on; empty where it is not clear."""
        inside = [number for number, place in enumerate(self._places) if at <= place < at + count]
        if not inside:
            return ""
        first, end = inside[0], inside[-1] + 1
        named = [own for own, to in self._anchors[1:-1] if first <= to < end]
        if named:  # a name that is spelled another way; a part of one tells too little
            return " ".join(self._source[named[0] : named[-1] + 1]) if len(named) == end - first else ""
        own, to = max(pair for pair in self._anchors if pair[1] < first)
        next_own, next_to = min(pair for pair in self._anchors if pair[1] >= end)
        gap = next_own - own - 1
        if gap == next_to - to - 1 and gap <= _LONGEST_GAP:
            return " ".join(self._source[own + first - to : own + end - to])
        if (first, end) == (to + 1, next_to) and 0 < gap <= _MOST_WORDS:  # all that stands between two neighbours
            return " ".join(self._source[own + 1 : next_own])
        return ""


def _is_article(word: str, lang: str) -> bool:
    return word.lower() in _ARTICLES.get(lang, "").split()
