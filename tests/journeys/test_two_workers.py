"""Two living workers share the languages of the same articles: no text is taken down, made or published twice.

Every text of an article stands once in wagtail-localize's tables, whichever worker wrote it there, however often the
other one was about to do the same.
"""

import json
import os
import re
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.commands.warm import Warm
from tests.journeys.databases import Look, empty_database, looking
from tests.journeys.waiting import wait_until

ARTICLES, BATCH, PARAGRAPHS = 8, 2, 15
LANGUAGES = ("en", "uk", "es", "be")
SHARED = "Следите за нами в Telegram."
"""Stands at the end of every article: both workers need the same row for it."""
SETTINGS = """
[site]
name = "Harbor Courier"
[languages]
readers = ["ru", "en", "uk", "es", "be"]
editorial = ["ru"]
[engines.signed]
type = "tests.journeys.engines.Signed"
[[routes]]
from = "ru"
to = ["*"]
engines = ["signed"]
gate = "always"
[database]
url = "DATABASE"
"""

UNSTORED = """
    SELECT path FROM delivery_storedpage WHERE wanted > made AND weight < 8
    UNION ALL SELECT key FROM delivery_change WHERE number IS NULL
"""
UNDONE = "SELECT * FROM translation_job WHERE state IN ('queued', 'translating')"
ENDS = "SELECT DISTINCT state, error, lease, lease_until, wanted - made FROM translation_job"
PAGES = """
    SELECT locale.language_code, original.slug, page.title, article.body,
        (SELECT count(*) FROM wagtailcore_revision WHERE object_id = CAST(page.id AS text)),
        (SELECT count(*) FROM wagtailcore_pagelogentry WHERE page_id = page.id AND action = 'wagtail.publish')
    FROM newsroom_articlepage AS article JOIN wagtailcore_page AS page ON page.id = article.page_ptr_id
    JOIN wagtailcore_locale AS locale ON locale.id = page.locale_id
    JOIN wagtailcore_page AS original ON original.translation_key = page.translation_key
    JOIN newsroom_articlepage AS own ON own.page_ptr_id = original.id AND own.made_by = 'original'
    WHERE page.live
"""
SEGMENTS = """
    SELECT source_id, "order", kind FROM (
        SELECT source_id, "order", 'text' AS kind FROM wagtail_localize_stringsegment
        UNION ALL SELECT source_id, "order", 'template' FROM wagtail_localize_templatesegment
        UNION ALL SELECT source_id, "order", 'link' FROM wagtail_localize_overridablesegment
    ) AS segment
"""
STRINGS = "SELECT count(*), count(DISTINCT data) FROM wagtail_localize_string"
TRANSLATED = """
    SELECT count(*), count(DISTINCT CAST(translation_of_id AS text) || ' ' || context_id || ' ' || locale_id)
    FROM wagtail_localize_stringtranslation
"""
TAGS = re.compile(r"<[^>]+>")


