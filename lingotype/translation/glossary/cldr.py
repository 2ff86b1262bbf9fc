"""What Unicode's CLDR calls countries, languages, months and currencies: seeds of a glossary.

They are usual names and not a newsroom's decisions: docs/decisions/0006-seeds-are-advice.md says what follows.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from babel import Locale
from babel.core import get_global
from babel.numbers import get_territory_currencies

from lingotype.language.facts import LANGUAGES
from lingotype.translation.glossary.entries import Entry, Wording

_NO_PLACES = frozenset({"XA", "XB", "ZZ", "QO", "EZ"})
"""Codes of territories that are made for software."""
_RUSSIAN_MONTHS = [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
]
"""CLDR's stand-alone months of Russian as Babel gives them are in the genitive."""

_IN_DATES_OTHERWISE = frozenset({"uk", "be", "pl", "cs", "sk", "hr", "sl", "lt", "hy", "ka", "el"})
"""Languages whose months have another form in a date; of others CLDR, as Babel gives it, has no month alone."""


def seeds(languages: Sequence[str]) -> dict[str, Entry]:
    """Every name that at least two of these languages have, by what it is the name of, such as `territory:MX`."""
    known = [lang for lang in languages if lang in LANGUAGES]
    found: dict[str, dict[str, Wording]] = {}
    for lang in known:
        for key, wording in _names_in(lang):
            found.setdefault(key, {})[lang] = wording
    return {key: Entry(wordings, case_sensitive=True) for key, wordings in sorted(found.items()) if len(wordings) > 1}


def _names_in(lang: str) -> Iterator[tuple[str, Wording]]:
    data: Any = Locale.parse(lang)  # Babel's types say less than it gives
    yield from _listed("territory", data.territories, _territories())
    yield from _listed("language", data.languages, (code for code in data.languages if len(code) == 2))
    yield from _listed("currency", data.currencies, _currencies())
    yield from _months(data, lang)


def _listed(kind: str, names: Mapping[str, str], codes: Iterable[str]) -> Iterator[tuple[str, Wording]]:
    for code in sorted(codes):
        if name := names.get(code):
            yield f"{kind}:{code}", Wording(name)


def _months(data: Any, lang: str) -> Iterator[tuple[str, Wording]]:
    inside, alone = data.months["format"]["wide"], data.months["stand-alone"]["wide"]
    for number in range(1, 13):
        name = alone[number] if lang in _IN_DATES_OTHERWISE else inside[number]
        name = _RUSSIAN_MONTHS[number - 1] if lang == "ru" else name
        forms = (inside[number],) if inside[number] != name else ()
        yield f"month:{number:02}", Wording(name, forms)


@cache
def _territories() -> frozenset[str]:
    data: Any = Locale.parse("en")
    return frozenset(code for code in data.territories if len(code) == 2) - _NO_PLACES


@cache
def _currencies() -> frozenset[str]:
    """Those that are legal tender somewhere today."""
    return frozenset(code for place in get_global("territory_currencies") for code in get_territory_currencies(place))
