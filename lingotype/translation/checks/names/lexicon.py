"""What the lists of words say about one word: whether it is an office, a given name, known to everybody."""

from collections.abc import Set as AbstractSet
from functools import cache, lru_cache

from lingotype.translation.checks.names.given import CYRILLIC, FAMOUS, LATIN, SAME
from lingotype.translation.checks.names.known import languages_in
from lingotype.translation.checks.names.offices import OFFICES
from lingotype.translation.checks.names.ordinary import KINDS, ORDINARY

SLAVIC = frozenset({"ru", "uk", "be"})

_REMEMBERED = 20_000
_FOLD = str.maketrans("ёеэєіїыґў", "иииииииг" + "в")
"""Letters in which the languages differ: Кэти, Кеті and Кэці are one."""
_MARKS = str.maketrans("áéíóúüñç", "aeiouunc")
_LONGEST_ENDING = (0, 0, 0, 2, 3)
"""How many letters may follow a beginning of so many; after a longer one any number may."""


@lru_cache(_REMEMBERED)
def is_ordinary(word: str, language: str) -> bool:
    """Whether the word is one of those that offices, streets, feasts and titles are made of."""
    known = ORDINARY.get(language, frozenset())
    if language == "en":
        singular = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
        return word in known or singular in known or word in languages_in("en")
    bare = word.translate(_MARKS) if language == "es" else word
    return _has_beginning(bare, known)


@lru_cache(_REMEMBERED)
def is_kind(word: str) -> bool:
    """Whether a Slavic word says what bears a name that may be translated: an island, a street, a film."""
    return _has_beginning(word, KINDS)


@lru_cache(_REMEMBERED)
def is_office(word: str, language: str) -> bool:
    """Whether the word says what a person is: a president, a mayor, Mr."""
    known = OFFICES.get(language, frozenset())
    if language not in SLAVIC:
        return word in known
    return any(word[:size] in known for size in range(max(3, len(word) - 3), len(word) + 1))


@lru_cache(_REMEMBERED)
def is_given(word: str) -> bool:
    """Whether the word is a common given name, in any case."""
    cyrillic, latin = _given_names()
    if not _is_cyrillic(word):
        return word in latin or word.translate(_MARKS) in latin
    folded = word.translate(_FOLD)
    beginnings = (folded[:size] for size in range(max(2, len(word) - 2), len(word) + 1))
    return any(beginning in cyrillic or _without_ending(beginning) in cyrillic for beginning in beginnings)


@lru_cache(_REMEMBERED)
def is_famous(word: str) -> bool:
    """Whether the word is so well known a name that it needs no other evidence."""
    if not _is_cyrillic(word):
        return word in _famous_names()
    folded = word.translate(_FOLD)
    return any(folded[:size] in _famous_names() for size in range(max(3, len(folded) - 4), len(folded) + 1))


@lru_cache(_REMEMBERED)
def namesakes(word: str) -> frozenset[int]:
    """The numbers of the groups of given names that are one in several languages, in which this one is."""
    forms = {word[:size] for size in range(max(2, len(word) - 2), len(word) + 1)}
    forms |= {form + ending for form in forms if len(form) > 2 for ending in "йьаяо"}
    return frozenset(number for number, group in enumerate(_same_names()) if not group.isdisjoint(forms))


def _has_beginning(word: str, beginnings: AbstractSet[str]) -> bool:
    for size in range(2, len(word) + 1):
        if word[:size] in beginnings and (size > 4 or len(word) - size <= _LONGEST_ENDING[size]):
            return True
    return False


def _is_cyrillic(word: str) -> bool:
    return "Ѐ" <= word[:1] <= "ԯ"


def _without_ending(name: str) -> str:
    return name[:-1] if len(name) > 3 and name[-1] in "аяйьиеоу" else name


@cache
def _given_names() -> tuple[frozenset[str], frozenset[str]]:
    cyrillic = (_without_ending(name) for name in CYRILLIC.translate(_FOLD).split())
    return frozenset(cyrillic), frozenset(LATIN.split())


@cache
def _famous_names() -> frozenset[str]:
    return frozenset(FAMOUS.split()) | frozenset(FAMOUS.translate(_FOLD).split())


@cache
def _same_names() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(part.split()) for part in SAME.replace("\n", "|").split("|") if part.strip())
