"""Windows of people who are signed in at the desk."""

from typing import Any

from playwright.sync_api import Browser, Page, StorageState

_SIGNED_IN: dict[tuple[str, str], StorageState] = {}


def at_desk(chromium: Browser, served: Any, name: str = "editor", **how: Any) -> Page:
    """A window of its own, signed in under that name; to be closed with `page.context.close()`.

    The form is filled in once by each process of a run: checking a password keeps a processor busy, as it should.
    `how` is what Playwright's `new_context` takes.
    """
    known = _SIGNED_IN.get((served.address, name))
    how = {"viewport": {"width": 1366, "height": 768}, "locale": "en-US", "storage_state": known, **how}
    page = chromium.new_context(base_url=served.address, **how).new_page()
    page.set_default_timeout(30_000)
    if known is None:
        page.goto("/admin/login/")
        page.fill("#id_username", name)
        page.fill("#id_password", served.password)
        page.click("button[type=submit]")
        page.wait_for_url("**/admin/")
        _SIGNED_IN[served.address, name] = page.context.storage_state()
    return page
