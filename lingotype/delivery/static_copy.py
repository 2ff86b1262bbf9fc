"""What is different about a page that is copied into a file, for a web server that runs no program: no search, and
the further pages of a list have addresses of their own."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_is_copying: ContextVar[bool] = ContextVar("is_copying", default=False)
_FURTHER = re.compile(r"(?P<here>/.*/)page-(?P<number>\d+)\.html")


@contextmanager
def copying() -> Iterator[None]:
    """Pages rendered in here are for a copy."""
    token = _is_copying.set(True)
    try:
        yield
    finally:
        _is_copying.reset(token)


def is_copying() -> bool:
    """Whether the page that is being rendered is for a copy."""
    return _is_copying.get()


def further_page(here: str, number: int) -> str:
    """Where a page of a list is in a copy: `?page=2` names no file. No slug has a dot, so nothing else is there."""
    return here if number == 1 else f"{here}page-{number}.html"


def served_at(path: str) -> str:
    """Where the site itself serves what a copy has at that path."""
    found = _FURTHER.fullmatch(path)
    return f"{found['here']}?page={found['number']}" if found else path
