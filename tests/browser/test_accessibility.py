"""axe finds nothing on any public page, in a left-to-right and a right-to-left language, light and dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

PAGES = {
    "front": ("/ru/", "/he/"),
    "section": ("/ru/city/", "/he/culture/"),
    "edition": ("/ru/old-harbor/", "/he/old-harbor/"),
    "tag": ("/ru/tag/gorodskoy-sovet/", None),
    "person": ("/ru/people/vera-sokolnik/", None),
    "article": ("/ru/city/sovet-ogranichil-rost-arendy/", "/he/culture/mikhtavim-shelo-higiu/"),
    "translation": ("/uk/city/", None),
    "people's translation": ("/en/culture/letters-that-never-arrived/", None),
    "side by side": ("/en/culture/letters-that-never-arrived/side-by-side/", None),
    "search": ("/ru/search/?q=аренда", "/he/search/?q=מכתבים"),
    "not found": ("/ru/nothing-here/", "/he/nothing-here/"),
}
ADDRESSES = sorted({path for paths in PAGES.values() for path in paths if path})


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(chromium: Browser, served, scheme: str):
    context = chromium.new_context(base_url=served.address, color_scheme=scheme, viewport={"width": 390, "height": 844})
    page = context.new_page()
    found = {}
    for path in ADDRESSES:
        assert page.goto(path).status == (404 if "nothing" in path else 200), path
        violations = Axe().run(page).response["violations"]
        if violations:
            found[path] = [(row["id"], row["nodes"][0]["html"][:120]) for row in violations]
    context.close()
    assert found == {}
