"""Where the feeds of a page are; what stands in them is the channels' work."""

from django.conf import settings
from wagtail.models import Page

from lingotype.delivery.metadata import Feed, absolute

RSS_NAME, JSON_NAME = "feed.xml", "feed.json"
"""The last part of a feed's address, below the page that it belongs to."""


def feeds_of(page: Page) -> list[Feed]:
    """The RSS and the JSON Feed of a front page, a section or an edition."""
    title = settings.LINGOTYPE.site_name if page.depth == 2 else f"{settings.LINGOTYPE.site_name}: {page.title}"
    url = absolute(page.url or "")
    return [
        Feed(title, f"{url}{RSS_NAME}", "application/rss+xml"),
        Feed(title, f"{url}{JSON_NAME}", "application/feed+json"),
    ]
