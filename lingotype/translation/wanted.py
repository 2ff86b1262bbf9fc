"""Saying what is wanted: which languages an article should stand in."""

from typing import Any

from django.conf import settings
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from wagtail_localize.models import Translation

from lingotype.newsroom.models import ArticlePage
from lingotype.translation import installed
from lingotype.translation.models import Job, State
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.segments import text_fingerprint

# What people translated no machine makes again: when its source moves on, it is stale until they return to it.
_BY_PEOPLE = "people"


def want(article: ArticlePage, **_signal: Any) -> None:
    """Queue every reader language of a public original. Runs inside the transaction that saves the article."""
    languages = [code for code in settings.LINGOTYPE.readers if code != article.lang]
    jobs = Job.objects.filter(article=article)
    known = dict(jobs.values_list("lang", "engine"))
    machine = [code for code in languages if known.get(code) != _BY_PEOPLE]
    if known:
        jobs.filter(lang__in=machine).update(
            wanted=F("wanted") + 1, state=State.QUEUED, attempts=0, not_before=timezone.now()
        )
    if _BY_PEOPLE in known.values():
        by_people = jobs.filter(engine=_BY_PEOPLE)
        _bring_peoples_back(article, by_people)
        by_people.exclude(made_from=text_fingerprint(article)).update(wanted=F("wanted") + 1, state=State.STALE)
    Job.objects.bulk_create([Job(article=article, lang=code) for code in machine if code not in known])


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
            "state": State.PUBLISHED, "made_state": State.PUBLISHED, "engine": _BY_PEOPLE, "wanted": wanted,
            "made": wanted, "made_from": text_fingerprint(article), "findings": [], "error": "", "lease": "",
            "lease_until": None,
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


def _judge_again(jobs: "QuerySet[Job]") -> int:
    held = jobs.filter(state=State.HELD).exclude(way="")
    rows = held.values_list("pk", "article__locale__language_code", "lang", "way")
    changed = [pk for pk, source, target, way in rows if way != str(installed.way(LanguagePair(source, target)))]
    return held.filter(pk__in=changed).update(state=State.QUEUED, made_from="", not_before=timezone.now(), attempts=0)
