"""A person has gone through a translation and published it: from then on it is theirs."""

import json

from django.db import transaction
from django.db.models import F
from wagtail_localize.models import TranslationSource

from lingotype.newsroom.models import ArticlePage, MadeBy
from lingotype.translation.models import Job, State
from lingotype.translation.segments import fingerprint_of, stored_fingerprint, text_fingerprint

_NAME_LENGTH = 200


def review(page: ArticlePage, reviewer: str) -> None:
    """Record that a person published this translation: on the page, and in its language's job. Both, or neither.

    What people translated stays theirs. The job keeps its findings; where the original has moved on meanwhile, the
    job stays wanted, and a worker in the middle of it begins again with the person's words.
    """
    with transaction.atomic():
        if page.made_by != MadeBy.PEOPLE:
            page.made_by, page.reviewed_by = MadeBy.MACHINE_REVIEWED, reviewer[:_NAME_LENGTH]
            page.save(clean=False, update_fields=["made_by", "reviewed_by"])
        job = _job(page)
        if job is not None:
            _record(job, page)


def take_off(page: ArticlePage) -> None:
    """Record that a person took this one translation off: it stays off until they publish it or its source changes."""
    reason = (
        "a person took this translation off; it comes back when they publish it in its editor, "
        "or when the original changes"
    )
    Job.objects.filter(article__translation_key=page.translation_key, lang=page.lang).exclude(
        state__in=(State.QUEUED, State.TRANSLATING)
    ).update(state=State.HELD, made_state=State.HELD, error=reason)


def _job(page: ArticlePage) -> Job | None:
    jobs = Job.objects.select_for_update(of=("self",)).select_related("article__locale")
    return jobs.filter(article__translation_key=page.translation_key, lang=page.lang).first()


def _record(job: Job, page: ArticlePage) -> None:
    rows = Job.objects.filter(pk=job.pk)
    state = State.PUBLISHED if page.made_by == MadeBy.PEOPLE else State.REVIEWED
    published_from = _published_from(job.article, page)
    made_from = text_fingerprint(job.article) if page.made_by == MadeBy.PEOPLE else published_from
    if published_from in ("", fingerprint_of(json.loads(job.article.to_json()))):
        rows.update(
            state=state, made=F("wanted"), made_state=state, made_from=made_from, error="", lease="",
            lease_until=None,
        )  # fmt: skip
    elif job.state == State.TRANSLATING:
        rows.update(state=State.QUEUED, wanted=F("wanted") + 1, attempts=0, lease="", lease_until=None)


def _published_from(article: ArticlePage, page: ArticlePage) -> str:
    """Fingerprint of the source that the person saw beside the translation; empty where they wrote it freely."""
    source = TranslationSource.objects.filter(
        object_id=article.translation_key, locale_id=article.locale_id, translations__target_locale=page.locale_id,
        translations__enabled=True,
    ).first()  # fmt: skip
    return stored_fingerprint(source) if source is not None else ""
