"""An article's text as feed readers get it: plain HTML, clean, every address absolute."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urljoin

import nh3
from django.template.loader import render_to_string

from lingotype.channels.references import References, raw_blocks
from lingotype.channels.text import xml_text
from lingotype.delivery.metadata import absolute
from lingotype.language.facts import language
from lingotype.newsroom.models import ArticlePage
from lingotype.newsroom.rich_text import reader_html

_TAGS = {
    "a", "b", "blockquote", "br", "cite", "div", "em", "figcaption", "figure", "h2", "h3", "i", "img", "li", "ol", "p",
    "q", "strong", "time", "ul",
}  # fmt: skip
_ATTRIBUTES = {
    "a": {"href", "hreflang"},
    "blockquote": {"cite"},
    "div": {"lang", "dir"},
    "img": {"src", "alt", "width", "height"},
    "q": {"cite", "data-verbatim", "lang"},
    "time": {"datetime"},
}
_ADDRESSES = {"href", "src", "cite"}
_SCHEMES = {"http", "https", "mailto", "tel"}


def content(article: ArticlePage, found: References, notice: str, original: Mapping[str, str] | None) -> str:
    """The whole article. Asks the database nothing: `found` has to hold what the body refers to.

    `notice` says how a translation was made; `original` has the `url` and the `lang` of what it was made from.
    """
    sources = [block.value for block in article.sources]
    context = {
        "lang": language(article.lang),
        "notice": notice,
        "original": original,
        "corrections": [block.value for block in article.corrections],
        "lead": found.photo(
            article.lead_image, article.lead_image_alt, article.lead_image_caption, article.lead_image_credit
        ),
        "blocks": list(_blocks(article, found, {source["id"]: source for source in sources})),
        "sources": sources,
    }
    return clean(render_to_string("feeds/story.html", context).strip(), absolute(article.url or ""))


def clean(html: str, base: str) -> str:
    """Only the tags and attributes that readers need; addresses made absolute from `base`."""

    def attribute(tag: str, name: str, value: str) -> str | None:
        if name not in _ADDRESSES:
            return value
        try:
            return urljoin(base, value.strip())
        except ValueError:
            return None

    return nh3.clean(
        xml_text(html),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=attribute,
        url_schemes=_SCHEMES,
        link_rel=None,
    )


def _blocks(article: ArticlePage, found: References, sources: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The body for the template. Pull quotes only repeat the article's words; a feed goes without them."""
    addresses = {name: source["url"] for name, source in sources.items()}

    def rich(html: str) -> str:
        return reader_html(found.with_links(html), article.lang, addresses)

    for kind, value in raw_blocks(article):
        if kind == "paragraph":
            yield {"type": kind, "html": rich(value)}
        elif kind == "quotation":
            source = sources.get(value.get("source", ""), {"url": "", "publication": ""})
            yield {
                "type": kind, "html": rich(value.get("text", "")), "speaker": value.get("speaker", ""),
                "url": source["url"], "publication": source["publication"],
            }  # fmt: skip
        elif kind == "image" and (picture := found.pictures.get(value.get("image"))):
            facts = (value.get("alt", ""), value.get("caption", ""), value.get("credit", ""))
            if photo := found.photo(picture, *facts):
                yield {"type": kind, "photo": photo}
        elif kind == "on_the_subject" and (page := found.pages.get(value.get("article"))):
            yield {"type": kind, "url": page.url, "title": page.name}
        elif kind in ("heading", "embed"):
            yield {"type": kind, **value}
