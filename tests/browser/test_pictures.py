"""Pictures in a real browser: it takes the newest format and a width that fits, and nothing on the page moves."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Served

ARTICLE = "/ru/city/sovet-ogranichil-rost-arendy/"
SHIFTS = """() => new Promise(done => new PerformanceObserver(list =>
    done(list.getEntries().filter(e => !e.hadRecentInput).map(e => e.value))
).observe({type: 'layout-shift', buffered: true}) || setTimeout(() => done([]), 500))"""


@pytest.fixture
def phone(chromium: Browser, served: Served):
    """A phone with a dense screen."""
    context = chromium.new_context(
        base_url=served.address, viewport={"width": 400, "height": 800}, device_scale_factor=2, locale="ru-RU"
    )
    yield context.new_page()
    context.close()


def chosen(page: Page) -> list[str]:
    """What the browser took for every picture, each brought onto the screen."""
    for image in page.locator("img").all():
        image.scroll_into_view_if_needed()
        image.evaluate("one => one.decode()")
    return [image.evaluate("one => one.currentSrc") for image in page.locator("img").all()]


@pytest.mark.parametrize("path", ["/ru/", "/ru/city/", ARTICLE, "/he/"])
def test_the_browser_takes_avif_and_nothing_moves(phone: Page, path: str):
    phone.route("**/*.woff2*", lambda route: route.abort())  # letters of another width move lines, too
    phone.goto(path)
    taken = chosen(phone)
    assert taken
    assert all(address.endswith(".avif") for address in taken), taken
    assert phone.evaluate(SHIFTS) == []


def test_a_phone_gets_no_picture_that_is_wider_than_its_screen(phone: Page):
    phone.goto(ARTICLE)
    assert "width-960" in chosen(phone)[0]  # 400 at two pixels for one
    box = phone.locator("article > figure img").first.bounding_box()
    assert box["width"] <= 400
    assert box["height"] == pytest.approx(box["width"] * 5 / 8, abs=2)


def test_the_room_of_a_picture_is_kept_before_it_comes(phone: Page):
    phone.route("**/media/**", lambda route: route.abort())
    phone.goto(ARTICLE)
    box = phone.locator("article > figure img").first.bounding_box()
    assert box["height"] == pytest.approx(box["width"] * 5 / 8, abs=2)
