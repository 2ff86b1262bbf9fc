"""An engine that makes the mistakes which a person at the desk has to find."""

import re
from collections.abc import Sequence
from typing import ClassVar

from lingotype.translation.engines import Engine
from lingotype.translation.pairs import LanguagePair


class Careless(Engine):
    """Knows a few Ukrainian sentences in English: one with a wrong number, one with a wrong name, one turned round."""

    leaves_newsroom = False
    PHRASES: ClassVar[dict[str, str]] = {
        "Пором знову ходить": "The ferry is running again",
        "Ремонт тривав усю зиму.": "The repair took all winter.",
        "Харків допоміг місту грошима.": "Kharkov helped the city with money.",
        "Квитків у касі більше не продають.": "Tickets are sold at the desk.",
        "Мер сказав:": "The mayor said:",
        "Нові розклади повісять у середу.": "The new timetables will be put up on Wednesday.",
    }

    def can_translate(self, pair: LanguagePair) -> bool:
        return (pair.source, pair.target) == ("uk", "en")

    def translate(self, texts: Sequence[str], pair: LanguagePair) -> list[str]:
        return [self._answer(text.strip()) for text in texts]

    def _answer(self, text: str) -> str:
        carried = re.fullmatch(r"У понеділок пором перевіз (\d) 250 пасажирів\.", text)
        if carried:
            return f"On Monday the ferry carried {carried[1]},350 passengers."
        return self.PHRASES.get(text, text)


class Worded(Engine):
    """Knows a few Spanish sentences in Hebrew; the one called `brisk` gets a number wrong."""

    leaves_newsroom = False
    PHRASES: ClassVar[dict[str, str]] = {
        "El faro vuelve a brillar": "המגדלור מאיר שוב",
        "La torre estuvo a oscuras durante 14 meses.": "המגדל היה חשוך במשך 14 חודשים.",
    }

    def can_translate(self, pair: LanguagePair) -> bool:
        return (pair.source, pair.target) == ("es", "he")

    def translate(self, texts: Sequence[str], pair: LanguagePair) -> list[str]:
        known = [self.PHRASES.get(text.strip(), text) for text in texts]
        return [text.replace("14", "41") for text in known] if self.name == "brisk" else known
