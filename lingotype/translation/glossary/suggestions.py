"""Terms that corrections suggest: noted when a person corrects a text, offered to people, never taken by themselves."""

from typing import Any

from django.db import transaction
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from lingotype.newsroom.models import ArticlePage
from lingotype.translation.checks.text import Text
from lingotype.translation.glossary.corrections import corrections
from lingotype.translation.memory import BEGUN
from lingotype.translation.models import GlossaryEntry, GlossaryWording, TermSuggestion

_MOST = 5
"""Suggestions of one text."""


def stands_there(translation: Translation, segment: StringSegment) -> str:
    """The translation that a person is about to correct; empty where there is none, or only a beginning."""
    row = StringTranslation.objects.filter(
        translation_of_id=segment.string_id, locale_id=translation.target_locale_id, context_id=segment.context_id
    ).first()
    return row.data if row is not None and row.tool_name != BEGUN else ""


def suggest_terms(translation: Translation, segment: StringSegment, before: str, user: Any) -> None:
    """Note what the correction of this text suggests; what was settled once stays so."""
    after = stands_there(translation, segment)
    article = ArticlePage.objects.filter(
        translation_key=translation.source.object_id, locale_id=translation.source.locale_id
    ).first()
    if not before or not after or before == after or article is None:
        return
    source, target = translation.source.locale.language_code, translation.target_locale.language_code
    text = Text(segment.string.data, source)
    rows = [
        TermSuggestion(
            source_lang=source, target_lang=target, source=one.source[:300], before=one.before[:300],
            target=one.after[:300], sentence=text.plain, article=article, made_by=user,
        )
        for one in corrections(text, Text(before, target), Text(after, target))[:_MOST]
        if not _is_agreed(one.source, source, one.after, target)
    ]  # fmt: skip
    TermSuggestion.objects.bulk_create(rows, ignore_conflicts=True)


def _is_agreed(words: str, lang: str, said: str, target: str) -> bool:
    """Whether the glossary says so already."""
    own = GlossaryEntry.objects.filter(is_seed=False, wordings__lang=lang, wordings__text__in=_spellings(words))
    return GlossaryWording.objects.filter(entry__in=own, lang=target, text__in=_spellings(said)).exists()


def _spellings(words: str) -> set[str]:
    """SQLite folds the case of Latin letters only, so every likely spelling is asked for."""
    return {words, words.lower(), words.capitalize(), words.title(), words.upper()}


def open_suggestions(article_key: Any = None, target_lang: str = "") -> Any:
    """Suggestions that nobody has settled, the newest first: all of them, or one translation's."""
    rows = TermSuggestion.objects.filter(is_settled=False).select_related("article", "made_by").order_by("-pk")
    if article_key is not None:
        rows = rows.filter(article__translation_key=article_key, target_lang=target_lang)
    return rows


def take(suggestion: TermSuggestion) -> GlossaryEntry:
    """Make the suggestion a term of the whole paper; an entry that has its source already gets the wording."""
    with transaction.atomic():
        list(TermSuggestion.objects.select_for_update().filter(pk=suggestion.pk))  # a second press finds the entry
        own = GlossaryEntry.objects.filter(is_seed=False, section="")
        lang, words = suggestion.source_lang, suggestion.source
        entry = own.filter(wordings__lang=lang, wordings__text__in=_spellings(words)).first()
        if entry is None:
            entry = GlossaryEntry.objects.create()
            GlossaryWording.objects.create(entry=entry, lang=lang, text=words)
        GlossaryWording.objects.update_or_create(
            entry=entry, lang=suggestion.target_lang, defaults={"text": suggestion.target}
        )
        settle(suggestion)
    return entry


def settle(suggestion: TermSuggestion) -> None:
    """Never offer it again."""
    TermSuggestion.objects.filter(pk=suggestion.pk).update(is_settled=True)
