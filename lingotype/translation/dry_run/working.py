"""Doing a dry run: article by article, engine by engine, each answer written down at once.

A worker that is killed loses one answer: when its lease has run out, the next goes on from there.
"""

import logging
import time
from datetime import timedelta
from functools import partial
from typing import Any

from django.db import DatabaseError, transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from wagtail.models import Locale

from lingotype.newsroom.models import ArticlePage
from lingotype.translation.budget import Cost, counted
from lingotype.translation.glossary.terms import terms_of
from lingotype.translation.leases import LEASE_SECONDS, holder, renewed
from lingotype.translation.models import DryRun, DryRunArticle, RunState
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.pipeline import try_engine
from lingotype.translation.proposals import Work
from lingotype.translation.routing import AllEnginesFailedError, NoEngineError
from lingotype.translation.segments import ArticleTexts, SourceMovedError, read_texts

log = logging.getLogger(__name__)

MAX_ATTEMPTS = 3
"""An answer that has ended so many workers is not asked for again: the run has failed."""


def work_one_run(seconds: float = LEASE_SECONDS) -> bool:
    """Take one dry run under a lease and bring it to its end. Returns whether there was one."""
    run = claim(seconds)
    if run is None:
        return False
    with renewed(_ours(run), seconds):
        if run.attempts > MAX_ATTEMPTS:
            said = f"{run.attempts - 1} workers ended in the middle of it; start another one to try again"
            _ours(run).update(state=RunState.FAILED, error=said, lease="", lease_until=None)
            return True
        for row in run.articles.select_related("article__locale", "article__lead_image").order_by("order"):
            if not _try_article(run, row):
                return True  # it is another's by now
        _ours(run).update(state=RunState.DONE, lease="", lease_until=None)
    return True


def due() -> "QuerySet[DryRun]":
    """Dry runs that somebody should work on: wanted ones, and those whose worker died."""
    orphaned = Q(state=RunState.RUNNING, lease_until__lt=timezone.now())
    return DryRun.objects.filter(Q(state=RunState.WANTED) | orphaned)


def claim(seconds: float = LEASE_SECONDS) -> DryRun | None:
    """Take the oldest that is due, as `leases.claim` takes a job; None when there is none."""
    for run in due().order_by("asked_at", "pk")[:4]:
        as_seen = DryRun.objects.filter(pk=run.pk, state=run.state, attempts=run.attempts, lease=run.lease)
        run.state, run.attempts, run.lease = RunState.RUNNING, run.attempts + 1, holder()
        until = timezone.now() + timedelta(seconds=seconds)
        if as_seen.update(state=run.state, attempts=run.attempts, lease=run.lease, lease_until=until):
            return run
    return None


def _ours(run: DryRun) -> "QuerySet[DryRun]":
    return DryRun.objects.filter(pk=run.pk, lease=run.lease)


def _try_article(run: DryRun, row: DryRunArticle) -> bool:
    """Have both engines translate it, if they have not. Returns False when the run is another worker's by now."""
    article: ArticlePage = row.article
    texts, why = _texts(article)
    sources = [segment.html for segment in texts.segments] if texts is not None else []
    if texts is not None and row.sources != sources:  # not read yet, or changed since
        row.sources, row.answers = sources, {}
    for name in run.engines:
        if name in row.answers:
            continue
        pair = LanguagePair(run.source, run.target)
        row.answers[name] = _answer(article, texts, pair, name) if texts is not None else _nothing(why)
        with transaction.atomic():  # whoever sees the new revision sees the answer, too
            if not _ours(run).update(attempts=0, revision=F("revision") + 1):
                return False
            row.save(update_fields=["sources", "answers"])
    return True


def _texts(article: ArticlePage) -> tuple[ArticleTexts | None, str]:
    """The article's public texts; or None, and why."""
    if not article.live:
        return None, "the article has been taken off"
    try:
        return read_texts(article), ""
    except SourceMovedError:
        return None, "the article changed while it was read"


def _answer(article: ArticlePage, texts: ArticleTexts, pair: LanguagePair, engine: str) -> dict[str, Any]:
    """What that engine makes of the article, as the table keeps it: plain data."""
    locale = Locale.objects.get(language_code=pair.target)
    began = time.monotonic()
    with counted() as costs:
        try:
            work = try_engine(texts, pair, locale, partial(terms_of, article=article), engine)
        except (NoEngineError, AllEnginesFailedError) as error:
            work, why = None, str(error)
        except DatabaseError:
            raise  # the lease runs out, and it is tried again
        except Exception as error:  # whatever an engine or a text may do, the others are compared
            log.exception("a dry run of %s on article %s broke", engine, article.pk)
            work, why = None, f"{type(error).__name__}: {error}"
    spent = sum(costs.values(), Cost())
    return {
        **(_made(work) if work is not None else _nothing(why)),
        "seconds": round(time.monotonic() - began, 3), "characters": spent.characters,
        "amounts": {currency: str(amount) for currency, amount in spent.amounts.items()},
    }  # fmt: skip


def _made(work: Work) -> dict[str, Any]:
    return {
        "texts": [proposal.html or "" for proposal in work.proposals],
        "findings": [[finding.as_json() for finding in proposal.findings] for proposal in work.proposals],
        "error": "",
    }


def _nothing(why: str) -> dict[str, Any]:
    return {"texts": [], "findings": [], "error": why, "seconds": 0.0, "characters": 0, "amounts": {}}
