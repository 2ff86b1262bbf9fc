"""What a page leads to on its own site."""

import pytest

from lingotype.delivery.links import links_in, own_path
from lingotype.delivery.site_copy import place
from lingotype.delivery.static_copy import further_page, served_at

SITE = "http://127.0.0.1:8000"


@pytest.mark.parametrize(
    ("value", "path"),
    [
        ("/ru/world/", "/ru/world/"),
        ("/ru/world/?q=1#part", "/ru/world/"),
        (f"{SITE}/ru/feed.xml", "/ru/feed.xml"),
        ("#part", "/ru/city/port/"),
        ("side-by-side/", "/ru/city/port/side-by-side/"),
        ("../", "/ru/city/"),
        (" /ru/ ", "/ru/"),
        ("https://nyp.example.org/ru/", None),
        ("//nyp.example.org/ru/", None),
        ("https://127.0.0.1:8000/ru/", None),
        ("mailto:desk@courier.example", None),
        ("http://[half", None),
    ],
)
def test_an_address_on_a_page(value, path):
    assert own_path(value, "/ru/city/port/") == path


def test_links_pictures_and_forms_of_a_page_are_found_once():
    html = f"""<link rel="canonical" href="{SITE}/ru/"><meta property="og:image" content="{SITE}/media/a.jpg">
    <a href="/ru/city/">а</a><a href="/ru/city/">б</a><form action="/ru/search/"></form>
    <img src="/media/b.webp" srcset="/media/b.webp 480w, /media/c.webp 960w"><meta name="description" content="/no/">"""
    found = list(links_in(html, "/ru/"))
    assert found == ["/ru/", "/media/a.jpg", "/ru/city/", "/ru/search/", "/media/b.webp", "/media/c.webp"]


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("/", "index.html"),
        ("/ru/", "ru/index.html"),
        ("/ru/feed.xml", "ru/feed.xml"),
        ("/ru/old", "ru/old/index.html"),
        ("/ru/%D0%BF/", "ru/п/index.html"),
        ("/ru/page-2.html", "ru/page-2.html"),
    ],
)
def test_every_path_has_its_place_among_files(path, file):
    assert str(place(path)) == file


@pytest.mark.parametrize(
    "path", ["/../etc/", "/ru/%2e%2e/x.html", "/ru//x/", "/ru/./x/", "/ru/%00/", f"/ru/{'x' * 256}/"]
)
def test_no_path_leads_out_of_the_folder(path):
    with pytest.raises(ValueError, match="/"):
        place(path)


@pytest.mark.parametrize(("here", "number", "at"), [("/ru/", 1, "/ru/"), ("/ru/city/", 2, "/ru/city/page-2.html")])
def test_a_further_page_is_a_file_that_leads_back_to_what_is_served(here, number, at):
    assert further_page(here, number) == at
    assert served_at(at) == (here if number == 1 else f"{here}?page={number}")
