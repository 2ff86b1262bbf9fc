"""Engines that stand in tests as a newsroom's own would: by their dotted path in the settings file."""

from collections.abc import Sequence
from typing import ClassVar

from lingotype.translation.engines.base import Engine, EngineError
from lingotype.translation.engines.context import Context
from lingotype.translation.engines.libretranslate import LibreTranslate
from lingotype.translation.pairs import LanguagePair


class Remembering(Engine):
    """Writes down what it was asked, so that a test can say what an engine never saw."""

    leaves_newsroom = False
    asked: ClassVar[list[str]] = []
    told: ClassVar[list[Context]] = []
    """What it was told beside the texts, a call each."""

    def can_translate(self, pair: LanguagePair) -> bool:
        return True

    def translate(self, texts: Sequence[str], pair: LanguagePair) -> list[str]:
        self.asked.extend(texts)
        self.told.append(self.context)
        return [self.answer(text, pair) for text in texts]

    def answer(self, text: str, pair: LanguagePair) -> str:
        raise NotImplementedError


class UpperCase(Remembering):
    """Says everything louder, and names the language; has nothing to say about emptiness."""

    def answer(self, text: str, pair: LanguagePair) -> str:
        return "" if text.startswith("Пустота") else f"[{pair.target}] {text.upper()}"


class Phrases(Remembering):
    """Knows a few English sentences in Spanish, and translates them well; gives everything else back as it is."""

    PHRASES: ClassVar[dict[str, str]] = {
        "The bridge is open": "El puente está abierto",
        "The bridge opened on Monday after 14 months of work.": "El puente se abrió el lunes tras 14 meses de obras.",
        "It cost $1,250.": "Costó 1.250 dólares.",
        "The mayor was there.": "La alcaldesa estuvo allí.",
        "The mayor was not there.": "La alcaldesa no estuvo allí.",
        "He spoke of an": "Habló de un",
        "of evil.": "del mal.",
    }

    def answer(self, text: str, pair: LanguagePair) -> str:
        return self.PHRASES.get(text, text)


class Down(Remembering):
    """A server that does not answer."""

    def translate(self, texts: Sequence[str], pair: LanguagePair) -> list[str]:
        raise EngineError("no answer within 1 s", engine=self.name, pair=pair, retryable=True)


class Refused(Remembering):
    """A service that does not take the newsroom's key."""

    def translate(self, texts: Sequence[str], pair: LanguagePair) -> list[str]:
        raise EngineError("the key is wrong", engine=self.name, pair=pair)


class Hasty(LibreTranslate):
    """LibreTranslate's engine, which does not wait between its tries."""

    first_pause = 0.0
