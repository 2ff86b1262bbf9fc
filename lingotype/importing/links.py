"""Links inside article files that lead to this site's own articles."""

import re
from html import unescape
from urllib.parse import urlsplit

from django.conf import settings

from lingotype.newsroom.models import ArticlePage

_HREF = re.compile(r'<a href="([^"]*)">')
_ARTICLE_PATH = re.compile(r"^/(?P<lang>[a-z]{2,3})/[\w-]+/(?P<slug>[\w-]+)/?$")


def linked(html: str) -> str:
    """Rich text whose links to articles of this site follow the article, whatever becomes of its address.

    A link to an article that is not there yet stays an address; `resolve_links` looks again.
    """

    def link(match: re.Match[str]) -> str:
        page = article_at(unescape(match[1]))
        return f'<a linktype="page" id="{page.pk}">' if page else match[0]

    return _HREF.sub(link, html)


def article_at(href: str) -> ArticlePage | None:
    """The article at an address of this site, if there is one."""
    path = href.removeprefix(settings.LINGOTYPE.site_url)
    match = _ARTICLE_PATH.match(urlsplit(path).path) if path.startswith("/") else None
    if match is None:
        return None
    return ArticlePage.objects.filter(locale__language_code=match["lang"], slug=match["slug"]).first()


def has_unresolved(html: str) -> bool:
    """Whether the text links to an article of this site by its address only."""
    hrefs = (unescape(href) for href in _HREF.findall(html))
    return any(_ARTICLE_PATH.match(href.removeprefix(settings.LINGOTYPE.site_url)) for href in hrefs)
