"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

import json
from typing import Any

from django.conf import settings
from django.utils.feedgenerator import SyndicationFeed

from lingotype.channels.stories import FeedStory
from lingotype.delivery.metadata import absolute

VERSION = "https://jsonfeed.org/version/1.1"


class NewsroomJson(SyndicationFeed):
    """Writes stories as JSON Feed; how a text was made stands under `_lingotype`."""

    content_type = "application/feed+json; charset=utf-8"

    def write(self, outfile: Any, encoding: str) -> None:
        """Write the whole feed as text, whatever the encoding: the answer has it."""
        feed = self.feed
        document = {
            "version": VERSION,
            "title": feed["title"],
            "home_page_url": feed["link"],
            "feed_url": feed["feed_url"],
            "description": feed["description"],
            "language": feed["language"],
            "authors": [{"name": settings.LINGOTYPE.site_name, "url": settings.LINGOTYPE.site_url}],
            "items": [_item(item["story"]) for item in self.items],
        }
        outfile.write(json.dumps(document, ensure_ascii=False))


def _item(story: FeedStory) -> dict[str, Any]:
    facts = {
        "id": story.guid,
        "url": story.url,
        "title": story.title,
        "summary": story.dek,
        "content_html": story.html,
        "image": absolute(story.photo.src) if story.photo else "",
        "date_published": story.published_at.isoformat(),
        "date_modified": story.updated_at.isoformat() if story.updated_at else "",
        "authors": [{"name": author.name, "url": author.url} for author in story.authors],
        "tags": list(story.categories),
        "language": story.lang,
    }
    made = {"made_by": story.made_by, "original_url": story.original_url or None}
    return {**{name: value for name, value in facts.items() if value}, "_lingotype": made}
