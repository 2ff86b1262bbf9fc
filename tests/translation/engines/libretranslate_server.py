"""A LibreTranslate server for tests: the real protocol on a real socket."""

from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from typing import Any

from tests.translation.engines.service import Asked, Reply, ServiceServer, running, says, upper

LANGUAGES = {"en": "English", "es": "Spanish", "ru": "Russian"}


def error(status: int, message: str, **headers: str) -> Reply:
    """An error as LibreTranslate words it."""
    return says({"error": message}, status, **headers)


def texts(*translated: object) -> Reply:
    """An answer with these texts, whatever was asked."""
    return says({"translatedText": list(translated)})


class LibreTranslateServer(ServiceServer):
    """Translates into capitals."""

    def __init__(self, key: str = "") -> None:
        super().__init__()
        self.key = key

    @property
    def requests(self) -> list[dict[str, Any]]:
        """What was posted, each with its path."""
        return [{"path": asked.path, **asked.body} for asked in self.asked if asked.method == "POST"]

    def answer(self, asked: Asked) -> Reply:
        """The languages, or a translation."""
        if asked.method == "GET":
            return says(
                [{"code": code, "name": name, "targets": sorted(LANGUAGES)} for code, name in LANGUAGES.items()]
            )
        return self.translation(asked.body)

    def translation(self, asked: dict[str, Any]) -> Reply:
        """The real server's answer: its checks, in its order."""
        if self.key and not asked.get("api_key"):
            return error(400, "Please contact the server operator to get an API key")
        if self.key and asked["api_key"] != self.key:
            return error(403, "Invalid API key")
        for name in ("q", "source", "target"):
            if not asked.get(name):
                return error(400, f"Invalid request: missing {name} parameter")
        if asked["source"] not in LANGUAGES:
            return error(400, f"{{'confidence': 100.0, 'language': '{asked['source']}'}} is not supported")
        if asked["target"] not in LANGUAGES:
            return error(400, f"{asked['target']} is not supported")
        return texts(*(unescape(upper(text)) for text in asked["q"]))


@contextmanager
def serving(key: str = "") -> Iterator[LibreTranslateServer]:
    """A server on a free port, while the block runs."""
    with running(LibreTranslateServer(key)) as server:
        yield server
