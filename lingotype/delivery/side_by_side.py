"""Original and translation beside each other, paragraph by paragraph."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from lingotype.newsroom.models import ArticlePage
from lingotype.newsroom.rich_text import reader_html

_PARAGRAPH = re.compile(r"<(p|li)\b[^>]*>(.*?)</\1>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph in both languages; an empty cell where one has nothing to match."""

    kind: str
    source_html: SafeString
    target_html: SafeString


def rows(original: ArticlePage, translation: ArticlePage) -> list[Row]:
    """Headline, dek and every text of the body, matched by the blocks' ids, which a translation keeps."""
    matched = [
        Row("title", _text(original.title), _text(translation.title)),
        Row("dek", _text(original.dek), _text(translation.dek)),
    ]
    translated = {str(block.id): block for block in translation.body}
    for block in original.body:
        twin = translated.get(str(block.id))
        pairs = zip_longest(_cells(block, original), _cells(twin, translation) if twin else (), fillvalue=("", ""))
        matched += [Row(source[0] or target[0], _safe(source[1]), _safe(target[1])) for source, target in pairs]
    if not any(str(block.id) in translated for block in original.body):
        matched = matched[:2] + _by_order(original, translation)
    return [row for row in matched if row.source_html or row.target_html]


def _by_order(original: ArticlePage, translation: ArticlePage) -> list[Row]:
    # A translation that people wrote as a file of its own shares no ids with its original.
    cells = [[cell for block in page.body for cell in _cells(block, page)] for page in (original, translation)]
    return [Row(a[0] or b[0], _safe(a[1]), _safe(b[1])) for a, b in zip_longest(*cells, fillvalue=("", ""))]


def _cells(block: Any, page: ArticlePage) -> Iterator[tuple[str, str]]:
    kind, value = block.block_type, block.value
    if kind in ("paragraph", "quotation"):
        html = str((value if kind == "paragraph" else value["text"]).source)
        inner = [match[2] for match in _PARAGRAPH.finditer(html)] or [html]
        yield from ((kind, reader_html(text, page.lang, page.source_addresses)) for text in inner)
    elif kind in ("heading", "pull_quote"):
        yield kind, escape(value["text"])
    elif kind == "image" and value["caption"]:
        yield kind, escape(value["caption"])
    elif kind == "embed" and value["title"]:
        yield kind, escape(value["title"])


def _text(text: str) -> SafeString:
    return _safe(escape(text))


def _safe(html: str) -> SafeString:
    return mark_safe(html)
