"""What the desk writes down for workers: that a source's text is wanted. Nothing here leaves the machine."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from lingotype.importing.models import SourceText, TextState
from lingotype.importing.source_page.addresses import LONGEST
from lingotype.newsroom.models import ArticlePage

MOST_BYTES = 2_000_000
"""Of a text that is pasted or uploaded."""
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""The version of an article that was never saved by an editor."""
KINDS = {".txt": "txt", ".text": "txt", ".md": "md", ".markdown": "md", ".html": "html", ".htm": "html"}


class RefusedTextError(ValueError):
    """A text cannot be taken. The reason is a word for the desk to explain: `empty`, `large`, `kind`."""


@dataclass(frozen=True, slots=True)
class ArticleSource:
    """One of an article's sources, as a version of it says."""

    id: str
    publication: str
    url: str
    lang: str

    @property
    def can_be_fetched(self) -> bool:
        """Whether its address is a web page's, as far as its beginning and length tell."""
        return self.url.startswith(("http://", "https://")) and len(self.url) <= LONGEST


def sources_of(article: ArticlePage) -> list[ArticleSource]:
    """The sources of an article, each id once."""
    found: dict[str, ArticleSource] = {}
    for block in article.sources:
        value: Any = block.value
        name = str(value.get("id") or "")
        if name and name not in found:
            found[name] = ArticleSource(
                name, str(value.get("publication") or name), str(value.get("url") or ""), str(value.get("lang") or "")
            )
    return list(found.values())


def version_of(article: ArticlePage) -> datetime:
    """The moment of an article's last version, draft or not."""
    return article.latest_revision_created_at or NEVER


def is_busy(row: SourceText, article: ArticlePage) -> bool:
    """Whether a worker still has something to do with a source's text."""
    if row.state in (TextState.WANTED, TextState.READING):
        return True
    return row.state == TextState.READY and row.compared_with != version_of(article)


def want_page(article: ArticlePage, source: ArticleSource) -> SourceText:
    """Have a worker fetch the source's address, also when it was fetched before."""
    return _want(article, source, url=source.url, given=b"", kind="")


def want_given(article: ArticlePage, source: ArticleSource, data: bytes, name: str) -> SourceText:
    """Have a worker read a text that an editor pasted or uploaded under that name. Raises `RefusedTextError`."""
    kind = KINDS.get(PurePath(name).suffix.lower())
    if kind is None:
        raise RefusedTextError("kind")
    if len(data) > MOST_BYTES:
        raise RefusedTextError("large")
    if not data.strip():
        raise RefusedTextError("empty")
    return _want(article, source, url="", given=data, kind=kind)


def forget(article: ArticlePage, source: str) -> None:
    """Throw a source's text away, and what was proposed from it; what was accepted stands in the article."""
    SourceText.objects.filter(article=article, source=source).delete()


def _want(article: ArticlePage, source: ArticleSource, **changes: Any) -> SourceText:
    wish = {
        **changes, "lang": source.lang, "state": TextState.WANTED, "error": "", "attempts": 0,
        "not_before": timezone.now(), "lease": "", "lease_until": None,
    }  # fmt: skip
    with transaction.atomic():
        row, is_new = SourceText.objects.get_or_create(article=article, source=source.id, defaults=wish)
        if not is_new:
            SourceText.objects.filter(pk=row.pk).update(**wish, wanted=F("wanted") + 1)
            row.refresh_from_db()
    return row
