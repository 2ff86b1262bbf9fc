"""A segment's text, as it is stored and as it reads."""

import html as entities
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

Span = tuple[int, int]
"""Two offsets: the first character and the one after the last."""

TAG = re.compile(r"""</?[A-Za-z][A-Za-z0-9-]*+(?:[^<>"']|"[^"<]*+"|'[^'<]*+')*+>""")
"""A start or end tag. An angle bracket that begins no tag is text."""

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_PIECE = re.compile(f"{TAG.pattern}|{_ENTITY.pattern}")
_LINE_BREAK = re.compile(r"<br\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Text:
    """One segment in one language: escaped text with inline tags, as wagtail-localize stores it."""

    html: str
    lang: str
    """The language's code; of `en-US` only `en` counts."""
    plain: str = field(init=False, compare=False, repr=False)
    """The text without tags, unescaped; a `<br>` is a line feed."""
    language: str = field(init=False, compare=False, repr=False)
    """The language's two-letter code, in lower case."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "plain", "".join(read for read, _ in _pieces(self.html)))
        object.__setattr__(self, "language", self.lang.replace("_", "-").split("-")[0].lower())

    def html_span(self, start: int, end: int) -> Span:
        """Where the characters `start` to `end` of `plain` stand in `html`."""
        if self.plain == self.html:
            return start, end
        first, last, read_so_far = 0, len(self.html), 0
        for read, (begin, stop) in _pieces(self.html):
            is_text = len(read) == stop - begin
            if read_so_far <= start < read_so_far + len(read):
                first = begin + (start - read_so_far if is_text else 0)
            if read_so_far < end <= read_so_far + len(read):
                last = begin + (end - read_so_far) if is_text else stop
                break
            read_so_far += len(read)
        return first, last


def _pieces(html: str) -> Iterator[tuple[str, Span]]:
    """The text as it reads, piece by piece, with each piece's place in the HTML."""
    at = 0
    if "<" in html or "&" in html:
        for match in _PIECE.finditer(html):
            if at < match.start():
                yield html[at : match.start()], (at, match.start())
            at = match.end()
            yield _read(match.group()), match.span()
    if at < len(html):
        yield html[at:], (at, len(html))


def _read(piece: str) -> str:
    if piece.startswith("&"):
        return entities.unescape(piece)
    return "\n" if _LINE_BREAK.match(piece) else ""
