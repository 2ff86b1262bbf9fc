"""What an article weighs on the wire, fonts and all, without its pictures: bytes that Chromium receives."""

import gzip

import httpx
import pytest
from playwright.sync_api import Browser, Page

PAGE_BYTES, FIRST_PAINT_BYTES = 100_000, 14_000
ARTICLES = (
    "/ru/city/sovet-ogranichil-rost-arendy/", "/uk/city/rada-obmezhyla-zrostannia-orendy/",
    "/ru/culture/vishnevyy-sad-na-dvuh-yazykah/",  # with italics
    "/en/world/storm/", "/es/world/storm/", "/he/culture/mikhtavim-shelo-higiu/",
    "/en/culture/letters-that-never-arrived/",
)  # fmt: skip


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


@pytest.mark.parametrize("path", ARTICLES)
def test_an_article_without_pictures(chromium: Browser, served, path: str):
    context = chromium.new_context(base_url=served.address, viewport={"width": 412, "height": 823})
    found = received(context.new_page(), path)
    context.close()
    assert [url for url in found if url.endswith(".css")]
    assert [url for url in found if ".woff2" in url]
    assert sum(found.values()) <= PAGE_BYTES, found


@pytest.mark.parametrize("path", ARTICLES)
def test_what_the_first_paint_waits_for(served, path: str):
    with httpx.Client(base_url=served.address, headers={"Accept-Encoding": "gzip"}) as client:
        page = client.get(path)
        (sheet,) = [part.split('"')[0] for part in page.text.split('<link rel="stylesheet" href="')[1:]]
        answers = [page, client.get(sheet)]
    for answer in answers:
        assert answer.headers["Content-Encoding"] == "gzip"
    sizes = [int(answer.headers["Content-Length"]) for answer in answers]
    assert sizes[1] == len(gzip.compress(answers[1].content, 7, mtime=0))
    assert sum(sizes) <= FIRST_PAINT_BYTES, sizes
