"""`/news-sitemap.xml` for Google News: the articles of the last two days.

Rules (Google Search Central, "Create a news sitemap"): only articles of the last two days, at most 1,000 a file.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from django.conf import settings
from django.contrib.sitemaps.views import SitemapIndexItem, x_robots_tag
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import conditional_page, require_safe

from lingotype.channels.text import xml_text
from lingotype.delivery import reads
from lingotype.delivery.metadata import absolute
from lingotype.newsroom.models import ArticlePage
from lingotype.newsroom.serving import path_of

PERIOD = timedelta(days=2)
LIMIT = 1000
"""Articles in one file."""

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class NewsItem:
    """An article in the map."""

    url: str
    lang: str
    published_at: datetime
    title: str


@conditional_page
@require_safe
@x_robots_tag
def news_sitemap(request: HttpRequest, page: int = 0, clock: Clock = timezone.now, limit: int = LIMIT) -> HttpResponse:
    """One file; where the articles do not fit into one, the list of files, which are pages 1 and up."""
    now = clock()
    articles = _recent(now)
    _note(articles, now)
    count = articles.count()
    if page > max(ceil(count / limit), 1):
        raise Http404
    if not page and count > limit:
        entries = [SitemapIndexItem(absolute(path)) for path in _files(count, limit)]
        return render(request, "sitemap_index.xml", {"sitemaps": entries}, content_type="application/xml")
    start = max(page - 1, 0) * limit
    context = {"name": xml_text(settings.LINGOTYPE.site_name), "articles": _items(articles[start : start + limit])}
    return render(request, "feeds/news_sitemap.xml", context, content_type="application/xml")


def news_addresses(now: datetime, limit: int = LIMIT) -> list[str]:
    """The path of every file of the map as it is at that moment."""
    count = _recent(now).count()
    return [reverse("news_sitemap"), *(_files(count, limit) if count > limit else [])]


def _note(articles: "QuerySet[ArticlePage]", now: datetime) -> None:
    """What the map reads, and when time alone makes it another: an article grows too old, or its hour comes."""
    if not reads.is_reading():
        return
    reads.note(*(reads.list_key(code) for code in settings.LINGOTYPE.languages))
    reads.note(*(reads.page_key(pk) for pk in articles.values_list("pk", flat=True)))
    if (oldest := articles.last()) is not None:
        reads.note_end(oldest.published_at + PERIOD)
    coming = ArticlePage.objects.live().filter(published_at__gt=now).order_by("published_at").first()
    if coming is not None:
        reads.note_end(coming.published_at)


def _recent(now: datetime) -> "QuerySet[ArticlePage]":
    articles: QuerySet[ArticlePage] = ArticlePage.objects.live()
    articles = articles.filter(locale__language_code__in=settings.LINGOTYPE.languages)
    return articles.filter(published_at__gt=now - PERIOD, published_at__lte=now).order_by("-published_at", "-pk")


def _items(articles: "QuerySet[ArticlePage]") -> list[NewsItem]:
    rows = articles.values_list("locale__language_code", "url_path", "published_at", "title")
    return [NewsItem(absolute(path_of(code, path)), code, when, xml_text(title)) for code, path, when, title in rows]


def _files(count: int, limit: int) -> list[str]:
    return [reverse("news_sitemap", args=[page]) for page in range(1, ceil(count / limit) + 1)]
