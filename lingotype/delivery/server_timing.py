"""Every public answer says what it cost: queries to the database and milliseconds."""

import time
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse


class ServerTiming:
    """Middleware that writes `Server-Timing: db;desc="N queries", total;dur=…`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, counting."""
        queries = 0

        def count(execute: Callable[..., Any], *arguments: Any) -> Any:
            nonlocal queries
            queries += 1
            return execute(*arguments)

        started = time.perf_counter()
        with connection.execute_wrapper(count):
            response = self.get_response(request)
        milliseconds = (time.perf_counter() - started) * 1000
        response["Server-Timing"] = f'db;desc="{queries} queries", total;dur={milliseconds:.1f}'
        return response
