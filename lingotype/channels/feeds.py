"""`feed.xml` and `feed.json` of every front page, section and edition, in the language of the address.

Made with Django's generators but without its `Feed` view, which asks for each field of each item by inspection: that
was a third of a feed's time, and every article makes all feeds anew that it stands in.
"""

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import http_date
from django.utils.translation import get_language
from django.views.decorators.http import conditional_page, require_safe
from wagtail.models import Page

from lingotype.channels.json_feed import NewsroomJson
from lingotype.channels.rss import NewsroomRss, summary
from lingotype.channels.stories import stories
from lingotype.channels.text import xml_text
from lingotype.delivery.feeds import JSON_NAME, RSS_NAME, feeds_of
from lingotype.delivery.metadata import absolute
from lingotype.delivery.page_at import PLACES, public_page
from lingotype.newsroom.models import SectionPage
from lingotype.newsroom.places import below
from lingotype.newsroom.serving import path_of


@conditional_page
@require_safe
def rss(request: HttpRequest, slug: str = "") -> HttpResponse:
    """The front page of the language, or the section or edition of that slug below it, as RSS."""
    return _answer(NewsroomRss, RSS_NAME, slug)


@conditional_page
@require_safe
def json(request: HttpRequest, slug: str = "") -> HttpResponse:
    """The same as JSON Feed."""
    return _answer(NewsroomJson, JSON_NAME, slug)


def _answer(kind: type[NewsroomRss | NewsroomJson], name: str, slug: str) -> HttpResponse:
    lang = get_language() or ""
    place = public_page(lang, f"{slug}/" if slug else "")
    if not isinstance(place, PLACES):
        raise Http404
    feed = kind(
        title=_title(place), link=_link(place), description=_description(place), language=lang,
        feed_url=absolute(place.url or "") + name,
    )  # fmt: skip
    for story in stories(place):
        feed.add_item(
            title=story.title, link=story.url, description=summary(story), pubdate=story.published_at,
            updateddate=story.changed_at, unique_id=story.guid, unique_id_is_permalink=False,
            categories=story.categories, story=story,
        )  # fmt: skip
    response = HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)
    response["Last-Modified"] = http_date(feed.latest_post_date().timestamp())
    return response


def _title(place: Page) -> str:
    """As the page itself names its feed."""
    return xml_text(feeds_of(place)[0].title)


def _description(place: Page) -> str:
    """The tagline or the introduction; RSS asks for one, so it is the title where editors wrote none."""
    return xml_text(getattr(place, "tagline", "") or getattr(place, "intro", "")) or _title(place)


def _link(place: Page) -> str:
    """The page that the feed belongs to; the front page where that is a section without articles."""
    # Asked anew: a worker keeps the place, and drafts come and go without a word.
    is_empty = isinstance(place, SectionPage) and not Page.objects.filter(below(place)).exists()
    return absolute((place.get_parent() if is_empty else place).url or "")


def feed_addresses() -> list[str]:
    """The path of every feed."""
    places = _places().order_by("path").values_list("locale__language_code", "url_path")
    return [path_of(code, path) + name for code, path in places for name in (RSS_NAME, JSON_NAME)]


def _places() -> "QuerySet[Page]":
    places: QuerySet[Page] = Page.objects.live().type(*PLACES)
    return places.filter(locale__language_code__in=settings.LINGOTYPE.languages)
