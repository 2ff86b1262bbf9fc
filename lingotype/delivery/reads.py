"""What a page reads while it is rendered, written down so that "which pages are stale?" is a query and not a guess.

A key names a thing that can change: `page:12` (everything that is shown of that page anywhere), `version:<key>` (in
which languages a page is public, and where), `list:ru:tag:5` (which articles stand in a list), `list:ru:corrections`
(which were corrected), `nav:ru` (what stands around every page of a language), `tag:5`, `person:7`, `picture:9`,
`thanks:12` (what a page says of its readers' reports), `site` (what stands on every page), `map:ru:3` (a part of a site
map), `maps` (which maps there are, and which lists), `next:12` (what an article leads on to), `in:…` (that an article
stands in a list).
"""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from lingotype.delivery.models import ReadNext

SITE, MAPS, _NEXT = "site", "maps", "next:"
_IN = "in:"


@dataclass(slots=True)
class Reads:
    """The keys that one rendering has read, and when time alone will make it another page."""

    keys: set[str] = field(default_factory=set)
    stale_at: datetime | None = None
    chosen: "ReadNext | None" = None
    """What the rendered article leads on to, if it was chosen for it now."""


_reading: ContextVar[Reads | None] = ContextVar("reading", default=None)


@contextmanager
def reading() -> Iterator[Reads]:
    """Collect what is read in this block."""
    reads = Reads()
    token = _reading.set(reads)
    try:
        yield reads
    finally:
        _reading.reset(token)


def note(*keys: str) -> None:
    """Write down that these are read. Does nothing where nobody collects, as when Django answers a reader itself."""
    if (reads := _reading.get()) is not None:
        reads.keys.update(keys)


def note_end(moment: datetime) -> None:
    """Write down that what is rendered now is another page from that moment on."""
    if (reads := _reading.get()) is not None:
        reads.stale_at = min(moment, reads.stale_at or moment)


def note_chosen(choice: "ReadNext") -> None:
    """Write down what was chosen for the article that is rendered."""
    if (reads := _reading.get()) is not None:
        reads.chosen = choice


def is_reading() -> bool:
    """Whether this page is being rendered for the store."""
    return _reading.get() is not None


def page_key(pk: int) -> str:
    """Everything that is shown of a page of the tree, anywhere."""
    return f"page:{pk}"


def version_key(translation_key: UUID | str) -> str:
    """In which languages a page is public, and at which addresses."""
    return f"version:{translation_key}"


def next_key(pk: int) -> str:
    """What an article leads on to."""
    return f"{_NEXT}{pk}"


def is_next_key(key: str) -> bool:
    """Whether it says what an article leads on to."""
    return key.startswith(_NEXT)


def list_key(lang: str, kind: str = "", which: object = "") -> str:
    """Which articles stand in a list of that language: all of them, or those of a section, tag, person or edition."""
    return f"list:{lang}:{kind}:{which}" if kind else f"list:{lang}"


def standing(*lists: str) -> list[str]:
    """Keys that say in which lists an article stood when it was rendered; when one goes, that list has changed."""
    return [f"{_IN}{key}" for key in lists]


def left(before: Iterable[str], now: Collection[str] = ()) -> list[str]:
    """The lists that an article has left, by what its page read before and now."""
    return [key.removeprefix(_IN) for key in before if key.startswith(_IN) and key not in now]


def nav_key(lang: str) -> str:
    """What stands around every page of that language."""
    return f"nav:{lang}"


def map_key(lang: str, part: int) -> str:
    """Which articles stand in a part of a language's site map, and in which languages they are public."""
    return f"map:{lang}:{part}"


def record_key(kind: str, pk: int) -> str:
    """A tag, a person or a picture; or a page's thanks, by the page."""
    return f"{kind}:{pk}"
