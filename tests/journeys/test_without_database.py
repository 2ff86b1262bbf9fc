"""The database goes away: every stored page is served as before, the rest says kindly what is the matter, and after it
has come back everything goes on by itself."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

from tests.commands.articles import ENGLISH, RUSSIAN
from tests.journeys.databases import fresh_postgresql
from tests.journeys.forwarding import Line
from tests.journeys.serving import Served, serving
from tests.journeys.waiting import wait_until
from tests.newsrooms import SETTINGS, Newsroom

pytestmark = pytest.mark.postgresql
PAGES = ("/en/", "/uk/", "/en/city/ferry/", "/en/city/", "/en/feed.xml", "/uk/city/feed.json", "/en/404.html")
FORM = "/uk/city/uk-the-ferry-is-late/report/?p=title"


@pytest.fixture
def line(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Line]:
    with fresh_postgresql(tmp_path_factory) as url:
        line = Line(url)
        line.mend()
        line.url = urlsplit(url)._replace(netloc=f"postgres@127.0.0.1:{line.port}").geturl()
        yield line
        line.cut()


@pytest.fixture
def served(line: Line, tmp_path: Path) -> Iterator[Served]:
    folder = tmp_path / "paper"
    folder.mkdir()
    (folder / "lingotype.toml").write_text(f'{SETTINGS}\n[database]\nurl = "{line.url}"\n', encoding="utf-8")
    newsroom = Newsroom(folder)
    assert newsroom.run("publish", newsroom.write("a.md", ENGLISH), "--wait").status == 0
    with serving(newsroom) as running:
        yield running


def is_stored(served: Served, path: str) -> bool:
    return served.get(path).headers["Server-Timing"].startswith('db;desc="0 queries"')


def test_readers_are_served_without_a_database_and_work_goes_on_after_it(served: Served, line: Line) -> None:
    # Not by asking for it: whoever asks for many pages that are not there is answered without the database.
    wait_until((served.newsroom.folder / "pages" / "en" / "404.html").is_file, about=served.said)
    wait_until(lambda: all(is_stored(served, path) for path in PAGES), about=served.said)
    assert served.get(FORM).status == 200
    before = {path: served.get(path) for path in PAGES}
    line.cut()
    for path, answer in before.items():
        now = served.get(path)
        assert (now.status, now.body) == (answer.status, answer.body)
        assert is_stored(served, path)
    search = served.get(f"/uk/search/?q={quote('пором')}")
    assert (search.status, search.headers["Retry-After"]) == (503, "30")
    assert '<html lang="uk"' in search.text
    form = served.get(FORM)
    assert (form.status, form.headers["Retry-After"]) == (503, "30")
    assert form.text != search.text, "it speaks of the report"
    assert "Articles can be read" not in search.text, "the words are the reader's"
    assert served.get("/en/nothing-here/").status == 503
    line.mend()
    assert served.newsroom.run("publish", served.newsroom.write("b.md", RUSSIAN)).status == 0
    wait_until(lambda: served.answers("/ru/news/parom/"), about=served.said)
    wait_until(lambda: is_stored(served, "/ru/news/parom/"), about=served.said)
