"""Apertium that writes down what it was asked."""

import json
from collections.abc import Sequence
from pathlib import Path

from lingotype.translation.engines.apertium import Apertium
from lingotype.translation.pairs import LanguagePair

LOG = Path("asked.jsonl")
"""In the folder in which the command runs."""


class LoggedApertium(Apertium):
    """The real engine, with a log."""

    def translate(self, texts: Sequence[str], pair: LanguagePair) -> list[str]:
        with LOG.open("a", encoding="utf-8") as log:
            log.writelines(json.dumps({"text": text}) + "\n" for text in texts)
        return super().translate(texts, pair)
