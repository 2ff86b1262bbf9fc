"""Truncated: the translation is empty, breaks off, or leaves whole sentences out."""

import re
from collections.abc import Iterator

from lingotype.translation.checks.base import Check, Finding, Text
from lingotype.translation.checks.proportions import expected_length
from lingotype.translation.checks.sentences import has_content, sentences_of

_FEW = 24
"""Characters that a source must have before its length says anything."""
_LEAST = ((40, 0.33), (60, 0.45), (120, 0.45))
_LEAST_OF_LONG = 0.52
"""What part of the expected length is enough for a source of so many characters: short texts vary more."""
_WITH_SENTENCES_GONE = 0.82
"""The same where sentences are fewer, too: a translation that only joins two of them stays longer."""
_DIGIT = 7
"""Characters of a digit in words."""
_BROKEN_OFF = 0.78
"""The same for a translation whose last sentence has no end."""
_HALF = 0.45
"""The same for one of a source that is too short for its length to say anything else."""

_FINISHED = re.compile(r"[.!?…:;][»”\"’')\]]*\s*[–—]?\s*$")
_DANGLING = re.compile(r"[,—–(«“„‘-]\s*$")


class Truncated(Check):
    """The translation is as whole as its source: not empty, not broken off, no sentences left out."""

    code = "truncated"

    def findings(self, source: Text, target: Text) -> Iterator[Finding]:
        """One finding at most: empty, then too short, then broken off."""
        if not has_content(source.plain):
            return
        if not has_content(target.plain):
            yield self.finding("There is no translation.", source_span=(0, len(source.html)))
            return
        message = _too_short(source, target) or _broken_off(source, target)
        if message:
            yield self.finding(message, target_span=(0, len(target.html)))


def _too_short(source: Text, target: Text) -> str | None:
    length = len(source.plain.strip())
    if length < _FEW:
        return None
    part = (len(target.plain.strip()) + _in_words(source.plain, target.plain)) / expected_length(source, target)
    before, after = len(sentences_of(source.plain)), len(sentences_of(target.plain))
    least = next((least for longest, least in _LEAST if length < longest), _LEAST_OF_LONG)
    if part < least or (after < before and part < _WITH_SENTENCES_GONE):
        gone = f", and {before} sentences became {after}" if before > after else ""
        return f"The translation has only {part:.0%} of the usual length{gone}."
    return None


def _in_words(source: str, target: str) -> int:
    """Characters that numbers would take in words, where the source spells them and the translation does not."""
    spelled = sum(map(str.isdigit, target)) - sum(map(str.isdigit, source))
    return _DIGIT * max(spelled, 0)


def _broken_off(source: Text, target: Text) -> str | None:
    if not _FINISHED.search(source.plain) or _FINISHED.search(target.plain):
        return None
    part = len(target.plain.strip()) / expected_length(source, target)
    if part < _BROKEN_OFF and (part < _HALF or len(source.plain) >= _FEW or _DANGLING.search(target.plain)):
        return "The translation breaks off before the end of the sentence."
    return None
