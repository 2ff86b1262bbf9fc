"""A LibreTranslate server that says what a test wants it to say, on a real socket."""

from collections.abc import Mapping
from typing import Any

from tests.hostile.pairs import LANGUAGES
from tests.translation.engines.libretranslate_server import LibreTranslateServer, texts
from tests.translation.engines.service import Asked, Reply, says


class HostileServer(LibreTranslateServer):
    """Answers each text by the book it was given; what does not stand there it gives back as it is."""

    def __init__(self, answers: Mapping[tuple[str, str, str], str]) -> None:
        """`answers` by source language, target language and text."""
        super().__init__()
        self.answers = dict(answers)

    def answer(self, asked: Asked) -> Reply:
        if asked.method == "GET":
            return says([{"code": code, "name": code, "targets": list(LANGUAGES)} for code in LANGUAGES])
        return self.translation(asked.body)

    def translation(self, asked: dict[str, Any]) -> Reply:
        source, target = asked["source"], asked["target"]
        return texts(*(self.answers.get((source, target, text), text) for text in asked["q"]))
