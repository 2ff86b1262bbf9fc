"""A person chooses what they hear of; translations are held from within the article's editor, which loses nothing."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Served
from tests.browser.windows import at_desk

ARTICLE = """---
title: Паром через реку
lang: ru
slug: parom-cherez-reku
section: city
---
Сегодня в городе открыли новый мост.
"""
ORIGINAL = "SELECT id FROM wagtailcore_page WHERE slug = 'parom-cherez-reku' AND url_path LIKE '/ru/%'"
CHOSEN = (
    "SELECT kind, \"when\" FROM desk_noticechoice WHERE kind IN ('failed', 'budget')"
    " AND user_id = (SELECT id FROM auth_user WHERE username = 'eve')"
)
JOB = "SELECT state, for_desk FROM translation_job WHERE article_id = ? AND lang = 'uk'"


@pytest.fixture(scope="module")
def article(served: Served) -> int:
    """The number of an article in every language that an engine makes."""
    served.newsroom.write("ferry.md", ARTICLE)
    done = served.newsroom.run("publish", "ferry.md", "--wait", "300")
    assert done.status in (0, 3), done.err
    ((found,),) = served.newsroom.rows(ORIGINAL)
    return found


@pytest.fixture
def eve(chromium: Browser, served: Served) -> Iterator[Page]:
    """The window of an editor whose account no other test looks at."""
    env = {"DJANGO_SUPERUSER_PASSWORD": served.password}
    words = ("createsuperuser", "--noinput", "--username", "eve", "--email", "eve@courier.example")
    assert served.newsroom.run(*words, **env).status == 0
    page = at_desk(chromium, served, "eve")
    yield page
    page.context.close()


def test_what_one_hears_of_is_chosen_in_ones_account(eve: Page, served, picture):
    eve.goto("/admin/account/")
    for name, value in {"first_name": "Eve", "last_name": "Ng", "email": "eve@courier.example"}.items():
        eve.fill(f"#id_name_email-{name}", value)
    eve.get_by_role("tab", name="Notifications").click()
    panel = eve.locator("#notices-section")
    panel.get_by_label("A translation has failed").select_option(label="At once")
    panel.get_by_label("An engine’s budget is nearly used up").select_option(label="Not by e-mail")
    eve.get_by_role("button", name="Save").click()
    eve.locator(".messages .success").wait_for()
    eve.get_by_role("tab", name="Notifications").click()
    expect(panel.get_by_label("A translation has failed")).to_have_value("now")
    expect(panel.get_by_text("eve@courier.example")).to_be_visible()
    picture(eve, "notices-account", panel)
    assert dict(served.newsroom.rows(CHOSEN)) == {"failed": "now", "budget": "never"}


def test_a_language_is_held_without_leaving_the_editor(editor: Page, served, article: int, picture):
    editor.goto(f"/admin/pages/{article}/edit/")
    editor.fill("#id_dek", "Ещё не записано.")
    row = editor.locator(".desk-languages tr[data-language=uk]")
    picture(editor, "editor-languages", editor.locator("[data-controller=desk-fresh]"))
    row.get_by_role("button", name="Українська: hold").focus()
    editor.keyboard.press("Enter")
    expect(editor.locator(".desk-languages__said")).to_have_text("Українська: Hold: asked for.")
    expect(row).to_have_attribute("data-state", "held")
    expect(row.get_by_role("link", name="Review")).to_be_visible()
    assert editor.evaluate("document.activeElement.closest('tr').dataset.language") == "uk"
    expect(editor.locator("#id_dek")).to_have_value("Ещё не записано.")
    assert served.newsroom.rows(JOB, article) == [("held", 1)]
    publish_on_the_board(editor, article)
    expect(row).to_have_attribute("data-state", "published", timeout=40_000)  # without a reload
    expect(editor.locator("#id_dek")).to_have_value("Ещё не записано.")


def publish_on_the_board(editor: Page, article: int) -> None:
    """As somebody does in another window."""
    token = editor.locator("input[name=csrfmiddlewaretoken]").first.input_value()
    form = {"action": "publish", "cell": f"{article}:uk", "csrfmiddlewaretoken": token}
    answer = editor.request.post("/admin/desk/board/do/", form=form, headers={"Referer": editor.url})
    assert answer.ok


@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 1366)])
def test_axe_finds_nothing(chromium: Browser, served, article: int, scheme: str, width: int):
    page = at_desk(chromium, served, color_scheme=scheme, viewport={"width": width, "height": 768})
    for address, part in {
        "/admin/account/#tab-notifications": "#notices-section",
        f"/admin/pages/{article}/edit/": "[data-controller=desk-fresh]",
    }.items():
        page.goto(address)
        page.locator(part).wait_for()
        violations = Axe().run(page, part).response["violations"]
        assert [(row["id"], row["nodes"][0]["html"][:160]) for row in violations] == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
    page.context.close()
