"""`lingotype demo`, begun again over a newsroom that is ready: its port, its password, its settings."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest

from lingotype.config.demo import at_port, contents
from tests.journeys.serving import Served, free_port
from tests.journeys.waiting import wait_until
from tests.newsrooms import Newsroom, run

OURS = '[site]\nname = "A"\nurl = "http://127.0.0.1:8000"\n'
ENGINE = '[engines.lt]\nurl = "http://127.0.0.1:5000"\n'


@pytest.fixture
def ready(paper: Newsroom) -> Newsroom:
    """A newsroom that stands as the demo's does after its first start."""
    paper.write("lingotype.toml", OURS + '[languages]\nreaders = ["en", "ru"]\n')
    (paper.folder / ".demo-is-ready").touch()
    return paper


@contextmanager
def demo(newsroom: Newsroom, port: int) -> Iterator[Served]:
    """The demo until the block ends; what it said stands in `said.txt`."""
    with newsroom.start("demo", ".", "--port", str(port)) as process:
        served = Served(newsroom, process, port)
        try:
            wait_until(lambda: "Ctrl-C ends it" in served.said() or process.poll() is not None, about=served.said)
            yield served
        finally:
            process.terminate()
            process.wait(60)


@pytest.mark.parametrize(
    ("settings", "moved"),
    [
        (OURS, OURS.replace("8000", "8100")),
        (OURS + ENGINE, OURS.replace("8000", "8100") + ENGINE),
        ('[site]\nname = "A"\n' + ENGINE, '[site]\nname = "A"\n' + ENGINE),
        ('[site]\nurl = "https://a.example"\n', '[site]\nurl = "https://a.example"\n'),
    ],
)
def test_only_the_papers_own_address_on_this_machine_takes_the_port(settings: str, moved: str) -> None:
    assert at_port(settings, 8100) == moved


def test_the_demos_own_settings_take_it() -> None:
    settings = (contents() / "lingotype.toml").read_text(encoding="utf-8")
    assert 'url = "http://127.0.0.1:8100" ' in at_port(settings, 8100)


def test_at_another_port_every_full_address_has_it(ready: Newsroom) -> None:
    port = free_port()
    with demo(ready, port) as served:
        assert f"site.url in lingotype.toml is http://127.0.0.1:{port} now" in served.said()
        assert f'rel="canonical" href="http://127.0.0.1:{port}/en/"' in served.get("/en/").text
        assert f"http://127.0.0.1:{port}/sitemap.xml" in served.get("/robots.txt").text


def test_the_one_time_password_is_told_until_it_is_changed(ready: Newsroom) -> None:
    password = (ready.folder / ".admin-password").read_text(encoding="ascii").strip()
    with demo(ready, free_port()) as served:
        assert f"name editor, one-time password {password} (change it after signing in)" in served.said()
    with closing(sqlite3.connect(ready.folder / "lingotype.sqlite3")) as database, database:
        database.execute("UPDATE auth_user SET password = '!'")
    (ready.folder / "said.txt").unlink()
    with demo(ready, free_port()) as served:
        assert "Ctrl-C ends it" in served.said()
        assert password not in served.said()
    assert "opens nothing any more: delete it" in ready.run("doctor").out


def test_a_damaged_database_is_said_in_one_line(ready: Newsroom) -> None:
    (ready.folder / "lingotype.sqlite3").write_bytes(b"damaged " * 500)
    assert "the database cannot be used" in run("demo", ".", cwd=ready.folder).err.splitlines()[-1]
