"""Engines of the journeys, which write down what becomes of what they are asked."""

import json
import os
import re
from collections.abc import Sequence
from pathlib import Path

from lingotype.translation.engines import Engine
from lingotype.translation.engines.apertium import Apertium
from lingotype.translation.pairs import LanguagePair

LOG = Path("asked.jsonl")
"""In the folder in which the command runs."""
SIGNATURES = Path("signed.jsonl")
"""There, too."""


class LoggedApertium(Apertium):
    """The real engine, with a log."""

    def translate(self, texts: Sequence[str], pair: LanguagePair) -> list[str]:
        with LOG.open("a", encoding="utf-8") as log:
            log.writelines(json.dumps({"text": text}) + "\n" for text in texts)
        return super().translate(texts, pair)


class Signed(Engine):
    """Names the language before every text, and writes down which worker asked for which article's title."""

    leaves_newsroom = False
    keeps_markup = True

    def can_translate(self, pair: LanguagePair) -> bool:
        return True

    def translate(self, texts: Sequence[str], pair: LanguagePair) -> list[str]:
        titles = [text for text in texts if re.fullmatch(r"Статья \d+", text)]
        with SIGNATURES.open("a", encoding="utf-8") as log:
            for title in titles:
                log.write(json.dumps({"article": title, "to": pair.target, "worker": os.getpid()}) + "\n")
        return [f"[{pair.target}] {text}" for text in texts]
