"""What an article offers to read next, chosen when it is published and kept.

If each page looked for the newest related articles whenever it is rendered, every new article would make every page
of its language stale. So the choice is kept: made when the article is published or changes, and made again for those
older articles that the new one continues, so that they lead on to it.
"""

import time
from collections.abc import Callable, Collection, Sequence
from uuid import UUID

from lingotype.delivery import reads
from lingotype.delivery.models import ReadNext
from lingotype.delivery.related import Neighbours, earlier_and_related
from lingotype.newsroom.models import ArticlePage

_KEPT_SECONDS = 60.0
_MOST_KNOWN = 5_000
"""Articles that are kept in memory, a kilobyte each, before they are read again."""
_NEEDED = ("path", "title", "dek", "body", "published_at", "locale_id")
"""What choosing for an article asks of it."""


def read_next(article: ArticlePage, tags: Sequence[int], without: Collection[UUID] = ()) -> tuple[list[int], list[int]]:
    """Older articles on the same tags, and what else to read, as chosen; chosen now where it was not yet.

    Their numbers: one or the other may have been withdrawn since.
    """
    kept = getattr(article, "read_next", None) if article.pk else None
    reads.note(f"next:{article.pk}")
    if kept is None and reads.is_reading():
        kept = _chosen_now(article, tags, without)
    if kept is None:
        return earlier_and_related(article, tags, without=without)
    reads.note(*(reads.page_key(pk) for pk in (*kept.earlier, *kept.related)))
    return kept.earlier, kept.related


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
        for older in ArticlePage.objects.filter(pk__in=earlier).order_by().only(*_NEEDED):
            self._choose(older, neighbours.tags_of(older.pk), neighbours)
        return {f"next:{pk}" for pk in (article.pk, *earlier)}

    def keep(self) -> None:
        """Write down what was chosen. One query."""
        _keep(self._chosen.values())

    def _choose(self, article: ArticlePage, tags: Collection[int], neighbours: Neighbours) -> list[int]:
        boxes = [block["value"].get("article") for block in article.body.raw_data if block["type"] == "on_the_subject"]
        boxed = ArticlePage.objects.filter(pk__in=[pk for pk in boxes if pk]).values_list("translation_key", flat=True)
        earlier, related = neighbours.earlier_and_related(article, tags, list(boxed))
        self._chosen[article.pk] = ReadNext(article_id=article.pk, earlier=earlier, related=related)
        return earlier


class LatelyRead:
    """Each language's neighbours, as this process has read them within a minute.

    Where a whole paper is rendered anew, every article would look for the same newest ones, and that is the longest
    part of making its page. A choice of a minute ago is as good.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self.forget()

    def __call__(self, article: ArticlePage) -> Neighbours:
        """Those of the article's language."""
        now = self._clock()
        found, until = self._known.get(article.locale_id, (None, 0.0))
        if found is None or now > until or len(found) > _MOST_KNOWN:
            found = Neighbours(article.locale_id, article.lang)
            self._known[article.locale_id] = found, now + _KEPT_SECONDS
        return found

    def forget(self) -> None:
        """Read them again: of another database, they would be wrong."""
        self._known: dict[int, tuple[Neighbours, float]] = {}


lately_read = LatelyRead()


def _chosen_now(article: ArticlePage, tags: Sequence[int], without: Collection[UUID]) -> ReadNext:
    """Choose for an article that has been published without, as by an earlier version, and keep it."""
    earlier, related = lately_read(article).earlier_and_related(article, tags, without)
    chosen = ReadNext(article_id=article.pk, earlier=earlier, related=related)
    _keep([chosen])
    return chosen


def _keep(chosen: Collection[ReadNext]) -> None:
    """Write down what was chosen. One query."""
    ReadNext.objects.bulk_create(
        chosen, update_conflicts=True, unique_fields=["article"], update_fields=["earlier", "related"]
    )
