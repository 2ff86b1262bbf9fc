"""The small table that the board looks through: one row an original, kept in step with the article."""

import unicodedata
from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import Q
from wagtail.models import Page

from lingotype.newsroom.models import ArticlePage, MadeBy
from lingotype.translation.models import Listed

_LONGEST: int = Listed._meta.get_field("words").max_length or 0
_AT_ONCE = 500
_READ = ("title", "draft_title", "owner_id", "live", "translation_key")


def folded(text: str) -> str:
    """The text as titles are looked for: in lower case in every script, with each letter written in one way."""
    return unicodedata.normalize("NFC", text.replace("\0", "")).casefold()


def keep_listed(
    instance: ArticlePage, *, raw: bool = False, update_fields: Collection[str] | None = None, **_signal: Any
) -> None:
    """Bring an original's row up to date when its page is saved. Two queries; none for a translation.

    A draft is saved as a few facts of a page that carries the draft's content: what was written is read back.
    """
    if raw or not instance.is_original or instance.alias_of_id:
        return
    above = Q(path=instance.path[: -Page.steplen])
    rows = {row.pk: row for row in Page.objects.filter(Q(pk=instance.pk) | above).only(*_READ)}
    section = next((row.translation_key for pk, row in rows.items() if pk != instance.pk), None)
    facts = _facts(rows[instance.pk], section)
    if update_fields is None or "published_at" in update_fields:
        facts["published_at"] = instance.published_at
    if not Listed.objects.filter(article_id=instance.pk).update(**facts):
        first = {"published_at": instance.published_at, **facts}
        Listed.objects.update_or_create(article_id=instance.pk, defaults=first)


def follow_move(instance: Page, **_signal: Any) -> None:
    """An article that has moved is listed in its new section; so are those of a page above it."""
    moved = ArticlePage.objects.filter(path__startswith=instance.path)
    list_articles(moved)


def list_articles(articles: Any) -> int:
    """Write the rows of all originals among these anew. Returns how many."""
    sections = dict(Page.objects.filter(depth=3).values_list("path", "translation_key"))
    originals = articles.filter(made_by=MadeBy.ORIGINAL, alias_of=None).defer_streamfields()
    rows: list[Listed] = []
    done = 0
    for page in originals.order_by().iterator(chunk_size=_AT_ONCE):
        facts = _facts(page, sections.get(page.path[: -Page.steplen]))
        rows.append(Listed(article_id=page.pk, published_at=page.published_at, **facts))
        if len(rows) == _AT_ONCE:
            done += _write(rows)
            rows = []
    return done + _write(rows)


def _write(rows: Iterable[Listed]) -> int:
    written = Listed.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["article"],
        update_fields=["published_at", "words", "section", "owner", "is_public"],
    )  # fmt: skip
    return len(written)


def _facts(page: Page, section: Any) -> dict[str, Any]:
    words = folded(page.title if page.draft_title in ("", page.title) else f"{page.title}\n{page.draft_title}")
    return {"words": words[:_LONGEST], "section": section, "owner_id": page.owner_id, "is_public": page.live}
