"""Comparing an article's quotations with its sources' texts, whenever one of the two has changed."""

import logging
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from html import escape, unescape

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from lingotype.importing.models import SourceText, TextState
from lingotype.importing.originals.leases import MAX_ATTEMPTS, claim, give_back, kept
from lingotype.importing.originals.wishes import NEVER, version_of
from lingotype.newsroom.models import ArticlePage
from lingotype.translation.budget import charged_to
from lingotype.translation.originals.article import ArticleQuotation, quotations_of
from lingotype.translation.originals.matching import match
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.routing import AllEnginesFailedError, NoEngineError, translate_by_route

log = logging.getLogger(__name__)

MOST_CHARACTERS = 40_000
"""Of an article's quotations that engines get for one source."""
SETTLED_SECONDS = 4
"""How long an article must have been left alone: the editor saves a draft while somebody types."""


def compare_one_source() -> bool:
    """Compare one text that was not compared with the article's last version yet. Returns whether there was one."""
    row = claim(due())
    if row is None:
        return False
    with kept(row):
        version = version_of(row.article)
        if row.attempts > MAX_ATTEMPTS:
            note = "Comparing has failed several times: give a shorter text."
            give_back(row, compared_with=version, proposals={}, note=note, attempts=0)
            return True
        _compare(row, version)
    return True


def due() -> "QuerySet[SourceText]":
    """Texts that were compared with no version or another than the last; a draft may be at work on the newest."""
    now = timezone.now()
    version = Coalesce("article__latest_revision_created_at", NEVER)
    free = Q(lease_until=None) | Q(lease_until__lt=now)
    settled = Q(compared_with=None) | Q(version__lt=now - timedelta(seconds=SETTLED_SECONDS))
    ready = SourceText.objects.filter(free, state=TextState.READY).annotate(version=version)
    return ready.filter(settled).filter(Q(compared_with=None) | ~Q(compared_with=F("version")))


def _compare(row: SourceText, version: datetime) -> None:
    article: ArticlePage = row.article.get_latest_revision_as_object()
    quotations = quotations_of(article.body.raw_data, article.lang)
    translations, engine, note = _translated(row, quotations, article.lang)
    found = match(
        quotations, row.text, article_lang=article.lang, source_lang=row.lang, translations=translations
    )  # fmt: skip
    proposals = {key: [asdict(one) for one in rows] for key, rows in found.items() if rows}
    give_back(
        row, compared_with=version, compared_by=engine, note=note, translations=translations, proposals=proposals,
        attempts=0,
    )  # fmt: skip


def _translated(row: SourceText, quotations: Sequence[ArticleQuotation], lang: str) -> tuple[dict[str, str], str, str]:
    """The quotations in the source's language, the engine's name, and what an editor should know about it."""
    if lang == row.lang:
        return {}, "", ""
    said = list(dict.fromkeys(one.said for one in quotations))
    known = {words: row.translations[words] for words in said if words in row.translations}
    known |= {one.said: one.original for one in quotations if one.original and one.attributes.get("lang") == row.lang}
    new = _within([words for words in said if words not in known])
    if not new:
        return known, row.compared_by, row.note
    try:
        with charged_to(row.article_id, row.lang):
            routed = translate_by_route([escape(words, quote=False) for words in new], LanguagePair(lang, row.lang))
    except NoEngineError as error:
        return known, "", str(error)
    except AllEnginesFailedError as error:
        log.warning("originals are looked for without an engine: %s", error)
        return known, "", str(error)
    known |= {words: unescape(html) for words, html in zip(new, routed.translations, strict=True)}
    return known, routed.engine, ""


def _within(said: Sequence[str]) -> list[str]:
    """As many quotations as engines may get."""
    taken, characters = [], 0
    for words in said:
        characters += len(words)
        if characters > MOST_CHARACTERS:
            break
        taken.append(words)
    return taken
