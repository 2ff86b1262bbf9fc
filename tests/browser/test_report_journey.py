"""A reader reports a paragraph, an editor mends it and thanks; a correction reaches four languages."""

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Served
from tests.browser.reading import read
from tests.browser.test_editor_journey import mend
from tests.browser.windows import at_desk

ARTICLE = """---
title: Мост через залив
lang: ru
slug: most-cherez-zaliv
section: city
---
Вчера в городе открыли новый мост.

Завтра будет хороший день.
"""
PATHS = (
    "SELECT l.language_code, '/' || l.language_code || substr(p.url_path, 4), p.id FROM wagtailcore_page p "
    "JOIN wagtailcore_page o USING (translation_key) JOIN wagtailcore_locale l ON l.id = p.locale_id "
    "WHERE o.slug = 'most-cherez-zaliv'"
)
MENDED, MESSAGE = "Вчора в місті відкрили новий міст через затоку.", "Не сказано, через що міст"
UNCLEAR = "Речення незрозуміле"
WORDS = "Мост длиной 300 метров."
PEOPLES_WORDS = {"en": "The bridge is 300 metres long.", "es": "El puente mide 300 metros."}
LONGER_THAN_A_MACHINE_MS = 3500


@pytest.fixture(scope="module")
def paths(served: Served) -> dict[str, tuple[str, int]]:
    """Where the article is in each language, and its page's number."""
    served.newsroom.write("bridge.md", ARTICLE)
    done = served.newsroom.run("publish", "bridge.md", "--wait", "300")
    assert done.status in (0, 3), done.err
    return {code: (path, pk) for code, path, pk in served.newsroom.rows(PATHS)}


@pytest.fixture(scope="module")
def report_id(chromium: Browser, served: Served, paths: dict[str, tuple[str, int]]) -> int:
    """The number of a report about the Ukrainian page, sent as a reader does."""
    context = chromium.new_context(base_url=served.address, java_script_enabled=False)
    page = context.new_page()
    send(page, paths["uk"][0], UNCLEAR)
    context.close()
    ((found,),) = served.newsroom.rows("SELECT id FROM newsroom_readerreport WHERE message = ?", UNCLEAR)
    return found


def test_a_report_becomes_a_mended_sentence_and_thanks(reader: Page, editor: Page, served, paths, picture):
    path, translation = paths["uk"]
    send(reader, path, MESSAGE, "місті", lambda: picture(reader, "report-form"))
    answer(editor, translation, picture)
    read(reader, path, MENDED)
    for _ in range(300):  # the thanks came after the sentence, and are fresh in a moment
        if reader.locator(".notice-thanks time").count():
            break
        reader.wait_for_timeout(100)
        reader.reload()
    expect(reader.locator(".notice-thanks time")).to_have_count(1)
    assert served.newsroom.rows("SELECT state FROM newsroom_readerreport WHERE message = ?", MESSAGE) == [
        ("corrected",)
    ]


def send(reader: Page, path: str, message: str, about: str = "", filled: Callable[[], None] = lambda: None) -> None:
    """As a reader does it: the flag of the first paragraph, the form, thanks."""
    read(reader, path)
    reader.locator(".prose p .flaw").first.click()
    expect(reader.locator(".report-paragraph")).to_contain_text(about)
    reader.fill("#report-message", message)
    filled()
    reader.wait_for_timeout(LONGER_THAN_A_MACHINE_MS)
    reader.locator(".report-form button").click()
    expect(reader).to_have_url(re.compile(r"&sent$"))
    assert reader.context.cookies() == []


def answer(editor: Page, translation: int, picture: Callable[..., None]) -> None:
    """As an editor does it: the list, the report, the sentence mended and published, the report resolved."""
    editor.goto("/admin/")
    editor.get_by_role("link", name="Readers’ reports").click()
    editor.get_by_role("link", name=MESSAGE).click()
    expect(editor.locator(".desk-report__texts")).to_be_visible()
    picture(editor, "report-at-the-desk")
    here = editor.url
    expect(editor.get_by_role("link", name="Fix the sentence")).to_have_attribute(
        "href", re.compile(f"/{translation}/")
    )
    editor.goto(f"/admin/pages/{translation}/edit/")
    mend(editor, "Вчера в городе", MENDED)
    editor.goto(here)
    expect(editor.get_by_text("The text has changed since")).to_be_visible()
    expect(editor.get_by_role("checkbox")).to_be_checked()
    editor.get_by_role("button", name="It is corrected").click()
    editor.get_by_text("thanks the reader").wait_for()


