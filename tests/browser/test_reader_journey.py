"""A reader: from the front page to an article, to another language, to side-by-side, to search. Without JavaScript."""

import pytest
from playwright.sync_api import Page, expect


def test_a_reader_goes_through_the_paper(reader: Page):
    reader.goto("/")
    assert reader.url.endswith("/ru/")
    reader.get_by_role("link", name="Совет ограничил рост аренды пятью процентами в год").first.click()
    expect(reader.locator("article")).to_have_attribute("data-made-by", "original")

    reader.locator("a[hreflang=uk]").first.click()
    expect(reader.locator("html")).to_have_attribute("lang", "uk")
    expect(reader.locator("article")).to_have_attribute("data-made-by", "machine")
    expect(reader.locator(".translation-notice")).to_have_count(1)

    reader.locator(".translation-notice a[href$='/side-by-side/']").click()
    expect(reader.locator(".pair-source[lang=ru]").first).to_contain_text("Совет ограничил")
    expect(reader.locator(".pair-target[lang=uk]").first).to_contain_text("оренди")

    reader.locator(".masthead a[href$='/search/']").click()
    reader.fill("input[name=q]", "оренду")
    reader.locator("main form button").click()
    expect(reader.get_by_role("main")).to_contain_text("оренди")


@pytest.mark.parametrize("path", ["/es/city/sovet-ogranichil-rost-arendy/", "/es/no-such-section/"])
def test_a_page_that_does_not_exist_in_a_language_is_said_so_in_it(reader: Page, path: str):
    answer = reader.goto(path)
    assert answer.status == 404
    expect(reader.locator("html")).to_have_attribute("lang", "es")


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1280, 900)])
@pytest.mark.parametrize("path", ["/ru/", "/he/", "/ru/city/sovet-ogranichil-rost-arendy/", "/he/search/"])
def test_no_page_scrolls_sideways(reader: Page, path: str, width: int, height: int):
    reader.set_viewport_size({"width": width, "height": height})
    reader.goto(path)
    box = reader.locator("html").bounding_box()
    assert box["width"] <= width
    assert reader.locator("body").bounding_box()["width"] <= width


def test_no_request_leaves_the_newsroom(reader: Page, served):
    asked = []
    reader.on("request", lambda request: asked.append(request.url))
    reader.goto("/ru/city/sovet-ogranichil-rost-arendy/")
    assert asked
    assert [url for url in asked if not url.startswith(served.address)] == []
