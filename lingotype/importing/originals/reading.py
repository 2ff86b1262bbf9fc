"""Reading sources: from the web, or what an editor gave."""

import logging
from datetime import timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from lingotype.importing.models import SourceText, TextState
from lingotype.importing.originals.leases import MAX_ATTEMPTS, claim, give_back, kept
from lingotype.importing.source_page.article_text import ArticleText, text_of_html, text_of_plain
from lingotype.importing.source_page.decoding import decoded
from lingotype.importing.source_page.errors import SourcePageError
from lingotype.importing.source_page.fetching import Rules, fetch

log = logging.getLogger(__name__)

RETRY_SECONDS = (5, 30, 120)
"""How long to wait before the second, third, … attempt at a site that does not answer."""


def read_one_source(rules: Rules | None = None) -> bool:
    """Read one source whose text is wanted. Returns whether there was one."""
    row = claim(due(), state=TextState.READING)
    if row is None:
        return False
    with kept(row):
        if row.attempts > MAX_ATTEMPTS:
            _fail(row, "Reading it has failed several times: paste the article's text instead.")
            return True
        try:
            found = _read(row, rules)
        except SourcePageError as error:
            _refused(row, error)
        else:
            give_back(
                row, state=TextState.READY, error="", attempts=0, text=found.text, title=found.title, given=b"",
                read_at=timezone.now(), compared_with=None, proposals={}, note="", not_before=timezone.now(),
            )  # fmt: skip
    return True


def due() -> "QuerySet[SourceText]":
    """Wishes, and those whose worker died."""
    now = timezone.now()
    orphaned = Q(state=TextState.READING, lease_until__lt=now)
    return SourceText.objects.filter(Q(state=TextState.WANTED, not_before__lte=now) | orphaned)


def _read(row: SourceText, rules: Rules | None) -> ArticleText:
    if row.kind:
        body, kind, charset = bytes(row.given), row.kind, ""
    else:
        page = fetch(row.url, rules)
        body, kind, charset = page.body, page.kind, page.charset
    text = decoded(body, charset, is_html=kind == "html")
    return text_of_html(text) if kind == "html" else text_of_plain(text)


def _refused(row: SourceText, error: SourcePageError) -> None:
    log.info("source %s of article %s was not read: %s", row.source, row.article_id, error)
    if not error.retryable or row.attempts > len(RETRY_SECONDS):
        _fail(row, str(error))
        return
    again = timezone.now() + timedelta(seconds=RETRY_SECONDS[row.attempts - 1])
    give_back(row, state=TextState.WANTED, error=str(error), not_before=again)


def _fail(row: SourceText, error: str) -> None:
    give_back(row, state=TextState.FAILED, error=error, attempts=0, given=b"")
