"""robots.txt: where the maps are, what stays closed."""

from urllib.robotparser import RobotFileParser

SITE = "http://127.0.0.1:8000"


def test_the_maps_are_named_and_editor_and_search_closed(newsroom, client):
    response = client.get("/robots.txt")
    assert (response.status_code, response["Content-Type"]) == (200, "text/plain; charset=utf-8")
    rules = RobotFileParser()
    rules.parse(response.content.decode().splitlines())
    assert rules.site_maps() == [f"{SITE}/sitemap.xml", f"{SITE}/news-sitemap.xml"]
    for url in rules.site_maps():
        assert client.get(url.removeprefix(SITE)).status_code == 200
    for path, is_open in (("/ru/", True), ("/en/search/", False), ("/he/search/?q=x", False), ("/admin/login/", False)):
        assert rules.can_fetch("*", SITE + path) is is_open, path
    assert (
        "Disallow: /*/report/" in response.content.decode().splitlines()
    )  # as RFC 9309 has it, which Python's has not
