"""The translation that waits for review: its texts as they would go out, each in the version that it has now.

Held or public, these are the rows of wagtail-localize that publishing puts on the page; what readers see meanwhile is
the page itself.
"""

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from wagtail_localize.models import StringSegment, StringTranslation, Translation

from lingotype.newsroom.models import ArticlePage
from lingotype.translation.checks.text import Text
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.segments import Segment


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One text of the article with its translation."""

    id: int
    """Of the segment's row."""
    segment: Segment
    kind: str
    """The field, or the kind of block, that it stands in."""
    row: StringTranslation | None
    version: str
    """Changes with the source and with the translation; the same text has the same version again."""

    @property
    def text(self) -> str:
        """The translation, as it is stored; empty where there is none."""
        return str(self.row.data) if self.row is not None else ""

    @property
    def is_valid(self) -> bool:
        """Whether readers can be given this."""
        return self.row is not None and not self.row.has_error and bool(Text(self.text, "").plain.strip())

    @property
    def key(self) -> tuple[int, int]:
        """The place and the text: what an approval is for."""
        return self.segment.context_id, self.segment.string_id


@dataclass(frozen=True, slots=True)
class Waiting:
    """A translation with all its texts."""

    page: ArticlePage
    translation: Translation
    pair: LanguagePair
    paragraphs: tuple[Paragraph, ...]

    def paragraph(self, number: int) -> Paragraph | None:
        """The paragraph of that id; None when the source has lost it."""
        return next((one for one in self.paragraphs if one.id == number), None)

    @property
    def versions(self) -> dict[str, str]:
        """The version of every paragraph, by its id."""
        return {str(one.id): one.version for one in self.paragraphs}


def translation_of(page: ArticlePage) -> Translation | None:
    """The translation that makes this page; None for one that people wrote freely. One query."""
    found = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale=page.locale_id, enabled=True
    )
    return found.select_related("source__locale", "target_locale").defer("source__content_json").first()


def waiting_of(page: ArticlePage, translation: Translation) -> Waiting:
    """Everything that waits, in the article's order. Two queries."""
    segments = StringSegment.objects.filter(source=translation.source).select_related("string", "context")
    rows = StringTranslation.objects.filter(locale=translation.target_locale, context__object_id=page.translation_key)
    present = {(row.context_id, row.translation_of_id): row for row in rows.select_related("last_translated_by")}
    pair = LanguagePair(translation.source.locale.language_code, translation.target_locale.language_code)
    return Waiting(
        page, translation, pair,
        tuple(_paragraph(one, present.get((one.context_id, one.string_id))) for one in segments.order_by("order")),
    )  # fmt: skip


def _paragraph(row: Any, translated: StringTranslation | None) -> Paragraph:
    attrs = json.loads(row.attrs or "null") or {}
    segment = Segment(row.string_id, row.context_id, row.context.path, row.order, row.string.data, attrs)
    kind = (row.context.field_path or row.context.path).split(".")
    return Paragraph(row.pk, segment, kind[1] if len(kind) > 1 else kind[0], translated, _version(segment, translated))


def _version(segment: Segment, row: StringTranslation | None) -> str:
    parts = [segment.html, segment.attrs, row.data if row is not None else None]
    return sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:32]
