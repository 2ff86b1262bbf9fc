"""Every address of the channels at this moment, for a copy of the site."""

from datetime import datetime

from django.urls import reverse

from lingotype.channels.feeds import feed_addresses
from lingotype.channels.news_sitemap import news_addresses
from lingotype.channels.sitemaps import sitemap_addresses


def channel_addresses(now: datetime) -> list[str]:
    """Feeds, maps and robots.txt, as paths."""
    return [reverse("robots"), *sitemap_addresses(), *news_addresses(now), *feed_addresses()]
