"""What changed from one text to another, word by word."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_PIECE = re.compile(r"\w+(?:[-'’ʼ‑]\w+)*|\s+|[^\w\s]")
_LONGEST = 4_000
"""Pieces of a text that are compared; the rest of a longer one counts as one change."""


class Change(NamedTuple):
    """A stretch of both texts: the same words, or others. Either side may be empty where words came or went."""

    is_same: bool
    before: str
    after: str


def pieces(text: str) -> list[str]:
    """Words, blanks and signs; joined they are the text."""
    return _PIECE.findall(text)


def changes(before: str, after: str) -> list[Change]:
    """The two texts side by side, in their order; joined, each side is its text."""
    left, right = pieces(before), pieces(after)
    found = list(_stretches(left[:_LONGEST], right[:_LONGEST]))
    if left[_LONGEST:] or right[_LONGEST:]:
        found.append(Change(False, "".join(left[_LONGEST:]), "".join(right[_LONGEST:])))
    return found


def _stretches(left: Sequence[str], right: Sequence[str]) -> Iterator[Change]:
    """A blank between two changed words belongs to the change: it parts nothing."""
    pending: tuple[str, str] | None = None
    for is_same, before, after in _opcodes(left, right):
        if is_same and pending and before.isspace():
            pending = pending[0] + before, pending[1] + after
        elif not is_same:
            pending = (pending[0] + before, pending[1] + after) if pending else (before, after)
        else:
            if pending:
                yield Change(False, *pending)
                pending = None
            yield Change(True, before, after)
    if pending:
        yield Change(False, *pending)


def _opcodes(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[bool, str, str]]:
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        yield tag == "equal", "".join(left[i1:i2]), "".join(right[j1:j2])
