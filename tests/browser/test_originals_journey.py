"""An editor pastes a source, accepts its words by keys, publishes; a reader of its language gets them verbatim."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.reading import read
from tests.browser.test_editor_journey import AUTOSAVED_MS
from tests.browser.windows import at_desk

ARTICLE = """---
title: The market closes
lang: en
slug: market-closes
section: city
sources:
  - {id: faro, publication: El Faro, url: "https://faro.example/mercado", lang: es}
---
The central market of Villaseca will close on June 30.

“The building has a sick roof, and repairing it costs twelve million,” explained the mayor, Julián Baeza.

“By autumn the columns will be scrap,” fears the historian Lope Arriaga.

“The works will create two hundred jobs,” according to the builder.
"""
ROOF = "El edificio tiene el techo enfermo y arreglarlo cuesta doce millones"
COLUMNS = "Para el otoño las columnas serán chatarra"
SOURCE = f"""El mercado central de Villaseca cerrará el 30 de junio después de 134 años.
«{ROOF}», explicó el alcalde, Julián Baeza. «Ese dinero no existe».
«{COLUMNS}», teme el historiador Lope Arriaga.
El último día habrá música y se regalará la mercancía.
"""
FOUND = "SELECT id FROM wagtailcore_page WHERE slug = 'market-closes' AND url_path LIKE '/en/%'"
STATE = "SELECT state FROM translation_job WHERE lang = 'es' AND article_id = ?"


@pytest.fixture(scope="module")
def article(served) -> int:
    served.newsroom.write("market.md", ARTICLE)
    done = served.newsroom.run("publish", "market.md", "--wait", "120")
    assert done.status == 0, done.err
    ((found,),) = served.newsroom.rows(FOUND)
    return found


def open_with_source(editor: Page, article: int) -> None:
    editor.goto(f"/admin/pages/{article}/edit/")
    editor.get_by_role("link", name="Find the originals").click()
    editor.get_by_text("Paste or upload its text").click()
    editor.get_by_label("The source’s text").fill(SOURCE)
    editor.get_by_role("button", name="Read this text").click()
    expect(editor.locator("mark", has_text=ROOF).first).to_be_visible()  # without a reload by hand


def current(editor: Page):
    return editor.locator(".desk-originals__quotation[aria-current]")


def test_an_editor_accepts_by_keys_and_readers_get_the_words(editor: Page, served, article):
    open_with_source(editor, article)
    editor.keyboard.press("?")
    expect(editor.get_by_role("dialog", name="Keys")).to_be_visible()
    editor.keyboard.press("Escape")
    expect(editor.get_by_role("dialog", name="Keys")).to_be_hidden()
    editor.keyboard.press("Enter")  # the first one is chosen already
    expect(editor.locator("q", has_text=ROOF)).to_be_visible()
    expect(current(editor)).to_contain_text("By autumn the columns")
    editor.keyboard.press("1")
    expect(editor.locator("q", has_text=COLUMNS)).to_be_visible()
    expect(current(editor)).to_contain_text("two hundred jobs")
    editor.keyboard.press("x")
    expect(editor.get_by_text("You said that none of the sources has it.")).to_be_visible()
    expect(current(editor)).to_contain_text("two hundred jobs")  # the page is new, and hears keys again
    editor.keyboard.press("k")
    editor.keyboard.press("u")
    expect(editor.locator("q", has_text=COLUMNS)).to_have_count(0)
    expect(current(editor)).to_contain_text("By autumn the columns")
    editor.keyboard.press("1")
    expect(editor.locator("q", has_text=COLUMNS)).to_be_visible()
    publish_and_read(editor, served, article)


def publish_and_read(editor: Page, served, article: int) -> None:
    editor.get_by_role("link", name="Back to the article").click()
    editor.wait_for_timeout(AUTOSAVED_MS)
    editor.locator("footer [data-w-dropdown-target=toggle]").click()
    editor.locator("button[name=action-publish]").click()
    editor.locator(".messages .success").wait_for()
    for _ in range(300):
        if served.newsroom.rows(STATE, article) == [("published",)]:
            break
        editor.wait_for_timeout(100)
    ((path,),) = served.newsroom.rows(
        "SELECT p.url_path FROM wagtailcore_page p JOIN wagtailcore_page o USING (translation_key) "
        "WHERE o.id = ? AND p.url_path LIKE '/es/%'",
        article,
    )
    read(editor, path, ROOF)
    verbatim = editor.locator("q[data-verbatim]")
    expect(verbatim).to_have_text([re.compile(ROOF), re.compile(COLUMNS)])
    assert verbatim.first.get_attribute("lang") == "es"
    assert verbatim.first.get_attribute("cite") == "https://faro.example/mercado"


def test_one_is_chosen_also_where_the_draft_has_other_quotations_by_now(editor: Page, article):
    def others(route: Route) -> None:
        page = route.fetch()
        is_renewed = route.request.resource_type == "fetch"
        body = page.text().replace('id="quotation-', 'id="quotation-other-') if is_renewed else page.text()
        route.fulfill(response=page, body=body)

    editor.route(f"**/admin/desk/originals/{article}/", others)
    editor.goto(f"/admin/desk/originals/{article}/")
    expect(current(editor)).to_have_count(1)
    editor.evaluate("Object.assign(document.querySelector('#sources').dataset, {busy: 'true', state: 'another'})")
    expect(editor.locator("[id^=quotation-other-][aria-current]")).to_have_count(1)


@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 1366)])
def test_axe_finds_nothing_on_the_screen(chromium: Browser, served, article, scheme: str, width: int):
    page = at_desk(chromium, served, color_scheme=scheme, viewport={"width": width, "height": 768})
    page.goto(f"/admin/desk/originals/{article}/")
    page.locator("#quotations").wait_for()
    violations = Axe().run(page, ".desk-originals").response["violations"]
    assert [(row["id"], row["nodes"][0]["html"][:160]) for row in violations] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.context.close()
