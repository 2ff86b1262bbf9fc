"""Whether a translation says more than its source."""

import re
from collections.abc import Iterator

from lingotype.translation.checks.base import Check, Finding, Severity, Span, Text
from lingotype.translation.checks.length.phrases import (
    ABOUT_TRANSLATING,
    EXPLAINING,
    LABEL,
    OBEDIENCE,
    OBEDIENCE_SIGNS,
    OF_INSTRUCTIONS,
    POLITENESS,
    WRAPPER_SIGNS,
    WRAPPERS,
    is_possible,
)
from lingotype.translation.checks.proportions import expected_length
from lingotype.translation.checks.sentences import sentences_of

_MOST = ((15, 2.6, 30), (40, 1.9, 26), (80, 1.7, 26), (160, 1.55, 26))
_MOST_OF_LONG = (1.45, 30)
"""For a source of less than so many characters: the factor of the expected length, and characters beyond it."""
_MOST_WITH_SENTENCES = ((40, 1.5, 12), (120, 1.45, 14))
_MOST_OF_LONG_WITH_SENTENCES = (1.35, 20)
"""The same where the translation has more sentences, too: who only parts one does not write more."""

_POLITE_EXCESS = 1.3
_ENDS = ".!?"
_LATIN_WORD = re.compile("[A-Za-z]{3,}")
_LATER = re.compile("[\u0400-\u07ff]")
"""A letter of Cyrillic, Hebrew or Arabic: what is said in Latin letters beside it is not the text."""
_BRACKET = re.compile(r"[(\[]([^()\[\]\n]{3,300})[)\]]")
_ABBREVIATION = re.compile(r"(?<!\w)(?:[^\W\d_a-zа-я]{2,6}|(?:[A-Z]\.){2,5})(?!\w)")
_WORDS_OF_ABBREVIATION = 40
"""Characters that an abbreviation may take when it is written out."""
_OF_TRANSLATION = re.compile("transl|перев|перекл|пераклад|traduc|tərcümə|תרגום", re.IGNORECASE)
_LONG_BRACKET = 25
_BRACKET_EXCESS = 1.2


class Length(Check):
    """Nothing was added: no words beside the translation, no explanations, no wrapping, no second text."""

    code = "length"

    def findings(self, source: Text, target: Text) -> Iterator[Finding]:
        """One finding at most: chatter, then wrapping, then explanations, then the mere length."""
        if not source.plain.strip() or not target.plain.strip():
            return
        excess = len(target.plain.strip()) / max(expected_length(source, target), 1)
        chatter = _chatter(source.plain, target.plain, excess, target.language)
        if chatter:
            message = f"“{target.plain[slice(*chatter)][:80]}” is about the translation, not part of it."
            yield self.finding(message, target_span=target.html_span(*chatter))
            return
        wrapper = WRAPPERS.search(target.plain) if WRAPPER_SIGNS.search(target.plain) else None
        if wrapper and not WRAPPERS.search(source.plain):
            message = f"“{wrapper.group()[:40]}” is not for readers."
            yield self.finding(message, target_span=target.html_span(*wrapper.span()))
            return
        added = _added_bracket(source.plain, target.plain, excess)
        if added:
            span, severity = added
            message = f"“{target.plain[slice(*span)]}” is not in the source."
            yield self.finding(message, target_span=target.html_span(*span), severity=severity)
        if _is_too_long(source, target):
            message = f"The translation has {excess:.0%} of the usual length: something was added."
            yield self.finding(message, target_span=(0, len(target.html)))


def _chatter(source: str, target: str, excess: float, language: str) -> Span | None:
    about = ABOUT_TRANSLATING.search(target) if is_possible(target) else None
    if about and not ABOUT_TRANSLATING.search(source):
        is_label = ":" in about.group()
        is_label = is_label and not _OF_TRANSLATION.search(about.group())
        if not (is_label and LABEL.match(source) and target.count(":") <= source.count(":")):
            return about.span()
    if any(sign in target.lower() for sign in OBEDIENCE_SIGNS):
        obedient = OBEDIENCE.search(target)
        is_excused = OBEDIENCE.search(source) or (language == "en" and OF_INSTRUCTIONS.search(source))
        if obedient and not is_excused:
            return obedient.span()
    may_be_polite = excess > _POLITE_EXCESS or _has_more_ends(source, target) or _is_mixed(target)
    polite = POLITENESS.search(target) if may_be_polite else None
    if polite and excess <= _POLITE_EXCESS and not _is_beside_the_text(source, target, polite):
        polite = None
    if polite and not POLITENESS.search(source):
        return polite.span()
    return None


def _is_mixed(target: str) -> bool:
    return _LATER.search(target) is not None and _LATIN_WORD.search(target) is not None


def _has_more_ends(source: str, target: str) -> bool:
    return sum(map(target.count, _ENDS)) > sum(map(source.count, _ENDS))


def _is_beside_the_text(source: str, target: str, polite: re.Match[str]) -> bool:
    """Whether the phrase is in other letters than the text, or a sentence of its own that the source has not."""
    if polite.group().isascii() and _LATER.search(target):
        return True
    sentences = sentences_of(target)
    is_alone = any(polite.group().strip() in sentence for sentence in (sentences[:1] + sentences[-1:]))
    return is_alone and len(sentences) > len(sentences_of(source))


def _added_bracket(source: str, target: str, excess: float) -> tuple[Span, Severity] | None:
    """A bracket that the source does not have, if it explains or makes the text longer than expected."""
    if target.count("(") + target.count("[") <= source.count("(") + source.count("["):
        return None
    for found in _BRACKET.finditer(target):
        if EXPLAINING.search(found[1]) and not EXPLAINING.search(source):
            return found.span(), Severity.ERROR
        if len(found[1]) >= _LONG_BRACKET and excess > _BRACKET_EXCESS:
            return found.span(), Severity.ERROR
    return None


def _is_too_long(source: Text, target: Text) -> bool:
    length, written = len(source.plain.strip()), len(target.plain.strip())
    expected = expected_length(source, target)
    if written <= _limit(length, expected, _MOST_WITH_SENTENCES, _MOST_OF_LONG_WITH_SENTENCES):
        return False
    expected += _written_out(source.plain)
    if written > _limit(length, expected, _MOST, _MOST_OF_LONG):
        return True
    if written <= _limit(length, expected, _MOST_WITH_SENTENCES, _MOST_OF_LONG_WITH_SENTENCES):
        return False
    return len(sentences_of(target.plain)) > len(sentences_of(source.plain))


def _written_out(source: str) -> int:
    """Characters that the abbreviations of the source may take in words; none where all is in capitals."""
    return 0 if source.isupper() and " " in source else _WORDS_OF_ABBREVIATION * len(_ABBREVIATION.findall(source))


def _limit(length: int, expected: float, short: tuple[tuple[int, float, int], ...], long: tuple[float, int]) -> float:
    """Characters that are still faithful for a source of this length."""
    factor, beyond = next(((factor, beyond) for below, factor, beyond in short if length < below), long)
    return expected * factor + beyond
