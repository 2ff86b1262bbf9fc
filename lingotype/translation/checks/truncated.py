"""Truncated: the translation is empty, breaks off, or leaves whole sentences out."""

import re
from collections.abc import Iterator

from lingotype.translation.checks.base import Check, Finding, Text

_LENGTH = {
    # Characters a language needs for what English says in 1: rounded from the Universal Declaration of Human Rights.
    **dict.fromkeys(("ru", "uk", "be", "bg", "az", "tr", "kk", "pl"), 1.0),
    **dict.fromkeys(("es", "pt", "it", "fr", "de", "ro"), 1.12),
    **dict.fromkeys(("he", "ar", "fa"), 0.8),
}
_FEW = 24
"""Characters that a source must have before its length says anything."""
_LEAST = ((60, 0.33), (120, 0.45))
_LEAST_OF_LONG = 0.52
"""What part of the expected length is enough for a source of so many characters: short texts vary more."""
_WITH_SENTENCES_GONE = 0.82
"""The same where sentences are fewer, too: a translation that only joins two of them stays longer."""
_BROKEN_OFF = 0.78
"""The same for a translation whose last sentence has no end."""

_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Dr|St|Sen|Gov|Rep|Prof|Jr|Sr|Inc|Ltd|Corp|No|vs|Gen|Lt|Col|Sgt|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|"
    "им|ул|пр|др|проф|акад|руб|коп|тыс|млн|млрд|стр|рис|гг|вв|вул|просп|тис|грн|див|обл|Sra|Srta|Dra|Gral|Av|Ud|Uds|EE|UU"
)
_OPENING = '«“„"‘(—–-'
_CAPITAL = "A-ZÀ-ÞА-ЯЁІЇЄҐЎƏİŞÇĞÖÜא-ת0-9"
_SENTENCE_END = re.compile(rf"[.!?…]+[»”\"’)]*(?=\s+[{_OPENING}]*\s?[{_CAPITAL}]|\s*$)")
_SHORT_BEFORE = re.compile(rf"(?:\b[^\W\d_]|\b(?:{_ABBREVIATIONS}))$")
_FINISHED = re.compile(r"[.!?…:;][»”\"’')\]]*\s*[–—]?\s*$")
_DANGLING = re.compile(r"[,—–(«“„‘-]\s*$")


class Truncated(Check):
    """The translation is as whole as its source: not empty, not broken off, no sentences left out."""

    code = "truncated"

    def findings(self, source: Text, target: Text) -> Iterator[Finding]:
        """One finding at most: empty, then too short, then broken off."""
        if not _has_content(source.plain):
            return
        if not _has_content(target.plain):
            yield self.finding("There is no translation.", source_span=(0, len(source.html)))
            return
        message = _too_short(source, target) or _broken_off(source, target)
        if message:
            yield self.finding(message, target_span=(0, len(target.html)))


def sentences_in(text: str) -> int:
    """How many sentences a plain text has; initials and common abbreviations end none."""
    ends = [found for found in _SENTENCE_END.finditer(text) if not _is_abbreviation(text, found)]
    rest = text[ends[-1].end() :] if ends else text
    return len(ends) + _has_content(rest)


def _is_abbreviation(text: str, end: re.Match[str]) -> bool:
    is_last = not text[end.end() :].strip()
    if is_last or end.group() != ".":
        return False
    return _SHORT_BEFORE.search(text, max(0, end.start() - 8), end.start()) is not None


def _too_short(source: Text, target: Text) -> str | None:
    length = len(source.plain.strip())
    if length < _FEW:
        return None
    part = len(target.plain.strip()) / _expected(source, target)
    before, after = sentences_in(source.plain), sentences_in(target.plain)
    least = next((least for longest, least in _LEAST if length < longest), _LEAST_OF_LONG)
    if part < least or (after < before and part < _WITH_SENTENCES_GONE):
        return f"The translation has {part:.0%} of the length to be expected: {before} sentences became {after}."
    return None


def _broken_off(source: Text, target: Text) -> str | None:
    if not _FINISHED.search(source.plain) or _FINISHED.search(target.plain):
        return None
    part = len(target.plain.strip()) / _expected(source, target)
    if part < _BROKEN_OFF and (len(source.plain) >= _FEW or _DANGLING.search(target.plain)):
        return "The translation breaks off before the end of the sentence."
    return None


def _expected(source: Text, target: Text) -> float:
    return len(source.plain.strip()) * _LENGTH.get(target.language, 1.0) / _LENGTH.get(source.language, 1.0)


def _has_content(text: str) -> bool:
    return any(character.isalnum() for character in text)
