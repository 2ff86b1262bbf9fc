"""A newsroom really served, with the real Apertium at work, and real Chromium windows that look at it."""

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from tests import running
from tests.browser.windows import at_desk
from tests.migrated import once, shared
from tests.newsrooms import ROOT, Newsroom, copied

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
_FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
expect.set_options(timeout=30_000)
"""Milliseconds: what is waited for comes in one, but other tests keep the processors busy."""
_SETTINGS = """
[site]
name = "Harbor Courier"
[languages]
readers = ["ru", "en", "uk", "es", "he"]
[engines.local]
type = "apertium"
[engines.careless]
type = "tests.browser.engines.Careless"
[engines.brisk]
type = "tests.browser.engines.Worded"
[engines.exact]
type = "tests.browser.engines.Worded"
[[routes]]
from = "uk"
to = ["en"]
engines = ["careless"]
gate = "checked"
[[routes]]
from = "*"
to = "*"
engines = ["local"]
gate = "always"
[mail]
type = "console"
from = "Harbor Courier <desk@courier.example>"
"""
_ARTICLES = ("09-rents.ru.md", "02-theatre.ru.md", "03-storm.en.md", "10-letters.he.md", "translated-10-letters.en.md")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    skip = pytest.mark.skip(reason="Debian's chromium is not installed")
    for item in items:
        if Path(item.path).is_relative_to(Path(__file__).parent):
            item.add_marker("browser")
            if not Path(CHROMIUM).exists() and os.environ.get("CI") != "true":
                item.add_marker(skip)


@dataclass(frozen=True)
class Served:
    """A newsroom that answers."""

    newsroom: Newsroom
    address: str
    password: str


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Served:
    """The newsroom that all browser tests of a run share, with articles in every language; ended with the run."""
    made = json.loads(once(running.note(tmp_path_factory), lambda note: _serve(tmp_path_factory, note)).read_text())
    newsroom = Newsroom(Path(made["folder"]))
    return Served(newsroom, made["address"], (newsroom.folder / ".admin-password").read_text().strip())


def _serve(factory: pytest.TempPathFactory, note: Path) -> None:
    newsroom = copied(factory, shared(factory) / "served", _SETTINGS)
    done = newsroom.run("publish", *(ROOT / "demo" / "articles" / name for name in _ARTICLES), "--wait", "500")
    assert done.status == 0, done.err
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = newsroom.start("serve", "--port", str(port))
    _wait_for(port, process)
    running.leave_on(process, note, folder=str(newsroom.folder), address=f"http://127.0.0.1:{port}")


def _wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(600):
        assert process.poll() is None
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("the newsroom does not answer")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A browser for one module: while Playwright runs, Django refuses the database to every test in this thread."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def reader(chromium: Browser, served: Served) -> Iterator[Page]:
    """A reader's window without JavaScript: public pages do not need it."""
    context = chromium.new_context(base_url=served.address, java_script_enabled=False, locale="ru-RU")
    yield context.new_page()
    context.close()


@pytest.fixture
def editor(chromium: Browser, served: Served) -> Iterator[Page]:
    """An editor's window, signed in."""
    page = at_desk(chromium, served, viewport={"width": 1400, "height": 1000})
    yield page
    page.context.close()


@pytest.fixture
def picture() -> Callable[[Page, str, Locator | None], None]:
    """Keep what the page, or a part of it, shows as `docs/images/NAME.png`: `PICTURES=yes make test …` draws anew.

    Without that nothing is written: a test run changes no file of the project.
    """

    def draw(page: Page, name: str, part: Locator | None = None) -> None:
        if os.environ.get("PICTURES") == "yes":
            (part or page).screenshot(path=ROOT / "docs" / "images" / f"{name}.png", animations="disabled")

    return draw
