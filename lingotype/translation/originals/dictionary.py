"""A small dictionary of frequent words, for pairs of languages that no engine of the newsroom translates.

It translates nothing; it says which words of two texts may mean the same.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from lingotype.language.stems import stems

_CUT = 5
_NONE: frozenset[str] = frozenset()

LANGUAGES = ("en", "ru", "uk", "es")
"""The columns of `words.txt`."""


def is_known(source: str, target: str) -> bool:
    """Whether the dictionary has both languages."""
    return source in LANGUAGES and target in LANGUAGES


@cache
def between(source: str, target: str) -> Mapping[str, frozenset[str]]:
    """From each stem of one language to the stems of the other that may mean the same."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    if not is_known(source, target):
        return {}
    for row in _rows():
        others = frozenset(stems(row[LANGUAGES.index(target)], target))
        for stem in stems(row[LANGUAGES.index(source)], source):
            found[stem] |= others
    for stem in list(found):
        if len(stem) >= _CUT:  # forms that a stemmer keeps apart: ошибиться, ошиблись
            found[stem[:_CUT]] |= found[stem]
    return {stem: frozenset(others) for stem, others in found.items()}


def meanings(stem: str, source: str, target: str) -> frozenset[str]:
    """What a stem may mean; by its first letters where the dictionary has not this form."""
    known = between(source, target)
    return known.get(stem) or (known.get(stem[:_CUT], _NONE) if len(stem) >= _CUT - 1 else _NONE)


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    lines = (Path(__file__).parent / "words.txt").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("|")) for line in lines if line and not line.startswith("#"))
