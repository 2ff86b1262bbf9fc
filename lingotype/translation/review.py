"""A person has gone through a translation and published it: from then on it is theirs."""

import json
from typing import Any

from django.db import transaction
from django.db.models import F
from wagtail_localize.models import StringSegment, StringTranslation, TranslationSource

from lingotype.newsroom.models import ArticlePage, MadeBy
from lingotype.translation.edited import share_changed
from lingotype.translation.memory import BEGUN
from lingotype.translation.models import Job, State
from lingotype.translation.segments import fingerprint_of, stored_fingerprint, text_fingerprint

_NAME_LENGTH = 200


def review(page: ArticlePage, reviewer: Any) -> None:
    """Record that a user published this translation: on the page, on its texts and in its job. All of it, or nothing.

    What people translated stays theirs. The job keeps its findings; where the original has moved on meanwhile, the
    job stays wanted, and a worker in the middle of it begins again with the person's words.
    """
    with transaction.atomic():
        if page.made_by != MadeBy.PEOPLE:
            name = reviewer.get_full_name() or reviewer.get_username()
            page.made_by, page.reviewed_by = MadeBy.MACHINE_REVIEWED, name[:_NAME_LENGTH]
            page.save(clean=False, update_fields=["made_by", "reviewed_by"])
            _sign_texts(page, reviewer)
        _shown_texts(page).filter(tool_name=BEGUN).update(tool_name="")  # they have gone through it
        job = _job(page)
        if job is not None:
            changed = share_changed(page) if job.judged_week is not None else None
            Job.objects.filter(pk=job.pk).update(
                settled=_corrections_of_gone_texts(page), for_desk=False, judged_change=changed
            )
            _record(job, page)


def take_off(page: ArticlePage) -> None:
    """Record that a person took this one translation off: it stays off until they publish it or its source changes."""
    reason = (
        "a person took this translation off; it comes back when they publish it in its editor, "
        "or when the original changes"
    )
    Job.objects.filter(article__translation_key=page.translation_key, lang=page.lang).exclude(
        state__in=(State.QUEUED, State.TRANSLATING)
    ).update(state=State.HELD, made_state=State.HELD, way="", error=reason)


def _sign_texts(page: ArticlePage, reviewer: Any) -> None:
    """A text that nobody has changed since need not be reviewed again after a change elsewhere in the article."""
    _shown_texts(page).filter(translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE).update(
        last_translated_by=reviewer
    )


def _shown_texts(page: ArticlePage) -> Any:
    shown = StringSegment.objects.filter(source__object_id=page.translation_key)
    return StringTranslation.objects.filter(
        locale=page.locale_id, context__object_id=page.translation_key, translation_of__in=shown.values("string")
    )


def _corrections_of_gone_texts(page: ArticlePage) -> list[int]:
    shown = StringSegment.objects.filter(source__object_id=page.translation_key)
    manual = StringTranslation.objects.filter(
        locale=page.locale_id, context__object_id=page.translation_key,
        translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
    )  # fmt: skip
    return sorted(manual.exclude(translation_of__in=shown.values("string")).values_list("pk", flat=True))


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
