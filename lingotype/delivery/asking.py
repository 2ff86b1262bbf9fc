"""A page of this site, asked for as a reader would: through every middleware, by the site's own address."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.http import HttpResponseBase

Ask = Callable[[str], HttpResponseBase]
"""From a path to what a reader gets there."""


def asking() -> Ask:
    """Somebody who asks."""
    from django.test import RequestFactory  # with all that tests need, which only those wait for who ask

    handler = BaseHandler()
    handler.load_middleware()
    site = urlsplit(settings.LINGOTYPE.site_url)
    is_secure = site.scheme == "https"
    port = str(site.port or (443 if is_secure else 80))
    requests = RequestFactory(SERVER_NAME=site.hostname or "localhost", SERVER_PORT=port)
    return lambda path: handler.get_response(requests.get(path, secure=is_secure))
