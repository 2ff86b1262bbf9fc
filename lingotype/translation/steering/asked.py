"""The job that a person speaks of, locked while the wish is written."""

from lingotype.newsroom.models import ArticlePage
from lingotype.translation.models import Job, State
from lingotype.translation.steering.errors import BY_PEOPLE, NOT_PUBLIC, CannotSteerError
from lingotype.translation.wanted import BY_PEOPLE as PEOPLE


def asked_job(article: ArticlePage, lang: str) -> Job | None:
    """The job of that language, locked until the caller's transaction ends; None where there is none yet.

    Raises `CannotSteerError` when the article is not public, or for a language that no machine touches.
    """
    if not article.live:
        raise CannotSteerError(NOT_PUBLIC)
    job = Job.objects.select_for_update(of=("self",)).filter(article=article, lang=lang).first()
    if job is not None and job.engine == PEOPLE:
        raise CannotSteerError(BY_PEOPLE)
    return job


def is_in_hand(job: Job) -> bool:
    """Whether it waits for a worker, or has one."""
    return job.state in (State.QUEUED, State.TRANSLATING)
