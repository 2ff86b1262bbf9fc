"""A held translation is mended by keys alone and published; of two reviewers none writes over the other unseen."""

import itertools
import re
import time
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.reading import read
from tests.browser.windows import at_desk

ARTICLE = """---
title: Пором знову ходить
lang: uk
slug: NAME
section: city
dek: Ремонт тривав усю зиму.
sources:
  - {id: post, publication: Harbor Post, url: "https://post.example/ferry", lang: en}
---
У понеділок пором перевіз THOUSANDS 250 пасажирів.

Харків допоміг місту грошима.

Квитків у касі більше не продають.

Мер сказав: [«Ми не здамося»]{.quote source=post speaker="Ada Quinn" original="We will not give up"}.

Нові розклади повісять у середу.
"""
TERMS = "uk,en\nХарків,Kharkiv\n"
ANOTHER = "The ticket office has stopped selling tickets."
RIGHT = "Tickets are no longer sold at the ticket office."
FOUND = "SELECT p.id, p.url_path FROM wagtailcore_page p JOIN wagtailcore_page o USING (translation_key) \
WHERE o.slug = ? AND o.url_path LIKE '/uk/%' AND p.url_path LIKE '/en/%'"
LONGEST_SECONDS = 60


@pytest.fixture(scope="module")
def held(served) -> Iterator:
    """Publishes the article under a name, with a number that memory has not seen; gives its held English page."""
    served.newsroom.write("terms.csv", TERMS)
    assert served.newsroom.run("glossary", "import", "terms.csv").status == 0
    env = {"DJANGO_SUPERUSER_PASSWORD": served.password}
    words = ("createsuperuser", "--noinput", "--username", "bo", "--email", "bo@courier.example")
    assert served.newsroom.run(*words, **env).status == 0

    thousands = itertools.count(1)

    def publish(name: str) -> int:
        text = ARTICLE.replace("NAME", name).replace("THOUSANDS", str(next(thousands)))
        served.newsroom.write(f"{name}.md", text)
        done = served.newsroom.run("publish", f"{name}.md", "--wait", "120")
        assert done.status == 3, done  # the English one is held
        ((page, _path),) = served.newsroom.rows(FOUND, name)
        return page

    return publish


def current(editor: Page):
    return editor.locator(".desk-review__paragraph[aria-current]")


def written(editor: Page):
    """How the paragraph's translation reads, without the numbers of its findings."""
    return current(editor).locator(".desk-review__side--target")


def test_a_held_translation_is_mended_by_keys_and_published(editor: Page, served, held, picture):
    page = held("ferry-runs")
    began = time.monotonic()
    editor.goto(f"/admin/desk/review/{page}/")
    expect(current(editor)).to_contain_text("Пором знову ходить")
    press = editor.keyboard.press
    for _ in range(2):
        press("a")
        expect(editor.locator('[data-approved="true"]')).to_have_count(_ + 1)
    expect(current(editor)).to_contain_text("has become")
    picture(editor, "review-findings")
    mend_by_keys(editor, picture)
    press("A")
    expect(editor.get_by_text("7 of 7 approved")).to_be_visible()
    press("p")
    expect(editor.locator(".messages .success")).to_contain_text("Published “The ferry is running again”")
    assert time.monotonic() - began < LONGEST_SECONDS
    ((_page, path),) = served.newsroom.rows(FOUND, "ferry-runs")
    read(editor, path, ",250 passengers", "Kharkiv", RIGHT, "We will not give up")
    assert editor.locator("article").first.get_attribute("data-made-by") == "machine-reviewed"


def mend_by_keys(editor: Page, picture) -> None:
    press = editor.keyboard.press
    press("1")
    expect(written(editor)).to_have_text(re.compile(r"^On Monday the ferry carried \d,250 passengers\.\s*$"))
    press("a")
    expect(current(editor)).to_contain_text("Харків")
    press("1")
    expect(written(editor)).to_have_text("Kharkiv helped the city with money.")
    press("a")
    expect(current(editor)).to_contain_text("Квитків")
    press("e")
    press("Control+a")
    editor.keyboard.type(RIGHT)
    picture(editor, "review-edit")
    press("Control+Enter")
    expect(written(editor)).to_have_text(RIGHT)
    press("d")
    expect(editor.get_by_text("Readers have not had this translation yet.").first).to_be_visible()
    press("d")
    press("?")
    expect(editor.get_by_role("dialog", name="Keys")).to_be_visible()
    press("Escape")


def test_two_reviewers_in_conflict(chromium: Browser, served, held, picture):
    page = held("ferry-twice")
    ada, bo = at_desk(chromium, served), at_desk(chromium, served, "bo")
    for one in (ada, bo):
        one.goto(f"/admin/desk/review/{page}/")
        one.locator(".desk-review__paragraph", has_text="Квитків").locator("summary", has_text="Edit").click()
        expect(one.locator("textarea:focus")).to_have_count(1)
        one.keyboard.press("Control+a")
    expect(bo.get_by_text("editor is").first).to_be_visible()
    ada.keyboard.type("No tickets are sold at the desk.")
    ada.keyboard.press("Escape")
    expect(written(ada)).to_have_text("No tickets are sold at the desk.")
    bo.keyboard.type(ANOTHER)
    conflict = bo.locator(".desk-review__conflict")
    expect(conflict).to_contain_text("No tickets are sold at the desk.")
    expect(conflict).to_contain_text("editor changed this paragraph")
    picture(bo, "review-conflict")
    bo.get_by_role("button", name="Take mine").click()
    expect(conflict).to_have_count(0)
    expect(written(bo)).to_have_text(ANOTHER)
    expect(written(ada)).to_have_text(ANOTHER)  # her window follows by itself
    for one in (ada, bo):
        one.context.close()


@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 390), ("light", 1366), ("dark", 1366)])
def test_axe_finds_nothing_on_the_screen(chromium: Browser, served, held, scheme: str, width: int, picture):
    name = f"ferry-{scheme}-{width}"
    size = {"width": width, "height": 768 if width > 500 else 844}
    page = at_desk(chromium, served, color_scheme=scheme, viewport=size)
    page.goto(f"/admin/desk/review/{held(name)}/?difference")
    page.locator(".desk-review__paragraph").first.wait_for()
    page.wait_for_load_state("networkidle")
    if (scheme, width) == ("light", 390):
        picture(page, "review-phone")
    violations = Axe().run(page, ".desk-review").response["violations"]
    assert [(row["id"], row["nodes"][0]["html"][:160]) for row in violations] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.context.close()


def test_without_scripts_everything_is_there(chromium: Browser, served, held):
    page = at_desk(chromium, served, java_script_enabled=False)
    page.goto(f"/admin/desk/review/{held('ferry-plain')}/")
    page.get_by_role("button", name="the number").click()
    page.get_by_role("button", name="Approve all").click()
    assert "7 of 7 approved" in page.content()
    assert ",250 passengers" in page.content()
    page.context.close()
