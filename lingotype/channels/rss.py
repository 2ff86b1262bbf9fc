"""RSS 2.0 with the modules that feed readers know: Dublin Core, content, Media RSS, Atom's link and date.

Sources: the RSS 2.0 specification and best-practices profile of the RSS Advisory Board, the Media RSS specification.
"""

import mimetypes
from datetime import UTC, datetime
from functools import partial
from io import StringIO
from typing import Any
from xml.sax.saxutils import escape

from django.utils.feedgenerator import Rss201rev2Feed, rfc3339_date
from django.utils.xmlutils import SimplerXMLGenerator

from lingotype.channels.stories import FeedStory
from lingotype.channels.text import xml_text
from lingotype.delivery.fragments import fragment
from lingotype.delivery.metadata import absolute
from lingotype.delivery.teasers import Photo

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_NAMESPACES = {
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:media": "http://search.yahoo.com/mrss/",
}


class NewsroomRss(Rss201rev2Feed):
    """Writes stories as RSS."""

    def rss_attributes(self) -> dict[str, str]:
        """Names for the modules, once for the whole document."""
        return {**super().rss_attributes(), **_NAMESPACES}

    def latest_post_date(self) -> datetime:
        """When the newest item changed. An empty feed has not changed since ever, so that its bytes stay the same."""
        return super().latest_post_date() if self.items else _NEVER

    def write_items(self, handler: Any) -> None:
        """Each item as it was written for another feed, where a worker has kept it."""
        for item in self.items:
            # The one way to hand the generator what is XML already.
            handler.ignorableWhitespace(fragment(("rss", item["story"]), partial(self._written, item)))

    def _written(self, item: dict[str, Any]) -> str:
        """The item as XML."""
        text = StringIO()
        handler: Any = SimplerXMLGenerator(text, "utf-8", short_empty_elements=True)
        handler.startElement("item", self.item_attributes(item))
        self.add_item_elements(handler, item)
        handler.endElement("item")
        return text.getvalue()

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        """Django's elements, then the modules'."""
        super().add_item_elements(handler, item)
        story: FeedStory = item["story"]
        for author in story.authors:
            handler.addQuickElement("dc:creator", author.name)
        if story.original_url:
            handler.addQuickElement("dc:source", story.original_url)
        if story.updated_at:
            handler.addQuickElement("atom:updated", rfc3339_date(story.updated_at))
        if story.photo:
            _write_photo(handler, story.photo)
        handler.addQuickElement("content:encoded", story.html)


def summary(story: FeedStory) -> str:
    """An item's description. Readers take it for HTML, so its text is escaped; a translation says there what it is."""
    return escape("\n\n".join(text for text in (story.dek, story.notice) if text))


def _write_photo(handler: Any, photo: Photo) -> None:
    kind = mimetypes.guess_type(photo.src)[0] or "image/jpeg"
    size = {"width": str(photo.width), "height": str(photo.height)}
    handler.startElement("media:content", {"url": absolute(photo.src), "medium": "image", "type": kind, **size})
    if photo.alt:
        handler.addQuickElement("media:description", xml_text(photo.alt))
    if photo.credit:
        handler.addQuickElement("media:credit", xml_text(photo.credit))
    handler.endElement("media:content")
