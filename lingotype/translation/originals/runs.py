"""Rich text as it reads, with the place of every character in its HTML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from lingotype.newsroom.rich_text import QUOTATION
from lingotype.translation.checks.text import TAG

_PIECE = re.compile(rf"{TAG.pattern}|&(?:#[0-9]{{1,7}}|#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,31}});")
_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)")
_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_INLINE = frozenset({"a", "b", "i", "em", "strong", "br", "s", "sub", "sup", "code", "span", "mark", "u", "small"})
_VOID = frozenset({"br"})


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation that is marked already."""

    start: int
    end: int
    """Its words in the run's plain text."""
    tag: tuple[int, int]
    """Its opening tag in the HTML."""
    closing: tuple[int, int]
    attributes: dict[str, str]


@dataclass(frozen=True, slots=True)
class Run:
    """Inline text between two block-level tags: a paragraph, an item of a list."""

    html: str
    """The whole rich text."""
    plain: str
    places: tuple[tuple[int, int], ...]
    """Where each character of `plain` begins and ends in `html`."""
    marks: tuple[Mark, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of `plain` in `html`, without the tags at its outer ends."""
        return self.places[start][0], self.places[end - 1][1]


def runs_of(html: str) -> Iterator[Run]:
    """The runs of a rich text that have any text in them."""
    start = 0
    for tag in TAG.finditer(html):
        if _name(tag.group()) not in _INLINE:
            if html[start : tag.start()].strip():
                yield _run(html, start, tag.start())
            start = tag.end()
    if html[start:].strip():
        yield _run(html, start, len(html))


def is_whole(html: str) -> bool:
    """Whether every tag in a stretch of inline HTML is closed in it, and none is a link."""
    opened: list[str] = []
    for tag in TAG.finditer(html):
        name = _name(tag.group())
        if name == "a" or name not in _INLINE:
            return False
        if name in _VOID:
            continue
        if not tag.group().startswith("</"):
            opened.append(name)
        elif not opened or opened.pop() != name:
            return False
    return not opened


def _run(html: str, start: int, end: int) -> Run:
    plain: list[str] = []
    places: list[tuple[int, int]] = []
    marks: list[Mark] = []
    opened: tuple[int, tuple[int, int], dict[str, str]] | None = None

    def text(begin: int, stop: int) -> None:
        plain.extend(html[begin:stop])
        places.extend((at, at + 1) for at in range(begin, stop))

    at = start
    for piece in _PIECE.finditer(html, start, end):
        text(at, piece.start())
        at = piece.end()
        found = piece.group()
        if found.startswith("&"):
            read = unescape(found)
            plain.extend(read)
            places.extend([piece.span()] * len(read))
        elif _name(found) == "br":
            plain.append("\n")
            places.append(piece.span())
        elif found.lower().startswith("<a") and _name(found) == "a":
            attributes = {name: unescape(one or two) for name, one, two in _ATTRIBUTE.findall(found)}
            is_ours = attributes.pop("linktype", "") == QUOTATION
            opened = (len(plain), piece.span(), attributes) if is_ours else None
        elif found.lower().startswith("</a") and opened is not None:
            marks.append(Mark(opened[0], len(plain), opened[1], piece.span(), opened[2]))
            opened = None
    text(at, end)
    return Run(html, "".join(plain), tuple(places), tuple(mark for mark in marks if mark.end > mark.start))


def _name(tag: str) -> str:
    found = _NAME.match(tag)
    return found[1].lower() if found else ""
