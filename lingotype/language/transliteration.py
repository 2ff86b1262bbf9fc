"""The same word in other letters: in readable Latin, or in the letters of a neighbouring language."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cached_property

from lingotype.language.facts import LANGUAGES
from lingotype.language.latin import LATIN, LATIN_ANYWHERE
from lingotype.language.respelling import RESPELLING


class Speller:
    """Rules "pattern → letters", tried in their order at each place of a text, in one pass; letter case is kept.

    Patterns are lower case, may look around, and hold no groups. A result is never respelled again.
    """

    def __init__(self, rules: Mapping[str, str]) -> None:
        self._rules = rules
        self._letters = list(rules.values())

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """Compiled when it is first needed: it takes a while, and most commands spell nothing."""
        return re.compile("|".join(f"({pattern})" for pattern in self._rules), re.IGNORECASE)

    def spell(self, text: str) -> str:
        """The text with every rule applied; what no rule knows stays."""
        return self._pattern.sub(self._replace, text)

    def _replace(self, match: re.Match[str]) -> str:
        letters = self._letters[(match.lastindex or 1) - 1]
        if not match[0][0].isupper():
            return letters
        return letters.upper() if len(letters) == 1 or _is_shouted(match) else letters.capitalize()


def _is_shouted(match: re.Match[str]) -> bool:
    """Whether a capital stands among capitals (ЩИТ → SHCHYT) rather than at the head of a word (Щит → Shchyt)."""
    text, before, after = match.string, match.start() - 1, match.end()
    if after < len(text) and text[after].isalpha():
        return text[after].isupper()
    return before >= 0 and text[before].isupper()


def _with_foreign_letters(rules: Mapping[str, str]) -> Speller:
    return Speller({**rules, **{pattern: latin for pattern, latin in LATIN_ANYWHERE.items() if pattern not in rules}})


_TO_LATIN = {lang: _with_foreign_letters(rules) for lang, rules in LATIN.items()}
_ANYWHERE = Speller(LATIN_ANYWHERE)
_RESPELLERS = {pair: Speller(rules) for pair, rules in RESPELLING.items()}


def to_latin(text: str, lang: str) -> str:
    """The text in plain Latin letters as readers of that language would write it there; other characters stay.

    Letters of other languages are spelled by general tables, so a foreign name in the text comes out too.
    """
    return _TO_LATIN.get(lang, _ANYWHERE).spell(unicodedata.normalize("NFC", text))


def respell(name: str, source: str, target: str) -> str:
    """A name (or any word) of one language in the letters of another: Щербаков → Шчэрбакоў in Belarusian.

    For pairs of one script without rules the name stays; from another script into Latin it goes by `to_latin`.
    """
    speller = _RESPELLERS.get((source, target))
    if speller:
        return speller.spell(unicodedata.normalize("NFC", name))
    if source in LANGUAGES and target in LANGUAGES and LANGUAGES[source].script != "Latn" == LANGUAGES[target].script:
        return to_latin(name, source)
    return name
