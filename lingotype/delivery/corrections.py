"""The list of corrections of a language: which articles stand in it, and what it says of each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Locale

from lingotype.delivery import reads
from lingotype.newsroom.models import ArticlePage

CORRECTIONS = "corrections"
"""The kind of the list in the keys of what pages read."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A dated note of what was wrong."""

    date: date
    text: str


@dataclass(frozen=True, slots=True)
class CorrectedArticle:
    """An article in the list, with its corrections, the newest first."""

    title: str
    url: str
    corrections: Sequence[Correction]


def corrections_url(lang: str) -> str:
    """The address of the list in that language."""
    with override(lang):
        return reverse("corrections")


def corrections_of(article: ArticlePage) -> list[Correction]:
    """An article's corrections in the order in which it has them."""
    return [Correction(block.value["date"], block.value["text"]) for block in article.corrections]


def corrected_articles(locale: Locale) -> "QuerySet[ArticlePage]":
    """The public articles of a language that were corrected; the one that was corrected last comes first."""
    articles = ArticlePage.objects.live().filter(locale=locale).exclude(corrected_on=None)
    return articles.select_related("locale").defer("body", "sources").order_by("-corrected_on", "-pk")


def corrected(articles: Iterable[ArticlePage]) -> list[CorrectedArticle]:
    """These articles as the list shows them; it has read each of them."""
    found = []
    for article in articles:
        reads.note(reads.page_key(article.pk))
        newest_first = sorted(corrections_of(article), key=lambda one: one.date, reverse=True)
        found.append(CorrectedArticle(article.title, article.url or "", newest_first))
    return found
