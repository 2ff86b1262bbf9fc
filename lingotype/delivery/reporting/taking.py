"""Taking one report: cleaned, beside the paragraph as the reader saw it and the original as it stood."""

import unicodedata

from lingotype.delivery.story import original_page
from lingotype.newsroom.models import ArticlePage, ReaderReport
from lingotype.newsroom.models.reports import LONGEST_MESSAGE, LONGEST_PARAGRAPH
from lingotype.newsroom.paragraphs import Paragraph, paragraphs_of, twin


def take(page: ArticlePage, paragraph: Paragraph, seen: str, message: str, suggestion: str = "") -> ReaderReport:
    """Keep a report for the desk. Everything that a reader wrote is text, and short."""
    original = original_page(page)
    found = twin(paragraphs_of(original), paragraph.block, paragraph.number) if original else None
    return ReaderReport.objects.create(
        page=page, block=paragraph.block[:40], number=paragraph.number, seen=seen[:LONGEST_PARAGRAPH],
        source=found.text[:LONGEST_PARAGRAPH] if found else "", message=cleaned(message),
        suggestion=cleaned(suggestion),
    )  # fmt: skip


def cleaned(text: str) -> str:
    """What a reader typed, without what no keyboard types: a NUL would be an error inside the database."""
    text = unicodedata.normalize("NFC", text[: LONGEST_MESSAGE * 2].replace("\r\n", "\n"))
    kept = (sign for sign in text if sign == "\n" or unicodedata.category(sign) not in ("Cc", "Cs", "Co"))
    return "".join(kept).strip()[:LONGEST_MESSAGE]
