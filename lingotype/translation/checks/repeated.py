"""Repetition: engines fall into loops and say words, phrases or sentences twice that the source says once."""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lingotype.translation.checks.base import Check, Finding, Severity, Span, Text
from lingotype.translation.checks.sentences import sentences_of

LONGEST = 20_000
"""Characters of a text that are looked at; a loop has begun by then."""

_TOKEN = re.compile(r"[^\W_]+(?:['’ʼ״\"׳-][^\W_]+)*|[^\w\s]")
_WORD = re.compile(r"[^\W_]+")
_LONGEST_PHRASE = 12
"""Words of a phrase that is looked for right after itself; a longer one is found as a sentence or apart."""
_APART = 8
"""Words that a phrase must have to be too much even where other words stand between."""
_LETTERS_IN_LOOP = re.compile(r"([^\W\d_]{2,10}?)\1{4,}")
_LONG_WORD = re.compile(r"[^\W\d_]{10,}")
_ONE_SIGN = re.compile(r"([^\s\d._–—=*-])\1{7}")
"""`hahahahahaha` inside a word, or one letter without end."""
_FEW_LETTERS = 8
_TWICE = {
    "en": "that had very so no long far many really never is bye ha out that's",
    "es": "muy no así casi nosotros bien",
    "ru": "еле чуть да нет очень",
    "uk": "ледь дуже так ні",
    "be": "ледзь вельмі так не",
}
"""Words that may be said twice in good prose."""
_DOUBLES = frozenset({"az", "he", "tr"})
"""Languages that double words as a part of their grammar: “yavaş yavaş”, “לאט לאט”. There it is a warning."""


class _Word(NamedTuple):
    key: str
    span: Span
    after_mark: bool
    """Whether punctuation stands before it."""


class _Repeat(NamedTuple):
    words: int
    times: int
    span: Span


class Repeated(Check):
    """No word, phrase or sentence is said again that the source does not say again."""

    code = "repeated"

    def findings(self, source: Text, target: Text) -> Iterator[Finding]:
        """The worst repetition: loops, sentences, phrases far apart, letters."""
        found = [*_said_again(source, target), *_glued(source, target)]
        for (start, end), severity in sorted(found, key=lambda item: item[1] is not None)[:1]:
            message = f"“{_shown(target.plain[start:end])}” is said again; the source says it once."
            yield self.finding(message, target_span=target.html_span(start, end), severity=severity)


def _said_again(source: Text, target: Text) -> Iterator[tuple[Span, Severity | None]]:
    """Words, phrases and sentences; a text that has each word once needs no further look."""
    words = _WORD.findall(target.plain[:LONGEST].lower())
    again = len(words) - len(set(words))
    if not again:
        return
    after = _words_of(target)
    yield from _loops(source, after, target)
    if again > 1:
        yield from _same_sentences(source, target)
    if again >= _APART:
        yield from _far_apart(source, after)


