"""What an article offers to read next, chosen when it is published and kept.

If each page looked for the newest related articles whenever it is rendered, every new article would make every page
of its language stale. So the choice is kept: made when the article is published or changes. Those older articles that
the new one continues lead on to it: their choice is forgotten, and made again when they are rendered a moment later.
"""

from collections.abc import Collection, Sequence
from uuid import UUID

from lingotype.delivery import reads
from lingotype.delivery.fragments import fragment
from lingotype.delivery.models import ReadNext
from lingotype.delivery.related import Neighbours, earlier_and_related
from lingotype.newsroom.models import ArticlePage


def read_next(article: ArticlePage, tags: Sequence[int], without: Collection[UUID] = ()) -> tuple[list[int], list[int]]:
    """Older articles on the same tags, and what else to read, as chosen; chosen now where it was not yet.

    Their numbers: one or the other may have been withdrawn since.
    """
    kept = getattr(article, "read_next", None) if article.pk else None
    reads.note(reads.next_key(article.pk))
    if kept is None and reads.is_reading():
        kept = _chosen_now(article, tags, without)
    if kept is None:
        return earlier_and_related(article, tags, without=without)
    reads.note(*(reads.page_key(pk) for pk in (*kept.earlier, *kept.related)))
    return kept.earlier, kept.related


class Choosing:
    """Choices made in one go, for articles in any number of languages."""

    def __init__(self) -> None:
        self._neighbours: dict[int, Neighbours] = {}
        self._chosen: dict[int, ReadNext] = {}
        self._continued: set[int] = set()

    def choose(self, article: ArticlePage, tags: Collection[int]) -> set[str]:
        """Choose for this article, and let those older ones that it continues be chosen for when they are rendered.

        Returns the keys that changed.
        """
        new = Neighbours(article.locale_id, article.lang)
        neighbours = self._neighbours.setdefault(article.locale_id, new)
        boxes = [block["value"].get("article") for block in article.body.raw_data if block["type"] == "on_the_subject"]
        boxed = ArticlePage.objects.filter(pk__in=[pk for pk in boxes if pk]).values_list("translation_key", flat=True)
        earlier, related = neighbours.earlier_and_related(article, tags, list(boxed) if boxes else ())
        self._chosen[article.pk] = ReadNext(article_id=article.pk, earlier=earlier, related=related)
        self._continued.update(earlier)
        return {reads.next_key(pk) for pk in (article.pk, *earlier)}

    def keep(self) -> None:
        """Write down what was chosen. One query."""
        keep(self._chosen.values())

    @property
    def outdated(self) -> set[int]:
        """The articles that the chosen ones continue; one that was chosen for in this go knows the newer already."""
        return self._continued - self._chosen.keys()


def _chosen_now(article: ArticlePage, tags: Sequence[int], without: Collection[UUID]) -> ReadNext:
    """Choose for an article that nothing is chosen for: it is continued, or was published by an earlier version.

    The choice is written down with the page: if that is thrown away because something has changed, so is the choice.
    """
    with reads.reading():  # the page does not follow each new article of its language
        neighbours = fragment(("neighbours", article.locale_id), lambda: _neighbours(article))
    earlier, related = neighbours.earlier_and_related(article, tags, without)
    chosen = ReadNext(article_id=article.pk, earlier=earlier, related=related)
    reads.note_chosen(chosen)
    return chosen


def _neighbours(article: ArticlePage) -> Neighbours:
    """Those of the article's language, as long as nothing in it changes."""
    reads.note(reads.list_key(article.lang))
    return Neighbours(article.locale_id, article.lang)


def keep(chosen: Collection[ReadNext]) -> None:
    """Write down these choices. One query."""
    ReadNext.objects.bulk_create(
        chosen, update_conflicts=True, unique_fields=["article"], update_fields=["earlier", "related"]
    )


def forget(articles: Collection[int]) -> None:
    """What these lead on to is chosen again when they are rendered. Under the lock, with the change that says so."""
    ReadNext.objects.filter(article__in=articles).delete()
