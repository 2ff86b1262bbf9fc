"""`feed.xml` and `feed.json` of every front page, section and edition, in the language of the address."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils.translation import get_language
from django.views.decorators.http import conditional_page, require_safe
from wagtail.models import Page

from lingotype.channels.json_feed import NewsroomJson
from lingotype.channels.rss import NewsroomRss, summary
from lingotype.channels.stories import FeedStory, stories
from lingotype.channels.text import xml_text
from lingotype.delivery.feeds import JSON_NAME, RSS_NAME, feeds_of
from lingotype.delivery.metadata import absolute
from lingotype.delivery.page_at import PLACES, public_page
from lingotype.newsroom.models import SectionPage
from lingotype.newsroom.places import below
from lingotype.newsroom.serving import path_of


class PlaceFeed(Feed):  # type: ignore[type-arg]  # generic in the stubs only
    """The newest articles of a place. An address without a place is not found."""

    name = RSS_NAME
    feed_type = NewsroomRss
    item_guid_is_permalink = False

    def get_object(self, request: HttpRequest, *args: Any, slug: str = "", **kwargs: Any) -> Page:
        """The front page of the language, or the section or edition of that slug below it."""
        place = public_page(get_language() or "", f"{slug}/" if slug else "")
        if not isinstance(place, PLACES):
            raise Http404
        return place

    def title(self, place: Page) -> str:
        """As the page itself names its feed."""
        return xml_text(feeds_of(place)[0].title)

    def description(self, place: Page) -> str:
        """The tagline or the introduction; RSS asks for one, so it is the title where editors wrote none."""
        return xml_text(getattr(place, "tagline", "") or getattr(place, "intro", "")) or self.title(place)

    def link(self, place: Page) -> str:
        """The page that the feed belongs to; the front page where that is a section without articles."""
        # Asked anew: a worker keeps the place, and drafts come and go without a word.
        is_empty = isinstance(place, SectionPage) and not Page.objects.filter(below(place)).exists()
        return absolute((place.get_parent() if is_empty else place).url or "")

    def feed_url(self, place: Page) -> str:
        """The feed's own address."""
        return absolute(place.url or "") + self.name

    def items(self, place: Page) -> list[FeedStory]:
        """The newest articles."""
        return stories(place)

    def item_title(self, item: FeedStory) -> str:
        """Plain text: what most readers take titles for."""
        return item.title

    def item_description(self, item: FeedStory) -> str:
        """The dek, and how a translation was made."""
        return summary(item)

    def item_link(self, item: FeedStory) -> str:
        """The article's address."""
        return item.url

    def item_guid(self, item: FeedStory) -> str:
        """What stays when the address changes."""
        return item.guid

    def item_pubdate(self, item: FeedStory) -> datetime:
        """When it was first published."""
        return item.published_at

    def item_updateddate(self, item: FeedStory) -> datetime:
        """When it last changed; for the feed's own date and for conditional requests."""
        return item.changed_at

    def item_categories(self, item: FeedStory) -> list[str]:
        """The section and the tags, as readers of this language call them."""
        return list(item.categories)

    def item_extra_kwargs(self, item: FeedStory) -> dict[str, Any]:
        """The generators take the rest from the story itself."""
        return {"story": item}


class PlaceJsonFeed(PlaceFeed):
    """The same as JSON Feed."""

    name = JSON_NAME
    feed_type = NewsroomJson  # type: ignore[assignment]  # the stubs know XML feeds only


rss = conditional_page(require_safe(PlaceFeed()))
json = conditional_page(require_safe(PlaceJsonFeed()))


def feed_addresses() -> list[str]:
    """The path of every feed."""
    places = _places().order_by("path").values_list("locale__language_code", "url_path")
    return [path_of(code, path) + name for code, path in places for name in (RSS_NAME, JSON_NAME)]


def _places() -> "QuerySet[Page]":
    places: QuerySet[Page] = Page.objects.live().type(*PLACES)
    return places.filter(locale__language_code__in=settings.LINGOTYPE.languages)
