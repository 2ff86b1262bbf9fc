"""Languages that the settings no longer name: their pages stay in the database, and no address leads to them."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from wagtail.contrib.redirects.middleware import RedirectMiddleware

from lingotype.language.facts import LANGUAGES


def is_in_removed_language(address: str) -> bool:
    """Whether an address of this site, a path or a full one, lies below a language that the settings do not name."""
    try:
        there, site = urlsplit(address), urlsplit(settings.LINGOTYPE.site_url)
    except ValueError:
        return False
    code = there.path.lstrip("/").partition("/")[0]
    return there.netloc in ("", site.netloc) and code in LANGUAGES and code not in settings.LINGOTYPE.languages


class ReaderLanguage(LocaleMiddleware):
    """Django's own, but the address of a removed language is not looked for below another one."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Send on a reader whose address names no language."""
        if response.status_code == 404 and is_in_removed_language(request.path):
            return response
        return super().process_response(request, response)


class OldAddresses(RedirectMiddleware):
    """Wagtail's own, but no old address leads to a removed language."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Send on a reader who asks for an old address."""
        answer: HttpResponseBase = super().process_response(request, response)
        leads_nowhere = answer is not response and is_in_removed_language(answer["Location"])
        return response if leads_nowhere else answer
