"""A paper with many articles, written into the database as publishing them would leave them, but all at once."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Locale, Page

from lingotype.newsroom.models import ArticleAuthor, ArticlePage, MadeBy, Person, SectionPage, Tag

_FIRST = datetime(2026, 1, 1, 9, tzinfo=UTC)
_APART, _SPAN = timedelta(minutes=7), timedelta(days=300)
"""However many there are, all are older than what is published beside them."""
_AT_ONCE = 500


def fill(section: SectionPage, count: int, keys: Sequence[UUID] = (), author: Person | None = None) -> list[UUID]:
    """Plant `count` public articles in a section, after those that stand there; returns their translation keys.

    With the `keys` of another language's articles they are translations of those. All have one author, every third
    has a tag, each names its number.
    """
    there = section.get_children().count()
    made_by = MadeBy.MACHINE if keys else MadeBy.ORIGINAL
    keys = list(keys) or [uuid4() for _ in range(count)]
    apart = min(_APART, _SPAN / count)
    dated = [(key, _FIRST + index * apart) for index, key in enumerate(keys, 1)]
    pages = [_article(section, there + number, *one, made_by) for number, one in enumerate(dated, 1)]
    Page.objects.bulk_create([_page(article) for article in pages], batch_size=_AT_ONCE)
    primary = dict(Page.objects.filter(path__startswith=section.path, depth=4).values_list("path", "pk"))
    for article in pages:
        article.pk = article.id = article.page_ptr_id = primary[article.path]
    fields = ArticlePage._meta.local_concrete_fields
    for some in _batches(pages):  # Django's own bulk_create refuses models with a parent
        ArticlePage._base_manager._insert(some, fields=fields, using="default")
    Page.objects.filter(pk=section.pk).update(numchild=there + len(pages))
    _relate(pages, section.locale, author)
    return keys


def _batches(pages: list[ArticlePage]) -> list[list[ArticlePage]]:
    return [pages[start : start + _AT_ONCE] for start in range(0, len(pages), _AT_ONCE)]


def _article(section: SectionPage, number: int, key: UUID, when: datetime, made_by: str) -> ArticlePage:
    title = f"Статья номер {number} о мосте и паромах"
    slug = f"{section.locale.language_code}-{number}"
    return ArticlePage(
        title=title, draft_title=title, slug=slug, url_path=f"{section.url_path}{slug}/", depth=4, live=True,
        path=ArticlePage._get_path(section.path, 4, number), locale=section.locale, translation_key=key,
        content_type=ContentType.objects.get_for_model(ArticlePage), first_published_at=when, last_published_at=when,
        dek=f"О том, что было на {number}-й день.", body=_BODY, published_at=when, made_by=made_by, engine="local",
    )  # fmt: skip


_BODY = [("paragraph", f"<p>Абзац {number}: совет обсудил вопрос, и отчёт назвал адреса.</p>") for number in range(12)]


def _page(article: ArticlePage) -> Page:
    return Page(**{field.attname: getattr(article, field.attname) for field in Page._meta.local_concrete_fields})


def _relate(pages: list[ArticlePage], locale: Locale, author: Person | None) -> None:
    tag, _ = Tag.objects.get_or_create(slug="most", defaults={"name": "мост", "lang": locale.language_code})
    ann = {"name": "Анна", "lang": locale.language_code}
    person = author or Person.objects.get_or_create(slug="ann", defaults=ann)[0]
    tagged = ArticlePage.tags.through
    tagged.objects.bulk_create([tagged(articlepage=page, tag=tag) for page in pages[::3]], batch_size=_AT_ONCE)
    ArticleAuthor.objects.bulk_create([ArticleAuthor(page=page, person=person) for page in pages], batch_size=_AT_ONCE)
