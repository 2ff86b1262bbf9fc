"""The board with 100,000 articles in six languages: its page, every filter, and what a page that is open asks for.

One article is published and translated as any other; its rows are then copied in the database, each copy with a title,
a section and a moment of its own, until there are 100,000. In all languages together one translation in 500 is held,
one in 1,000 has failed, one in 2,000 is stale and one in 5,000 is missing; a whole language waits for an engine, which
is what adding a language does. Measured: the wall clock of the whole request in this process, templates and all, as a
superuser and as somebody who translates one language, on the database that LINGOTYPE_BENCH_DATABASE names (SQLite
without it), what of it this process's processor worked, and the number of queries. Proof of work: every row that is
shown is one that was asked for, pages are full, and a title is found by its number.
"""

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from benchmarks.board_tables import ARTICLES, WAITING, fill
from benchmarks.newsroom import start

ROUNDS = 9
SECONDS_LIMIT, QUERIES_LIMIT = 0.3, 20


@dataclass(frozen=True)
class View:
    """One request, and what its answer has to be."""

    name: str
    query: str
    holds: Callable[[Any], bool]
    """Whether a row belongs there."""
    rows: int = 25


def main() -> int:
    """Run, print, and fail when a promise is broken."""
    folder = start("be", "he")
    began = time.perf_counter()
    fill(folder)
    print(f"{ARTICLES:,} articles in 6 languages stand there after {time.perf_counter() - began:.0f} s")
    kept = [_measure(who, view) for who in ("superuser", "translator") for view in _views()]
    kept.append(_measure_rows())
    return 0 if all(kept) else 1


def _views() -> list[View]:
    from lingotype.desk.board.asked import Place
    from lingotype.newsroom.models import SectionPage
    from lingotype.translation.models import Listed

    rare = SectionPage.objects.get(slug="rare", locale__language_code="ru").translation_key
    often = SectionPage.objects.get(slug="city", locale__language_code="ru").translation_key
    middle = Listed.objects.order_by("published_at")[ARTICLES // 2]
    place = Place(middle.published_at, middle.pk)

    def stands(state: str) -> Callable[[Any], bool]:
        return lambda row: any(cell.state == state for cell in row.cells)

    def in_section(key: Any) -> Callable[[Any], bool]:
        return lambda row: row.article.listed.section == key

    return [
        View("first page", "", lambda row: True),
        View("in the middle", f"?older={quote(str(place))}",
             lambda row: row.article.published_at <= middle.published_at),
        View("held", "?lang=all&state=held", stands("held")),
        View("held in one language", "?state=held&lang=uk", stands("held")),
        View("failed", "?lang=all&state=failed", stands("failed")),
        View("stale", "?lang=all&state=stale", stands("stale")),
        View("missing", "?lang=all&state=missing", lambda row: True),
        View(f"waiting: all of {WAITING}", "?lang=all&state=waiting", stands("waiting")),
        View("a section", f"?section={often}", in_section(often)),
        View("a rare section", f"?section={rare}", in_section(rare), 10),
        View("a rare section, waiting", f"?lang=all&state=waiting&section={rare}", in_section(rare), 10),
        View("title: rare", "?q=номер+54321", lambda row: "54321" in row.article.title, 1),
        View("title: often", "?q=Номер", lambda row: "номер" in row.article.title),
        View("title: nowhere", "?q=небывалое", lambda row: False, 0),
        View("title and held", "?lang=all&q=номер&state=held", stands("held")),
        View("mine", "?whose=mine", lambda row: row.article.owner_id is not None, 7),
    ]  # fmt: skip


def _measure(who: str, view: View) -> bool:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = _client(who)
    address = f"/admin/desk/board/{view.query}"
    with CaptureQueriesContext(connection) as queries:
        rows = _shown(client, address)
        asked = len(queries)  # the next request forgets them
    assert len(rows) == view.rows, (view.name, len(rows))
    assert all(view.holds(row) for row in rows), view.name
    seconds = [_seconds(client, address) for _ in range(ROUNDS)]
    return _tell(f"{view.name} ({who})", seconds, asked)


def _measure_rows() -> bool:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = _client("superuser")
    articles = ",".join(str(row.article.pk) for row in _shown(client, "/admin/desk/board/"))
    address = f"/admin/desk/board/rows/?articles={articles}"
    tag = client.get(address)["ETag"]
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address, headers={"If-None-Match": tag}).status_code == 304
        asked = len(queries)
    fresh = [_seconds(client, address) for _ in range(ROUNDS)]
    same = [_seconds(client, address, tag) for _ in range(ROUNDS)]
    return _tell("rows as they are now", fresh, 0) and _tell("rows, unchanged", same, asked)


def _client(who: str) -> Any:
    from django.contrib.auth import get_user_model
    from django.test import Client

    client = Client()
    client.force_login(get_user_model().objects.get(username=who))
    return client


def _shown(client: Any, address: str) -> list[Any]:
    """The rows of the answer. Only while this looks are templates watched, which costs time."""
    from django.test.utils import setup_test_environment, teardown_test_environment

    setup_test_environment()
    try:
        answer = client.get(address)
    finally:
        teardown_test_environment()
    assert answer.status_code == 200, answer.status_code
    return list(answer.context["rows"])


def _seconds(client: Any, address: str, tag: str = "") -> tuple[float, float]:
    """Of the wall clock, and of this process's processor."""
    began, worked = time.perf_counter(), time.process_time()
    answer = client.get(address, headers={"If-None-Match": tag} if tag else {})
    seconds = time.perf_counter() - began, time.process_time() - worked
    assert answer.status_code in (200, 304)
    return seconds


def _tell(name: str, seconds: Sequence[tuple[float, float]], queries: int) -> bool:
    median, worked = (statistics.median(one[part] for one in seconds) * 1000 for part in (0, 1))
    most = max(wall for wall, _ in seconds) * 1000
    is_kept = median < SECONDS_LIMIT * 1000 and queries <= QUERIES_LIMIT
    said = "" if is_kept else f"  NOT KEPT: {SECONDS_LIMIT * 1000:.0f} ms and {QUERIES_LIMIT} queries"
    took = f"{median:5.0f} ms ({worked:4.0f} ms of processor), at most {most:5.0f}"
    print(f"{name:<40} {took}, {queries:2} queries{said}", flush=True)
    return is_kept


if __name__ == "__main__":
    sys.exit(main())
