"""`/sitemap.xml` and a map for each language, with the other languages of every page.

Rules: the sitemaps.org protocol 0.9; hreflang in maps as Google reads it. A file holds far less than the 50,000
addresses that the protocol allows, because each one names all its versions and a file may not exceed 50 MB.
"""

from math import ceil
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import SitemapIndexItem, x_robots_tag
from django.core.paginator import EmptyPage
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import conditional_page, require_safe

from lingotype.delivery.addresses import Address, Addresses, public_addresses
from lingotype.delivery.metadata import absolute, alternates_of

LIMIT = 10_000
"""Addresses in one file."""


class LanguageSitemap(Sitemap):  # type: ignore[type-arg]
    """The pages of one language."""

    def __init__(self, addresses: Addresses, limit: int) -> None:
        self.addresses = addresses
        self.limit = limit

    def items(self) -> Any:
        """Read part by part, as the pages of the map need them."""
        return self.addresses

    def location(self, item: Address) -> str:
        """The path of the page."""
        return item.path

    def lastmod(self, item: Address) -> Any:
        """When the page last changed, as far as that is known."""
        return item.changed

    def get_protocol(self, protocol: str | None = None) -> str:
        """By the settings, not by the request: any host may stand in front."""
        return urlsplit(settings.LINGOTYPE.site_url).scheme

    def get_domain(self, site: Any = None) -> str:
        """By the settings, as the protocol."""
        return str(settings.LINGOTYPE.site_url).partition("://")[2]

    def _urls(self, page: int | str, protocol: str, domain: str) -> list[dict[str, Any]]:
        urls = super()._urls(page, protocol, domain)  # type: ignore[misc]
        for url in urls:
            versions = url["item"].versions
            alternates = alternates_of(versions.paths, versions.original)
            url["alternates"] = [{"location": other.href, "lang_code": other.hreflang} for other in alternates]
        return list(urls)


@conditional_page
@require_safe
@x_robots_tag
def index(request: HttpRequest, limit: int = LIMIT) -> HttpResponse:
    """The list of all maps."""
    entries = [
        SitemapIndexItem(absolute(path), addresses.changed)  # type: ignore[arg-type]
        for addresses in public_addresses().values()
        for path in _files(addresses, limit)
    ]
    return render(request, "sitemap_index.xml", {"sitemaps": entries}, content_type="application/xml")


@conditional_page
@require_safe
@x_robots_tag
def sitemap(request: HttpRequest, lang: str, page: int = 1, limit: int = LIMIT) -> HttpResponse:
    """One file of one language's map."""
    addresses = public_addresses().get(lang)
    if addresses is None:
        raise Http404
    try:
        urls = LanguageSitemap(addresses, limit).get_urls(page)
    except EmptyPage as error:
        raise Http404 from error
    return render(request, "sitemap.xml", {"urlset": urls}, content_type="application/xml")


def sitemap_addresses(limit: int = LIMIT) -> list[str]:
    """The path of the index and of every file that it names."""
    return [reverse("sitemap_index"), *(path for found in public_addresses().values() for path in _files(found, limit))]


def _files(addresses: Addresses, limit: int) -> list[str]:
    first = reverse("sitemap", args=[addresses.code])
    return [first, *(reverse("sitemap", args=[addresses.code, n]) for n in range(2, ceil(len(addresses) / limit) + 1))]
