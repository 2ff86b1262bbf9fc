"""An editor: writes an article, publishes it, sees the translation appear, mends a sentence, and it stays mended."""

import re
import time

from playwright.sync_api import Page, expect

from tests.browser.reading import read

AUTOSAVED_MS = 3000
"""Wagtail saves half a second after the last key; pressing Publish while it does would make a second page."""
STATE = "SELECT state FROM translation_job WHERE lang = ? AND article_id = ?"


def wait_for_state(served, article: int, *states: str) -> str:
    for _ in range(600):
        rows = served.newsroom.rows(STATE, "uk", article)
        if rows and rows[0][0] in states:
            return rows[0][0]
        time.sleep(0.1)
    raise AssertionError(f"article {article} is {rows} after a minute, not {states}")


def write_and_publish(editor: Page, served) -> int:
    (section,) = served.newsroom.rows("SELECT id FROM wagtailcore_page WHERE url_path = '/ru/city/'")[0]
    editor.goto(f"/admin/pages/add/newsroom/articlepage/{section}/")
    editor.fill("#id_title", "Мост открыли")
    editor.fill("#id_dek", "Ремонт длился год.")
    editor.locator("#panel-child-content-body-content button[title='Insert a block']").first.click()
    editor.get_by_role("option", name="Paragraph").click()
    text = editor.locator(".public-DraftEditor-content").first
    text.click()
    editor.keyboard.type("Сегодня в городе открыли новый мост.")
    editor.keyboard.press("Enter")
    editor.keyboard.type("Завтра будет хороший день.")
    publish(editor, once="Завтра")
    ((article,),) = served.newsroom.rows("SELECT id FROM wagtailcore_page WHERE title = 'Мост открыли' AND live")
    return article


def publish(editor: Page, *, once: str) -> None:
    """Publish, once the form holds that text and Wagtail has saved the draft by itself."""
    expect(editor.locator("input[name=body-0-value]")).to_have_value(re.compile(once))
    editor.wait_for_timeout(AUTOSAVED_MS)
    editor.locator("footer [data-w-dropdown-target=toggle]").click()
    editor.locator("button[name=action-publish]").click()
    editor.locator(".messages .success").wait_for()


def test_an_editor_publishes_and_corrects(editor: Page, served):
    article = write_and_publish(editor, served)
    wait_for_state(served, article, "published")
    ((translation, url),) = served.newsroom.rows(
        "SELECT p.id, p.url_path FROM wagtailcore_page p JOIN wagtailcore_page o USING (translation_key) "
        "JOIN wagtailcore_locale l ON l.id = p.locale_id WHERE o.id = ? AND l.language_code = 'uk'",
        article,
    )
    read(editor, url, "Сьогодні в місті")

    editor.goto(f"/admin/pages/{translation}/edit/")
    mend(editor, "Сегодня в городе", "Сьогодні відкрили міст. Так написала людина.")
    read(editor, url, "Так написала людина.")

    change_the_source(editor, article)
    wait_for_state(served, article, "published")
    read(editor, url, "Так написала людина.", "Вчора")


def mend(editor: Page, source: str, text: str) -> None:
    segment = editor.locator("li.complete", has_text=source)
    segment.get_by_role("button", name="Edit").click()
    editor.locator("textarea").fill(text)
    with editor.expect_response(lambda answer: answer.request.method == "PUT" and answer.ok):
        editor.get_by_role("button", name="Save").first.click()
    with editor.expect_navigation():
        editor.get_by_role("button", name=re.compile("^Publish in")).click()


def change_the_source(editor: Page, article: int) -> None:
    editor.goto(f"/admin/pages/{article}/edit/")
    text = editor.locator(".public-DraftEditor-content").first
    text.click()
    editor.keyboard.press("Control+End")
    editor.keyboard.type(" Вчера шёл дождь.")
    publish(editor, once="Вчера")
