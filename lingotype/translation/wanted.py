"""Saying what is wanted: which languages an article should stand in."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Case, F, Q, QuerySet, When
from django.utils import timezone
from wagtail_localize.models import Translation

from lingotype.newsroom.models import ArticlePage
from lingotype.translation import installed
from lingotype.translation.models import Job, State
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.segments import text_fingerprint

# What people translated no machine makes again: when its source moves on, it is stale until they return to it.
BY_PEOPLE = "people"
"""In the place of an engine’s name: people translated it."""
# A correction that was not made yet goes on being urgent when the article changes once more; nothing else does.
_STILL_URGENT = Case(When(state__in=(State.QUEUED, State.TRANSLATING), then=F("is_urgent")), default=False)


def want(article: ArticlePage, **_signal: Any) -> None:
    """Queue every reader language of a public original. Runs inside the transaction that saves the article."""
    languages = [code for code in settings.LINGOTYPE.readers if code != article.lang]
    jobs = Job.objects.filter(article=article)
    known = dict(jobs.values_list("lang", "engine"))
    machine = [code for code in languages if known.get(code) != BY_PEOPLE]
    if known:
        jobs.filter(lang__in=machine).update(
            wanted=F("wanted") + 1, state=State.QUEUED, attempts=0, not_before=timezone.now(), is_urgent=_STILL_URGENT
        )
    if BY_PEOPLE in known.values():
        by_people = jobs.filter(engine=BY_PEOPLE)
        _bring_peoples_back(article, by_people)
        by_people.exclude(made_from=text_fingerprint(article)).update(wanted=F("wanted") + 1, state=State.STALE)
    Job.objects.bulk_create([Job(article=article, lang=code) for code in machine if code not in known])


def hasten(article: ArticlePage) -> None:
    """Make the languages of an article that are queued come before everything else that is, until they are made."""
    Job.objects.filter(article=article, state=State.QUEUED).update(is_urgent=True, not_before=timezone.now())


def return_to_people(page: ArticlePage) -> None:
    """Note that a page by people has taken over a correction: where it lacked nothing else, it is stale no more."""
    job = Job.objects.filter(article__translation_key=page.translation_key, lang=page.lang, engine=BY_PEOPLE).first()
    if job is None or job.state != State.STALE:
        return
    there = {block.get("id") for block in page.corrections.raw_data}
    article, now = job.article, text_fingerprint(job.article)
    field, raw = article._meta.get_field("corrections"), [dict(block) for block in article.corrections.raw_data]
    if any(block["id"] not in there for block in raw):
        return  # another one is still missing
    for some in _without_each(raw):
        article.corrections = field.to_python(some)
        if text_fingerprint(article) == job.made_from:
            Job.objects.filter(pk=job.pk, wanted=job.wanted).update(
                state=State.PUBLISHED, made=F("wanted"), made_from=now, error=""
            )
            return


def _without_each(corrections: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The corrections as they may have been when people last looked: without the last one, the last two, and so on."""
    return [corrections[:count] for count in reversed(range(len(corrections)))]


def _bring_peoples_back(article: ArticlePage, jobs: "QuerySet[Job]") -> None:
    # No worker touches these; those that went off with their original come back with it.
    languages = jobs.exclude(made_state=State.HELD).values("lang")
    withdrawn = ArticlePage.objects.filter(
        translation_key=article.translation_key, locale__language_code__in=languages, live=False
    )
    for page in withdrawn:
        page.save_revision(clean=False).publish()


def want_no_more(article: ArticlePage, **_signal: Any) -> None:
    """Make every worker drop a withdrawn article: what it is about to publish must not appear after all."""
    Job.objects.filter(article=article, state=State.TRANSLATING).update(
        state=State.QUEUED, wanted=F("wanted") + 1, lease="", lease_until=None
    )


def stands_by_people(article: ArticlePage, lang: str) -> None:
    """Record that people translated this article into that language: no machine will touch it."""
    Translation.objects.filter(
        source__object_id=article.translation_key, target_locale__language_code=lang, enabled=True
    ).update(enabled=False)
    wanted = Job.objects.filter(article=article, lang=lang).values_list("wanted", flat=True).first() or 1
    Job.objects.update_or_create(
        article=article,
        lang=lang,
        defaults={
            "state": State.PUBLISHED, "made_state": State.PUBLISHED, "engine": BY_PEOPLE, "wanted": wanted,
            "made": wanted, "made_from": text_fingerprint(article), "findings": [], "error": "", "lease": "",
            "lease_until": None, "for_desk": False,
        },
    )  # fmt: skip


def ask_again(article: ArticlePage) -> int:
    """Queue the languages of an article that failed, and those that the settings have an answer for by now.

    Whoever publishes an article again asks for them again; what would only wait or be held as before is left alone.
    """
    jobs = Job.objects.filter(article=article)
    waiting = jobs.filter(state=State.WAITING).values_list("lang", flat=True)
    no_more = [lang for lang in waiting if installed.engines_for(LanguagePair(article.lang, lang))]
    again = jobs.filter(Q(state=State.FAILED) | Q(state=State.WAITING, lang__in=no_more)).update(
        state=State.QUEUED, not_before=timezone.now(), attempts=0
    )
    return again + _judge_again(jobs)


def ask_again_by_settings() -> int:
    """Queue what waits for an engine, and what is held by engines or a gate that have changed. Returns how many."""
    waiting = Job.objects.filter(state=State.WAITING).update(state=State.QUEUED, not_before=timezone.now())
    return waiting + _judge_again(Job.objects.all())


def ask_again_for(pair: LanguagePair, seconds: float) -> int:
    """The same for one pair, in that many seconds. Returns how many."""
    jobs = Job.objects.filter(lang=pair.target, article__locale__language_code=pair.source)
    then = timezone.now() + timedelta(seconds=seconds)
    waiting = jobs.filter(state=State.WAITING).update(state=State.QUEUED, not_before=then)
    return waiting + _judge_again(jobs, then)


def _judge_again(jobs: "QuerySet[Job]", then: datetime | None = None) -> int:
    held = jobs.filter(state=State.HELD).exclude(way="")
    rows = held.values_list("pk", "article__locale__language_code", "lang", "way")
    changed = [pk for pk, source, target, way in rows if way != str(installed.way(LanguagePair(source, target)))]
    then = then or timezone.now()
    return held.filter(pk__in=changed).update(state=State.QUEUED, made_from="", not_before=then, attempts=0)
