"""The screen of languages in a real browser: a dry run, and a route changed by keys, by dragging and by buttons."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.windows import at_desk

ROUTE = "SELECT engines FROM translation_deskroute WHERE source = 'es' AND target = 'he'"
JOB = (
    "SELECT state FROM translation_job JOIN wagtailcore_page AS page ON page.id = article_id"
    " WHERE lang = 'he' AND page.slug = 'el-faro-brilla'"
)
MEMORY = "SELECT count(*) FROM wagtail_localize_stringtranslation WHERE tool_name IN ('brisk', 'exact')"
SPANISH = """---
title: El faro vuelve a brillar
lang: es
slug: el-faro-brilla
section: city
---
La torre estuvo a oscuras durante 14 meses.
"""


@pytest.fixture(scope="module", autouse=True)
def _an_article(served, tmp_path_factory):
    """In a language that no other test writes in."""
    file = tmp_path_factory.mktemp("faro") / "faro.es.md"
    file.write_text(SPANISH, encoding="utf-8")
    assert served.newsroom.run("publish", file).status == 0


@pytest.fixture
def pair(editor: Page):
    editor.goto("/admin/")
    editor.get_by_role("link", name="Languages", exact=True).click()
    editor.locator("[data-pair=es-he] a").click()
    editor.get_by_role("heading", name="Route").wait_for()
    as_the_file_says(editor)
    return editor


def as_the_file_says(page: Page):
    button = page.get_by_role("button", name="As the settings file says")
    if button.is_visible():
        button.click()
        expect(page.locator(".messages")).to_contain_text("as the settings file says")


def order(served):
    rows = served.newsroom.rows(ROUTE)
    return json.loads(rows[0][0]) if rows else []


def add(page: Page, name: str):
    page.locator("#desk-route-engine").select_option(name)
    page.get_by_role("button", name="Add it at the end").click()
    expect(page.locator(".messages")).to_contain_text("The route is now")


def follow(page: Page, served):
    """The worker is another process, and hears of it: the article that waited for an engine is made."""
    for _ in range(60):
        if served.newsroom.rows(JOB) == [("published",)]:
            return
        page.wait_for_timeout(500)
    raise AssertionError(served.newsroom.rows(JOB))


def test_a_route_is_changed_by_keys_by_dragging_and_by_buttons(pair: Page, served, picture):
    steps = pair.locator(".desk-route__name")
    add(pair, "brisk")
    follow(pair, served)
    add(pair, "exact")
    assert order(served) == ["local", "brisk", "exact"]
    handle = pair.get_by_role("button", name="Drag exact")
    handle.focus()
    pair.keyboard.press("ArrowUp")
    with pair.expect_response(lambda answer: "/move/exact/" in answer.url) as answer:
        pair.keyboard.press("Enter")
    assert answer.value.status == 204
    expect(pair.locator(".messages")).to_contain_text("exact has a new place")
    assert order(served) == ["local", "exact", "brisk"]
    with pair.expect_response(lambda answer: "/move/brisk/" in answer.url):
        pair.get_by_role("button", name="Drag brisk").drag_to(pair.get_by_role("button", name="Drag local"))
    assert order(served)[0] == "brisk"
    pair.get_by_role("button", name="Move brisk down").click()
    expect(steps.first).not_to_contain_text("brisk")
    picture(pair, "languages-route")
    pair.get_by_role("button", name="As the settings file says").click()
    expect(steps).to_have_count(1)
    assert order(served) == []


def test_an_order_that_was_not_saved_is_said_and_no_other_failure_is(pair: Page):
    add(pair, "brisk")
    pair.evaluate("() => { setTimeout(() => Promise.reject(new Error('of somebody else'))); }")
    pair.wait_for_timeout(300)
    expect(pair.locator(".messages")).not_to_contain_text("was not saved")
    pair.route("**/move/**", lambda route: route.abort())
    pair.get_by_role("button", name="Drag brisk").focus()
    pair.keyboard.press("ArrowUp")
    pair.keyboard.press("Enter")
    expect(pair.locator(".messages")).to_contain_text("The order was not saved")
    pair.unroute("**/move/**")
    pair.reload()
    as_the_file_says(pair)


def test_two_engines_are_tried_before(pair: Page, served, picture):
    expect(pair.locator("[data-dry-run-cost]")).to_contain_text("characters for each engine")
    pair.get_by_label("First engine").select_option("brisk")
    pair.get_by_label("Second engine").select_option("exact")
    known = served.newsroom.rows(MEMORY)
    pair.get_by_role("button", name="Start a dry run").click()
    expect(pair.locator("[data-run-state=done]")).to_be_visible(timeout=30_000)  # without a reload
    expect(pair.locator("td[data-engine=exact]").first).to_contain_text("המגדלור מאיר שוב")
    expect(pair.locator("tr[data-engine=brisk] [data-errors]")).to_have_text("1")
    expect(pair.locator("tr[data-engine=exact] [data-errors]")).to_have_text("0")
    expect(pair.locator("td[data-engine=brisk] .desk-dry-run__finding")).to_contain_text("numbers")
    assert served.newsroom.rows(MEMORY) == known
    picture(pair, "languages-dry-run")
    pair.get_by_role("button", name="Put exact first").click()
    expect(pair.locator(".messages")).to_contain_text("The route is now: exact, local.")
    as_the_file_says(pair)


@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 1366)])
def test_axe_finds_nothing(chromium: Browser, served, picture, scheme: str, width: int):
    page = at_desk(chromium, served, color_scheme=scheme, viewport={"width": width, "height": 900})
    for path in ("/admin/desk/languages/", "/admin/desk/languages/ru/uk/", "/admin/desk/languages/es/he/"):
        page.goto(path)
        page.locator(".desk-pairs").wait_for()
        violations = Axe().run(page, ".desk-pairs").response["violations"]
        assert [(path, one["id"], one["nodes"][0]["html"][:160]) for one in violations] == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    page.context.close()


def test_the_overview(editor: Page, picture):
    editor.goto("/admin/desk/languages/")
    expect(editor.locator("[data-engine=local]")).to_contain_text("answers", timeout=40_000)
    expect(editor.locator("[data-pair=ru-uk] svg[role=img]").first).to_be_visible()
    picture(editor, "languages")
