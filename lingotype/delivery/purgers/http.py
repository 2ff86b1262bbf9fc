"""One call to what keeps our pages: bounded in time and size, with every way to fail told in one line."""

import json
import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import httpx

from lingotype.delivery.purgers.base import PurgeError
from lingotype.retry_after import seconds_of

CONNECT_SECONDS = 3.0
CALL_SECONDS = 10.0
"""The longest that a call takes, an answer that drips included."""
_MOST_BYTES = 100_000
_REFUSED = (401, 403)


def call(
    method: str,
    url: str,
    *,
    headers: Mapping[str, str],
    body: object = None,
    refused: str,
    seconds: float = CALL_SECONDS,
) -> Any:
    """What it answers, as JSON; None where that is none. `refused` says what to do about 401 and 403.

    Raises `PurgeError` for every answer but 2xx and for none. The secret stands in no message.
    """
    host = urlsplit(url).netloc
    try:
        status, wait, content = _answer(method, url, headers, body, seconds)
    except httpx.TimeoutException:
        raise PurgeError(f"no answer from {host} within {seconds:g} s") from None
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
        raise PurgeError(f"no connection with {host}: {error}") from None
    if status in _REFUSED:
        raise PurgeError(f"{host} refused the purge ({status}): {refused}")
    if not 200 <= status < 300:
        raise PurgeError(f"{host} answered {status}", seconds_of(wait))
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None


def _answer(
    method: str, url: str, headers: Mapping[str, str], body: object, seconds: float
) -> tuple[int, str | None, bytes]:
    deadline = time.monotonic() + seconds
    timeout = httpx.Timeout(seconds, connect=min(seconds, CONNECT_SECONDS))
    with (
        httpx.Client(timeout=timeout, follow_redirects=False) as client,
        client.stream(method, url, headers=headers, json=body) as response,
    ):
        content = bytearray()
        for chunk in response.iter_bytes():
            content += chunk
            if time.monotonic() > deadline:  # httpx limits each wait, not their sum
                raise httpx.ReadTimeout("the answer came too slowly")
            if len(content) > _MOST_BYTES:
                break
        return response.status_code, response.headers.get("Retry-After"), bytes(content)
