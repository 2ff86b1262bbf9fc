"""Working one job: the article from the database, through the pipeline, past the gate, to its page."""

import logging
import traceback
from collections.abc import Sequence
from functools import partial
from typing import Any

from django.db import OperationalError
from wagtail.models import Locale

from lingotype.newsroom.models import ArticlePage
from lingotype.translation import installed
from lingotype.translation.budget import charged_to
from lingotype.translation.checks.base import Finding, has_error
from lingotype.translation.edited import monday
from lingotype.translation.gate import reasons_to_hold
from lingotype.translation.glossary.terms import terms_of
from lingotype.translation.leases import LeaseLostError, finish, kept, postpone
from lingotype.translation.models import PUBLIC_STATES, Job, State
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.pipeline import judge_source, translate_texts
from lingotype.translation.proposals import Work
from lingotype.translation.publishing import bring_back, hold, publish, translation_of
from lingotype.translation.routes import Policy
from lingotype.translation.routing import AllEnginesFailedError, NoEngineError
from lingotype.translation.segments import ArticleTexts, SourceMovedError, read_texts

log = logging.getLogger(__name__)

MAX_ATTEMPTS = 12
"""A job that has ended so many workers is not given to another: it must not take the others down with it."""

KEPT_BACK = "the desk keeps it back: look at it, and publish it"

RETRY_SECONDS = (2, 10, 60, 300)
"""How long to wait before the second, third, … attempt when every engine is down; then the job has failed."""


def work(job: Job) -> None:
    """Bring one claimed job to its end. Never raises for what an engine, a text or another worker may do."""
    with kept(job):
        try:
            if job.attempts > MAX_ATTEMPTS:
                _end(job, State.FAILED, f"{job.attempts - 1} workers ended in the middle of it; publish to try again")
            else:
                _work(job)
        except LeaseLostError:
            log.info("%s: its source changed or its lease passed on; begun again", job)
        except SourceMovedError:
            postpone(job, 0, "")
        except AllEnginesFailedError as error:
            _engines_failed(job, error)
        except OperationalError as error:  # a lock that was not given, a deadlock, a database that restarts
            log.warning("%s: %s; tried again", job, str(error).strip())
            postpone(job, RETRY_SECONDS[0], str(error).strip())
        except Exception as error:  # noqa: BLE001 - a job that breaks must end as failed, not stop the worker
            log.error("%s broke:\n%s", job, traceback.format_exc())
            _end(job, State.FAILED, f"{type(error).__name__}: {error}")


def _work(job: Job) -> None:
    locale = Locale.objects.filter(language_code=job.lang).first()
    if locale is None:  # Wagtail knows only the languages of the settings
        _end(job, State.WAITING, f"{job.lang} is no language of lingotype.toml any more; it waits for its return")
        return
    article = _article(job)
    pair = LanguagePair(article.lang, job.lang)
    job.way = str(installed.way(pair))
    texts = read_texts(article)
    may_go_out = job.let_out == texts.fingerprint
    is_asked = may_go_out or bool(job.asked_engine)
    if job.made_from == texts.fingerprint and not is_asked and _stands(job, translation_of(article, locale)):
        return
    if problems := judge_source(texts, pair.source):
        job.findings = [_record(texts, index, finding) for index, finding in problems]
        if has_error([finding for _, finding in problems]):
            _end(job, State.HELD, "the source itself needs mending: " + problems[0][1].message)
            return
    try:
        with charged_to(job.article_id, job.lang):
            done = translate_texts(
                texts, pair, locale, job.settled, partial(terms_of, article=article),
                only_engine=job.asked_engine, is_let_out=may_go_out,
            )  # fmt: skip
    except NoEngineError as error:
        _end(job, State.WAITING, str(error))
        return
    _to_readers_or_desk(job, article, done)


def _stands(job: Job, page: ArticlePage | None) -> bool:
    """End a job whose translation was made from this very source: as it ended then, and public if it was public.

    Returns False when the page is gone and has to be made again.
    """
    was_public = job.made_state in PUBLIC_STATES
    if was_public and page is not None and job.for_desk:
        job.made_state = State.HELD
        _end(job, State.HELD, KEPT_BACK)
        return True
    if was_public and page is None:
        return False
    if was_public and page is not None and not page.live:
        bring_back(job, page)
    else:
        _end(job, State(job.made_state), job.error)
    return True


def _article(job: Job) -> ArticlePage:
    """The article with its relations in memory: they are read once instead of at every serialising and copying."""
    article: ArticlePage = ArticlePage.objects.select_related("locale", "lead_image").get(pk=job.article_id)
    for name in ("tags", "editions", "article_authors"):
        setattr(article, name, list(getattr(article, name).all()))
    return article


def _to_readers_or_desk(job: Job, article: ArticlePage, done: Work) -> None:
    policy = Policy.ALWAYS if done.is_let_out else installed.way(done.pair).policy
    by_gate = reasons_to_hold(done, policy)
    reasons = [*([KEPT_BACK] if job.for_desk else []), *by_gate]
    job.engine = done.engine or job.engine
    job.made_from = done.texts.fingerprint
    job.findings = [
        _record(done.texts, index, finding, proposal.html or "")
        for index, proposal in enumerate(done.proposals)
        for finding in proposal.findings
    ]
    _count(job, article.lang, done, is_held=bool(by_gate))
    if reasons:
        _to_desk(job, article, done, reasons)
        return
    job.made_state = State.REVIEWED if done.is_reviewed else State.PUBLISHED
    job.error = ""
    try:
        publish(job, article, done)
    except LeaseLostError:
        if not _is_kept_back_since(job):
            raise
        job.for_desk = True
        _to_desk(job, article, done, [KEPT_BACK])


def _count(job: Job, source: str, done: Work, *, is_held: bool) -> None:
    """Note for the figures of this pair how the gate has judged a machine's work; written with the outcome."""
    if done.is_let_out or done.is_reviewed or done.is_all_by_people:
        return
    job.judged_week, job.judged_source = monday(), source
    job.judged_held, job.judged_change = is_held, None


def _to_desk(job: Job, article: ArticlePage, done: Work, reasons: Sequence[str]) -> None:
    job.made_state = State.HELD
    job.error = reasons[0] if len(reasons) == 1 else f"{reasons[0]} (and {len(reasons) - 1} more)"
    hold(job, article, done)


def _is_kept_back_since(job: Job) -> bool:
    """Whether nothing but a person's word keeps the worker from publishing: the translation is not made twice then."""
    ours = Job.objects.filter(pk=job.pk, lease=job.lease, wanted=job.wanted, state=State.TRANSLATING)
    return not job.for_desk and ours.filter(for_desk=True).exists()


def _record(texts: ArticleTexts, index: int, finding: Finding, translation: str = "") -> dict[str, Any]:
    segment = texts.segments[index]
    return {**finding.as_json(), "segment": index, "source": segment.html, "translation": translation}


def _engines_failed(job: Job, error: AllEnginesFailedError) -> None:
    if error.is_retryable and job.attempts <= len(RETRY_SECONDS):
        postpone(job, RETRY_SECONDS[job.attempts - 1], str(error))
    else:
        _end(job, State.FAILED, str(error))


def _end(job: Job, state: State, error: str) -> None:
    job.error = error
    try:
        finish(job, state)
    except LeaseLostError:
        log.info("%s: its source changed or its lease passed on; begun again", job)
