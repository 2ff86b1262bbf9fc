"""Public pages in Chromium: nothing breaks the Content-Security-Policy, nothing is asked of anybody else."""

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from lingotype.delivery.headers import PUBLIC_HEADERS

PAGES = (
    "/ru/", "/he/", "/en/", "/ru/city/", "/he/culture/", "/ru/tag/gorodskoy-sovet/", "/ru/people/vera-sokolnik/",
    "/ru/old-harbor/", "/ru/city/sovet-ogranichil-rost-arendy/", "/he/culture/mikhtavim-shelo-higiu/",
    "/en/culture/letters-that-never-arrived/", "/en/culture/letters-that-never-arrived/side-by-side/",
    "/ru/search/?q=аренда", "/he/search/?q=מכתבים", "/ru/?page=2", "/ru/nothing-here/", "/he/nothing-here/",
)  # fmt: skip
_REMEMBER = """
window.violations = [];
addEventListener("securitypolicyviolation", event => violations.push(
    `${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`));
"""


@pytest.fixture
def context(chromium: Browser, served):
    made = chromium.new_context(base_url=served.address, viewport={"width": 1280, "height": 900})
    made.add_init_script(_REMEMBER)
    yield made
    made.close()


def watched(page: Page) -> list[str]:
    """What the browser complains about; a page that is not there is none of that."""
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return complaints


@pytest.mark.parametrize("path", PAGES)
def test_a_page_keeps_to_its_policy_and_to_this_site(context: BrowserContext, served, path: str):
    page = context.new_page()
    complaints, asked = watched(page), []
    page.on("request", lambda request: asked.append(request.url))
    answer = page.goto(path, wait_until="networkidle")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("violations") == []
    assert [said for said in complaints if "404 (Not Found)" not in said] == []
    assert [url for url in asked if not url.startswith(f"{served.address}/")] == []
    assert {name: answer.headers.get(name.lower()) for name, _ in PUBLIC_HEADERS} == dict(PUBLIC_HEADERS)
    assert page.evaluate("getComputedStyle(document.querySelector('main')).display") != "inline"
    assert page.evaluate("[...document.fonts].some(face => face.status == 'loaded')")


@pytest.mark.parametrize(("path", "queries"), [("/ru/", "0"), ("/ru/?page=2", r"[1-9]\d*")])
def test_the_store_and_django_send_the_same(context: BrowserContext, path: str, queries: str):
    answer = context.request.get(path)
    assert re.match(f'db;desc="{queries} queries"', answer.headers["server-timing"])
    assert {name: answer.headers.get(name.lower()) for name, _ in PUBLIC_HEADERS} == dict(PUBLIC_HEADERS)


@pytest.mark.parametrize(
    "markup",
    [
        "<script>window.ran = 1</script>", "<script src='https://elsewhere.example/x.js'></script>",
        "<img src='/nothing' onerror='window.ran = 1'>", "<iframe src='https://elsewhere.example/'></iframe>",
        "<p style='color: red'>", "<link rel=stylesheet href='https://elsewhere.example/x.css'>",
        "<img src='https://elsewhere.example/x.png'>",
    ],
)  # fmt: skip
def test_what_might_slip_into_a_page_is_refused(context: BrowserContext, served, markup: str):
    """The policy itself, on a page that somebody has written into."""
    page, reached = context.new_page(), []
    page.on("requestfinished", lambda request: reached.append(request.url))

    def written_into(route):
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("</main>", f"{markup}</main>"))

    page.route("**/ru/", written_into)
    page.goto("/ru/", wait_until="networkidle")
    assert page.evaluate("violations.length") > 0
    assert page.evaluate("window.ran") is None
    assert [url for url in reached if "elsewhere" in url] == []


def test_the_desk_works_under_its_own_policy_and_shows_drafts(editor: Page, served):
    ((pk,),) = served.newsroom.rows(
        "SELECT p.id FROM wagtailcore_page p JOIN newsroom_articlepage a ON a.page_ptr_id = p.id "
        "WHERE p.slug = 'sovet-ogranichil-rost-arendy'"
    )
    editor.add_init_script(_REMEMBER)
    complaints = watched(editor)
    policy = editor.goto(f"/admin/pages/{pk}/edit/").headers["content-security-policy"]
    assert "default-src 'self'" in policy
    editor.get_by_role("button", name="Toggle preview").click()
    draft = editor.frame_locator("iframe.w-preview__iframe:not(.w-preview__proxy)")
    expect(draft.locator("h1")).to_contain_text("Совет ограничил рост аренды")
    assert draft.locator("main").evaluate("element => getComputedStyle(element).display") != "inline"
    assert editor.evaluate("violations") == []
    assert [said for said in complaints if "Content Security Policy" in said] == []
