"""The Content-Security-Policy of what Django answers: the readers' everywhere, and a looser one at the desk."""

from collections.abc import Mapping

from csp.middleware import CSPMiddleware, PolicyParts
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

_HEADER = "Content-Security-Policy"

DESK_POLICY: Mapping[str, tuple[str, ...]] = {
    "base-uri": ("'self'",),
    "default-src": ("'self'",),
    "form-action": ("'self'",),
    "frame-ancestors": ("'self'",),
    # Pictures just chosen and not yet uploaded; thumbnails of what a link leads to, which Wagtail shows in the text.
    "img-src": ("'self'", "blob:", "data:", "https:"),
    "object-src": ("'none'",),
    # Wagtail's pages carry scripts and styles in their text, without nonces.
    "script-src": ("'self'", "'unsafe-inline'"),
    "style-src": ("'self'", "'unsafe-inline'"),
}
"""What the desk may use. Still nothing but pictures from elsewhere, and no code made from text."""


class SecurityPolicy(CSPMiddleware):
    """django-csp's, which knows two policies. A draft in the desk's frame has that of a public page.

    Directives are in the order of the alphabet: django-csp's own is another in every process.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Write the header, unless the answer has one already."""
        has_its_own = response.has_header(_HEADER)
        response = super().process_response(request, response)
        if not has_its_own and response.has_header(_HEADER):
            response[_HEADER] = "; ".join(sorted(response[_HEADER].split("; ")))
        return response

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        """The desk's policy below its address."""
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and parts.config is None and request.path_info.startswith(reverse("wagtailadmin_home")):
            parts.config = dict(DESK_POLICY)
        return parts
