"""What Lingotype knows about each language: one table, read by every other part.

Sources: Unicode CLDR (direction, script, delimiters, number symbols) and, where newspapers differ from
CLDR, the style that newspapers of the language use (Spanish and Ukrainian «», American English “ ”).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Script = Literal["Latn", "Cyrl", "Hebr", "Arab"]
Direction = Literal["ltr", "rtl"]

NO_BREAK_SPACE = "\u00a0"


@dataclass(frozen=True, slots=True)
class Language:
    """One language: how it is written, and how its newspapers write numbers and quotations."""

    code: str
    """The two-letter ISO 639-1 code."""
    name: str
    """The language's own name for itself, as a language switch shows it."""
    english_name: str
    script: Script
    quotes: tuple[str, str]
    """The outer quotation marks, opening and closing."""
    inner_quotes: tuple[str, str]
    """The marks of a quotation inside a quotation."""
    decimal: str
    """The decimal mark."""
    group: str
    """The mark between groups of three digits."""
    direction: Direction = "ltr"


_ANGLE, _LOW_HIGH, _CURLY, _SINGLE = ("«", "»"), ("„", "“"), ("“", "”"), ("‘", "’")

LANGUAGES: Mapping[str, Language] = {
    language.code: language
    for language in (
        Language("ru", "Русский", "Russian", "Cyrl", _ANGLE, _LOW_HIGH, ",", NO_BREAK_SPACE),
        Language("en", "English", "English", "Latn", _CURLY, _SINGLE, ".", ","),
        Language("uk", "Українська", "Ukrainian", "Cyrl", _ANGLE, _LOW_HIGH, ",", NO_BREAK_SPACE),
        Language("be", "Беларуская", "Belarusian", "Cyrl", _ANGLE, _LOW_HIGH, ",", NO_BREAK_SPACE),
        Language("az", "Azərbaycanca", "Azerbaijani", "Latn", _CURLY, _SINGLE, ",", "."),
        Language("es", "Español", "Spanish", "Latn", _ANGLE, _CURLY, ",", "."),
        Language("he", "עברית", "Hebrew", "Hebr", ("”", "”"), ("’", "’"), ".", ",", "rtl"),
        Language("ar", "العربية", "Arabic", "Arab", ("“", "”"), ("‘", "’"), ".", ",", "rtl"),
        Language("fa", "فارسی", "Persian", "Arab", _ANGLE, ("‹", "›"), "٫", "٬", "rtl"),
        Language("bg", "Български", "Bulgarian", "Cyrl", _LOW_HIGH, _SINGLE, ",", NO_BREAK_SPACE),
        Language("kk", "Қазақша", "Kazakh", "Cyrl", _ANGLE, _LOW_HIGH, ",", NO_BREAK_SPACE),
        Language("pl", "Polski", "Polish", "Latn", ("„", "”"), _ANGLE, ",", NO_BREAK_SPACE),
        Language("pt", "Português", "Portuguese", "Latn", _CURLY, _SINGLE, ",", "."),
        Language("fr", "Français", "French", "Latn", _ANGLE, _CURLY, ",", "\u202f"),
        Language("de", "Deutsch", "German", "Latn", _LOW_HIGH, ("‚", "‘"), ",", "."),
        Language("it", "Italiano", "Italian", "Latn", _ANGLE, _CURLY, ",", "."),
        Language("tr", "Türkçe", "Turkish", "Latn", _CURLY, _SINGLE, ",", "."),
        Language("ro", "Română", "Romanian", "Latn", ("„", "”"), _ANGLE, ",", "."),
    )
}


def language(code: str) -> Language:
    """The language of that code. Raises `KeyError` for a code that is not in the table."""
    return LANGUAGES[code]


_MEANT = {"ua": "uk", "by": "be", "il": "he", "iw": "he", "cz": "cs", "ge": "ka", "kz": "kk", "am": "hy", "gr": "el"}
"""Codes of countries, and old ones of languages, that people write for the language."""


def unknown_language(code: str) -> str:
    """What to say of a code that no language in the table has: which one may be meant, and which there are."""
    known = f"known are {', '.join(LANGUAGES)}"
    meant = LANGUAGES.get(_MEANT.get(code.lower(), code.lower()[:2]))
    return f"did you mean {meant.code}, {meant.english_name}? {known.capitalize()}" if meant else known
