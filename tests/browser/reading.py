"""Reading a page that is about to be rendered anew: it is fresh in a moment, and until then it is the earlier one."""

from playwright.sync_api import Page


def read(page: Page, path: str, *words: str) -> None:
    """Open the page, and again until its article has these words."""
    found = ""
    for _ in range(300):
        page.goto(path)
        articles = page.locator("article")
        found = articles.first.inner_text() if articles.count() else ""
        if all(word in found for word in words):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"{path} has not {words}: {found}")
