"""Names that are known in several languages: what each calls a country, a city, an organisation."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError

from lingotype.language.facts import LANGUAGES
from lingotype.translation.checks.forms import has_ending, stem_of
from lingotype.translation.checks.names.abbreviations import ABBREVIATIONS, PLACES
from lingotype.translation.checks.names.words import Words, listed

_CONTINENTS = ("002", "019", "142", "150")
_CITIES = listed(
    """
    Africa/Johannesburg Africa/Lagos Africa/Nairobi Africa/Tripoli Africa/Tunis America/Boise America/Bogota
    America/Caracas America/Chicago America/Denver America/Detroit America/Guatemala America/Havana
    America/Los_Angeles America/Mexico_City America/Montevideo America/New_York America/Phoenix America/Tijuana
    America/Toronto America/Vancouver Asia/Almaty Asia/Baghdad Asia/Baku Asia/Bangkok Asia/Beirut Asia/Bishkek
    Asia/Dhaka Asia/Dubai Asia/Hong_Kong Asia/Kabul Asia/Karachi Asia/Novosibirsk Asia/Omsk Asia/Riyadh Asia/Seoul
    Asia/Shanghai Asia/Singapore Asia/Tashkent Asia/Tehran Asia/Tokyo Asia/Vladivostok Australia/Melbourne
    Australia/Sydney Europe/Amsterdam Europe/Belgrade Europe/Berlin Europe/Bucharest Europe/Budapest Europe/Chisinau
    Europe/Dublin Europe/Helsinki Europe/Istanbul Europe/Madrid Europe/Minsk Europe/Oslo Europe/Paris Europe/Riga
    Europe/Rome Europe/Sofia Europe/Stockholm Europe/Tallinn Europe/Vilnius Europe/Zagreb Europe/Zurich
    """
)
"""The time zones whose cities newspapers write about; more stand in `PLACES`."""
_NO_PLACES = frozenset({"אלפים"})
"""Names of places that are other words, too: the Alps are also thousands."""
_HEBREW_MARKS = str.maketrans({"״": '"', "׳": "'"})
_HEBREW_PREFIXES = "והבלמשכ"
_DOTTED = re.compile(r"(?:[A-Z]\.){2,}")
_NO_NAMES = listed(
    """
    того чад мали man of the and y и і de la el ve və
    """
)


@dataclass(frozen=True, slots=True)
class KnownName:
    """One name as each language writes it; a form that ends with `*` stands for everything that begins so."""

    forms: Mapping[str, tuple[str, ...]]
    is_told_by_first: bool = False
    """Whether, of the forms that are no abbreviations, only the first tells that a text has the name."""

    def stands_in(self, words: Words) -> bool:
        """Whether the text has the name in its own language, or an adjective or inhabitant made of it."""
        return any(_stands_in(form, words) for form in self.forms.get(words.language, ()))

    def telling_forms(self, language: str) -> Iterator[str]:
        """The forms that are looked for in a source in that language."""
        for number, form in enumerate(self.forms.get(language, ())):
            is_late = self.is_told_by_first and number and not is_abbreviation(form)
            has_capital = form[0] != form[0].lower() or "א" <= form[0] <= "ת"
            if has_capital and not is_late and not form.endswith("*"):
                yield form

    def can_be_told(self, language: str) -> bool:
        """Whether it is known what this language calls it."""
        return bool(self.forms.get(language))


class Index:
    """Known names by the words that they begin with, for one language."""

    def __init__(self, names: Iterable[KnownName], language: str) -> None:
        self.language = language
        self.script = LANGUAGES[language].script if language in LANGUAGES else "Latn"
        self._exact: dict[str, KnownName] = {}
        self._stems: defaultdict[str, list[tuple[tuple[str, ...], KnownName]]] = defaultdict(list)
        for name in names:
            for form in name.telling_forms(language):
                if is_abbreviation(form) or self.script in {"Hebr", "Arab"}:
                    if form not in _NO_PLACES:
                        self._exact.setdefault(form.translate(_HEBREW_MARKS), name)
                else:
                    parts = tuple(stem_of(part, language) for part in re.split(r"[ -]", form.lower().replace("ё", "е")))
                    self._stems[parts[0][:3]].append((parts, name))

    def find(self, words: Words, at: int) -> tuple[KnownName, int] | None:
        """The name that begins with this word, and of how many words it is."""
        dotted = _DOTTED.match(words.plain, words.spans[at][0]) if len(words.written[at]) == 1 else None
        if dotted and dotted.group() in self._exact:
            return self._exact[dotted.group()], dotted.group().count(".")
        found = self._exact.get(words.written[at].translate(_HEBREW_MARKS))
        if found is None and self.script == "Hebr":
            found = self._behind_prefix(words.low[at].translate(_HEBREW_MARKS))
        if found is not None:
            return found, 1
        best: tuple[KnownName, int] | None = None
        for parts, name in self._stems.get(words.low[at][:3], ()):
            if (best is None or len(parts) > best[1]) and self._begins(words, at, parts):
                best = name, len(parts)
        return best

    def _behind_prefix(self, word: str) -> KnownName | None:
        """The name behind one or two of the letters that Hebrew puts before words: “in”, “and”, “the”."""
        cuts = (cut for cut in (1, 2) if all(sign in _HEBREW_PREFIXES for sign in word[:cut]))
        return next((self._exact[word[cut:]] for cut in cuts if word[cut:] in self._exact), None)

    def _begins(self, words: Words, at: int, parts: Sequence[str]) -> bool:
        if at + len(parts) > len(words.low):
            return False
        return all(has_ending(words.low[at + offset], stem, self.language) for offset, stem in enumerate(parts))


def is_abbreviation(word: str) -> bool:
    """Whether the word is all capitals: `USA`."""
    return len(word) > 1 and word.isupper()


@cache
def _root(form: str, script: str) -> tuple[str, ...]:
    """What every word made of the form begins with, part by part."""
    if form.endswith("*"):
        return tuple(_bare(part) for part in form[:-1].lower().split(" "))
    return tuple(_cut(_bare(part.lower()), script) for part in re.split(r"[ -]", form))


def _cut(word: str, script: str) -> str:
    if script == "Hebr" or len(word) < 4:
        return word
    if len(word) == 4:
        return word[:-1] if word[-1] in "aeiouаяеуюыиіїій" else word
    return word[: max(4 if len(word) > 5 else 3, min(len(word) - 3, 6))]


def _bare(word: str) -> str:
    if word.isascii():
        return word
    return "".join(
        sign for sign in unicodedata.normalize("NFD", word) if sign not in "\u0301\u0300\u0307\u0308"
    ).translate(_HEBREW_MARKS)


def _stands_in(form: str, words: Words) -> bool:
    if "." in form:
        return form in words.plain
    if is_abbreviation(form) and words.script != "Hebr":
        return form in words.written or any(word.startswith(form) for word in words.written)
    bare = _bare_words(words)
    return all(any(word.startswith(root) for word in bare) for root in _root(form, words.script))


def _bare_words(words: Words) -> frozenset[str]:
    return frozenset(map(_bare, words.all_low))


def written_names(table: str, *, is_told_by_first: bool = False) -> Iterator[KnownName]:
    """The names of a table such as `ABBREVIATIONS`."""
    for line in table.strip().splitlines():
        forms: dict[str, tuple[str, ...]] = {}
        for entry in line.split("; "):
            code, *written = entry.split()
            forms[code] = tuple(form.replace("_", " ") for form in written)
        yield KnownName(forms, is_told_by_first)


@cache
def names_for(source: str, target: str) -> tuple[KnownName, ...]:
    """Every name that is known in both languages, from our own tables and from Unicode CLDR."""
    own = [*written_names(ABBREVIATIONS, is_told_by_first=True), *written_names(PLACES)]
    taken = {form.lower() for name in own for form in name.forms.get(source, ())}
    before, after = _places(source), _places(target)
    listed = (
        KnownName({source: (before[place],), target: (after[place],)})
        for place in before
        if place in after and before[place].lower() not in taken | _NO_NAMES
    )
    return tuple(name for name in (*own, *listed) if name.can_be_told(source) and name.can_be_told(target))


@cache
def index_for(source: str, target: str) -> Index:
    """The names known in both languages, by their words in the first."""
    return Index(names_for(source, target), source)


@cache
def languages_in(language: str) -> frozenset[str]:
    """What CLDR says the language calls the languages of the world, in small letters: in English they have capitals."""
    return frozenset(name.lower() for name in Locale.parse(language).languages.values() if len(name) > 3)


def _places(language: str) -> dict[str, str]:
    """What CLDR says the language calls states, continents and cities."""
    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return {}
    places = {
        code: name
        for code, name in locale.territories.items()
        if code in _CONTINENTS or (len(code) == 2 and "(" not in name)
    }
    zones = locale.time_zones
    for zone in _CITIES:
        named = zones.get(zone, {}).get("city") or (zone.split("/")[-1].replace("_", " ") if language == "en" else None)
        if named:
            places[zone] = str(named)
    return places
