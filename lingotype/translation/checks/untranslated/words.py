"""Words of a text that say something about its language."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lingotype.translation.checks.links import addresses_in
from lingotype.translation.checks.text import Text

LONGEST = 20_000
"""Characters of a text that are looked at; what follows is as it begins."""

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|[^\w\s]|\d+")
_SENTENCE_OPENERS = '.!?…:;«»“”„"(—–\n'
_QUOTES = '«»“”„"‘'


class Word(NamedTuple):
    """One word and its place in the plain text."""

    text: str
    start: int
    end: int
    key: str
    """The word as it is compared: in lower case, apostrophes alike."""
    is_name: bool
    """Whether it has capitals though no sentence begins here, or is an abbreviation."""
    is_quoted: bool
    clause: int
    """The number of the stretch between punctuation marks that it stands in."""


def words_in(text: Text) -> list[Word]:
    """The words of a text, addresses left out."""
    plain = text.plain[:LONGEST]
    for start, end in addresses_in(plain):
        plain = f"{plain[:start]}{' ' * (end - start)}{plain[end:]}"
    return list(_words(plain))


def _words(plain: str) -> Iterator[Word]:
    clause = quotes = 0
    begins, after_initial = True, False
    shouts = sum(map(str.isupper, plain)) > 4 * sum(map(str.islower, plain))
    for found in _WORD.finditer(plain):
        written = found.group()
        if not written[0].isalpha():
            quotes += written in _QUOTES
            clause += not written.isdigit() and written not in "-‑'’/"
            begins = begins or (written in _SENTENCE_OPENERS and not (after_initial and written == "."))
            continue
        is_name = not shouts and _is_name(written, begins)
        key = written.lower().replace("’", "'").replace("ʼ", "'")
        yield Word(written, *found.span(), key, is_name, quotes % 2 == 1, clause)
        begins, after_initial = False, len(written) == 1 and written.isupper()


def _is_name(written: str, begins: bool) -> bool:
    """Whether the capitals are more than the beginning of a sentence: in its middle, `USA`, `iPhone`."""
    if len(written) > 1 and (written.isupper() or written[1:] != written[1:].lower()):
        return True
    return written[0] != written[0].lower() and not begins
