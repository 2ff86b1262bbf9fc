"""kill -9 of the worker between the engine's answer and the public page, the first time and in an update.

Readers see the old page or none; the next worker brings the job to its end, and nothing stands twice. On SQLite, at
exact moments; test_killed_worker.py kills at random ones, on PostgreSQL, too.
"""

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.warm import Warm
from tests.journeys.databases import empty_database, looking
from tests.journeys.waiting import wait_until

SETTINGS = """
[languages]
readers = ["en", "es"]
[engines.doomed]
type = "tests.commands.engines.Doomed"
[[routes]]
from = "en"
to = ["es"]
engines = ["doomed"]
gate = "always"
[database]
url = "DATABASE"
"""
PAGES = """
    SELECT page.title, article.body, page.live FROM newsroom_articlepage AS article
    JOIN wagtailcore_page AS page ON page.id = article.page_ptr_id
    JOIN wagtailcore_locale AS locale ON locale.id = page.locale_id WHERE locale.language_code = 'es'
"""
JOBS = "SELECT state, error, lease FROM translation_job"


@pytest.fixture
def paper(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Iterator[tuple[Warm, str]]:
    folder = tmp_path / "paper"
    folder.mkdir()
    with empty_database("sqlite", folder, tmp_path_factory) as url:
        (folder / "lingotype.toml").write_text(SETTINGS.replace("DATABASE", url), encoding="utf-8")
        with Warm(folder, tmp_path / "files") as warm:
            yield warm, url


def publish(warm: Warm, edition: str) -> None:
    text = f"---\ntitle: {edition} title\nlang: en\nslug: a\n---\n{edition} one.\n\n{edition} two.\n"
    (warm.folder / "a.md").write_text(text, encoding="utf-8")
    assert warm.run("publish", "a.md").status == 0


def end(warm: Warm, worker: int) -> None:
    os.kill(worker, signal.SIGTERM)
    assert warm.wait(worker) == 0


def seen(look) -> list[tuple[str, list[str]]]:
    """What readers see in Spanish."""
    rows = [(title, json.loads(body) if isinstance(body, str) else body) for title, body, live in look(PAGES) if live]
    return [(title, [block["value"] for block in body]) for title, body in rows]


def whole(edition: str) -> list[tuple[str, list[str]]]:
    texts = [f"[es] {edition.upper()} {number}." for number in ("ONE", "TWO")]
    return [(f"[es] {edition.upper()} TITLE", texts)]


def plain(pages: list[tuple[str, list[str]]]) -> list[tuple[str, list[str]]]:
    return [(title, [text.partition(">")[2].removesuffix("</p>") for text in texts]) for title, texts in pages]


def test_readers_see_the_old_page_or_none_and_the_next_worker_ends_it(paper: tuple[Warm, str]) -> None:
    warm, url = paper
    public: list[tuple[str, list[str]]] = []
    for edition, moment in (("first", "publishing"), ("second", "answered")):
        publish(warm, edition)
        (warm.folder / "die").write_text(moment)
        assert warm.wait(warm.start("worker")) == -signal.SIGKILL
        with looking(url, warm.folder) as look:
            assert plain(seen(look)) == public
            worker = warm.start("worker")
            wait_until(lambda look=look: look(JOBS) == [("published", "", "")], about=lambda look=look: look(JOBS))
            public = plain(seen(look))
            assert public == whole(edition)
        end(warm, worker)
