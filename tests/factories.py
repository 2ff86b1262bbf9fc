"""Articles put straight into the tree, public at once, without files or engines: for tests about what readers get."""

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from wagtail.models import Locale
from wagtail.signal_handlers import disable_reference_index_auto_update

from lingotype.newsroom.models import ArticleAuthor, ArticlePage, MadeBy, Person, SectionPage, Tag
from lingotype.newsroom.places import edition, section

PUBLISHED = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


def block(kind: str, value: Any) -> dict[str, Any]:
    """A block of a body as the database keeps it."""
    return {"type": kind, "value": value, "id": str(uuid4())}


def article(
    slug: str,
    lang: str = "ru",
    *,
    place: str = "city",
    body: Sequence[dict[str, Any]] = (),
    tags: Iterable[str] = (),
    authors: Iterable[str] = (),
    editions: Iterable[str] = (),
    **facts: Any,
) -> ArticlePage:
    """An original of the newsroom. Tags, people and editions by their slugs; made if they are not there."""
    locale = Locale.objects.get(language_code=lang)
    page = ArticlePage(
        locale=locale,
        slug=slug,
        body=json.dumps(list(body) or [block("paragraph", f"<p>{slug}</p>")]),
        **{"title": slug.capitalize(), "published_at": PUBLISHED, "last_published_at": PUBLISHED, **facts},
    )
    page.tags = [Tag.objects.get_or_create(slug=tag, defaults={"name": tag, "lang": lang})[0] for tag in tags]
    page.editions = [edition(name, locale) for name in editions]
    page.article_authors = [ArticleAuthor(person=_person(name, lang), sort_order=n) for n, name in enumerate(authors)]
    return _put(page, section(place, locale))


def translation(
    of: ArticlePage,
    lang: str,
    slug: str,
    made_by: str = MadeBy.MACHINE,
    *,
    body: Sequence[dict[str, Any]] = (),
    **facts: Any,
) -> ArticlePage:
    """The article in another language, with the original's tags, people and editions."""
    locale = Locale.objects.get(language_code=lang)
    kept = {name: getattr(of, name) for name in ("published_at", "updated_at", "last_published_at", "lead_image")}
    page = ArticlePage(
        locale=locale,
        slug=slug,
        translation_key=of.translation_key,
        made_by=made_by,
        body=json.dumps(list(body) or [block("paragraph", f"<p>{slug}</p>")]),
        **{"title": slug.capitalize(), **kept, **facts},
    )
    page.tags, page.editions = list(of.tags.all()), list(of.editions.all())
    page.article_authors = [ArticleAuthor(person=person, sort_order=n) for n, person in enumerate(of.people)]
    return _put(page, SectionPage.objects.get(translation_key=of.get_parent().translation_key, locale=locale))


def _put(page: ArticlePage, place: SectionPage) -> ArticlePage:
    with disable_reference_index_auto_update():  # only the editor reads it
        place.add_child(instance=page)
    return page


def _person(slug: str, lang: str) -> Person:
    return Person.objects.get_or_create(slug=slug, defaults={"name": slug.replace("-", " ").title(), "lang": lang})[0]
