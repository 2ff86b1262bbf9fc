"""Everything anew: each page of a paper of 10,000 articles in each of four languages, rendered into the store.

As after an upgrade, by one worker. Measured: pages a second over the whole run, and the worker's memory after each
tenth of it. Site maps come last in a paper, and one takes more than an article; so that the first tenth has seen all
that a page can take, a map of each language is made before the others. The number of articles can be named: `… 1000`.
Proof of work: afterwards every public address and every feed stands in the store, and every hundredth article's page
holds its title.
"""

import random
import sys
import time

from benchmarks.newsroom import start
from benchmarks.planting import CODES, plant
from benchmarks.results import record

ARTICLES = 10_000
GROWTH_LIMIT = 1.10
"""Of memory, from the first tenth of the run to the last."""


def main() -> int:
    """Run, print, and fail when a promise is broken."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    plant(start(), articles)
    wanted = _want()
    memory, began, done = [], time.perf_counter(), 0
    for tenth in range(1, 11):
        done = _render_until(done, wanted * tenth // 10)
        memory.append(_memory())
        seconds = time.perf_counter() - began
        print(f"{done:,} of {wanted:,} pages, {done / seconds:.0f} a second, {memory[-1]:.0f} MB", flush=True)
    _prove(articles)
    growth = memory[-1] / memory[0]
    print(f"{done / seconds:.0f} pages a second; memory {memory[0]:.0f} → {memory[-1]:.0f} MB, ratio {growth:.2f}")
    record("full_render", {"pages": done, "pages/s": done / seconds, "MB first": memory[0], "MB last": memory[-1]})
    if growth > GROWTH_LIMIT:
        print(f"NOT KEPT: memory at most {GROWTH_LIMIT} times as much")
        return 1
    return 0


def _want() -> int:
    """Want everything, as a newsroom does at its start; returns how many pages that is."""
    from django.utils import timezone

    from lingotype.channels.addresses import channel_addresses
    from lingotype.delivery.fullness import want_everything
    from lingotype.delivery.models import StoredPage

    want_everything(channel_addresses(timezone.now()), "")
    for code in CODES:
        maps = StoredPage.objects.filter(path__startswith=f"/sitemap-{code}-").order_by("pk")
        StoredPage.objects.filter(pk=maps[maps.count() // 2].pk).update(weight=0)  # in the middle it is full
    return StoredPage.objects.count()


def _render_until(done: int, count: int) -> int:
    from lingotype.delivery.rendering import render_some
    from lingotype.delivery.stale import settle

    while done < count:
        settle()
        done += render_some(seconds=0.3)  # as a worker that has no translation to make
    return done


def _memory() -> float:
    """Megabytes of this process that are in memory."""
    with open("/proc/self/status", encoding="utf-8") as status:
        return int(next(line for line in status if line.startswith("VmRSS")).split()[1]) / 1024


def _prove(articles: int) -> None:
    from django.utils import timezone

    from lingotype.channels.addresses import channel_addresses
    from lingotype.delivery.addresses import public_addresses
    from lingotype.delivery.stores import installed

    store = installed.store()
    public = {one.path for addresses in public_addresses().values() for one in addresses}
    public |= set(channel_addresses(timezone.now()))

    missing = [path for path in public if not store.has(path)]
    assert not missing, f"{len(missing)} pages are not stored, such as {missing[0]}"
    for number in random.Random(1).sample(range(1, articles + 1), max(1, articles // 100)):
        content = (store.local(f"/ru/city/ru-{number}/") or b"").decode()
        assert f"Статья номер {number} " in content, number


if __name__ == "__main__":
    sys.exit(main())
