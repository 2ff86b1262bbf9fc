"""What an article weighs on the wire, fonts and all, without its pictures: bytes that Chromium receives."""

import httpx
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Served

PAGE_BYTES, FIRST_PAINT_BYTES = 100_000, 14_000
_ARTICLES = """
SELECT '/' || l.language_code || substr(p.url_path, instr(substr(p.url_path, 2), '/') + 1) FROM wagtailcore_page p
JOIN newsroom_articlepage a ON a.page_ptr_id = p.id JOIN wagtailcore_locale l ON l.id = p.locale_id WHERE p.live
"""


def articles(served: Served) -> list[str]:
    """Every article in every language: some have italics, some are in Hebrew."""
    paths = sorted(path for (path,) in served.newsroom.rows(_ARTICLES))
    assert {path[1:3] for path in paths} >= {"ru", "uk", "en", "es", "he"}
    return paths


def received(page: Page, path: str) -> dict[str, int]:
    """Bytes on the wire, headers included, by address; pictures are left out."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    kinds: dict[str, tuple[str, str]] = {}
    bytes_of: dict[str, int] = {}
    session.on(
        "Network.responseReceived",
        lambda event: kinds.update({event["requestId"]: (event["type"], event["response"]["url"])}),
    )
    session.on(
        "Network.loadingFinished",
        lambda event: bytes_of.update({event["requestId"]: int(event["encodedDataLength"])}),
    )
    page.goto(path, wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    pictures = {key for key, (kind, url) in kinds.items() if kind == "Image" and "/media/" in url}
    return {kinds[key][1]: size for key, size in bytes_of.items() if key not in pictures}


def test_articles_without_their_pictures(chromium: Browser, served: Served):
    for path in articles(served):
        context = chromium.new_context(base_url=served.address, viewport={"width": 412, "height": 823})
        found = received(context.new_page(), path)
        context.close()
        assert [url for url in found if url.endswith(".css")]
        assert [url for url in found if ".woff2" in url]
        assert sum(found.values()) <= PAGE_BYTES, found


def test_what_the_first_paint_waits_for(served: Served):
    for path in articles(served):
        with httpx.Client(base_url=served.address, headers={"Accept-Encoding": "gzip"}) as client:
            page = client.get(path)
            (sheet,) = [part.split('"')[0] for part in page.text.split('<link rel="stylesheet" href="')[1:]]
            answers = [page, client.get(sheet)]
        assert [answer.headers["Content-Encoding"] for answer in answers] == ["gzip", "gzip"]
        sizes = [int(answer.headers["Content-Length"]) for answer in answers]
        assert sum(sizes) <= FIRST_PAINT_BYTES, (path, sizes)
