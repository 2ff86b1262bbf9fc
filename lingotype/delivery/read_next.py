"""What an article offers to read next, chosen when it is published and kept.

If each page looked for the newest related articles whenever it is rendered, every new article would make every page
of its language stale. So the choice is kept: made when the article is published or changes, and made again for those
older articles that the new one continues, so that they lead on to it.
"""

from collections.abc import Collection, Sequence
from uuid import UUID

from lingotype.delivery import reads
from lingotype.delivery.models import ReadNext
from lingotype.delivery.related import earlier_and_related
from lingotype.delivery.teasers import articles_without_authors
from lingotype.newsroom.models import ArticlePage


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


def choose_again(article: ArticlePage) -> set[str]:
    """Choose for this article, and for those older ones that it continues. Returns the keys that changed."""
    earlier = _choose(article)
    for older in earlier:
        older.locale = article.locale
        _choose(older)
    return {f"next:{page.pk}" for page in (article, *earlier)}


def _choose(article: ArticlePage) -> list[ArticlePage]:
    tags = list(article.tags.values_list("pk", flat=True))
    boxes = [block["value"].get("article") for block in article.body.raw_data if block["type"] == "on_the_subject"]
    boxed = ArticlePage.objects.filter(pk__in=[pk for pk in boxes if pk]).values_list("translation_key", flat=True)
    earlier, related = earlier_and_related(article, tags, without=list(boxed))
    _keep(article, earlier, related)
    return earlier


def _keep(article: ArticlePage, earlier: Sequence[ArticlePage], related: Sequence[ArticlePage]) -> None:
    keys = {"earlier": [page.pk for page in earlier], "related": [page.pk for page in related]}
    ReadNext.objects.update_or_create(article_id=article.pk, defaults=keys)


def _noted(pages: list[ArticlePage]) -> list[ArticlePage]:
    reads.note(*(reads.page_key(page.pk) for page in pages))
    return pages
