"""From an article's publication to the moment when every page that shows it is fresh in the store, in four languages.

Measured: from the call that publishes the file until one worker has translated it into three languages and every page
that shows it is in the store: the article in each language, fronts, sections, tags, its author's pages and the feeds of
all. The engine answers at once, so its time is nought. What comes after that is waited for and not measured: the views
beside the original, and older articles that lead on to the new one.
The same with papers of 1,000, 10,000 and 100,000 articles (as many in each of four languages) that stand in the store
already, all in the new one's section and by its author, a third under one of its tags; the sizes can be named:
`… 1000 10000`.
Proof of work: after each round every page that names the article is read from the store and holds its title.
"""

import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.newsroom import article_file, start
from benchmarks.planting import CODES, plant
from benchmarks.results import record

if TYPE_CHECKING:
    from lingotype.translation.worker import Worker

SIZES = (1_000, 10_000, 100_000)
ROUNDS = 7
SECONDS_LIMIT, GROWTH_LIMIT = 0.6, 1.5


def main() -> int:
    """Run, print, and fail when a promise is broken."""
    sizes = [int(word) for word in sys.argv[1:]] or SIZES
    folder = start()
    from lingotype.config.statistics import gather_statistics

    medians: dict[int, float] = {}
    _round(folder, 1)  # its section, tags and author are there before the old ones: their pages are not made anew
    for size in sizes:
        began = time.perf_counter()
        plant(folder, size, "Анна Ковальчук")
        gather_statistics()  # as a worker does every ten minutes: SQLite tells no connection what another one has seen
        made = time.perf_counter() - began
        print(f"paper of {size:,} articles in each of {len(CODES)} languages ({made:.0f} s to make)")
        _round(folder, size * 10)  # warm
        rounds = [_round(folder, size * 10 + number) for number in range(1, ROUNDS + 1)]
        medians[size] = statistics.median(rounds)
        print(f"  fresh everywhere in {_of(rounds)}")
    record("fresh_after_publishing", {str(size): seconds for size, seconds in medians.items()})
    first, last = medians[sizes[0]], medians[sizes[-1]]
    print(f"growth from {sizes[0]:,} to {sizes[-1]:,}: {last / first:.2f} (promised at most {GROWTH_LIMIT})")
    is_kept = first <= SECONDS_LIMIT and last / first <= GROWTH_LIMIT
    if not is_kept:
        print(f"NOT KEPT: {SECONDS_LIMIT * 1000:.0f} ms at {sizes[0]:,}, growth at most {GROWTH_LIMIT}")
    return 0 if is_kept else 1


def _round(folder: Path, number: int) -> float:
    """Seconds until the pages that show the article are fresh."""
    from lingotype.delivery.rendering import make_fresh
    from lingotype.importing.publish import publish_file, read_files
    from lingotype.translation.worker import Worker

    file = article_file(folder, number)
    began = time.time()
    published = publish_file(read_files([file])[0])
    worker = Worker(between=make_fresh)
    while worker.work_one():
        pass
    ended = _put_there(published.page.translation_key, number)
    _come_to_rest(worker)
    return ended - began


def _come_to_rest(worker: "Worker") -> None:
    """Until nothing is left to do but site maps: what waits on purpose would be done in the next round."""
    from django.db.models import F

    from lingotype.delivery.fan_out import MAP
    from lingotype.delivery.models import StoredPage

    while StoredPage.objects.filter(wanted__gt=F("made"), weight__lt=MAP).exists():
        if not worker.work_one():
            time.sleep(0.02)


def _put_there(translation_key: object, number: int) -> float:
    """The moment when the last page that names the article was put into the store; each of them holds its title."""
    from lingotype.delivery.stores import installed
    from lingotype.delivery.stores.disk import DiskStore
    from lingotype.newsroom.models import ArticlePage

    pages = list(ArticlePage.objects.live().filter(translation_key=translation_key).select_related("locale"))
    assert len(pages) == len(CODES), f"{len(pages)} languages"
    title, store = f"Статья номер {number}", installed.store()
    assert isinstance(store, DiskStore)
    files = {path: store.file(path) for page in pages for path in (page.url or "", *_lists(page.lang))}
    for path, file in files.items():
        assert title in file.read_text(encoding="utf-8"), f"{path} is not fresh"
    return max(file.stat().st_ctime for file in files.values())  # when it was renamed into its place


def _lists(code: str) -> Iterator[str]:
    from lingotype.newsroom.models import Person, Tag

    for place in (f"/{code}/", f"/{code}/city/"):
        yield from (place, f"{place}feed.xml", f"{place}feed.json")
    yield from (f"/{code}/tag/{tag.slug}/" for tag in Tag.objects.filter(name__in=["мост", "совет"]))
    yield from (f"/{code}/people/{one.slug}/" for one in Person.objects.filter(name="Анна Ковальчук"))


def _of(seconds: Sequence[float]) -> str:
    median, least, most = (round(some * 1000) for some in (statistics.median(seconds), min(seconds), max(seconds)))
    return f"{median} ms (median of {len(seconds)}; {least}–{most})"


if __name__ == "__main__":
    sys.exit(main())
