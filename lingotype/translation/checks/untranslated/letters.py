"""Letters that tell a language by themselves: those it has not, and those it cannot do without.

Alphabets as Unicode CLDR gives them. How many letters are needed before a missing one says something follows from how
often it stands in running text: every eighth letter of Azerbaijani is ə, x or q, every fourteenth of Ukrainian і, ї,
є or ґ, every ninth of Belarusian і or ў.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from lingotype.translation.checks.untranslated import runs
from lingotype.translation.checks.untranslated.evidence import ALPHABETS, CLOSE, SMALL_WORDS
from lingotype.translation.checks.untranslated.words import Word

_BORROWED: Mapping[str, frozenset[str]] = {
    "en": frozenset("àâäáçéèêëíîïñóôöúùûüœæ"),
    "es": frozenset("àâçèêëîïôûäöœæ"),
    "ru": frozenset("ѣ"),
}
"""Letters of words that a language has borrowed with their accents: café, naïve, façade."""
_OWN: Mapping[str, tuple[tuple[frozenset[str], int], ...]] = {
    "az": ((frozenset("əxq"), 40), (frozenset("ə"), 55)),
    "uk": ((frozenset("іїєґ"), 90),),
    "be": ((frozenset("іў"), 60),),
}
"""Letters of which one at least stands in every text of that many letters."""
_IMPOSSIBLE: Mapping[str, re.Pattern[str]] = {
    # ў for в behind a vowel, дз and ц for soft д and т, р and the hushing sounds never soft
    "be": re.compile(r"[аеёіоуыэюя]в$|[тд][ьі]|[рчшж][ьіёюя]|и"),
    # и before another и or е nowhere, and no ending -ия
    "uk": re.compile(r"(?<!^пр)(?<!^в)и[еи]|ия$|[ыэъё]"),
}
"""What no word of a language has, by its rules of sound; words that the source has, too, are names."""
_TELLING = 25
"""Letters from which on a text of a close language's small words must have a letter of its own."""
_CYRILLIC = frozenset({"ru", "uk", "be", "bg"})
_FEW = 6
"""Words up to which one with a foreign letter is enough."""


def foreign_words(words: Sequence[Word], language: str, known: Collection[str]) -> list[Word]:
    """The words with a letter that the language has not, if they are too many to be borrowed; names do not count."""
    alphabet = ALPHABETS.get(language)
    if alphabet is None or language in {"fr", "de", "pt"}:
        return []
    own = alphabet | _BORROWED.get(language, frozenset())
    has_names = language in _CYRILLIC  # whose letters names are given in, too
    own_words = [word for word in words if (has_names or not word.is_name) and not word.is_quoted]
    script = runs.LETTER[runs.script_of(language)]
    strange = [word for word in own_words if any(sign not in own and script.match(sign) for sign in word.key)]
    if not strange:
        return []
    copied = [word for word in strange if has_names and word.key in known and word.text.islower()]
    foreign = [word for word in strange if word.key not in known]
    is_enough = copied or len(foreign) > 1 or (foreign and len(own_words) <= _FEW)
    return copied or foreign if is_enough else []


def impossible_words(words: Sequence[Word], language: str, known: Collection[str]) -> list[Word]:
    """The words that cannot be the language's, by its rules of sound, if they are enough; names do not count."""
    pattern = _IMPOSSIBLE.get(language)
    if pattern is None:
        return []
    common = [word for word in words if not (word.is_name or word.is_quoted)]
    found = [word for word in common if pattern.search(word.key) and (word.text.islower() or word.key not in known)]
    is_enough = len(found) > 1 or (found and len(common) <= _FEW)
    return found if is_enough else []


def lacks_own(words: Sequence[Word], language: str, *, is_echo: bool = False) -> bool:
    """Whether a text is too long to be in the language without one of the letters that only it has.

    An echo of the source, and a text with small words of a close language, need not be long.
    """
    text = "".join(word.key for word in words if not word.is_name)
    rules = _OWN.get(language, ())
    if any(len(text) >= letters and own.isdisjoint(text) for own, letters in rules):
        return True
    if language not in _CYRILLIC or len(text) < _TELLING or not all(own.isdisjoint(text) for own, _ in rules):
        return False
    return bool(rules) and (
        is_echo or any(word.key in _small_words_of_others(language) for word in words if not word.is_quoted)
    )


@cache
def _small_words_of_others(language: str) -> frozenset[str]:
    """Small words of the languages close to this one that it has not itself."""
    others = {code for group in CLOSE if language in group for code in group - {language}}
    return frozenset().union(*(SMALL_WORDS[code] for code in others)) - SMALL_WORDS[language]
