"""kill -9 of the worker in mid-translation, 30 times at random moments over 30 articles.

Every job ends, no reader ever sees a page that is half translated or half brought up to date, and nothing is published
twice. The workers are real processes of the real command, killed by the real signal; only their imports are done once,
in the process that they are forked from.
"""

import json
import os
import random
import re
import signal
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.commands.warm import Warm
from tests.journeys.databases import Look, empty_database, looking
from tests.journeys.waiting import wait_until

KILLS, ARTICLES, PARAGRAPHS = 30, 30, 5
CHANGED = range(0, ARTICLES, 5)
"""The articles that appear in a second edition while workers die."""
TEXT = re.compile(r"(?:\[(en|uk)\] )?СТАТЬЯ (\d+), ИЗДАНИЕ (\d+)", re.IGNORECASE)

PAGES = """
    SELECT locale.language_code, page.title, article.body FROM newsroom_articlepage AS article
    JOIN wagtailcore_page AS page ON page.id = article.page_ptr_id
    JOIN wagtailcore_locale AS locale ON locale.id = page.locale_id WHERE page.live
"""
UNDONE = "SELECT * FROM translation_job WHERE state IN ('queued', 'translating')"
REVISIONS = """
    SELECT page.id, (SELECT count(*) FROM wagtailcore_revision WHERE object_id = CAST(page.id AS text)),
        (SELECT count(*) FROM wagtailcore_pagelogentry WHERE page_id = page.id AND action = 'wagtail.publish'),
        (SELECT count(DISTINCT revision_id) FROM wagtailcore_pagelogentry
         WHERE page_id = page.id AND action = 'wagtail.publish')
    FROM wagtailcore_page AS page JOIN newsroom_articlepage ON page.id = page_ptr_id
"""


@dataclass
class Newspaper:
    """A newsroom whose workers die, and what its readers see meanwhile."""

    warm: Warm
    url: str
    troubles: list[str] = field(default_factory=list)
    looks: int = 0

    def looking(self) -> AbstractContextManager[Look]:
        return looking(self.url, self.warm.folder)

    def publish(self, articles: range, edition: int) -> None:
        """Publish these articles from files, in that edition."""
        for number in articles:
            texts = [f"Статья {number}, издание {edition}, абзац {index}." for index in range(PARAGRAPHS)]
            head = f"---\ntitle: Статья {number}, издание {edition}\nlang: ru\nslug: article-{number}\n---\n"
            (self.warm.folder / f"{number}.md").write_text(head + "\n\n".join(texts) + "\n", encoding="utf-8")
        done = self.warm.run("publish", *(f"{number}.md" for number in articles))
        assert done.status == 0, done.err

    def read(self, look: Look) -> None:
        """As a reader: every page that is public is whole, in one language and one edition."""
        for lang, title, body in look(PAGES):
            texts = [title, *(block["value"] for block in (json.loads(body) if isinstance(body, str) else body))]
            found = {(match[1] or "ru", match[2], match[3]) for text in texts if (match := TEXT.search(text))}
            if len(texts) != PARAGRAPHS + 1 or len(found) != 1 or lang not in next(iter(found)):
                self.troubles.append(f"{lang}: {texts}")
        self.looks += 1


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def newspaper(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> Iterator[Newspaper]:
    folder = tmp_path / "paper"
    folder.mkdir()
    settings = Path(__file__).with_name("newspaper.toml").read_text(encoding="utf-8")
    with empty_database(request.param, folder, tmp_path_factory) as url:
        (folder / "lingotype.toml").write_text(settings.replace("DATABASE", url), encoding="utf-8")
        with Warm(folder, tmp_path / "files") as warm:
            yield Newspaper(warm, url)


def reading(newspaper: Newspaper, done: threading.Event) -> threading.Thread:
    def read() -> None:
        with newspaper.looking() as look:
            while not done.wait(0.1):
                newspaper.read(look)

    return threading.Thread(target=read, name="a reader")


def kill_a_worker(newspaper: Newspaper, look: Look, after: float) -> None:
    pid = newspaper.warm.start("worker")
    taken = f"SELECT 1 FROM translation_job WHERE state = 'translating' AND lease LIKE '%:{pid}:%'"
    wait_until(lambda: look(taken), about=lambda: look(UNDONE))
    time.sleep(after)
    os.kill(pid, signal.SIGKILL)
    assert newspaper.warm.wait(pid) == -signal.SIGKILL


def kill_many_and_let_the_last_one_live(newspaper: Newspaper, look: Look) -> None:
    moments = random.Random(20261122)
    for number in range(KILLS):
        if number == KILLS // 2:
            newspaper.publish(CHANGED, edition=2)
        kill_a_worker(newspaper, look, after=moments.uniform(0.05, 1.5))
    last = newspaper.warm.start("worker")
    wait_until(lambda: not look(UNDONE), about=lambda: look(UNDONE))
    os.kill(last, signal.SIGTERM)
    assert newspaper.warm.wait(last) == 0


def test_every_job_ends_no_page_is_half_and_nothing_is_published_twice(newspaper: Newspaper) -> None:
    newspaper.publish(range(ARTICLES), edition=1)
    done = threading.Event()
    reader = reading(newspaper, done)
    reader.start()
    with newspaper.looking() as look:
        try:
            kill_many_and_let_the_last_one_live(newspaper, look)
        finally:
            done.set()
            reader.join()
        newspaper.read(look)
        assert newspaper.looks > KILLS
        assert newspaper.troubles == []
        everything_stands_once(look)


def everything_stands_once(look: Look) -> None:
    """Every article in every language, in its last edition, published as often as it was made, and no lease left."""
    stands = Counter()
    for lang, title, _ in look(PAGES):
        _, number, edition = TEXT.search(title).groups()
        stands[lang, int(number), int(edition)] += 1
    wanted = {(lang, n, 2 if n in CHANGED else 1): 1 for lang in ("ru", "en", "uk") for n in range(ARTICLES)}
    assert stands.items() ^ wanted.items() == set()
    ends = look("SELECT DISTINCT state, error, lease, lease_until, wanted - made FROM translation_job")
    assert ends == [("published", "", "", None, 0)]
    assert look("SELECT count(*) FROM newsroom_articlepage") == [(3 * ARTICLES,)]
    for _, revisions, published, distinct in look(REVISIONS):
        assert revisions == published == distinct in (1, 2)
