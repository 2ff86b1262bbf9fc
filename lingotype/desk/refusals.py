"""A change that the page store refuses, in words at the desk instead of a server error."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from lingotype.delivery.stale import CannotTakeOffError


class Refusals:
    """Middleware: what could not be taken off is still public, and the editor is told so."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Send the editor back with a message; every other failure is somebody else's."""
        if not isinstance(exception, CannotTakeOffError):
            return None
        messages.error(request, _("Nothing has changed: {reason}").format(reason=exception))
        back = request.headers.get("Referer", "")
        is_ours = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
        return redirect(back if is_ours else "wagtailadmin_home")
