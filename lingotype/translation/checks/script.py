"""Scripts: every letter of the translation belongs to a script that one of the two languages is written in."""

import re
from collections.abc import Iterator

from lingotype.language.facts import LANGUAGES
from lingotype.translation.checks.base import Check, Finding, Severity, Text

_RANGES = {
    "Latn": "A-Za-zªºÀ-ÖØ-öø-ʯḀ-ỿ",
    "Cyrl": "Ѐ-ԯᲀ-ᲊ",
    "Hebr": "א-ת״׳",
    "Arab": "ؠ-ي٠-ٯٱ-ۓۺ-ۿ",
    "Grek": "Α-Ωα-ωάέήίόύώ",
    "Armn": "Ա-Ֆա-ֆ",
    "Geor": "Ⴀ-ჿᲐ-Ჿ",
    "Deva": "अ-ह",
    "Hang": "가-힣",
    "Kana": "ぁ-ヿ",
    "Hani": "一-鿿㐀-䶿",
    "Thai": "ก-ฮ",
}
_RUNS = {script: re.compile(rf"[{letters}](?:[{letters}\s]*[{letters}])?") for script, letters in _RANGES.items()}
_BEYOND_LATIN_AND_CYRILLIC = re.compile("[" + "".join(_RANGES[script] for script in _RANGES if script != "Latn") + "]")
_SEAM = re.compile(r"[A-Za-z][Ѐ-ԯ]|[Ѐ-ԯ][A-Za-z]")
"""Where a word changes from one of the two scripts to the other."""
_WORD = re.compile(r"[A-Za-zЀ-ԯ]+")
_LOOK_ALIKE_LATIN = frozenset("aeopcxyiABEKMHOPCTXI")
_LOOK_ALIKE_CYRILLIC = frozenset("аеорсхуіАВЕКМНОРСТХІ")


class Script(Check):
    """No letters of a script that belongs to neither language, unless the source has them too."""

    code = "script"

    def findings(self, source: Text, target: Text) -> Iterator[Finding]:
        """Runs of letters in a foreign script; words that mix look-alike letters are a warning."""
        if target.plain.isascii():
            return
        if _BEYOND_LATIN_AND_CYRILLIC.search(target.plain):
            yield from self._foreign(source, target)
            yield from self._mixed(source, target)

    def _foreign(self, source: Text, target: Text) -> Iterator[Finding]:
        known = {"Latn", _script(source), _script(target)}
        for script, pattern in _RUNS.items():
            if script in known:
                continue
            for run in pattern.finditer(target.plain):
                letters = run.group()
                if letters in source.plain or (script == "Grek" and len(letters) == 1):
                    continue
                message = f"“{letters}” is in letters of neither language."
                yield self.finding(message, target_span=target.html_span(*run.span()))

    def _mixed(self, source: Text, target: Text) -> Iterator[Finding]:
        for word in _WORD.finditer(target.plain) if _SEAM.search(target.plain) else ():
            if not _SEAM.search(word.group()) or word.group() in source.plain or not _is_disguised(word.group()):
                continue
            message = f"“{word.group()}” mixes Latin and Cyrillic letters that look alike."
            span = target.html_span(*word.span())
            yield self.finding(message, target_span=span, severity=Severity.WARNING)


def _script(text: Text) -> str:
    language = LANGUAGES.get(text.language)
    return language.script if language else "Latn"


def _is_disguised(word: str) -> bool:
    """Whether all the word's letters of one of the two scripts have twins in the other one."""
    latin = {letter for letter in word if letter.isascii()}
    return latin <= _LOOK_ALIKE_LATIN or set(word) - latin <= _LOOK_ALIKE_CYRILLIC
