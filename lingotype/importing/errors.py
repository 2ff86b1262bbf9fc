"""What importing refuses.

Exception
├── ArticleFileError   an article file cannot be published as it stands
└── LineError          the same while only its text is known; it never leaves this package
"""

import difflib
from collections.abc import Iterable
from pathlib import Path

_LONGEST_SHOWN = 60


class ArticleFileError(Exception):
    """An article file cannot be published as it stands. `str()` is one line: `file.md:12: what to mend`."""

    def __init__(self, path: Path, line: int | None, message: str) -> None:
        super().__init__(path, line, message)
        self.path = path
        self.line = line
        """Counted from 1; `None` where the file as a whole is meant."""
        self.message = " ".join(message.split())

    def __str__(self) -> str:
        # A file's name may hold bytes that are no text; the line must be printable all the same.
        path = " ".join(str(self.path).encode(errors="replace").decode().split("\n"))
        return f"{path}: {self.message}" if self.line is None else f"{path}:{self.line}: {self.message}"


class LineError(Exception):
    """Something is wrong at a line of the text being read."""

    def __init__(self, line: int | None, message: str) -> None:
        super().__init__(line, message)
        self.line = line
        self.message = message


def shown(value: str) -> str:
    """A value from the file, as a message shows it: quoted and short."""
    cut = value if len(value) <= _LONGEST_SHOWN else value[: _LONGEST_SHOWN - 1] + "…"
    return f"“{cut.encode(errors='replace').decode()}”"


def nearest(word: str, known: Iterable[str]) -> str:
    """The end of a message about an unknown word: the known one it resembles, else all of them."""
    known = tuple(known)
    near = difflib.get_close_matches(word[:_LONGEST_SHOWN], known, 1)
    if near:
        return f"did you mean {shown(near[0])}?"
    return f"known are: {', '.join(known)}" if known else "none is known here"
