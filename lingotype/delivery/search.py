"""Readers' search: what they typed, made safe, against the articles of their language."""

import re
import unicodedata

from django.db.models import QuerySet
from wagtail.models import Locale

from lingotype.delivery.teasers import public_articles
from lingotype.language.stems import stems
from lingotype.newsroom.models import ArticlePage

MAX_LENGTH = 200
_MOST = 500
_NOT_WORDS = re.compile(r"[^\w\s-]+")


def cleaned(query: str) -> str:
    """The words of a query and nothing else: a lone quotation mark or a NUL would be an error inside the database."""
    text = unicodedata.normalize("NFC", query[:MAX_LENGTH])
    return " ".join(_NOT_WORDS.sub(" ", text).replace("_", " ").split())


def found(query: str, locale: Locale) -> "QuerySet[ArticlePage]":
    """The public articles of that language that have every word in some form, newest first."""
    words = " ".join(stems(query, locale.language_code))
    if not words:
        return public_articles(locale).none()
    articles = ArticlePage.objects.live().filter(locale=locale).order_by("-published_at")
    keys = [result.pk for result in articles.search(words, operator="and", order_by_relevance=False)[:_MOST]]
    return public_articles(locale).filter(pk__in=keys)
