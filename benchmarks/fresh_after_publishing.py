"""From an article's publication to the moment when every page that shows it is fresh in the store, in four languages.

Measured: from the call that publishes the file until one worker has translated it into three languages and every page
that changed is in the store: the article in each language, fronts, sections, tags, its author's pages and the feeds of
all. The engine answers at once, so its time is nought. The same with papers of 1,000, 10,000 and 100,000 articles (as
many in each of four languages) that stand in the store already, all in the new one's section and by its author, a third
under one of its tags; the sizes can be named: `… 1000 10000`.
Proof of work: after each round every page above that names the article is read from the store and holds its title.
"""

import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.newsroom import article_file, start
from benchmarks.planting import CODES, plant
from benchmarks.results import record

SIZES = (1_000, 10_000, 100_000)
ROUNDS = 7
SECONDS_LIMIT, GROWTH_LIMIT = 0.6, 1.5


def main() -> int:
    """Run, print, and fail when a promise is broken."""
    sizes = [int(word) for word in sys.argv[1:]] or SIZES
    folder = start()
    medians = {}
    _round(folder, 1)  # its section, tags and author are there before the old ones: their pages are not made anew
    for size in sizes:
        began = time.perf_counter()
        plant(folder, size)
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
    yield from (f"/{code}/tag/{tag.slug}/" for tag in Tag.objects.filter(name__in=["мост", "совет"]))
    yield from (f"/{code}/people/{one.slug}/" for one in Person.objects.filter(name="Анна Ковальчук"))


def _range(seconds: list[float]) -> str:
    return f"{min(seconds) * 1000:.0f}–{max(seconds) * 1000:.0f}"


if __name__ == "__main__":
    sys.exit(main())
