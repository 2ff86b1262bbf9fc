"""What every engine behind an HTTP API shares: one call with limits, tried again where that can help."""

import json
import os
import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from ssl import SSLContext, create_default_context
from typing import ClassVar

import httpx

from lingotype.retry_after import seconds_of
from lingotype.translation.engines.addresses import host_of
from lingotype.translation.engines.base import Engine, EngineError
from lingotype.translation.in_request import refuse_in_request
from lingotype.translation.pairs import LanguagePair

CONNECT_SECONDS = 10
DOCTOR_SECONDS = 3
BUSY = frozenset({408, 425, 429, 500, 502, 503, 504, 529})
"""The statuses that say "not now"; every other that is not 2xx says "not so"."""


@cache
def _ssl() -> SSLContext:
    return create_default_context()  # reading the system's certificates takes longer than a local translation


@dataclass(frozen=True, slots=True)
class Answer:
    """A server's answer: status, for how many seconds it wants to be left alone, JSON (`None` where it is none)."""

    status: int
    retry_after: float | None
    json: object
    location: str = ""


class TryAgainError(Exception):
    """This try failed and the next may not; `after` is how many seconds the server wants to be left alone."""

    def __init__(self, message: str, after: float | None = None) -> None:
        super().__init__(message)
        self.after = after


