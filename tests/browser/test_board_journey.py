"""The board in a real browser: found, ticked and held by keys, and renewed without a reload."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.windows import at_desk

STORM = "Storm floods Old Harbor and leaves 18,400 homes without power"
JOBS = "SELECT state FROM translation_job WHERE article_id = ? AND lang = ?"


@pytest.fixture
def board(editor: Page) -> Page:
    editor.goto("/admin/")
    editor.get_by_role("link", name="Board", exact=True).click()
    editor.locator(".desk-board__table").wait_for()
    return editor


def row(page: Page, title: str):
    return page.locator(".desk-board__table tbody tr", has_text=title)


def state(page: Page, title: str, lang: str):
    return row(page, title).locator(f"td[data-language={lang}] .desk-state")


def test_held_and_published_again_by_keys(board: Page, served, picture):
    title = "Совет"
    picture(board, "board")
    first = row(board, title)
    article = int(first.get_attribute("data-article"))
    lang = next(code for code in ("uk", "en") if served.newsroom.rows(JOBS, article, code) == [("published",)])
    first.locator("th input[type=checkbox]").focus()
    for _ in range(7):  # the arrow keys go from box to box
        if board.evaluate("document.activeElement.value").endswith(f":{lang}"):
            break
        board.keyboard.press("ArrowRight")
    board.keyboard.press("Space")
    expect(board.locator(".desk-board__chosen")).to_have_text("Ticked: 1")
    board.get_by_role("button", name="Hold").focus()
    board.keyboard.press("Enter")
    expect(board.locator(".messages")).to_contain_text("Hold: asked for 1 translation.")
    expect(state(board, title, lang)).to_have_text("held")
    board.on("dialog", lambda dialog: dialog.accept())
    row(board, title).locator(f"td[data-language={lang}] input").check()
    board.get_by_role("button", name="Publish").click()
    expect(board.locator(".messages")).to_contain_text("Publish: asked for 1 translation.")
    row(board, title).scroll_into_view_if_needed()  # only rows that somebody sees are asked for
    expect(state(board, title, lang)).to_have_text("published", timeout=20_000)  # without a reload
    assert served.newsroom.rows(JOBS, article, lang) == [("published",)]


def test_a_busy_row_is_asked_for_again_within_seconds(editor: Page):
    def all_busy(route: Route) -> None:
        page = route.fetch()
        route.fulfill(response=page, body=page.text().replace('data-busy="false"', 'data-busy="true"'))

    editor.route("**/admin/desk/board/", all_busy)
    editor.clock.install()
    asked: list[str] = []
    editor.on("request", lambda request: asked.append(request.url))
    editor.goto("/admin/desk/board/")
    editor.locator("tr[data-busy=true]").first.wait_for()
    for _ in range(10):  # an idle board asks after fifteen seconds
        editor.clock.run_for(1_000)
        editor.evaluate("new Promise(requestAnimationFrame)")
    assert [url for url in asked if "articles=" in url]


def test_a_row_keeps_what_is_ticked_when_it_is_renewed(board: Page):
    title = STORM
    box = row(board, title).locator("td input").first
    box.check()
    box.focus()
    board.evaluate(
        "title => { const tr = [...document.querySelectorAll('.desk-board__table tbody tr')]"
        ".find((one) => one.textContent.includes(title)); tr.dataset.key = 'old'; tr.dataset.busy = 'true'; }",
        title,
    )
    board.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(row(board, title)).not_to_have_attribute("data-key", "old")
    expect(row(board, title).locator("td input").first).to_be_checked()
    assert board.evaluate("document.activeElement.type") == "checkbox"


def test_a_choice_filters_at_once(board: Page):
    board.locator("select[name=lang]").select_option("uk")
    expect(board.locator(".desk-board__table thead th")).to_have_count(2)
    board.get_by_role("searchbox", name="Title").fill("нет такого")
    board.keyboard.press("Enter")
    expect(board.get_by_text("No article is so.")).to_be_visible()


@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 1366)])
def test_axe_finds_nothing_on_the_board(chromium: Browser, served, scheme: str, width: int):
    page = at_desk(chromium, served, color_scheme=scheme, viewport={"width": width, "height": 768})
    page.goto("/admin/desk/board/")
    page.locator(".desk-board__table").wait_for()
    violations = Axe().run(page, ".desk-board").response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:160]) for one in violations] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.context.close()
