"""Addresses that are nobody's: while a machine tries thousands of them, the door itself says so.

Django answers an unknown address with a query or three, which nobody notices now and then. When more come than readers
ask for, the door compares each address with all that exist (eight bytes each; read then, and what is new once a second)
and asks Django for no other.
"""

import asyncio
import re
import time
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import blake2b

MANY, PER_SECOND = 20.0, 2.0
"""Unknown addresses that Django answers: so many at once, and so many a second for ever."""
_FRESH_SECONDS = 1.0
"""How old the list may be while it is used: so long, a page that is new to everybody may be called unknown."""
_FEW = 4_000
"""Addresses that are kept beside the sorted ones: a set takes ten times the memory."""
_AGAIN = 1_000
"""Numbers that are read once more: a number is given before its row can be seen, and rows come in another order."""

Source = Callable[[int], Iterable[tuple[int, str]]]
"""Addresses that exist, each with its number, from after that number on. Called in a thread; it may take a while."""


class Unknown:
    """Knows which addresses exist, while somebody asks for many that do not."""

    def __init__(
        self,
        sources: Sequence[Source],
        program: re.Pattern[str],
        clock: Callable[[], float] = time.monotonic,
        below: Sequence[str] = (),
    ) -> None:
        """`program` matches addresses that are no pages, which are always asked for: the desk, the search.

        `below` are ends of addresses that a page has beside its own, such as `report/`: known where the page is.
        """
        self._sources = sources
        self._program = program
        self._clock = clock
        self._below = tuple(below)
        self._left, self._at = MANY, clock()
        self._after = [0] * len(sources)
        self._prints = array("Q")
        self._newer: set[int] = set()
        self._read_at = float("-inf")
        self._reading: asyncio.Task[None] | None = None

    def was_not_found(self) -> None:
        """Django has just said that there is nothing at an address."""
        self._left = self._refilled() - 1.0
        self._at = self._clock()

    async def is_known(self, path: str) -> bool:
        """Whether Django has to be asked: always, but while many ask for what is not there."""
        if self._refilled() >= 1.0 or self._program.match(path):
            return True
        if self._clock() - self._read_at > _FRESH_SECONDS:
            if self._reading is None or self._reading.done():
                self._reading = asyncio.ensure_future(asyncio.to_thread(self._read))
            try:
                await asyncio.shield(self._reading)
            except Exception:  # noqa: BLE001 - the database is down: Django says that better
                return True
        return any(self._has(name) for name in self._names(path))

    def _names(self, path: str) -> Iterator[str]:
        bare = path.rstrip("/")  # as old addresses are kept
        yield from (path, bare, f"{bare}/")
        for end in self._below:
            if path.endswith(f"/{end}"):
                yield path.removesuffix(end)

    def _refilled(self) -> float:
        return min(MANY, self._left + (self._clock() - self._at) * PER_SECOND)

    def _read(self) -> None:
        """Read what is new. What is gone stays: Django is asked for it, and says so."""
        began, found = self._clock(), set()
        for number, source in enumerate(self._sources):
            for pk, path in source(max(0, self._after[number] - _AGAIN)):
                found.add(_print(path))
                self._after[number] = max(pk, self._after[number])
        self._newer |= found
        if len(self._newer) > _FEW:
            self._prints, self._newer = array("Q", sorted(self._newer.union(self._prints))), set()
        self._read_at = began

    def _has(self, path: str) -> bool:
        wanted = _print(path)
        place = bisect_left(self._prints, wanted)
        return wanted in self._newer or (place < len(self._prints) and self._prints[place] == wanted)


def _print(path: str) -> int:
    return int.from_bytes(blake2b(path.encode("utf-8", "surrogatepass"), digest_size=8).digest())
