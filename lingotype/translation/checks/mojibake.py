"""Mojibake: text that was read in the wrong encoding somewhere on its way."""

import re
from collections.abc import Iterator

from ftfy.badness import BADNESS_RE

from lingotype.translation.checks.base import Check, Finding, Span, Text

_PUNCTUATION = str.maketrans("", "", "\u00a0…‘’“”–—«»")
_LEADS = "".join(bytes([code]).decode("cp1251") for code in range(0xC3, 0xE0))
_CONTINUATIONS = "".join(bytes([code]).decode("cp1251", "ignore") for code in range(0x80, 0xC0))
_TAIL = f"[{re.escape(_CONTINUATIONS)}]"

_UTF8_AS_CP1251 = re.compile(
    # "РєР°РЅР°Р»", also with the spaces that an engine puts around the signs: "РєР ° РЅР ° Р »РІ"
    rf"(?:[РС] ?{_TAIL} ?){{2,}}(?:[РС]\b)?|(?:[ЧЎ]{_TAIL}){{3,}}"
    # letters with accents inside a Latin word: "niГ±o", "sЙ™dri"
    rf"|(?<=[A-Za-z])[{_LEADS}]{_TAIL}|[{_LEADS}]{_TAIL}(?=[a-z])"
    # typographic marks: "вЂњ", "вЂ”"
    rf"|вЂ{_TAIL}|В[«»·°]"
)
_AS_CP1252 = "".join(bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xC0))
_UTF8_AS_CP1252 = re.compile(
    # a lead byte and its continuation inside or behind a word: "baÅŸa", "niyÉ™"; no word has a capital there
    rf"(?<=[a-zß-ÿ])[Â-ß][{re.escape(_AS_CP1252)}]|[Â-ß][{re.escape(_AS_CP1252.translate(_PUNCTUATION))}](?=[a-zß-ÿ])"
)
_UKRAINIAN_CAPITALS = re.compile(r"[РСІЄҐЇЎ ]+")

_OTHER_READINGS = (
    re.compile(r"\ufffd"),
    re.compile(r"[\u0080-\u0084\u0086-\u009f]"),
    re.compile(r"(?:[╨╤╫][^\s\w]|[╨╤╫]\w){2,}"),  # UTF-8 as cp866: "╨║╨░╨╜"
    re.compile(r"(?:[–—][^\x00-\x7f\s–—«»“”„‘’А-яЁё]){3,}"),  # UTF-8 as Mac Roman: "–∫–∞–Ω"
    re.compile(r"(?:[\u05f3\u05f2\u05b2-\u05b4][\x80-\xff\u20ac-\u2122\u0192\u02c6\u02dc]){2,}"),  # UTF-8 as cp1255
    re.compile(r"(?<![^\s«“(])\?{3,}(?=\s+\w|\w)"),  # letters that had no place in a code page: "Наш ????? в"
)
_ONE_BYTE_AS_LATIN = re.compile(r"(?<![A-Za-z])[À-ÖØ-öø-ÿ¸¨]{3,}(?![A-Za-z])")
"""cp1251 or cp1255 read as latin-1: "Ìîñêâà". No language writes whole words in accented letters."""
_INVERTED_CASE = re.compile(r"\b[а-яё][А-ЯЁ]{3,}\b")
"""KOI8-R and cp1251 taken for one another: "оПХБЕР"."""


_SOUND = re.compile(
    "[\\x00-\\x7f\\u00a0\\u202f«»„“”‘’—–…№]*(?:[А-Яа-яЁёІіЇїЄєҐґЎў][\\x00-\\x7f\\u00a0\\u202f«»„“”‘’—–…№А-Яа-яЁёІіЇїЄєҐґЎў]*"
    "|[א-ת״׳־][\\x00-\\x7f\\u00a0\\u202f«»„“”‘’—–…א-ת״׳־]*|[áéíóúüñÁÉÍÓÚÜÑ¿¡\\x00-\\x7f«»“”’—–…]*)"
)
"""A text in the letters of one language and common marks: only some readings can hide in it."""


class Mojibake(Check):
    """No text that was read in the wrong encoding, neither in the source nor in the translation."""

    code = "mojibake"

    def findings(self, source: Text, target: Text) -> Iterator[Finding]:
        """Places of broken text in either text."""
        for start, end in mojibake_in(target.plain):
            message = f"“{target.plain[start:end]}” is broken text, read in the wrong encoding."
            yield self.finding(message, target_span=target.html_span(start, end))
        yield from self.findings_in_source(source)

    def findings_in_source(self, source: Text) -> Iterator[Finding]:
        """Places of text that was broken before any engine saw it."""
        for start, end in mojibake_in(source.plain):
            message = f"“{source.plain[start:end]}” is broken text in the source, read in the wrong encoding."
            yield self.finding(message, source_span=source.html_span(start, end))


def mojibake_in(text: str) -> list[Span]:
    """Where in a plain text broken characters stand, one span a run of them."""
    if text.isascii():
        return [found.span() for found in _OTHER_READINGS[-1].finditer(text)] if "???" in text else []
    is_sound = _SOUND.fullmatch(text) is not None
    spans = [] if is_sound else [found.span() for found in BADNESS_RE.finditer(text)]
    spans += [found.span() for found in _UTF8_AS_CP1251.finditer(text) if not _is_ukrainian(found.group())]
    spans += [] if is_sound else [found.span() for found in _UTF8_AS_CP1252.finditer(text)]
    for pattern in _OTHER_READINGS[-1:] if is_sound else _OTHER_READINGS:
        spans += [found.span() for found in pattern.finditer(text)]
    accented = [found.span() for found in _ONE_BYTE_AS_LATIN.finditer(text)]
    if len(accented) > 1 or any(end - start > 3 for start, end in accented):
        spans += accented
    inverted = [found.span() for found in _INVERTED_CASE.finditer(text)]
    spans += inverted if len(inverted) > 1 else []
    return _joined(spans)


def _is_ukrainian(run: str) -> bool:
    """Whether the run may be an honest word in capitals: "СІРІ" is also a run of such pairs."""
    return _UKRAINIAN_CAPITALS.fullmatch(run) is not None


def _joined(spans: list[Span]) -> list[Span]:
    """The spans in order, those that touch or stand one character apart made one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1] + 1:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined
