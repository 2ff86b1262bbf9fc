"""Article files: one Markdown file, one article. The format is described in docs/reference/article-files.md."""

from collections.abc import Collection
from datetime import UTC, tzinfo
from pathlib import Path

from lingotype.importing.body import read_body
from lingotype.importing.errors import ArticleFileError, LineError
from lingotype.importing.front_matter import read_front_matter, split_front_matter
from lingotype.importing.metadata import KEYS, Metadata
from lingotype.importing.text_file import read_text
from lingotype.importing.values import (
    ArticleFile,
    Block,
    Correction,
    ImageReference,
    OriginalReference,
    SourceReference,
)

__all__ = [
    "ArticleFile",
    "ArticleFileError",
    "Block",
    "Correction",
    "ImageReference",
    "OriginalReference",
    "SourceReference",
    "read_article_file",
]


def read_article_file(path: Path, *, languages: Collection[str], time_zone: tzinfo = UTC) -> ArticleFile:
    """Read and judge one article file. Nothing but the file and the pictures it names is looked at.

    `languages` are the codes an article may be written in; `time_zone` is that of dates and times that name none.
    Raises `ArticleFileError` at the first thing that is wrong, with its line; never anything else.
    """
    try:
        return _read(path, languages, time_zone)
    except LineError as error:
        raise ArticleFileError(path, error.line, error.message) from None


def _read(path: Path, languages: Collection[str], time_zone: tzinfo) -> ArticleFile:
    yaml_text, body_text = split_front_matter(read_text(path))
    front = Metadata(read_front_matter(yaml_text).fields(KEYS), languages, path.parent, time_zone)
    sources = front.sources()
    return ArticleFile(
        path=path,
        title=front.title(),
        lang=front.lang(),
        slug=front.slug(),
        section=front.section(),
        dek=front.dek(),
        tags=front.names("tags", "tag"),
        authors=front.names("authors", "author"),
        image=front.image(),
        sources=tuple(sources.values()),
        editions=front.editions(),
        published=front.moment("published"),
        updated=front.moment("updated"),
        corrections=front.corrections(),
        translation_of=front.translation_of(),
        translator=front.translator(),
        body=read_body(body_text, sources=sources, folder=path.parent),
    )
