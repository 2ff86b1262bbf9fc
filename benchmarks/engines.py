"""The engine of the benchmarks: a local function that returns at once, so that only our own work is measured."""

from collections.abc import Sequence

from lingotype.translation.engines.base import Engine
from lingotype.translation.pairs import LanguagePair


class Immediate(Engine):
    """Puts the target language's code in front of each text."""

    keeps_markup = True
    leaves_newsroom = False
    max_texts = 10_000
    max_characters = 10_000_000

    def can_translate(self, pair: LanguagePair) -> bool:
        """Any pair."""
        return True

    def translate(self, texts: Sequence[str], pair: LanguagePair) -> list[str]:
        """The same text, marked."""
        return [f"{pair.target} {text}" for text in texts]
