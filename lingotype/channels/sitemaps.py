"""`/sitemap.xml` and a map for each language, with the other languages of every page.

Rules: the sitemaps.org protocol 0.9; hreflang in maps as Google reads it. A file holds far less than the 50,000
addresses that the protocol allows, because each one names all its versions and a file may not exceed 50 MB; and an
article stands in the same file for ever, so that another one touches no file but its own.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import SitemapIndexItem, x_robots_tag
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import conditional_page, require_safe

from lingotype.delivery import reads
from lingotype.delivery.addresses import PART, Address, Addresses, articles_of_part, public_addresses
from lingotype.delivery.fragments import fragment
from lingotype.delivery.metadata import absolute, alternates_of

_MOST_PARTS = 1_000_000
"""Far more than there can be: a number in an address may be any."""


class LanguageSitemap(Sitemap):  # type: ignore[type-arg]  # generic in the stubs only
    """Some pages of one language."""

    def __init__(self, addresses: Sequence[Address]) -> None:
        self.addresses = addresses

    def items(self) -> Any:
        """The pages."""
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
        urls = super()._urls(page, protocol, domain)  # type: ignore[misc]  # the stubs leave it out
        for url in urls:
            versions = url["item"].versions
            alternates = alternates_of(versions.paths, versions.original)
            url["alternates"] = [{"location": other.href, "lang_code": other.hreflang} for other in alternates]
        return list(urls)


@conditional_page
@require_safe
@x_robots_tag
def index(request: HttpRequest, size: int = PART) -> HttpResponse:
    """The list of all maps."""
    reads.note(reads.MAPS)
    entries = [
        SitemapIndexItem(absolute(path), changed)  # type: ignore[arg-type]  # None is left out of the map
        for addresses in _all(size).values()
        for path, changed in _files(addresses).items()
    ]
    return render(request, "sitemap_index.xml", {"sitemaps": entries}, content_type="application/xml")


@conditional_page
@require_safe
@x_robots_tag
def sitemap(request: HttpRequest, lang: str, page: int = 0, size: int = PART) -> HttpResponse:
    """One file of one language's map: its lists and static pages, or from 1 on a part of its articles."""
    if page:
        reads.note(reads.map_key(lang, page - 1))
        found: Sequence[Address] = articles_of_part(lang, page - 1, size) if page <= _MOST_PARTS else ()
    else:
        reads.note(reads.MAPS)
        of_language = _all(size).get(lang)
        found = of_language.places if of_language is not None else ()
    if not found:
        raise Http404
    urls = LanguageSitemap(found).get_urls()
    return render(request, "sitemap.xml", {"urlset": urls}, content_type="application/xml")


def _all(size: int) -> Mapping[str, Addresses]:
    """What the index and the first file of each language are made of, worked out once for all of them."""

    def made() -> Mapping[str, Addresses]:
        reads.note(reads.MAPS)
        return public_addresses(size)

    return fragment(("addresses", size), made)


def sitemap_addresses(size: int = PART) -> list[str]:
    """The path of the index and of every file that it names."""
    return [reverse("sitemap_index"), *(path for found in public_addresses(size).values() for path in _files(found))]


def _files(addresses: Addresses) -> dict[str, datetime | None]:
    parts = {reverse("sitemap", args=[addresses.code, number + 1]): at for number, at in addresses.parts.items()}
    return {reverse("sitemap", args=[addresses.code]): addresses.changed, **parts}
