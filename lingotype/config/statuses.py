"""Articles and their languages as the commands report them: the JSON of the contract, and lines for people."""

from collections.abc import Iterable, Mapping
from typing import Any

from lingotype.delivery.metadata import absolute
from lingotype.newsroom.models import ArticlePage
from lingotype.translation.budget import Cost, costs_of
from lingotype.translation.models import Job


def article_json(article: ArticlePage) -> dict[str, Any]:
    """One article: id, language, address, title."""
    return {"id": article.pk, "lang": article.lang, "url": absolute(article.url or ""), "title": article.title}


def languages_json(article: ArticlePage) -> dict[str, dict[str, Any]]:
    """Every language of an article, by code."""
    jobs = Job.objects.filter(article=article).order_by("id")
    return languages_of(jobs, _pages([article]).get(str(article.translation_key), {}))


def languages_of(jobs: Iterable[Job], pages: Mapping[str, ArticlePage]) -> dict[str, dict[str, Any]]:
    """The languages that jobs stand for; `pages` are the public pages of the article by language."""
    return {job.lang: _language(job, pages.get(job.lang)) for job in jobs}


def all_statuses() -> list[dict[str, Any]]:
    """Every original with its languages, newest first; `withdrawn` when readers had it and have it no more."""
    articles = list(
        ArticlePage.objects.filter(made_by="original").select_related("locale").order_by("-published_at", "-pk")
    )
    pages = _pages(articles)
    jobs: dict[int, list[Job]] = {}
    for job in Job.objects.order_by("id"):
        jobs.setdefault(job.article_id, []).append(job)
    costs: dict[int, dict[str, Cost]] = {}
    for (article_id, lang), cost in costs_of(article.pk for article in articles).items():
        costs.setdefault(article_id, {})[lang] = cost
    return [
        {
            "article": article_json(article),
            "withdrawn": not article.live and article.first_published_at is not None,
            "cost": {lang: _cost(cost) for lang, cost in costs.get(article.pk, {}).items()},
            "languages": languages_of(jobs.get(article.pk, []), pages.get(str(article.translation_key), {})),
        }
        for article in articles
    ]


def _cost(cost: Cost) -> dict[str, Any]:
    return {"characters": cost.characters, "amounts": {code: float(sum_) for code, sum_ in cost.amounts.items()}}


def _pages(articles: Iterable[ArticlePage]) -> dict[str, dict[str, ArticlePage]]:
    keys = [article.translation_key for article in articles]
    found: dict[str, dict[str, ArticlePage]] = {}
    for page in ArticlePage.objects.live().filter(translation_key__in=keys).select_related("locale").defer("body"):
        found.setdefault(str(page.translation_key), {})[page.lang] = page
    return found


def _language(job: Job, page: ArticlePage | None) -> dict[str, Any]:
    return {
        "state": job.state,
        "url": absolute(page.url or "") if page else None,
        "made_by": page.made_by if page else None,
        "engine": (page.engine if page else "") or (job.engine if job.engine != "people" else "") or None,
        "findings": job.findings,
        "error": job.error or None,
    }
