"""A newsroom really served, with the real Apertium at work, and real Chromium windows that look at it."""

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from tests.newsrooms import ROOT, Newsroom, copied

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
_FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
_SETTINGS = """
[site]
name = "Harbor Courier"
[languages]
readers = ["ru", "en", "uk", "es", "he"]
[engines.local]
type = "apertium"
[[routes]]
from = "*"
to = "*"
engines = ["local"]
gate = "always"
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
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    newsroom = copied(tmp_path_factory, tmp_path_factory.mktemp("served") / "paper", _SETTINGS)
    files = [ROOT / "demo" / "articles" / name for name in _ARTICLES]
    done = newsroom.run("publish", *files, "--wait", "500")
    assert done.status == 0, done.err
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = newsroom.start("serve", "--port", str(port))
    try:
        _wait_for(port, process)
        yield Served(newsroom, f"http://127.0.0.1:{port}", (newsroom.folder / ".admin-password").read_text().strip())
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)


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
    context = chromium.new_context(base_url=served.address, viewport={"width": 1400, "height": 1000}, locale="en-US")
    page = context.new_page()
    page.set_default_timeout(30_000)
    page.goto("/admin/login/")
    page.fill("#id_username", "editor")
    page.fill("#id_password", served.password)
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")
    yield page
    context.close()


@pytest.fixture
def picture() -> Callable[[Page, str, Locator | None], None]:
    """Keep what the page, or a part of it, shows as `docs/images/NAME.png`: `PICTURES=yes make test …` draws anew.

    Without that nothing is written: a test run changes no file of the project.
    """

    def draw(page: Page, name: str, part: Locator | None = None) -> None:
        if os.environ.get("PICTURES") == "yes":
            (part or page).screenshot(path=ROOT / "docs" / "images" / f"{name}.png", animations="disabled")

    return draw
