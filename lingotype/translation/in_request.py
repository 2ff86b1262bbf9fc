"""No engine works inside a web request: a reader or an editor would wait for it, and the site would fall with it."""

from collections.abc import Callable
from contextvars import ContextVar

from django.http import HttpRequest
from django.http.response import HttpResponseBase

_in_request: ContextVar[bool] = ContextVar("in_request", default=False)


class EngineInRequestError(RuntimeError):
    """Somebody asked an engine while a request was being answered. It is a mistake in the program, not in an engine."""


def is_in_request() -> bool:
    """Whether a request is being answered here."""
    return _in_request.get()


def refuse_in_request(what: str) -> None:
    """Raise `EngineInRequestError` where a request is being answered."""
    if _in_request.get():
        raise EngineInRequestError(f"{what} was asked inside a web request: write down what is wanted, for a worker")


class NoEngines:
    """Middleware, the outermost: whatever answers the request asks no engine."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Mark the time in which the request is answered."""
        token = _in_request.set(True)
        try:
            return self._get_response(request)
        finally:
            _in_request.reset(token)
