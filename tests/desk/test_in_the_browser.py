"""Quotations in the editor, in a real browser: kept, shown, added, changed, removed."""

import os
import re
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import expect, sync_playwright

from lingotype.newsroom.models import ArticlePage
from tests.desk.conftest import RUSSIAN

CHROMIUM = Path("/usr/bin/chromium")
ORIGINAL = 'We are not "done"\n& it\'s <late> — 💬'
QUOTATION = (
    '<a linktype="quotation" source="post" speaker="Ada Quinn" '
    'original="We are not &quot;done&quot;\n&amp; it&#x27;s &lt;late&gt; — 💬" lang="en">«Мы не закончили»</a>'
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not CHROMIUM.exists() and os.environ.get("CI") != "true", reason="Debian's chromium is not installed"
    ),
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("database_as_it_was"),
]


@pytest.fixture
def article(publish):
    """An article with a quotation as a file brings it: marks, lines, signs that HTML must escape."""
    page = publish(RUSSIAN).page
    field = page._meta.get_field("body")
    first, second = page.body.raw_data[0], page.body.raw_data[1]
    words = f'<p data-block-key="k1">💬 Мэр сказала: {QUOTATION}.</p>'
    page.body = field.to_python([dict(first), {**second, "value": words}])
    page.save_revision(clean=False).publish()
    return ArticlePage.objects.get(pk=page.pk)


@contextmanager
def editing(live_server, client, page):
    """The article's editor as the signed-in editor's browser shows it. No database in this block, but the server's."""
    cookie = {"name": settings.SESSION_COOKIE_NAME, "value": client.cookies[settings.SESSION_COOKIE_NAME].value}
    address = live_server.url + reverse("wagtailadmin_pages:edit", args=[page.pk])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        context = browser.new_context(viewport={"width": 1400, "height": 1000})
        context.add_cookies([{**cookie, "url": live_server.url}])
        tab, errors = context.new_page(), []
        tab.on("pageerror", lambda error: errors.append(str(error)))
        tab.goto(address)
        tab.locator("[data-contentpath=body] .public-DraftEditor-content").nth(1).wait_for()
        yield tab
        browser.close()
    assert errors == []


def paragraph(tab, number):
    return tab.locator("[data-contentpath=body] .public-DraftEditor-content").nth(number)


def press_publish(tab, number, *, once):
    """Publish, once Draftail has handed over what was done: the form holds `once` in that paragraph a moment later."""
    held = tab.locator(f"input[name=body-{number}-value]")
    expect(held).to_have_value(re.compile(once))
    tab.locator("footer [data-w-dropdown-target=toggle]").click()
    tab.locator("button[name=action-publish]").click()
    tab.locator(".messages .success").wait_for()


def select_word(tab, number, length):
    paragraph(tab, number).click()
    tab.keyboard.press("Control+Home")
    for _ in range(length):
        tab.keyboard.press("Shift+ArrowRight")


def body(page):
    return [block["value"] for block in ArticlePage.objects.get(pk=page.pk).body.raw_data]


def test_a_change_elsewhere_leaves_a_quotation_to_the_character(live_server, desk, article):
    assert QUOTATION in body(article)[1]
    with editing(live_server, desk, article) as tab:
        paragraph(tab, 0).click()
        tab.keyboard.press("Control+Home")
        tab.keyboard.type("Вчера. ")
        press_publish(tab, 0, once="Вчера")
    first, second = body(article)
    assert "Вчера. Мост открыли" in first
    assert second == f'<p data-block-key="k1">💬 Мэр сказала: {QUOTATION}.</p>'


def test_a_change_in_its_own_paragraph_leaves_it_too(live_server, desk, article):
    with editing(live_server, desk, article) as tab:
        paragraph(tab, 1).click()
        tab.keyboard.press("Control+Home")
        tab.keyboard.type("Итак: 💬 ")
        press_publish(tab, 1, once="Итак: 💬 ")
    assert body(article)[1] == f'<p data-block-key="k1">Итак: 💬 💬 Мэр сказала: {QUOTATION}.</p>'


def test_the_mark_shows_its_data_and_can_be_removed(live_server, desk, article):
    with editing(live_server, desk, article) as tab:
        mark = tab.locator(".desk-quotation")
        assert "Original wording: " + ORIGINAL in mark.get_attribute("title")
        mark.click()
        facts = tab.locator(".desk-quotation__facts")
        assert facts.locator("dd").all_inner_texts() == ["post", "Ada Quinn", ORIGINAL, "en"]
        tab.get_by_role("button", name="Remove").click()
        assert tab.locator(".desk-quotation").count() == 0
        press_publish(tab, 1, once=r'"entityMap":\{\}')
    assert body(article)[1] == '<p data-block-key="k1">💬 Мэр сказала: «Мы не закончили».</p>'


def test_words_are_marked_with_the_button(live_server, desk, article):
    with editing(live_server, desk, article) as tab:
        select_word(tab, 0, len("Мост"))
        tab.get_by_role("button", name="Quotation").locator("visible=true").first.click()
        dialog = tab.locator(".modal-body")
        dialog.get_by_label("Source").select_option("post")
        dialog.get_by_label("Speaker").fill("Ada Quinn")
        dialog.get_by_label("Original wording").fill('The "bridge"\n& all')
        dialog.get_by_role("button", name="Mark as quotation").click()
        dialog.get_by_text("Say which language").wait_for()
        dialog.get_by_label("Language of the original").select_option("en")
        dialog.get_by_role("button", name="Mark as quotation").click()
        dialog.wait_for(state="detached")
        press_publish(tab, 0, once="bridge")
    assert (
        '<a linktype="quotation" source="post" speaker="Ada Quinn" '
        'original="The &quot;bridge&quot;\n&amp; all" lang="en">Мост</a> открыли' in body(article)[0]
    )


def test_what_a_quotation_says_can_be_changed(live_server, desk, article):
    with editing(live_server, desk, article) as tab:
        tab.locator(".desk-quotation").click()
        tab.get_by_role("button", name="Edit", exact=True).locator("visible=true").last.click()
        dialog = tab.locator(".modal-body")
        assert dialog.get_by_label("Original wording").input_value() == ORIGINAL
        dialog.get_by_label("Speaker").fill("The mayor")
        dialog.get_by_role("button", name="Mark as quotation").click()
        dialog.wait_for(state="detached")
        press_publish(tab, 1, once="The mayor")
    changed = QUOTATION.replace("Ada Quinn", "The mayor")
    assert body(article)[1] == f'<p data-block-key="k1">💬 Мэр сказала: {changed}.</p>'


def test_with_nothing_selected_the_dialog_says_what_to_do(live_server, desk, article):
    with editing(live_server, desk, article) as tab:
        paragraph(tab, 0).click()
        tab.keyboard.type("/quot")
        tab.get_by_role("option", name="Quotation").first.click()
        tab.get_by_text("Select the words of the quotation first").wait_for()
