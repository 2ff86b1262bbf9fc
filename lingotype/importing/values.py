"""What one article file says, as frozen values."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ImageReference:
    """A picture beside the article file. `file` is absolute, exists, and begins like an image."""

    file: Path
    alt: str = ""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class SourceReference:
    """A publication that the article quotes; `lang` is the language its words are in."""

    id: str
    publication: str
    url: str
    lang: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A dated note of what was wrong."""

    date: date
    text: str


@dataclass(frozen=True, slots=True)
class OriginalReference:
    """The article that a file is a translation of."""

    lang: str
    slug: str


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the body, as the newsroom's body blocks name it.

    `paragraph`: rich text HTML, a `str`. The others are dicts: `heading` {text, level}, `image` {file, alt, caption,
    credit}, `quotation` {text (rich text HTML), source, speaker}, `pull_quote` {text, speaker}, `embed` {url, title},
    `on_the_subject` {href, text}.
    """

    type: str
    value: dict[str, object] | str
    line: int
    """Where the block begins in the file, from 1."""


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """All that one article file says. Moments are aware of their time zone; what the file leaves out is empty."""

    path: Path
    title: str
    lang: str
    slug: str | None
    section: str | None
    """The section's slug."""
    dek: str
    tags: tuple[str, ...]
    authors: tuple[str, ...]
    image: ImageReference | None
    sources: tuple[SourceReference, ...]
    editions: tuple[str, ...]
    """Their slugs."""
    published: datetime | None
    updated: datetime | None
    corrections: tuple[Correction, ...]
    translation_of: OriginalReference | None
    translator: str
    body: tuple[Block, ...]
