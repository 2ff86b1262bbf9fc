"""Stretches of a translation that may not have been translated."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from lingotype.language.facts import LANGUAGES
from lingotype.translation.checks.untranslated.words import Word

LETTER = {
    "Latn": re.compile(r"[A-Za-zÀ-ɏə]"),
    "Cyrl": re.compile(r"[Ѐ-ԯ]"),
    "Hebr": re.compile(r"[א-ת]"),
    "Arab": re.compile(r"[ؠ-ۿ]"),
}
"""A letter of each script."""
_SENTENCE = 3
"""Words that a sentence of a foreign language has at least, to be searched for in the source."""


def script_of(language: str) -> str:
    """The script a language is written in; Latin where no table knows it."""
    facts = LANGUAGES.get(language)
    return facts.script if facts else "Latn"


def runs_in_script(words: Sequence[Word], script: str) -> Iterator[list[Word]]:
    """The longest runs of words that begin with a letter of the script."""
    letter = LETTER[script]
    for is_run, run in groupby(words, key=lambda word: letter.match(word.text) is not None):
        if is_run:
            yield list(run)


def copied_runs(before: Sequence[Word], after: Sequence[Word]) -> Iterator[list[Word]]:
    """The longest runs of two or more words that stand in both texts, in the same order."""
    places: dict[tuple[str, str], list[int]] = {}
    for at in range(len(before) - 1):
        places.setdefault((before[at].key, before[at + 1].key), []).append(at)
    at = 0
    while at < len(after) - 1:
        starts = places.get((after[at].key, after[at + 1].key), ())
        length = max((_common(before, start, after, at) for start in starts[:20]), default=0)
        if length:
            yield list(after[at : at + length])
        at += max(length, 1)


def _common(before: Sequence[Word], start: int, after: Sequence[Word], at: int) -> int:
    """How many words are alike from the two places on."""
    most = min(len(before) - start, len(after) - at)
    return next((length for length in range(most) if before[start + length].key != after[at + length].key), most)


def clauses_of(words: Sequence[Word], source: Sequence[Word]) -> Iterator[list[Word]]:
    """The whole, then its stretches between punctuation marks, without those that stand in the source as they are."""
    if words:
        yield list(words)
    known = {tuple(word.key for word in source[at : at + _SENTENCE]) for at in range(len(source))}
    for _, clause in groupby(words, key=lambda word: word.clause):
        run = list(clause)
        if tuple(word.key for word in run[:_SENTENCE]) not in known:
            yield run
