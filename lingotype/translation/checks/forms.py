"""Whether two words are forms of one, as far as endings tell: `Совета` and `Совет` are, `портал` and `порт` are not."""

import re

from lingotype.language.stems import stems

_STEMMED = frozenset(["ru", "en", "es", "pt", "fr", "de", "it", "tr", "ro", "ar"])
"""Languages whose stemmer may be believed; for others `stems` only cuts words off."""
_CYRILLIC = frozenset(["ru", "uk", "be", "bg", "kk"])
_GLUING = frozenset(["az", "tr", "kk"])
_CYRILLIC_ENDING = re.compile(
    "(?:[аяоеёуюиыіїєйьў]|[оеіыи]й|[оеіёа][мвў]|[ыи][мхй]|а[хм]|ями?|я[хм]|[иі]?ею|ою|ии|ию|ией|і[яїює]|ією|[иы]и|ый|"
    "[ое]го|[ое]му|ых|[иы]ми|ами|ова|[ео]ві|овы|а[йю]|ей|ью)?"
)
_GLUED_ENDING = re.compile("(?:['’]?[a-zçəğıöşü]{0,8})?")
_PLURAL = re.compile("(?:s['’]?|['’]s)?")
_CUT, _CHANGED = 5, 3
"""Letters that lenient judgement goes by, at least, and letters at a word's end that may be others."""
_HEBREW_PREFIXES = frozenset("והבלמשכ")


def is_form(written: str, word: str, lang: str, *, is_lenient: bool = False) -> bool:
    """Whether the one word is a form of the other, both in small letters; leniently, only their beginnings count."""
    if written == word:
        return True
    if lang == "he":
        prefix = written.removesuffix(word)
        return prefix != written and len(prefix) < 4 and _HEBREW_PREFIXES.issuperset(prefix)
    if has_ending(written, stem_of(word, lang), lang):
        return True
    if lang in _STEMMED:
        return stems(written, lang) == stems(word, lang)
    size = max(_CUT, len(word) - _CHANGED)
    return is_lenient and len(word) > _CUT and written[:size] == word[:size]


def stem_of(word: str, lang: str) -> str:
    """What all forms of a word begin with, as far as its last letters tell."""
    if lang not in _CYRILLIC or len(word) < 4 or word[-1] not in "аяоеуюиыіїйь":
        return word
    cut = word[:-1]
    return cut[:-1] if len(cut) > 5 and cut[-1] in "ыи" and word[-1] in "йе" else cut


def has_ending(written: str, stem: str, lang: str) -> bool:
    """Whether the word is the stem with an ending of its language, or with none."""
    if not written.startswith(stem):
        return False
    ending = _CYRILLIC_ENDING if lang in _CYRILLIC else _GLUED_ENDING if lang in _GLUING else _PLURAL
    return ending.fullmatch(written, len(stem)) is not None
