"""From an article's publication to the moment when every page that shows it is fresh in the store, in four languages.

Measured: from the call that publishes the file until one worker has translated it into three languages and every page
that changed is in the store: the article in each language, fronts, sections, tags, its author's pages and the feeds of
all. The engine answers at once, so its time is nought. The same with papers of 1,000, 10,000 and 100,000 articles (as
many in each of four languages) that stand in the store already; the sizes can be named: `… 1000 10000`.
Proof of work: after each round every page above that names the article is read from the store and holds its title.
"""

import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from benchmarks.newsroom import article_file, start
from benchmarks.results import record

SIZES = (1_000, 10_000, 100_000)
ROUNDS = 7
SECONDS_LIMIT, GROWTH_LIMIT = 0.6, 1.5
_BY_ITS_ROW = 7
"""The weight of pages that stand in the store only as rows."""
CODES = ("ru", "en", "uk", "es")


def main() -> int:
    """Run, print, and fail when a promise is broken."""
    sizes = [int(word) for word in sys.argv[1:]] or SIZES
    folder = start()
    medians = {}
    _round(folder, 1)  # its section, tags and author are there before the old ones: their pages are not made anew
    for size in sizes:
        began = time.perf_counter()
        _grow(size)
        made = time.perf_counter() - began
        print(f"paper of {size:,} articles in each of {len(CODES)} languages ({made:.0f} s to make)")
        _round(folder, size * 10)  # warm
        rounds = [_round(folder, size * 10 + number) for number in range(1, ROUNDS + 1)]
        medians[size] = statistics.median(rounds)
        print(f"  fresh everywhere in {medians[size] * 1000:.0f} ms (median of {ROUNDS}; {_range(rounds)} ms)")
    record("fresh_after_publishing", {str(size): seconds for size, seconds in medians.items()})
    first, last = medians[sizes[0]], medians[sizes[-1]]
    print(f"growth from {sizes[0]:,} to {sizes[-1]:,}: {last / first:.2f} (promised at most {GROWTH_LIMIT})")
    is_kept = first <= SECONDS_LIMIT and last / first <= GROWTH_LIMIT
    if not is_kept:
        print(f"NOT KEPT: {SECONDS_LIMIT * 1000:.0f} ms at {sizes[0]:,}, growth at most {GROWTH_LIMIT}")
    return 0 if is_kept else 1


def _grow(size: int) -> None:
    """Add what the paper lacks: articles in a section of their own for each size, stored as if they had been made."""
    from wagtail.models import Locale

    from lingotype.newsroom.places import section
    from tests.delivery.many import fill

    keys: list[UUID] = []
    for code in CODES:
        keys = fill(section(f"old-{size}", Locale.objects.get(language_code=code)), size, keys)
    _stand_in_store()
    _come_to_rest()


def _stand_in_store() -> None:
    """Rows of the store for every article that has none: their reads, as rendering would have written them down."""
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
            reads.page_key(pk), reads.version_key(key), reads.nav_key(code), reads.SITE, f"next:{pk}", "person:1",
            *reads.standing(reads.list_key(code), section, reads.list_key(code, "person", 1)),
        ]))  # fmt: skip
        if made_by != MadeBy.ORIGINAL:
            beside = [reads.page_key(pk), reads.version_key(key), reads.nav_key(code), reads.SITE]
            some.append((f"{path}{SIDE_BY_SIDE}/", beside))
        if len(some) >= 2_000:
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


def _round(folder: Path, number: int) -> float:
    from lingotype.delivery.rendering import due, make_fresh
    from lingotype.importing.publish import publish_file, read_files
    from lingotype.translation.worker import Worker

    file = article_file(folder, number)
    began = time.perf_counter()
    published = publish_file(read_files([file])[0])
    worker = Worker(between=make_fresh)
    while worker.work_one():
        pass
    seconds = time.perf_counter() - began
    assert not due().exists()
    _prove(published.page.translation_key, number)
    return seconds


def _prove(translation_key: object, number: int) -> None:
    from lingotype.delivery.stores import installed
    from lingotype.newsroom.models import ArticlePage

    pages = list(ArticlePage.objects.live().filter(translation_key=translation_key).select_related("locale"))
    assert len(pages) == len(CODES), f"{len(pages)} languages"
    title, store = f"Статья номер {number}", installed.store()
    for page in pages:
        for path in (page.url, *_lists(page.lang)):
            content = (store.local(path or "") or b"").decode()
            assert title in content, f"{path} is not fresh"


def _lists(code: str) -> Iterator[str]:
    from lingotype.newsroom.models import Person, Tag

    for place in (f"/{code}/", f"/{code}/city/"):
        yield from (place, f"{place}feed.xml", f"{place}feed.json")
    yield from (f"/{code}/tag/{tag.slug}/" for tag in Tag.objects.filter(name__in=["аренда", "совет"]))
    yield from (f"/{code}/people/{one.slug}/" for one in Person.objects.filter(name="Анна Ковальчук"))


def _range(seconds: list[float]) -> str:
    return f"{min(seconds) * 1000:.0f}–{max(seconds) * 1000:.0f}"


if __name__ == "__main__":
    sys.exit(main())
