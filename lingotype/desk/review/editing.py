"""Writing a paragraph: only over the version that the editor has seen, valid, in that editor's name, and on record."""

from typing import Any

from django.db import DataError, transaction
from django.utils.translation import gettext as _
from wagtail_localize.models import StringSegment, StringTranslation
from wagtail_localize.strings import StringValue, validate_translation_links

from lingotype.desk.review.history import note_edit, sitting_began_with
from lingotype.desk.review.texts import Paragraph, Waiting, waiting_of
from lingotype.newsroom.models.article import LONGEST_TITLE
from lingotype.translation.checks.text import Text
from lingotype.translation.glossary.suggestions import suggest_terms
from lingotype.translation.memory import BEGUN
from lingotype.translation.publish_edited import lock_job

_LONGEST = 20_000
"""Characters of a paragraph; more is no paragraph."""


class RefusedTextError(Exception):
    """This cannot be a translation of that text. `str()` says why, in the editor's language."""


class ChangedMeanwhileError(Exception):
    """Somebody has changed the paragraph since it was read."""

    def __init__(self, waiting: Waiting, paragraph: Paragraph | None) -> None:
        super().__init__("changed meanwhile")
        self.waiting, self.paragraph = waiting, paragraph
        """As it stands now; None when its source is not in the article any more."""


def edit(waiting: Waiting, number: int, html: str, version: str, user: Any, *, is_begun: bool = False) -> Waiting:
    """Put this text in the paragraph's place. `is_begun` says that it is a beginning, made for another text.

    Raises `RefusedTextError`, and `ChangedMeanwhileError` when `version` is not the paragraph's any more and neither
    is its text the one that is to be written.
    """
    try:
        with transaction.atomic():
            lock_job(waiting.translation)
            now = waiting_of(waiting.page, waiting.translation)
            paragraph = now.paragraph(number)
            if paragraph is None or (paragraph.version != version and paragraph.text != html):
                raise ChangedMeanwhileError(now, paragraph)
            if paragraph.text == html and paragraph.row is not None:
                return now
            _refuse(paragraph, html)
            _write(now, paragraph, html, user, BEGUN if is_begun else "")
            note_edit(now, paragraph, html, user)
    except DataError as error:
        raise RefusedTextError(_("a text is too long for its place")) from error
    return waiting_of(waiting.page, waiting.translation)


def end_sitting(waiting: Waiting, paragraph: Paragraph, user: Any) -> None:
    """The editor has left the paragraph: what was changed word by word may suggest terms."""
    before = sitting_began_with(waiting.page, paragraph, user)
    if before:
        segment = StringSegment.objects.select_related("string").get(pk=paragraph.id)
        suggest_terms(waiting.translation, segment, before, user)


def _refuse(paragraph: Paragraph, html: str) -> None:
    plain = Text(html, "").plain.strip()
    if not plain and Text(paragraph.segment.html, "").plain.strip():
        raise RefusedTextError(_("a paragraph without words is never published"))
    longest = LONGEST_TITLE if paragraph.segment.path == "title" else _LONGEST
    if len(plain) > longest or len(html) > 2 * _LONGEST:
        raise RefusedTextError(_("a text is too long for its place"))
    if "\0" in html:
        raise RefusedTextError(_("there is a character in it that no text may have"))
    try:
        StringValue.from_translated_html(html)
        validate_translation_links(paragraph.segment.html, html)
    except ValueError as error:
        raise RefusedTextError(str(error)) from error


def _write(waiting: Waiting, paragraph: Paragraph, html: str, user: Any, tool: str) -> None:
    # As wagtail-localize's own editor writes it.
    StringTranslation.objects.update_or_create(
        translation_of_id=paragraph.segment.string_id,
        locale_id=waiting.translation.target_locale_id,
        context_id=paragraph.segment.context_id,
        defaults={
            "data": html,
            "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            "tool_name": tool,
            "last_translated_by": user,
            "has_error": False,
            "field_error": "",
        },
    )
