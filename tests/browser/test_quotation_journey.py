"""Quotations: marked by an editor or in a file, and read in the language they were said in and in another one."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.test_editor_journey import publish, wait_for_state

SAID = "Ми не закінчили, а «лише почали» & не спимо"
FIRST, SECOND = "Міст відкрито.", "Ремонт завершено у травні."
FILE = """
---
title: The bridge and the council
lang: en
slug: bridge-and-council
section: city
sources:
  - {id: puerto, publication: El Puerto, url: "https://puerto.example/1", lang: es}
  - {id: faro, publication: El Faro, url: "https://faro.example/2", lang: es}
---
The mayor spoke of [“a *great* victory”]{.quote source=puerto original="una gran victoria"} today.

[“We worked,”]{.quote source=puerto original="Hemos trabajado mucho"} she said, [“and we will rest.”]{.quote
source=puerto original="y vamos a descansar."}

One paper wrote [“enough”]{.quote source=puerto original="basta"}, and another wrote
[“enough”]{.quote source=faro original="basta"} too.

He said that [“the paper wrote ‘no’ and ‘[never](https://puerto.example/never)’”]{.quote source=faro
original="el diario escribió \\"no\\" y «nunca» & punto"}.

> [“The street is open.]{.quote source=puerto original="La calle está abierta."}
>
> [The school is new.”]{.quote source=puerto original="La escuela es nueva."}
"""


@pytest.fixture(scope="module")
def read_in_spanish(served) -> str:
    """An article with every kind of quotation, published from a file; its address in Spanish."""
    file: Path = served.newsroom.folder / "quotations.md"
    file.write_text(FILE.lstrip(), encoding="utf-8")
    done = served.newsroom.run("publish", file, "--wait", "60", "--json")
    languages = done.json[0]["languages"]
    assert languages["es"]["state"] == "published", languages["es"]
    return urlsplit(languages["es"]["url"]).path


def verbatim(page: Page) -> list[tuple[str, str]]:
    """What stands in its own words on a page, each with the address that it cites."""
    found = page.locator("article q[data-verbatim]")
    return [(one.inner_text(), str(one.get_attribute("cite"))) for one in found.all()]


def test_readers_get_every_quotation_as_it_was_said(reader: Page, read_in_spanish: str):
    reader.goto(read_in_spanish)
    puerto, faro = "https://puerto.example/1", "https://faro.example/2"
    assert verbatim(reader) == [
        ("«una gran victoria»", puerto),
        ("«Hemos trabajado mucho»", puerto),
        ("«y vamos a descansar.»", puerto),
        ("«basta»", puerto),
        ("«basta»", faro),
        ('«el diario escribió "no" y «nunca» & punto»', faro),
        ("«La calle está abierta.", puerto),
        ("La escuela es nueva.»", puerto),
    ]
    assert {one.get_attribute("lang") for one in reader.locator("article q[data-verbatim]").all()} == {"es"}
    expect(reader.locator("blockquote[data-verbatim]")).to_have_attribute("cite", puerto)
    expect(reader.locator(f'article a[href="{puerto.removesuffix("1")}never"]')).to_have_count(1)


def test_the_words_around_a_quotation_read_as_one_sentence(reader: Page, read_in_spanish: str):
    reader.goto(read_in_spanish)
    first, cut = (reader.locator("article .prose p").nth(number).inner_text() for number in (0, 1))
    assert re.fullmatch(r"\S.*\S «una gran victoria» \S+\.", first), first
    assert re.fullmatch(r"«Hemos trabajado mucho», .*\S, «y vamos a descansar\.»", cut), cut


def test_an_editor_marks_words_and_a_block(editor: Page, served, picture):
    article = write(editor, served)
    text = editor.locator("[data-contentpath=body] .public-DraftEditor-content").nth(0)
    mark(text, "«Мы не закончили»", SAID, before_pressing=lambda: picture(editor, "quotation-dialog"))
    editor.locator(".desk-quotation").click()
    picture(editor, "quotation-marked", editor.locator("[data-contentpath=body]").first)
    editor.keyboard.press("Escape")
    block = editor.locator("[data-contentpath=body] .public-DraftEditor-content").nth(1)
    mark(block, "«Мост открыт.", FIRST)
    mark(block, "Ремонт окончен в мае.»", SECOND, lines_down=1)
    publish(editor, once="закінчили")
    wait_for_state(served, article, "published")
    expect_public(editor, served, article)
    picture(editor, "quotation-read", editor.locator("article .prose"))


def write(editor: Page, served) -> int:
    """An article with a source, a paragraph with words in quotation marks, and a block of two quoted paragraphs."""
    (section,) = served.newsroom.rows("SELECT id FROM wagtailcore_page WHERE url_path = '/ru/city/'")[0]
    editor.goto(f"/admin/pages/add/newsroom/articlepage/{section}/")
    editor.fill("#id_title", "Мост и мэр")
    insert(editor, "Paragraph")
    editor.locator(".public-DraftEditor-content").first.click()
    editor.keyboard.type("Мэр сказала вчера: «Мы не закончили», и ушла.")
    insert(editor, "Quotation")
    editor.locator("[data-contentpath=body] .public-DraftEditor-content").nth(1).click()
    editor.keyboard.type("«Мост открыт.")
    editor.keyboard.press("Enter")
    editor.keyboard.type("Ремонт окончен в мае.»")
    name_the_source(editor)
    ((article,),) = served.newsroom.rows("SELECT id FROM wagtailcore_page WHERE draft_title = 'Мост и мэр'")
    return article


def insert(editor: Page, block: str) -> None:
    editor.locator("#panel-child-content-body-content button[title='Insert a block']").last.click()
    editor.get_by_role("option", name=block, exact=True).click()


def name_the_source(editor: Page) -> None:
    editor.locator("#panel-child-content-sources-content button[title='Insert a block']").first.click()
    source = {"id": "port", "publication": "Портова газета", "url": "https://port.example/a", "lang": "uk"}
    for name, value in source.items():
        editor.fill(f"[name=sources-0-value-{name}]", value)
    editor.wait_for_timeout(3000)  # Wagtail saves a draft by itself, and the page has a number from then on


def mark(
    text: Locator, words: str, original: str, *, lines_down: int = 0, before_pressing: Callable[[], None] | None = None
) -> None:
    """Select these words by keys, press the button, fill in the dialog."""
    page = text.page
    text.click()
    page.keyboard.press("Control+Home")
    for _ in range(lines_down):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Home")
    line = text.locator("[data-block]").nth(lines_down).inner_text()
    for _ in range(line.index(words)):
        page.keyboard.press("ArrowRight")
    for _ in words:
        page.keyboard.press("Shift+ArrowRight")
    page.get_by_role("button", name="Quotation").locator("visible=true").first.click()
    dialog = page.locator(".modal-body")
    dialog.get_by_label("Source").select_option("port")
    dialog.get_by_label("Speaker").fill("Ада Квін")
    dialog.get_by_label("Original wording").fill(original)
    dialog.get_by_label("Language of the original").select_option("uk")
    if before_pressing:
        before_pressing()
    dialog.get_by_role("button", name="Mark as quotation").click()
    dialog.wait_for(state="detached")


def expect_public(editor: Page, served, article: int) -> None:
    """In Ukrainian the words as they were said; in Russian the article's own."""
    urls = dict(
        served.newsroom.rows(
            "SELECT l.language_code, p.url_path FROM wagtailcore_page p "
            "JOIN wagtailcore_page o USING (translation_key) "
            "JOIN wagtailcore_locale l ON l.id = p.locale_id WHERE o.id = ?",
            article,
        )
    )
    editor.goto(urls["ru"])
    assert verbatim(editor) == []
    expect(editor.locator("article q")).to_have_text(["«Мы не закончили»", "«Мост открыт.", "Ремонт окончен в мае.»"])
    editor.goto(urls["uk"])
    cited = "https://port.example/a"
    assert verbatim(editor) == [(f"«{SAID}»", cited), (f"«{FIRST}", cited), (f"{SECOND}»", cited)]
    expect(editor.locator("blockquote[data-verbatim]")).to_have_attribute("lang", "uk")
