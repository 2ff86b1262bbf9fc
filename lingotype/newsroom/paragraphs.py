"""An article's paragraphs, each with a key that stays while the article around it is edited.

The key is the beginning of its block's id, which a translation shares with its original, and where a block has several
paragraphs, which of them it is: `3fa9c1`, `3fa9c1.2`. The headline and the dek are called by their names.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import count

from lingotype.newsroom.models import ArticlePage
from lingotype.newsroom.models.reports import LONGEST_PARAGRAPH

HEADLINE, DEK = "title", "dek"
SHORTEST = 6
"""Signs of a block's id that stand in an address: of two blocks of an article one in millions begins so, too."""

_KEY = re.compile(r"(title|dek|[0-9a-f-]{6,36})(?:\.(\d{1,3}))?", re.ASCII)
_PARAGRAPH = re.compile(r"<(p|li)\b[^>]*>(.*?)</\1>", re.DOTALL)
_TAGS = re.compile(r"<[^>]*>")
_RICH = {"paragraph": "", "quotation": "text"}
_PLAIN = {"heading": "text", "pull_quote": "text", "image": "caption", "embed": "title"}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of an article: its block's id, which of the block's paragraphs it is, and its text."""

    block: str
    number: int
    text: str

    @property
    def key(self) -> str:
        """What it is called in an address."""
        return key_of(self.block, self.number)


def key_of(block: str, number: int = 0) -> str:
    """What a paragraph is called in an address."""
    name = block if block in (HEADLINE, DEK) else block[:SHORTEST]
    return f"{name}.{number}" if number else name


def is_key(key: str) -> bool:
    """Whether this may be the key of a paragraph of some article."""
    return _KEY.fullmatch(key) is not None


def paragraphs_of(article: ArticlePage) -> list[Paragraph]:
    """The headline, the dek and every paragraph of the body that has words."""
    found = [Paragraph(name, 0, " ".join(getattr(article, name).split())) for name in (HEADLINE, DEK)]
    for block in article.body.raw_data:  # as it is stored: turning it into blocks would ask the database
        texts = _texts(block["type"], block["value"])
        found += [Paragraph(str(block.get("id") or ""), number, text) for number, text in enumerate(texts)]
    return [one for one in found if one.text]


def paragraph_at(paragraphs: Sequence[Paragraph], key: str) -> Paragraph | None:
    """The paragraph that a key names; None when there is none, or no longer."""
    parts = _KEY.fullmatch(key)
    if parts is None:
        return None
    number = int(parts[2] or 0)
    return next((one for one in paragraphs if one.number == number and one.block.startswith(parts[1])), None)


def twin(paragraphs: Sequence[Paragraph], block: str, number: int) -> Paragraph | None:
    """The paragraph in the same place of the article's other language."""
    return next((one for one in paragraphs if (one.block, one.number) == (block, number)), None)


def same_paragraph(paragraphs: Sequence[Paragraph], block: str, number: int, seen: str) -> Paragraph | None:
    """The paragraph that once had this text, wherever it stands by now; else the one that stands in its place.

    A paragraph that was put before it in its block, or a block that was made anew, does not mislead.
    """
    in_block = [one for one in paragraphs if one.block == block]
    as_seen = (one for one in (*in_block, *paragraphs) if seen and one.text[:LONGEST_PARAGRAPH] == seen)
    return next(as_seen, None) or twin(in_block, block, number)


def with_marks(html: str, mark: Callable[[int], str]) -> str:
    """Rich text with HTML at the end of each paragraph that has words, made from the paragraph's number."""
    numbers = count()

    def marked(found: re.Match[str]) -> str:
        if not plain(found[2]):
            return found[0]
        end = f"</{found[1]}>"
        return f"{found[0].removesuffix(end)}{mark(next(numbers))}{end}"

    return _PARAGRAPH.sub(marked, html)


def plain(html: str) -> str:
    """The words of rich text."""
    return " ".join(unescape(_TAGS.sub("", html)).split())


def _texts(kind: str, value: object) -> Iterator[str]:
    if kind in _RICH:
        html = _part(value, _RICH[kind])
        inner = [match[2] for match in _PARAGRAPH.finditer(html)] or [html]
        yield from (text for text in map(plain, inner) if text)
    elif kind in _PLAIN:
        text = " ".join(_part(value, _PLAIN[kind]).split())
        if text:
            yield text


def _part(value: object, name: str) -> str:
    return str(value.get(name) or "") if name and isinstance(value, dict) else str(value)
