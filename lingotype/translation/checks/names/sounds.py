"""How a word sounds, roughly: what of a name survives another alphabet, another spelling and an ending.

A word becomes its consonants, and whether it begins with a vowel. Two words are alike when it costs little to change
one row of consonants into the other: г becomes h cheaply, t never becomes k. `Шекспир` and `Shakespeare` are alike,
`Путин` and `Biden` are not.
"""

import re
import unicodedata
from functools import lru_cache

from lingotype.language.transliteration import to_latin

_REMEMBERED = 50_000
"""Words and pairs of words that are kept: a newsroom's names come again and again."""

_DOUBLED = re.compile(r"(.)\1+")
_NOT_A_LETTER = re.compile(r"[\W\d_]+")

_CYRILLIC = re.compile("цз|шч|тч|тс|дж|нг$|[ую](?=[аеиоэыіє])|.")
_CYRILLIC_SOUNDS = {
    **{"цз": "S", "шч": "S", "тс": "s", "тч": "S", "дж": "S", "нг": "n", "ў": "w"},
    **{f"{letter}": "" for letter in "аеёиоуыэюяєіїйьъ"},
    **dict(zip("бвгґджзклмнпрстфхцчшщ", "bvggdSzklmnprstfhsSSS", strict=True)),
}
_SOFT_BELARUSIAN = re.compile("дз(?=[еёіюяьм])|ц(?=[еёіюяь])")
_CYRILLIC_VOWELS = "аеёиоуыэюяєіїй"

_LATIN = re.compile(
    "tzsch|tsch|shch|sch|tch|dzh|zh|sh|ch|kh|gh|ph|th|rh|wh|ck|cz|sz|dj|ts|tz|qu|ng$|gu(?=[ei])|^wr|^x|c(?=[eiy])|"
    "g(?=[eiy])|."
)
_LATIN_SOUNDS = {
    **dict.fromkeys(("tzsch", "tsch", "shch", "sch", "tch", "dzh", "zh", "sh", "cz", "dj"), "S"),
    **{"ch": "C", "kh": "h", "gh": "G", "ph": "f", "th": "t", "rh": "r", "wh": "w", "ck": "k", "ts": "s", "sz": "s"},
    **{"tz": "s", "qu": "kw", "ng": "n", "gu": "g", "x": "ks", "wr": "r"},
    **dict(zip("bcdfghjklmnpqrstvwz", "bkdfgHJklmnpkrstvwz", strict=True)),
}
_BEFORE_A_FRONT_VOWEL = {"c": "s", "g": "G"}
_LETTERS = {"ə": "e", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "s", "æ": "e", "œ": "e", "ñ": "n"}
_LETTERS |= {"ş": "sh", "ș": "sh", "š": "sh", "ç": "ch", "č": "ch", "ć": "ch", "ž": "zh", "ğ": "gh", "ț": "ts"}
_MARKED = str.maketrans(_LETTERS)
_AZERBAIJANI = str.maketrans({"c": "j", "x": "kh", "q": "g"})

_HEBREW = re.compile("[גזצ]['׳]|[טת]ס|.")
_HEBREW_SOUNDS = {
    **{f"{letter}{mark}": "S" for letter in "גזצ" for mark in "'׳"},
    **{"טס": "s", "תס": "s"},
    **dict(zip("בגדהוזחטכךלמםנןסףפצץקרשת", "bgdHwzhthhlmmnnsfPSSkrSt", strict=True)),
}
_HEBREW_PREFIX = re.compile("[והבלמשכ]{1,2}(?=.{2})")

_SWAPS = (
    "bv3 vw1 bw5 fv4 pf3 pb7 td7 kg4 gh1 kh4 sz2 sS4 zS4 CS0 Ck1 Ch1 CH1 Cs4 JS0 Jh1 JH1 Ja2 Jz3 Js4 JG1 Gg0 Gh1 GH1 "
    "GS2 Gs4 Hh0 Hg1 Hk5 mn5 wa2 Pp0 Pf1 Pb7 Pv4"
)
_SWAP = {pair: int(swap[2]) / 10 for swap in _SWAPS.split() for pair in (swap[:2], swap[1::-1])}
"""What it costs to hear one consonant for another; everything else costs 1."""
_LOSS = {"w": 0.15, "H": 0.15, "a": 0.3, "G": 0.4, "J": 0.4, "h": 0.6, "r": 0.7}
"""What it costs to leave a consonant out; everything else costs 1."""
_ENDINGS = {
    **dict.fromkeys(("ru", "uk", "be", "bg", "kk"), (frozenset("gmhvwskSn"), 3)),
    **dict.fromkeys(("az", "tr"), (frozenset("ndtlrkmsSGg"), 4)),
    **dict.fromkeys(("en", "es", "pt", "it"), (frozenset("nszt"), 2)),
}
"""The consonants of a language's endings, and how many of them a word may have."""
_NO_ENDINGS: tuple[frozenset[str], int] = (frozenset(), 0)
_ENDING_COST = 0.1
_COST, _COST_PER_SOUND = 0.12, 0.17
"""What two words that are alike may cost at most."""


