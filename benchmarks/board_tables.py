"""100,000 articles in six languages, made by copying the rows of one inside the database."""

import uuid
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

ARTICLES = 100_000
LANGUAGES = ("ru", "en", "uk", "es", "be", "he")
WAITING = "he"
"""The language that has been added, and that no engine translates."""
_SECTIONS = ("city", "world", "culture", "sport")
_RARE, _IN_RARE = "rare", 10
_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_FINDINGS = '[{"code": "numbers", "severity": "error"}, {"code": "names", "severity": "warning"}]'


def fill(folder: Path) -> None:
    """Fill the newsroom's database, and let it look at what it has."""
    from django.db import connection, transaction

    from lingotype.newsroom.models import ArticlePage
    from lingotype.translation.listing import list_articles

    versions = _first(folder)
    with transaction.atomic(), connection.cursor() as cursor:
        _number(cursor)
        for place, lang in enumerate(LANGUAGES):
            _copy_pages(cursor, versions[lang], lang, place)
        _copy_jobs(cursor)
    list_articles(ArticlePage.objects.all())
    _people()
    if connection.vendor == "postgresql":  # it would do so by itself within minutes
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def _first(folder: Path) -> Mapping[str, Any]:
    """One article, in all languages: what all the others are copies of."""
    from wagtail.models import Locale

    from benchmarks.newsroom import article_file
    from lingotype.importing.publish import publish_file, read_files
    from lingotype.newsroom.models import ArticlePage
    from lingotype.newsroom.places import section
    from lingotype.translation.worker import Worker

    for slug in (*_SECTIONS, _RARE):
        section(slug, Locale.objects.get(language_code="ru"))
    publish_file(read_files([article_file(folder, 1)])[0])
    worker = Worker()
    while worker.work_one():
        pass
    return {page.lang: page for page in ArticlePage.objects.select_related("locale")}


def _number(cursor: Any) -> None:
    from django.db import connection

    kind = "uuid" if connection.vendor == "postgresql" else "char(32)"
    moment = "timestamptz" if connection.vendor == "postgresql" else "text"
    cursor.execute(
        f"CREATE TEMPORARY TABLE numbers (n integer PRIMARY KEY, step varchar(4), translation_key {kind}, "
        f"moment {moment}, section varchar(20))"
    )
    cursor.executemany("INSERT INTO numbers VALUES (%s, %s, %s, %s, %s)", list(_rows()))


def _rows() -> Iterator[tuple[Any, ...]]:
    from django.db import connection

    began = datetime(2020, 1, 1, tzinfo=UTC)
    for n in range(1, ARTICLES + 1):
        key = uuid.uuid5(uuid.NAMESPACE_OID, str(n))
        moment = began + timedelta(minutes=20 * n)
        section = _RARE if n <= _IN_RARE else _SECTIONS[n % len(_SECTIONS)]
        yield (
            n, _step(n), key if connection.vendor == "postgresql" else key.hex,
            connection.ops.adapt_datetimefield_value(moment), section,
        )  # fmt: skip


def _step(n: int) -> str:
    digits, number = "", n + 100  # behind the children that are there
    for _ in range(4):
        number, digit = divmod(number, len(_ALPHABET))
        digits = _ALPHABET[digit] + digits
    return digits


def _id(place: int) -> str:
    """The id of the copy in a language, as SQL: an article's languages stand together."""
    return f"(1000000 + n * {len(LANGUAGES)} + {place})"


def _copy_pages(cursor: Any, page: Any, lang: str, place: int) -> None:
    from wagtail.models import Page

    from lingotype.newsroom.models import ArticlePage, SectionPage

    for section in SectionPage.objects.filter(locale__language_code=lang):
        changed = {
            "id": _id(place), "translation_key": "numbers.translation_key", "title": "'Статья номер ' || n",
            "draft_title": "'Статья номер ' || n", "slug": "'article-' || n", "path": f"'{section.path}' || step",
            "url_path": f"'{section.url_path}article-' || n || '/'", "latest_revision_id": "NULL",
            "live_revision_id": "NULL",
        }  # fmt: skip
        where = f"t.id = {page.pk} AND numbers.section = '{section.slug}'"
        _copy(cursor, Page, changed, where)
    changed = {"page_ptr_id": _id(place), "published_at": "moment", "body": "'[]'"}
    _copy(cursor, ArticlePage, changed, f"t.page_ptr_id = {page.pk}")


def _copy_jobs(cursor: Any) -> None:
    from lingotype.translation.models import ArticleUse, Job

    job, use = Job.objects.get(lang="uk"), ArticleUse.objects.filter(lang="uk").first()
    assert use is not None
    for place, lang in enumerate(LANGUAGES[1:], 1):
        state = (
            f"CASE WHEN (n + {place}) % 500 = 0 THEN 'held' WHEN (n + {place}) % 1000 = 1 THEN 'failed' "
            f"WHEN (n + {place}) % 2000 = 2 THEN 'stale' ELSE 'published' END"
        )
        made = f"CASE WHEN (n + {place}) % 5000 = 3 THEN '' ELSE 'published' END"
        if lang == WAITING:
            state, made = "'waiting'", "'published'"
        changed = {
            "id": _id(place), "article_id": _id(0), "lang": f"'{lang}'", "state": state, "made_state": made,
            "findings": f"'{_FINDINGS}'",
        }  # fmt: skip
        _copy(cursor, Job, changed, f"t.id = {job.pk}")
        _copy(cursor, ArticleUse, {"id": _id(place), "article_id": _id(0), "lang": f"'{lang}'"}, f"t.id = {use.pk}")


def _copy(cursor: Any, model: Any, changed: Mapping[str, str], where: str) -> None:
    columns = [field.column for field in model._meta.local_concrete_fields]
    values = [changed.get(column, f't."{column}"') for column in columns]
    names = ", ".join(f'"{column}"' for column in columns)
    table = model._meta.db_table
    cursor.execute(
        f'INSERT INTO "{table}" ({names}) SELECT {", ".join(values)} FROM "{table}" t, numbers WHERE {where}'
    )


def _people() -> None:
    from django.contrib.auth import get_user_model
    from django.contrib.auth.models import Group

    from lingotype.desk.roles import translators_of
    from lingotype.translation.models import Listed

    users = get_user_model().objects
    owner = users.create_superuser("superuser", "", "x")
    translator = users.create_user("translator", "", "x")
    translator.groups.add(Group.objects.get(name=translators_of("uk")))
    for user in (owner, translator):
        for row in Listed.objects.order_by("published_at").filter(owner=None)[50_000:50_007]:
            row.article.owner = user
            row.article.save()