def _shown(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"


def _words_of(text: Text) -> list[_Word]:
    words: list[_Word] = []
    after_mark = False
    for found in _TOKEN.finditer(text.plain, 0, LONGEST):
        written = found.group()
        if written[0].isalnum():
            words.append(_Word(written.lower(), found.span(), after_mark))
            after_mark = False
        else:
            after_mark = True
    return words


def _loops(source: Text, after: Sequence[_Word], target: Text) -> Iterator[tuple[Span, Severity | None]]:
    """Phrases that stand right after themselves more often than any does in the source."""
    repeats = _repeats(after)
    if not repeats:
        return
    own = _repeats(_words_of(source))
    most_by_source = max((repeat.times for repeat in own), default=1)
    longest_by_source = max((repeat.words for repeat in own), default=0)
    allowed = frozenset(_TWICE.get(target.language, "").split())
    for repeat in repeats:
        if repeat.times <= most_by_source and repeat.words <= longest_by_source + 1:
            continue
        first = target.plain[slice(*repeat.span)].split()[0].lower()
        if repeat.words == 1 and repeat.times == 2:
            if first in allowed or first.isdigit():
                continue
            yield repeat.span, Severity.WARNING if target.language in _DOUBLES and len(first) > 1 else None
        else:
            yield repeat.span, None


def _repeats(words: Sequence[_Word]) -> list[_Repeat]:
    """Every phrase that stands twice or more in a row, the shortest reading of each."""
    keys = [word.key for word in words]
    if len(set(keys)) == len(keys):
        return []
    repeats: list[_Repeat] = []
    places: defaultdict[str, deque[int]] = defaultdict(lambda: deque(maxlen=_LONGEST_PHRASE))
    at = 0
    while at < len(keys):
        step = next((at - last for last in reversed(places[keys[at]]) if _stands_again(keys, last, at)), 0)
        places[keys[at]].append(at)
        if not step:
            at += 1
            continue
        times = 2
        while keys[at + (times - 1) * step : at + times * step] == keys[at - step : at]:
            times += 1
        end = at + (times - 1) * step
        if not _is_figure(words, at - step, step, times):
            repeats.append(_Repeat(step, times, (words[at - step].span[0], words[end - 1].span[1])))
        at = end
        places.clear()
    return repeats


def _stands_again(keys: Sequence[str], last: int, at: int) -> bool:
    """Whether the words from `last` to `at` come again at `at`."""
    return at - last <= _LONGEST_PHRASE and keys[last:at] == keys[at : 2 * at - last]


def _is_figure(words: Sequence[_Word], first: int, step: int, times: int) -> bool:
    """Whether it may be a figure of speech: “no, no”, “year after year after year”, “54 54 12”."""
    if times > 2:
        return all(word.key.isdigit() for word in words[first : first + step])
    if step == 1:
        return words[first + 1].after_mark
    end = first + 2 * step
    if step == 2:
        goes_on = end < len(words) and words[end].key == words[first].key
        return goes_on or words[first + step].after_mark
    return all(word.key.isdigit() for word in words[first : first + step])


def _same_sentences(source: Text, target: Text) -> Iterator[tuple[Span, Severity | None]]:
    """A sentence that stands twice, and more often than any stands in the source."""
    after = Counter(_keys_of(target, _FEW_LETTERS))
    times = max(after.values(), default=0)
    if times < 2:
        return
    if times > max(Counter(_keys_of(source, 1)).values(), default=0):
        yield (0, min(len(target.plain), LONGEST)), None


def _keys_of(text: Text, fewest: int) -> Iterator[str]:
    """The sentences of a text as they are compared: letters and digits only, at least so many of them."""
    for sentence in sentences_of(text.plain[:LONGEST]):
        key = "".join(filter(str.isalnum, sentence.lower()))
        if len(key) >= fewest:
            yield key


def _far_apart(source: Text, after: Sequence[_Word]) -> Iterator[tuple[Span, Severity | None]]:
    """A long phrase that stands twice, if the source says nothing like it twice."""
    if len(after) < 2 * _APART:
        return
    seen: dict[tuple[str, ...], int] = {}
    for at in range(len(after) - _APART + 1):
        phrase = tuple(word.key for word in after[at : at + _APART])
        first = seen.setdefault(phrase, at)
        if first + _APART <= at:
            if not _has_echo(_words_of(source)):
                yield (after[at].span[0], after[at + _APART - 1].span[1]), None
            return


def _has_echo(words: Sequence[_Word]) -> bool:
    """Whether the beginnings of three words in a row come again: other languages change the endings."""
    stems = [word.key[:4] for word in words]
    triples = [tuple(stems[at : at + 3]) for at in range(len(stems) - 2)]
    return len(set(triples)) < len(triples)


def _glued(source: Text, target: Text) -> Iterator[tuple[Span, Severity | None]]:
    """Letters in a loop, and a text that was glued to itself."""
    loop = _letter_loop(target)
    if loop and not _letter_loop(source):
        yield loop, None
    plain = target.plain[:LONGEST].strip()
    begins_again = plain.find(plain[:_FEW_LETTERS], _FEW_LETTERS) > 0
    if begins_again and _is_double(plain) and not _is_double(source.plain[:LONGEST]):
        yield (0, len(target.plain)), None


def _letter_loop(text: Text) -> Span | None:
    for word in _LONG_WORD.finditer(text.plain, 0, LONGEST):
        found = _LETTERS_IN_LOOP.search(text.plain, *word.span())
        if found:
            return found.span()
    sign = _ONE_SIGN.search(text.plain, 0, LONGEST)
    return sign.span() if sign else None


def _is_double(plain: str) -> bool:
    """Whether the second half says the same as the first."""
    key = "".join(filter(str.isalnum, plain.lower()))
    half = len(key) // 2
    return half >= _FEW_LETTERS and key[:half] == key[half:]