def test_a_correction_reaches_four_languages(editor: Page, served, paths, picture):
    """Two that people translated, which write it in their own words, beside the original and a machine's."""
    by_people = {code: publish_by_people(served, code) for code in PEOPLES_WORDS}
    (path, original), (ukrainian, _) = paths["ru"], paths["uk"]
    editor.goto(f"/admin/pages/{original}/edit/")
    editor.locator(".desk-languages__links").get_by_role("link", name="Write a correction").click()
    write(editor, WORDS)
    wait_for(editor, "uk")
    picture(editor, "correction-form")
    for code, words in PEOPLES_WORDS.items():
        editor.goto(f"/admin/desk/corrections/{original}/")
        editor.locator(f'tr[data-language="{code}"]').get_by_role("link", name="Write it").click()
        write(editor, words)
        wait_for(editor, code)
    found = {"ru": (path, WORDS), "uk": (ukrainian, "300 метрів")}
    found |= {code: (by_people[code], words) for code, words in PEOPLES_WORDS.items()}
    for code, (address, words) in found.items():
        read(editor, address, words)
        wait_for_list(editor, code, words)
        wait_for_feed(editor, code, words)


def wait_for_list(editor: Page, code: str, words: str) -> None:
    """The list of corrections follows in a moment."""
    for _ in range(300):
        editor.goto(f"/{code}/corrections/")
        if editor.locator(".corrected", has_text=words).count():
            return
        editor.wait_for_timeout(100)
    raise AssertionError(f"the list of {code} has no {words}")


def wait_for_feed(editor: Page, code: str, words: str) -> None:
    """The feed follows in a moment, with the article as an updated entry."""
    for _ in range(300):
        items = editor.request.get(f"/{code}/feed.json").json()["items"]
        if any(words in item["content_html"] and item.get("date_modified") for item in items):
            return
        editor.wait_for_timeout(100)
    raise AssertionError(f"the feed of {code} has no updated entry with {words}")


def publish_by_people(served, code: str) -> str:
    """A file that is a translation by people; returns where readers find it."""
    name = f"bridge-{code}.md"
    front = f"lang: {code}\ntranslation_of: {{lang: ru, slug: most-cherez-zaliv}}"
    served.newsroom.write(name, f"---\ntitle: Puente {code}\n{front}\n---\nText.\n")
    done = served.newsroom.run("publish", name)
    assert done.status == 0, done.err
    return next(path for lang, path, _ in served.newsroom.rows(PATHS) if lang == code)


def write(editor: Page, words: str) -> None:
    """Fill in the form of the screen at hand."""
    editor.get_by_label("Text").fill(words)
    editor.get_by_role("button", name="Publish the correction").click()
    editor.get_by_text("The correction is public.").wait_for()


def wait_for(editor: Page, code: str) -> None:
    """The rows follow by themselves."""
    expect(editor.locator(f'tr[data-language="{code}"][data-there="yes"]').first).to_be_visible(timeout=30_000)


@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 1366)])
def test_axe_finds_nothing_on_the_readers_pages(chromium: Browser, served, paths, scheme: str, width: int):
    context = chromium.new_context(
        base_url=served.address, color_scheme=scheme, viewport={"width": width, "height": 844}
    )
    page = context.new_page()
    path = paths["uk"][0]
    for address in (path, f"{path}report/?p=title", f"{path}report/?sent", "/uk/corrections/", "/he/corrections/"):
        assert page.goto(address).status == 200
        violations = Axe().run(page).response["violations"]
        assert [(row["id"], row["nodes"][0]["html"][:160]) for row in violations] == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
    context.close()


@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 1366)])
def test_axe_finds_nothing_at_the_desk(chromium: Browser, served, paths, report_id: int, scheme: str, width: int):
    page = at_desk(chromium, served, color_scheme=scheme, viewport={"width": width, "height": 768})
    screens = {
        f"/admin/desk/corrections/{paths['ru'][1]}/": ".desk-corrections",
        f"/admin/desk/reports/{report_id}/": ".desk-report",
    }
    for address, part in screens.items():
        page.goto(address)
        page.locator(part).wait_for()
        violations = Axe().run(page, part).response["violations"]
        assert [(row["id"], row["nodes"][0]["html"][:160]) for row in violations] == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
    page.context.close()
