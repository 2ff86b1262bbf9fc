"""What Django answers itself bears no key, so no purge would reach it: nothing in front of us may keep it."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from lingotype.delivery.purgers import installed


class NotKept:
    """Middleware that says so to the newsroom's purger; without one it says nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, with the purger's own header."""
        response = self._get_response(request)
        if (purger := installed.purger()) is not None:
            name, value = purger.not_kept
            response[name] = value
        return response