class HttpEngine(Engine):
    """An engine behind an HTTP API that takes and gives JSON. Options: url, api_key_env, timeout_seconds, pairs.

    Calls are tried up to `max_tries` times, waiting longer each time, with jitter, so that many workers do not come
    back at once. A server that names its own pause (Retry-After) is obeyed up to `longest_pause` seconds.
    """

    max_tries: ClassVar[int] = 4
    first_pause: ClassVar[float] = 0.5
    longest_pause: ClassVar[float] = 60
    default_url: ClassVar[str | None] = None
    default_key_env: ClassVar[str]
    advice: ClassVar[Mapping[int, str]] = {}
    """What to do about a status, for people who do not know the service."""
    max_body: ClassVar[int] = 10_000_000
    """The most bytes of one call; a longer one is not sent."""

    def __init__(
        self, name: str, options: Mapping[str, object], *, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        super().__init__(name, options)
        self.url = self.options.text("url", self.default_url).rstrip("/")
        if not self.url.startswith(("http://", "https://")) or not host_of(self.url):
            raise self.options.wrong(f'"url" must be an http:// or https:// address, not {self.url!r}')
        self.key_env = self.options.text("api_key_env", self.default_key_env)
        self.key_is_expected = self.options.has("api_key_env")
        self.seconds = self.options.number("timeout_seconds", 60, at_most=3600)
        self.known_pairs = frozenset(self._pair(text) for text in self.options.texts("pairs"))
        self._sleep = sleep

    @property
    def key(self) -> str:
        """The key from the environment; empty where there is none."""
        return os.environ.get(self.key_env, "").strip()

    def can_translate(self, pair: LanguagePair) -> bool:
        """Whether the option `pairs` names the pair; without that option, always: the server knows best."""
        return not self.known_pairs or pair in self.known_pairs

    def post(self, path: str, body: Mapping[str, object], pair: LanguagePair) -> object:
        """The JSON that the server answers. Raises `EngineError`, after as many tries as make sense."""
        return self._insist("POST", path, body, pair)

    def fetch(self, path: str, pair: LanguagePair) -> object:
        """The JSON at that path, asked for as patiently as `post` asks. Raises `EngineError`."""
        return self._insist("GET", path, None, pair)

    def delete(self, path: str, pair: LanguagePair) -> None:
        """Delete what is at that path, as patiently. Raises `EngineError`."""
        self._insist("DELETE", path, None, pair)

    def upload(self, url: str, content: bytes, pair: LanguagePair) -> object:
        """The JSON that is answered to a file at that whole address, as patiently. Raises `EngineError`."""
        return self._insist("POST", url, content, pair)

    def _insist(self, method: str, path: str, body: Mapping[str, object] | bytes | None, pair: LanguagePair) -> object:
        number = 0
        while True:
            number += 1
            try:
                return self._accepted(self._send(method, path, body, self.seconds))
            except TryAgainError as error:
                pause = self._pause(number, error.after)
                if number == self.max_tries or pause > self.longest_pause:
                    tries = f" (tried {number} times)" if number > 1 else ""
                    raise self.error(f"{error}{tries}", pair, retryable=True) from error
            except EngineError as error:
                error.pair = pair
                raise
            self._sleep(pause)

    def get(self, path: str) -> object:
        """The JSON at that path, tried once and within 3 seconds, for `problems`. Raises `EngineError`."""
        try:
            return self._accepted(self._send("GET", path, None, DOCTOR_SECONDS))
        except TryAgainError as error:
            raise self.error(str(error), retryable=True) from error

    def message_in(self, answer: object) -> str:
        """What the server says went wrong: by default `{"error": …}`."""
        return str(answer["error"])[:300] if isinstance(answer, dict) and "error" in answer else ""

    def is_final(self, answer: Answer) -> bool:
        """Whether a status that says "not now" means "never" all the same."""
        return False

    def is_passing(self, answer: Answer) -> bool:
        """Whether a status that says "not so" means "not now" all the same."""
        return False

    def texts_in(self, rows: object, key: str, count: int, pair: LanguagePair) -> list[str]:
        """The texts of an answer's rows, under that key. Raises `EngineError` for another shape or another number."""
        found = [row.get(key) if isinstance(row, dict) else None for row in rows] if isinstance(rows, list) else [None]
        texts = [text for text in found if isinstance(text, str)]
        if len(texts) != len(found):
            raise self.error(f'the answer is no list of translations, each with a text in "{key}"', pair)
        if len(texts) != count:
            raise self.error(f"{count} texts went out and {len(texts)} came back", pair)
        return texts

    def error(self, message: str, pair: LanguagePair | None = None, *, retryable: bool = False) -> EngineError:
        """The error that says this about this engine."""
        return EngineError(message, engine=self.name, pair=pair, retryable=retryable)

    def _accepted(self, answer: Answer) -> object:
        if answer.status == 204:
            return None
        if 200 <= answer.status < 300:
            if answer.json is None:
                raise self.error("the server's answer is not JSON")
            return answer.json
        said = "; ".join(filter(None, (self.message_in(answer.json), self.advice.get(answer.status))))
        message = f"the server answered {answer.status}" + (f": {said}" if said else "")
        message = message.replace(self.key, "…") if self.key else message  # some services quote it
        if answer.location:
            message += f", a redirection to {answer.location}: put that address into the settings"
        if self.is_passing(answer) or (answer.status in BUSY and not self.is_final(answer)):
            raise TryAgainError(message, answer.retry_after)
        raise self.error(message)

    def _send(self, method: str, path: str, body: Mapping[str, object] | bytes | None, seconds: float) -> Answer:
        refuse_in_request(f"engine {self.name}")
        is_file = isinstance(body, bytes)
        content = body if isinstance(body, bytes) else _encoded(body)
        url = path if path.startswith(("http://", "https://")) else self.url + path
        if len(content) > self.max_body:
            raise self.error(f"the call has {len(content)} bytes, and the service takes {self.max_body}")
        kind = "text/csv; charset=utf-8" if is_file else "application/json"
        headers = {"Content-Type": kind, "Accept": "application/json", **self.headers()}
        timeout = httpx.Timeout(seconds, connect=min(CONNECT_SECONDS, seconds))
        try:
            with (
                httpx.Client(verify=_ssl(), timeout=timeout) as client,
                client.stream(method, url, content=content, headers=headers) as response,
            ):
                return self._read(response, time.monotonic() + seconds, at_most=200_000 + 20 * len(content))
        except httpx.TimeoutException as error:
            raise TryAgainError(f"no answer from {host_of(url)} within {seconds:g} s") from error
        except httpx.TransportError as error:
            raise TryAgainError(f"no connection with {host_of(url)}: {error}") from error
        except httpx.HTTPError as error:
            raise self.error(f"no call to {host_of(url)} is possible: {error}") from error

    def headers(self) -> Mapping[str, str]:
        """Headers of every call, for engines whose key goes there."""
        return {}

    def _read(self, response: httpx.Response, deadline: float, *, at_most: int) -> Answer:
        content = bytearray()
        for chunk in response.iter_bytes():
            content += chunk
            if len(content) > at_most:
                raise self.error(f"the server's answer is longer than {at_most} bytes")
            if time.monotonic() > deadline:  # httpx limits each wait, not their sum
                raise httpx.ReadTimeout("the answer came too slowly")
        headers = response.headers
        return Answer(
            response.status_code,
            seconds_of(headers.get("Retry-After")),
            _json(content),
            headers.get("Location", "")[:200],
        )

    def _pause(self, tries: int, wanted: float | None) -> float:
        pause = self.first_pause * 2.0 ** (tries - 1) * random.uniform(0.5, 1.5)  # noqa: S311 - jitter keeps no secret
        return max(pause, wanted or 0.0)

    def _pair(self, text: str, option: str = "pairs", example: str = "ru-en") -> LanguagePair:
        source, separator, target = text.partition("-")
        if not (source and separator and target):
            raise self.options.wrong(f'"{option}" must hold texts like "{example}", not {text!r}')
        return LanguagePair(source, target)

    def glossaries_by_pair(self) -> dict[LanguagePair, str]:
        """The option `glossaries`: names that the service knows, such as "ru-en=harbor"."""
        found = {}
        for text in self.options.texts("glossaries"):
            pair, _, name = text.partition("=")
            found[self._pair(pair if name.strip() else "", "glossaries", "ru-en=NAME")] = name.strip()
        return found


def _encoded(body: Mapping[str, object] | None) -> bytes:
    return b"" if body is None else json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")


def _json(content: bytes | bytearray) -> object:
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None
