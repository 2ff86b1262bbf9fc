"""A near match as the beginning of a translation: a person's draft, which no machine takes for finished work."""

import json
from html import escape
from typing import Any

from wagtail_localize.models import StringSegment, StringTranslation, Translation

from lingotype.translation import quotations
from lingotype.translation.checks.text import TAG, Text
from lingotype.translation.memory import BEGUN
from lingotype.translation.near.matches import NearMatch
from lingotype.translation.segments import Segment


def begin_with(match: NearMatch, segment: StringSegment, translation: Translation, user: Any) -> None:
    """Put the match's words in the place of this segment's translation, in that user's name.

    Nothing is published, and no worker publishes it: it waits until the person has corrected or published it.
    """
    StringTranslation.objects.update_or_create(
        translation_of_id=segment.string_id,
        locale_id=translation.target_locale_id,
        context_id=segment.context_id,
        defaults={
            "data": fitting(match.translation, segment, translation.target_locale.language_code),
            "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            "tool_name": BEGUN,
            "last_translated_by": user,
            "has_error": False,
            "field_error": "",
        },
    )


def fitting(html: str, segment: StringSegment, lang: str) -> str:
    """The words with their tags where this source has the same ones, else without; its quotations keep their own."""
    if sorted(TAG.findall(html)) != sorted(TAG.findall(segment.string.data)):
        return _without_tags(html)
    attrs = json.loads(segment.attrs) or {}
    given = Segment(segment.string_id, segment.context_id, "", segment.order, segment.string.data, attrs)
    said = quotations.said_elsewhere(given, segment.string.locale.language_code)
    words = quotations.verbatim(said, lang)
    if len(words) < len(said):
        return _without_tags(html)
    return quotations.filled(html, quotations.in_marks(given, words, lang))


def _without_tags(html: str) -> str:
    return escape(Text(html, "").plain, quote=False)
