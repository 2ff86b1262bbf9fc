"""What an article offers to read next, chosen when it is published and kept.

If each page looked for the newest related articles whenever it is rendered, every new article would make every page
of its language stale. So the choice is kept: made when the article is published or changes, and made again for those
older articles that the new one continues, so that they lead on to it.
"""

from collections.abc import Collection, Sequence
from uuid import UUID

from lingotype.delivery import reads
from lingotype.delivery.models import ReadNext
from lingotype.delivery.related import Neighbours, earlier_and_related
from lingotype.delivery.teasers import articles_without_authors
from lingotype.newsroom.models import ArticlePage

_NEEDED = ("path", "title", "dek", "body", "published_at", "locale_id")
"""What choosing for an article asks of it."""


def read_next(
    article: ArticlePage, tags: Sequence[int], without: Collection[UUID] = ()
) -> tuple[list[ArticlePage], list[ArticlePage]]:
    """Older articles on the same tags, and what else to read, as chosen; chosen now where it was not yet."""
    kept = getattr(article, "read_next", None) if article.pk else None
    reads.note(f"next:{article.pk}")
    if kept is None:
        earlier, related = earlier_and_related(article, tags, without=without)
        if reads.is_reading():
            _keep(article, earlier, related)
        return _noted(earlier), _noted(related)
    chosen = articles_without_authors(article.locale).filter(pk__in=[*kept.earlier, *kept.related])
    found = {page.pk: page for page in chosen}
    reads.note(*(reads.page_key(pk) for pk in (*kept.earlier, *kept.related)))
    return [found[pk] for pk in kept.earlier if pk in found], [found[pk] for pk in kept.related if pk in found]


class Choosing:
    """Choices made anew in one go, for articles in any number of languages."""

    def __init__(self) -> None:
        self._neighbours: dict[int, Neighbours] = {}
        self._chosen: dict[int, ReadNext] = {}

    def choose_again(self, article: ArticlePage, tags: Collection[int]) -> set[str]:
        """Choose for this article, and for those older ones that it continues. Returns the keys that changed."""
        new = Neighbours(article.locale_id, article.lang)
        neighbours = self._neighbours.setdefault(article.locale_id, new)
        earlier = self._choose(article, tags, neighbours)
        for older in ArticlePage.objects.filter(pk__in=earlier).only(*_NEEDED):
            self._choose(older, neighbours.tags_of(older.pk), neighbours)
        return {f"next:{pk}" for pk in (article.pk, *earlier)}

    def keep(self) -> None:
        """Write down what was chosen. One query."""
        ReadNext.objects.bulk_create(
            self._chosen.values(),
            update_conflicts=True,
            unique_fields=["article"],
            update_fields=["earlier", "related"],
        )

    def _choose(self, article: ArticlePage, tags: Collection[int], neighbours: Neighbours) -> list[int]:
        boxes = [block["value"].get("article") for block in article.body.raw_data if block["type"] == "on_the_subject"]
        boxed = ArticlePage.objects.filter(pk__in=[pk for pk in boxes if pk]).values_list("translation_key", flat=True)
        earlier, related = neighbours.earlier_and_related(article, tags, list(boxed))
        self._chosen[article.pk] = ReadNext(article_id=article.pk, earlier=earlier, related=related)
        return earlier


def _keep(article: ArticlePage, earlier: Sequence[ArticlePage], related: Sequence[ArticlePage]) -> None:
    keys = {"earlier": [page.pk for page in earlier], "related": [page.pk for page in related]}
    ReadNext.objects.update_or_create(article_id=article.pk, defaults=keys)


def _noted(pages: list[ArticlePage]) -> list[ArticlePage]:
    reads.note(*(reads.page_key(page.pk) for page in pages))
    return pages