@dataclass
class Newspaper:
    """A newsroom, and where its database is."""

    warm: Warm
    url: str


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def newspaper(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> Iterator[Newspaper]:
    folder = tmp_path / "paper"
    folder.mkdir()
    with empty_database(request.param, folder, tmp_path_factory) as url:
        (folder / "lingotype.toml").write_text(SETTINGS.replace("DATABASE", url), encoding="utf-8")
        with Warm(folder, tmp_path / "files") as warm:
            yield Newspaper(warm, url)


def texts_of(number: int) -> list[str]:
    return [*(f"Статья {number}, абзац {index}, и слово." for index in range(PARAGRAPHS - 1)), SHARED]


def publish(warm: Warm, articles: range) -> None:
    for number in articles:
        body = "\n\n".join(texts_of(number)).replace("слово", f"[**слово**](https://post.example/{number})")
        head = f"---\ntitle: Статья {number}\nlang: ru\nslug: article-{number}\n---\n"
        (warm.folder / f"{number}.md").write_text(f"{head}{body}\n", encoding="utf-8")
    done = warm.run("publish", *(f"{number}.md" for number in articles))
    assert done.status == 0, done.err


def work_with_two(warm: Warm, look: Look) -> None:
    """Two workers who come upon every batch of articles at the same moment."""
    workers = [warm.start("worker"), warm.start("worker")]
    wait_until(lambda: not look(UNDONE), about=lambda: look(UNDONE))
    for first in range(BATCH, ARTICLES, BATCH):
        wait_until(lambda: not look(UNSTORED), about=lambda: look(UNSTORED))  # who is stopped must hold no lock
        stop(workers, warm.folder / "paper.sqlite3")
        publish(warm, range(first, first + BATCH))
        for worker in workers:
            os.kill(worker, signal.SIGCONT)
        wait_until(lambda: not look(UNDONE), about=lambda: look(UNDONE))
    for worker in workers:
        os.kill(worker, signal.SIGTERM)
        assert warm.wait(worker) == 0
    articles_were_shared(warm.folder, set(workers))


def stop(workers: list[int], database: Path) -> None:
    """Stop them at a moment at which none holds SQLite's lock, which is there for one: chores write, too."""
    while True:
        for worker in workers:
            os.kill(worker, signal.SIGSTOP)
        if not database.exists() or is_free(database):
            return
        for worker in workers:
            os.kill(worker, signal.SIGCONT)


def is_free(database: Path) -> bool:
    with closing(sqlite3.connect(database, timeout=0.1, isolation_level=None)) as one:
        try:
            one.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            return False
        one.execute("ROLLBACK")
        return True


def articles_were_shared(folder: Path, workers: set[int]) -> None:
    rows = [json.loads(line) for line in (folder / "signed.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(rows) == ARTICLES * len(LANGUAGES), "an engine was asked twice for the same"
    by_article = [{row["worker"] for row in rows if row["article"] == f"Статья {n}"} for n in range(ARTICLES)]
    assert workers in by_article, "each article had a worker of its own: nothing was tried"


def test_two_workers_leave_what_one_would_have_left(newspaper: Newspaper) -> None:
    publish(newspaper.warm, range(BATCH))
    with looking(newspaper.url, newspaper.warm.folder) as look:
        work_with_two(newspaper.warm, look)
        assert look(ENDS) == [("published", "", "", None, 0)]
        every_page_is_whole_and_published_once(look)
        every_text_is_taken_down_once(look)


def every_page_is_whole_and_published_once(look: Look) -> None:
    pages = look(PAGES)
    slugs = [f"article-{number}" for number in range(ARTICLES)]
    assert sorted(page[:2] for page in pages) == sorted((lang, slug) for lang in ("ru", *LANGUAGES) for slug in slugs)
    for lang, slug, title, body, revisions, published in pages:
        blocks = json.loads(body) if isinstance(body, str) else body
        number = int(slug.removeprefix("article-"))
        wanted = [f"Статья {number}", *texts_of(number)]
        shown = [title, *(TAGS.sub("", block["value"]) for block in blocks)]
        assert shown == [text if lang == "ru" else f"[{lang}] {text}" for text in wanted]
        assert (revisions, published) == (1, 1), (lang, slug)


def every_text_is_taken_down_once(look: Look) -> None:
    sources: dict[int, list[tuple[int, str]]] = {}
    for source, order, kind in look(SEGMENTS):
        sources.setdefault(source, []).append((order, kind))
    assert len(sources) == ARTICLES
    for segments in sources.values():
        assert sorted(order for order, _ in segments) == list(range(1, len(segments) + 1))
        assert sum(kind == "text" for _, kind in segments) == 1 + PARAGRAPHS
    [(strings, different)] = look(STRINGS)
    assert strings == different
    [(translations, different)] = look(TRANSLATED)
    assert translations == different == ARTICLES * len(LANGUAGES) * (1 + PARAGRAPHS)
