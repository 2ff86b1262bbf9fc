"""Old articles for a benchmark's newsroom, in the database and the store, planted by a process of their own.

Planting a large paper leaves hundreds of megabytes of objects in the process that does it, and what is measured there
afterwards is measured in a process that no newsroom has: so `plant` starts another one.
"""

import subprocess
import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from lingotype.newsroom.models import Person

_BY_ITS_ROW = 7
"""The weight of pages that stand in the store only as rows."""
_AT_ONCE = 2_000
CODES = ("ru", "en", "uk", "es")


def plant(folder: Path, size: int, author: str = "") -> None:
    """Bring the paper to that many articles in each language, all of one section.

    With an author, who is in the paper, they are hers, and everything is there that publishing and rendering them would
    have left.
    """
    subprocess.run([sys.executable, "-m", "benchmarks.planting", str(folder), str(size), author], check=True)


def main() -> int:
    """What `plant` starts: a newsroom's folder, how many, an author or nothing."""
    from lingotype.config.new import start_django

    folder, size, name = sys.argv[1:]
    start_django(Path(folder))
    from django.db import connection

    from lingotype.newsroom.models import Person

    author = Person.objects.get(name=name) if name else None
    _grow(int(size), author)
    if author is not None:
        _are_translated()
        _are_searchable()
        _stand_in_store(author.pk)
        _come_to_rest()
    if connection.vendor == "sqlite":  # what planting has written is in its place, as it would be after some days
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return 0


def _grow(size: int, author: "Person | None") -> None:
    from wagtail.models import Locale

    from lingotype.newsroom.places import section
    from tests.delivery.many import fill

    places = [section("city", Locale.objects.get(language_code=code)) for code in CODES]
    keys: list[UUID] = []
    for place in places:
        keys = fill(place, size - place.get_children().count(), keys, author)


def _are_translated() -> None:
    """The jobs of the translations, done: a worker looks for what is due among them."""
    from lingotype.newsroom.models import ArticlePage, MadeBy
    from lingotype.translation.models import Job, State

    articles = ArticlePage.objects.order_by()
    originals = articles.filter(made_by=MadeBy.ORIGINAL).exclude(pk__in=Job.objects.values("article_id"))
    numbers = dict(originals.values_list("translation_key", "pk"))
    others = articles.exclude(made_by=MadeBy.ORIGINAL).values_list("translation_key", "locale__language_code")
    done = {"state": State.PUBLISHED, "made_state": State.PUBLISHED, "wanted": 1, "made": 1}
    jobs = [Job(article_id=numbers[key], lang=code, **done) for key, code in others if key in numbers]
    Job.objects.bulk_create(jobs, batch_size=_AT_ONCE)


def _are_searchable() -> None:
    """Their entries of the search index, all with the words of one of them."""
    from django.contrib.contenttypes.models import ContentType
    from django.db import connection
    from wagtail.search.models import IndexEntry

    from lingotype.newsroom.models import ArticlePage

    if connection.vendor != "sqlite":
        raise SystemExit("PostgreSQL's entries are vectors that only its own functions make; plant on SQLite")
    known = set(IndexEntry.objects.values_list("object_id", flat=True))
    facts = ArticlePage.objects.order_by().values_list("pk", "title")
    kind = ContentType.objects.get_for_model(ArticlePage)
    words = ArticlePage.objects.filter(dek__contains="-й день").first().search_words
    entries = (
        IndexEntry(content_type=kind, object_id=str(pk), title=title, autocomplete=title, body=words)
        for pk, title in facts.iterator(_AT_ONCE)
        if str(pk) not in known
    )
    while some := list(islice(entries, _AT_ONCE)):
        IndexEntry.objects.bulk_create(some)


def _stand_in_store(author: int) -> None:
    """Rows of the store for articles that have none, with their reads but for tags, originals and what comes next."""
    from lingotype.delivery import reads
    from lingotype.delivery.models import StoredPage
    from lingotype.newsroom.models import ArticlePage, MadeBy
    from lingotype.newsroom.models.article import SIDE_BY_SIDE
    from lingotype.newsroom.serving import path_of

    rows = ArticlePage.objects.live().order_by("pk")
    known = set(StoredPage.objects.values_list("path", flat=True))
    some: list[tuple[str, list[str]]] = []
    facts = rows.values_list("pk", "translation_key", "locale__language_code", "url_path", "path", "made_by")
    for pk, key, code, url_path, place, made_by in facts.iterator(5_000):
        path = path_of(code, url_path)
        if path in known:
            continue
        section = reads.list_key(code, "section", place[: -ArticlePage.steplen])
        some.append((path, [
            reads.page_key(pk), reads.version_key(key), reads.nav_key(code), reads.SITE, reads.next_key(pk),
            reads.record_key("person", author),
            *reads.standing(reads.list_key(code), section, reads.list_key(code, "person", author)),
        ]))  # fmt: skip
        if made_by != MadeBy.ORIGINAL:
            beside = [reads.page_key(pk), reads.version_key(key), reads.nav_key(code), reads.SITE]
            some.append((f"{path}{SIDE_BY_SIDE}/", beside))
        if len(some) >= _AT_ONCE:
            _write(some)
            some = []
    _write(some)


def _write(some: list[tuple[str, list[str]]]) -> None:
    from lingotype.delivery.models import Read, StoredPage

    pages = StoredPage.objects.bulk_create(
        [StoredPage(path=path, wanted=1, made=1, weight=_BY_ITS_ROW) for path, _ in some]
    )
    rows = [Read(page=page, key=key) for page, (_, keys) in zip(pages, some, strict=True) for key in keys]
    Read.objects.bulk_create(rows)


def _come_to_rest() -> None:
    """Make the lists. What stands in the store by its row alone is taken for fresh: its navigation has changed."""
    from django.db.models import F
    from django.utils import timezone

    from lingotype.channels.addresses import channel_addresses
    from lingotype.config.statistics import gather_statistics
    from lingotype.delivery import reads, stale
    from lingotype.delivery.fullness import want_everything
    from lingotype.delivery.models import StoredPage
    from lingotype.delivery.rendering import make_fresh
    from lingotype.newsroom.models import FrontPage

    want_everything(channel_addresses(timezone.now()), "")
    stale.tell(*(reads.page_key(pk) for pk in FrontPage.objects.values_list("pk", flat=True)))
    stale.settle()
    StoredPage.objects.filter(weight=_BY_ITS_ROW).update(made=F("wanted"))
    while make_fresh():
        pass
    gather_statistics()  # as a worker does every ten minutes


if __name__ == "__main__":
    sys.exit(main())
