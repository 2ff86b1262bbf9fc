"""Every person, organisation, brand and abbreviation of the source stands in the translation."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from lingotype.translation.checks.base import Check, Finding, Severity, Text
from lingotype.translation.checks.names.candidates import possible_names
from lingotype.translation.checks.names.evidence import Name, names_in
from lingotype.translation.checks.names.known import Index, KnownName, index_for, names_for
from lingotype.translation.checks.names.lexicon import is_given, namesakes
from lingotype.translation.checks.names.ordinary import ORDINARY
from lingotype.translation.checks.names.sounds import are_alike, sounds
from lingotype.translation.checks.names.words import Words, listed, phrase

_TITLE_TAGS = ("<em>", "<i>", "<cite>")
_WITHOUT_CAPITALS = frozenset({"Hebr", "Arab"})
_IN_NO_NAME = listed("את של עם על גם כי אם לא או זה זו הוא היא הם כל בין עד מן אחרי לפני אך אבל יותר")
"""Small Hebrew words: with what follows, they are no name that another language writes in one word."""
_MOST = 200
"""Missing names after which a text is not looked through any further."""
_STRICTER = 0.9
"""The same for a text without capitals, where every word may be the name."""
_STRICT = 0.6
"""What part of the usual difference in sound a word without a capital may have."""


class Names(Check):
    """No person, organisation, brand or abbreviation of the source went missing or became another."""

    code = "names"

    def __init__(self, known: Sequence[Mapping[str, Sequence[str]]] = ()) -> None:
        """`known` are a newsroom's own names: the forms that each language writes, by the language's code."""
        self.known = tuple(KnownName({code: tuple(forms) for code, forms in name.items()}) for name in known)
        self._indexes: dict[tuple[str, str], Index] = {}

    def findings(self, source: Text, target: Text) -> Iterator[Finding]:
        """Names of the source that nothing in the translation sounds or reads like."""
        before = Words(source)
        if not before.capitals and before.script not in _WITHOUT_CAPITALS:
            return
        after = _Translation(Words(target))
        if not after.words.low:
            return
        severity = None if {before.language, after.words.language} <= ORDINARY.keys() | {"he"} else Severity.WARNING
        told: set[str] = set()
        tries = 0
        for name in names_in(before, self._index(before.language, after.words.language)):
            written = phrase(before, range(name.at, name.at + name.length))
            if written in told:
                continue
            message = self._judge(before, name, after)
            tries += bool(message)
            if tries > _MOST:
                return
            if message and not _is_title(source, before, name):
                told.add(written)
                start, end = before.spans[name.at][0], before.spans[name.at + name.length - 1][1]
                yield self.finding(message, source_span=source.html_span(start, end), severity=severity)
        if not told and not {before.script, after.words.script} & _WITHOUT_CAPITALS:
            changed = self._changed(before, after)
            if changed:
                one, other = before.spans[changed[0]], after.words.spans[changed[1]]
                message = f"“{before.written[changed[0]]}” has become “{after.words.written[changed[1]]}”."
                spans = source.html_span(*one), target.html_span(*other)
                yield self.finding(message, source_span=spans[0], target_span=spans[1], severity=severity)
        if before.script in _WITHOUT_CAPITALS and after.words.script not in _WITHOUT_CAPITALS:
            for name, written in islice(self._invented(before, after.words), _MOST):
                start, end = after.words.spans[name.at][0], after.words.spans[name.at + name.length - 1][1]
                message = f"“{written}” is not in the source."
                yield self.finding(message, target_span=target.html_span(start, end), severity=severity)

    def _invented(self, before: Words, after: Words) -> Iterator[tuple[Name, str]]:
        """Names of the translation that nothing in the source sounds like: all that can be told without capitals."""
        heard = _Translation(before, part=_STRICTER)
        told: set[int] = set()
        for name in names_in(after, self._index(after.language, before.language)):
            if self._judge(after, name, heard):
                told.add(name.at)
                yield name, phrase(after, range(name.at, name.at + name.length))
        for at in possible_names(after):
            if at not in told and self._is_unheard(after, at, heard):
                yield Name(at), after.written[at]

    def _changed(self, before: Words, after: "_Translation") -> tuple[int, int] | None:
        """A word that may be a name and is gone, and one that may be a name and came from nowhere."""
        lost = (at for at in possible_names(before) if self._is_unheard(before, at, after))
        gone = next(islice(lost, 1), None)
        if gone is None:
            return None
        heard = _Translation(before)
        new = (at for at in possible_names(after.words) if self._is_unheard(after.words, at, heard))
        came = next(new, None)
        return None if came is None else (gone, came)

    def _is_unheard(self, words: Words, at: int, other: "_Translation") -> bool:
        known = self._index(words.language, other.words.language).find(words, at)
        return not (known and known[0].stands_in(other.words)) and other.find(words, at) is None

    def _index(self, source: str, target: str) -> Index:
        if not self.known:
            return index_for(source, target)
        pair = source, target
        if pair not in self._indexes:
            own = (name for name in self.known if name.can_be_told(source) and name.can_be_told(target))
            self._indexes[pair] = Index((*own, *names_for(source, target)), source)
        return self._indexes[pair]

    def _judge(self, before: Words, name: Name, after: "_Translation") -> str:
        """What is wrong with the name, if anything is."""
        written = phrase(before, range(name.at, name.at + name.length))
        if name.known and name.known.stands_in(after.words):
            return ""
        if name.known and after.words.script in _WITHOUT_CAPITALS:  # where some words always sound alike
            return f"“{written}” is not in the translation."
        place = after.find(before, name.at)
        if place is None or (name.known and self._is_another(name.known, after.words, place, before.language)):
            return f"“{written}” is not in the translation."
        if name.given is not None and name.given >= 0:
            return after.changed_given_name(before, name.given, place)
        return ""

    def _is_another(self, known: KnownName, words: Words, place: int, other_lang: str) -> bool:
        """Whether the word that sounds like a known name is known as another one: Beijing is no Vaşinqton."""
        found = self._index(words.language, other_lang).find(words, place) if place >= 0 else None
        return found is not None and found[0] != known


class _Translation:
    """The words of a translation, to look names up in."""

    def __init__(self, words: Words, part: float = 1.0) -> None:
        self.words, self.part = words, part
        has_case = words.script not in _WITHOUT_CAPITALS
        self.first = words.capitals if has_case else list(range(len(words.low)))
        first = set(self.first)
        self.rest = [at for at in range(len(words.low)) if at not in first]
        self._found: dict[str, int] = {}

    def find(self, before: Words, at: int) -> int | None:
        """Which word is this one of the source; -1 where it is some word, but not one alone."""
        word = before.low[at]
        if word not in self._found:
            place = self._find(before, at)
            if place is None:
                return None
            self._found[word] = place
        return self._found[word]

    def _find(self, before: Words, at: int) -> int | None:
        word, lang, words = before.low[at], before.language, self.words
        if word in words.all_low:
            return words.low.index(word) if word in words.low else -1
        for place in self.first:
            if are_alike(word, lang, words.low[place], words.language, part=self.part):
                return place
        same = namesakes(word)
        if same and any(same & namesakes(words.low[place]) for place in self.first):
            return -1
        if len(sounds(word, lang)[0]) > 2 and any(
            self._is_made_of(word, lang, words.low[place]) for place in self.rest
        ):
            return -1
        return -1 if self._has_joined(before, at) else None

    def _is_made_of(self, word: str, lang: str, other: str) -> bool:
        """Whether a word without a capital is made of the name: kyivskyi of Kyiv."""
        return len(other) > 3 and are_alike(word, lang, other, self.words.language, part=_STRICT)

    def _has_joined(self, before: Words, at: int) -> bool:
        """Whether the word is written as two here, or it and its neighbour as one."""
        word, lang, words = before.low[at], before.language, self.words
        pairs = (
            words.low[place] + words.low[place + 1]
            for place in self.first
            if place + 1 < len(words.low) and words.low[place] not in _IN_NO_NAME
        )
        if any(_is_whole(word, lang, pair, words.language, self.part) for pair in pairs):
            return True
        joined = [before.low[one] + before.low[one + 1] for one in (at - 1, at) if before.are_joined(one)]
        return any(
            _is_whole(one, lang, words.low[place], words.language, self.part) for one in joined for place in self.first
        )

    def changed_given_name(self, before: Words, given: int, place: int) -> str:
        """What to say where another given name stands before the surname than in the source."""
        words = self.words
        if place < 1 or words.gap(place) not in {" ", "\u00a0"} or not is_given(words.low[place - 1]):
            return ""
        one, other = before.low[given], words.low[place - 1]
        if are_alike(one, before.language, other, words.language) or namesakes(one) & namesakes(other):
            return ""
        if self.find(before, given) is not None:
            return ""
        return f"“{before.written[given]}” has become “{words.written[place - 1]}”."


def _is_whole(joined: str, lang: str, word: str, other_lang: str, part: float) -> bool:
    """Whether all of two words that were joined is heard in the other, not their beginning only."""
    lengths = len(sounds(joined, lang)[0]), len(sounds(word, other_lang)[-1])
    return max(lengths) - min(lengths) < 2 and are_alike(joined, lang, word, other_lang, part=part)


def _is_title(source: Text, before: Words, name: Name) -> bool:
    """Whether the name is (in) the title of a work: it may be known by another one there."""
    if not any(tag in source.html for tag in _TITLE_TAGS):
        return False
    start, end = source.html_span(before.spans[name.at][0], before.spans[name.at + name.length - 1][1])
    return (
        any(source.html.rfind(tag, 0, start) > source.html.rfind(f"</{tag[1:]}", 0, start) for tag in _TITLE_TAGS)
        and end > 0
    )
