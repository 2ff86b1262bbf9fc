"""`/robots.txt` (RFC 9309, Sitemap lines as sitemaps.org has them): where the maps are, and what is not to be read."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import conditional_page, require_safe

from lingotype.delivery.context import address
from lingotype.delivery.metadata import absolute
from lingotype.delivery.reporting.addresses import REPORT


@conditional_page
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything may be read but the editor, the search, and the forms for readers' reports."""
    closed = [reverse("wagtailadmin_home"), *(address("search", code) for code in settings.LINGOTYPE.languages)]
    closed.append(f"/*/{REPORT}/")
    maps = [absolute(reverse(name)) for name in ("sitemap_index", "news_sitemap")]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in closed), "", *(f"Sitemap: {url}" for url in maps)]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
