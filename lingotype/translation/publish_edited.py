"""Publishing a translation as it stands in wagtail-localize's editor: whole, or not at all.

Its own publishing puts the source's words where a string has no translation; a reader never sees a half-translated
page.
"""

import json
from collections.abc import Sequence
from html import unescape
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail_localize.models import MissingTranslationError, StringSegment, Translation

from lingotype.newsroom.models import ArticlePage, MadeBy
from lingotype.newsroom.models.article import LONGEST_TITLE
from lingotype.newsroom.rich_text import QUOTATION
from lingotype.newsroom.slugs import free_slug
from lingotype.translation.models import Job

_SHOWN = 3
"""Texts named in a message; an editor who is halfway does not want a list of forty."""


class CannotPublishError(Exception):
    """This translation must not go before readers now. `str()` says why, in the editor's language."""


class UnfinishedError(CannotPublishError):
    """Texts have no valid translation. `texts` are theirs in the source, without markup, in the article's order."""

    def __init__(self, texts: Sequence[str]) -> None:
        named = ", ".join(f"“{_start(text)}”" for text in texts[:_SHOWN]) + (", …" if len(texts) > _SHOWN else "")
        super().__init__(
            _("texts without a valid translation: {count} ({texts})").format(count=len(texts), texts=named)
        )
        self.texts = tuple(texts)


def publish_edited(translation: Translation, user: Any) -> ArticlePage:
    """Put the strings of this translation before readers, in that user's name. All of it happens, or nothing.

    Raises `CannotPublishError` while a text has no valid translation or the original is not public, and Django's
    `ValidationError` when the page made of the strings is not valid.
    """
    with transaction.atomic():
        lock_job(translation)
        _refuse(translation)
        _name_before_first_time(translation)
        made = _make(translation, user)
    if isinstance(made, ValidationError):  # raised here, after the marks on the wrong texts are written
        raise made
    return made


def _make(translation: Translation, user: Any) -> ArticlePage | ValidationError:
    try:
        page, _created = translation.source.create_or_update_translation(
            translation.target_locale, user=user, publish=False, fallback=False
        )
    except MissingTranslationError as error:  # deleted since they were counted
        raise UnfinishedError([_plain(error.segment.string.data)]) from error
    except ValidationError as error:
        return error
    page.latest_revision.publish(user=user)
    return page


def lock_job(translation: Translation) -> None:
    """Make every other writer of this translation wait until the transaction ends.

    As a worker does it: first the job, then the page, so that the two never wait for each other.
    """
    rows = Job.objects.select_for_update(of=("self",)).filter(lang=translation.target_locale.language_code)
    rows.filter(article__translation_key=translation.source.object_id).values_list("pk").first()


def unfinished(translation: Translation) -> list[str]:
    """The source texts that have no valid translation, without markup, in the article's order."""
    segments = StringSegment.objects.filter(source=translation.source).select_related("string").order_by("order")
    return [
        _plain(segment.string.data)
        for segment in segments.annotate_translation(translation.target_locale)
        if _plain(segment.string.data) and not _plain(segment.translation or "")
    ]


def _lost_quotations(translation: Translation) -> list[tuple[str, str]]:
    """Quotations that the editor shows as tags and whose tag a person took out: each tag, and its text in the source.

    Readers would not learn any more that these are somebody's words, nor whose.
    """
    segments = StringSegment.objects.filter(source=translation.source).select_related("string").order_by("order")
    return [
        (f'<a id="{link}">', _plain(segment.string.data))
        for segment in segments.annotate_translation(translation.target_locale)
        for link, attrs in (json.loads(segment.attrs or "null") or {}).items()
        if attrs.get("linktype") == QUOTATION and f'<a id="{link}">' not in (segment.translation or "")
    ]


def _refuse(translation: Translation) -> None:
    originals = ArticlePage.objects.live().filter(made_by=MadeBy.ORIGINAL)
    if not originals.filter(translation_key=translation.source.object_id).exists():
        raise CannotPublishError(_("its original is not public; publish the original, and its translations come back"))
    if texts := unfinished(translation):
        raise UnfinishedError(texts)
    if lost := _lost_quotations(translation):
        tag, text = lost[0]
        said = _("the mark of a quotation is gone; put {tag}…</a> around its words again, in the translation of {text}")
        raise CannotPublishError(said.format(tag=tag, text=f"“{_start(text)}”"))
    if len(_title(translation)) > LONGEST_TITLE:
        raise CannotPublishError(_("a text is too long for its place") + f": {_start(_title(translation))}")


def _name_before_first_time(translation: Translation) -> None:
    """The address is made from the title that people gave it, as long as no reader knows another."""
    page = translation.get_target_instance()
    if page.first_published_at is None:
        page.slug = free_slug(_title(translation) or page.title, page.lang, page.locale, page)
        page.save(clean=False)


def _title(translation: Translation) -> str:
    segments = StringSegment.objects.filter(source=translation.source, context__path="title")
    found = segments.annotate_translation(translation.target_locale).values_list("translation", flat=True).first()
    return _plain(found or "")


def _plain(html: str) -> str:
    return unescape(strip_tags(html)).strip()


def _start(text: str, length: int = 60) -> str:
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + "…"