def are_alike(word: str, lang: str, other: str, other_lang: str, *, part: float = 1.0) -> bool:
    """Whether both may be one name, each in its own language's spelling; `part` of the usual cost is allowed."""
    return any(
        _are_near(one, lang, two, other_lang, part) for one in sounds(word, lang) for two in sounds(other, other_lang)
    )


@lru_cache(_REMEMBERED)
def sounds(word: str, lang: str) -> tuple[str, ...]:
    """The word's consonants, in capitals where letters can be read in several ways; without Hebrew prefixes, too."""
    low = word.lower() if word.isalpha() else _NOT_A_LETTER.sub("", unicodedata.normalize("NFC", word.lower()))
    low = _DOUBLED.sub(r"\1", low)
    first = low[:1]
    if "Ѐ" <= first <= "ԯ":
        return (_of_cyrillic(_SOFT_BELARUSIAN.sub(_hard, low) if lang == "be" else low),)
    if "א" <= first <= "ת":
        low = word  # with its geresh
        prefix = _HEBREW_PREFIX.match(low)
        return tuple(_of_hebrew(low[cut:]) for cut in range(prefix.end() + 1 if prefix else 1))
    return (_of_latin(low if first < "ɐ" else to_latin(low, lang).lower(), lang),)


def _hard(soft: re.Match[str]) -> str:
    return "д" if soft.group() == "дз" else "т"


def _of_cyrillic(word: str) -> str:
    heard = [_CYRILLIC_SOUNDS.get(found, "") for found in _CYRILLIC.findall(word)]
    if word[:1] in "ую" and word[1:2] in _CYRILLIC_VOWELS[:-1] and word[1:2]:
        heard.insert(0, "w")
    elif word[:1] in _CYRILLIC_VOWELS:
        heard.insert(0, "a")
    return "".join(heard).replace("SS", "S")


def _of_latin(word: str, lang: str) -> str:
    word = (word.translate(_AZERBAIJANI) if lang == "az" else word).translate(_MARKED)
    plain = "".join(sign for sign in unicodedata.normalize("NFD", word) if "a" <= sign <= "z")
    heard = []
    for found in _LATIN.finditer(plain):
        letters = found.group()
        is_soft = letters in _BEFORE_A_FRONT_VOWEL and plain[found.end() : found.end() + 1] in tuple("eiy")
        heard.append(_BEFORE_A_FRONT_VOWEL[letters] if is_soft else _LATIN_SOUNDS.get(letters, ""))
    if plain[:1] in tuple("aeiouy"):
        heard.insert(0, "a")
    elif plain[:1] == "x":
        heard[0] = "s"
    return "".join(heard).replace("SS", "S")


def _of_hebrew(word: str) -> str:
    heard = "".join(_HEBREW_SOUNDS.get(found, "") for found in _HEBREW.findall(word))
    if word[0] in "אעי":
        heard = "a" + heard
    elif word[0] == "כ":
        heard = "k" + heard[1:]
    return heard


@lru_cache(_REMEMBERED)
def _are_near(one: str, lang: str, two: str, other_lang: str, part: float) -> bool:
    if one == two:
        return bool(one)
    if not one or not two:
        return False
    least = min(len(one), len(two))
    most = (_COST + _COST_PER_SOUND * least * (least > 1)) * part
    rows = _distances(one, two)
    if rows[-1][-1] <= most:
        return True
    letters, count = _ENDINGS.get(lang, _NO_ENDINGS)
    for cut in range(1, min(count, len(one) - 2) + 1):
        if one[-cut] not in letters:
            break
        if rows[len(one) - cut][-1] + cut * _ENDING_COST <= most:
            return True
    letters, count = _ENDINGS.get(other_lang, _NO_ENDINGS)
    for cut in range(1, min(count, len(two) - 2) + 1):
        if two[-cut] not in letters:
            break
        if rows[-1][len(two) - cut] + cut * _ENDING_COST <= most:
            return True
    return False


def _distances(one: str, two: str) -> list[list[float]]:
    """What it costs to change each beginning of one word into each beginning of the other."""
    row = [0.0]
    for other in two:
        row.append(row[-1] + _LOSS.get(other, 1.0))
    rows = [row]
    for sound in one:
        loss = _LOSS.get(sound, 1.0)
        new = [row[0] + loss]
        for at, other in enumerate(two):
            swap = 0.0 if sound == other else _SWAP.get(sound + other, 1.0)
            new.append(min(row[at] + swap, row[at + 1] + loss, new[at] + _LOSS.get(other, 1.0)))
        rows.append(new)
        row = new
    return rows
