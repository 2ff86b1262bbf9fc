"""Texts in sentences, because that is what these models were trained on."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pysbd
from pysbd.languages import LANGUAGE_CODES

_RULES: Mapping[str, str] = {"uk": "ru", "be": "ru", "pt": "es", "ro": "it"}
"""Whose rules serve a language that pysbd does not know; English ones serve the rest."""
_GOOD_PLACE = re.compile(r"(?<=[,;:—–])\s+|\s+(?=[—–(«“])")
_ANY_PLACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and the space that stood around it."""

    before: str
    text: str
    after: str


def sentences(text: str, language: str) -> list[Sentence]:
    """The sentences of a text; put together again, with their spaces, they are the text."""
    rules = _RULES.get(language, language)
    # A segmenter keeps the text it works on, so threads cannot share one.
    segmenter = pysbd.Segmenter(language=rules if rules in LANGUAGE_CODES else "en", clean=False)
    found: list[Sentence] = []
    for line in text.splitlines(keepends=True):
        parts = segmenter.segment(line)
        if "".join(parts) != line:
            parts = [line]  # pysbd mends some texts; ours are not to change
        found += map(_sentence, _without_abbreviations(parts))
    return found


def _without_abbreviations(parts: Sequence[str]) -> list[str]:
    """The parts, each that begins with a small letter joined to the one before: what ended there was a short word."""
    whole: list[str] = []
    for part in parts:
        if whole and part.lstrip()[:1].islower():
            whole[-1] += part
        else:
            whole.append(part)
    return whole


def short_enough(sentence: Sentence, size: Callable[[str], int], limit: int) -> list[Sentence]:
    """The sentence, or its parts where it is longer than the limit: cut at the mark, at worst at the word, nearest to
    its middle. A part that is one word stays whole.
    """
    if size(sentence.text) <= limit:
        return [sentence]
    place = _middle(sentence.text, _GOOD_PLACE) or _middle(sentence.text, _ANY_PLACE)
    if place is None:
        return [sentence]
    first = Sentence(sentence.before, sentence.text[: place.start()], place[0])
    second = Sentence("", sentence.text[place.end() :], sentence.after)
    return [part for half in (first, second) for part in short_enough(half, size, limit)]


def joined(parts: Sequence[Sentence]) -> str:
    """Sentences as a text again."""
    return "".join(part.before + part.text + part.after for part in parts)


def _sentence(part: str) -> Sentence:
    text = part.strip()
    start = part.index(text) if text else len(part)
    return Sentence(part[:start], text, part[start + len(text) :])


def _middle(text: str, places: re.Pattern[str]) -> re.Match[str] | None:
    found = (place for place in places.finditer(text) if len(text) // 5 <= place.start() and place.end() < len(text))
    return min(found, key=lambda place: abs(place.start() - len(text) // 2), default=None)
