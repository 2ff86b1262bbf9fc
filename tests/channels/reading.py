"""Feeds and maps as their readers take them: asked for over HTTP, judged by their schema, taken apart."""

import json
from pathlib import Path
from typing import Any

import jsonschema
from lxml import etree

SCHEMAS = Path(__file__).parent / "schemas"
NAMES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "media": "http://search.yahoo.com/mrss/",
    "map": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
    "xhtml": "http://www.w3.org/1999/xhtml",
}


class Xml:
    """A document that its schema accepts; `all` and `one` find by XPath."""

    def __init__(self, body: bytes, schema: str) -> None:
        self.root = etree.fromstring(body)
        rules = etree.RelaxNG(etree.parse(SCHEMAS / schema))
        assert rules.validate(self.root), rules.error_log.last_error

    def all(self, path: str) -> list[Any]:
        return self.root.xpath(path, namespaces=NAMES)

    def one(self, path: str) -> Any:
        (found,) = self.all(path)
        return found


def rss(client: Any, url: str) -> Xml:
    response = client.get(url)
    assert (response.status_code, response["Content-Type"]) == (200, "application/rss+xml; charset=utf-8")
    return Xml(response.content, "rss.rng")


def item(feed: Xml, title: str) -> Any:
    """The item of that title; `item.xpath` is asked with the same names."""
    found = feed.one(f"//item[title='{title}']")
    return lambda path: found.xpath(path, namespaces=NAMES)


def json_feed(client: Any, url: str) -> Any:
    response = client.get(url)
    assert (response.status_code, response["Content-Type"]) == (200, "application/feed+json; charset=utf-8")
    feed = json.loads(response.content)
    jsonschema.validate(feed, json.loads((SCHEMAS / "json_feed.json").read_text(encoding="utf-8")))
    return feed


def sitemap(client: Any, url: str) -> Xml:
    response = client.get(url)
    assert (response.status_code, response["Content-Type"]) == (200, "application/xml"), url
    return Xml(response.content, "sitemap.rng")
