"""How a name crosses between neighbouring languages of one script: rules for `Speller`, the special ones first.

uk   Ukrainian orthography of 2019, §§ 144–152 (Russian names: -ський, ьо, йо, є and ї after vowels).
be   the Law on the rules of Belarusian orthography of 2008 (hard р, ж, ч, ш, ц; ў; шч). Unstressed о → а is not
     applied: it needs the stress, which the letters do not show.
"""

from collections.abc import Mapping

_CYRILLIC_VOWELS = "аеёиоуыэюяєії"
_INITIAL = r"(?<![\w'’ʼ])"
_ENDING = r"(?!\w)"
_AFTER_VOWEL = f"(?<=[{_CYRILLIC_VOWELS}ьъ'’])"

_RU_UK = {
    f"(?<=[ае]н)и[ея]{_ENDING}": "ня",
    f"(?<=[сц])к(?=(?:ий|ого|ому|им|ом|ая|ой|ую|ие|их|ими){_ENDING})": "ьк",
    f"(?<=[бвгджзклмнпрстфхцчшщ])[иы]й{_ENDING}": "ий",
    f"(?<=[бвгджзклмнпрстфхцчшщ])ая{_ENDING}": "а",
    f"(?<=[бвгджзклмнпрстфхцчшщ])ую{_ENDING}": "у",
    f"(?<=[бвгджзклмнпрстфхцчшщ])[иы]е{_ENDING}": "і",
    f"(?<=[дкнцчш])их{_ENDING}": "их",
    "(?<=[жчшщц])и(?=[бвгджзклмнпрстфхцчшщ])": "и",
    "(?<=[ое]в)ич": "ич",
    f"(?<=\\w\\w)ик{_ENDING}": "ик",
    "ъ(?=[еёюя])": "’",
    "ъ": "",
    f"{_INITIAL}е": "є",
    f"{_AFTER_VOWEL}е": "є",
    f"{_AFTER_VOWEL}и": "ї",
    f"(?<=ф)ё|(?<={_INITIAL}сем)ё|(?<={_INITIAL}арт)ё|(?<={_INITIAL}п)ё(?=тр)": "е",
    f"{_INITIAL}ё|{_AFTER_VOWEL}ё": "йо",
    "(?<=[жчшщц])ё": "о",
    "ьё": "йо",
    "ё": "ьо",
    "и": "і",
    "ы": "и",
    "э": "е",
}
_HARD = "[жчшщцр]"
_RU_BE = {
    f"(?<=[кгх])ий{_ENDING}": "і",
    f"(?<=[бвдзлмнпстфрц])ый{_ENDING}": "ы",
    f"(?<=[{_CYRILLIC_VOWELS}])в(?=[бгджзклмнпрстфхцчшщ])|(?<=[{_CYRILLIC_VOWELS}])в{_ENDING}": "ў",
    f"(?<={_HARD})и": "ы",
    f"(?<={_HARD})е": "э",
    f"(?<={_HARD})ё": "о",
    f"(?<={_HARD})ю": "у",
    f"(?<={_HARD})я": "а",
    f"(?<={_HARD})ь": "",
    "ъ": "’",
    "щ": "шч",
    "и": "і",
}
_UK_RU = {
    f"(?<=[сцз])ьк(?=(?:ий|ого|ому|им|а|ої|у|і|их|ими){_ENDING})": "к",
    f"(?<=[бвдзлмнпрстфц])ий{_ENDING}": "ый",
    f"(?<={_INITIAL}об)['’ʼ]|(?<=ід)['’ʼ]|(?<={_INITIAL}з)['’ʼ]|(?<=роз)['’ʼ]|(?<=без)['’ʼ]": "ъ",
    r"(?<=\w)['’ʼ](?=\w)": "",
    "ьо": "ё",
    "(?<=[бвгджзклмнпрстфхцчшщ])йо": "ьё",
    "і": "и",
    "ї": "и",
    "є": "е",
    "ґ": "г",
}
_BE_RU = {
    f"(?<=[сц])кі{_ENDING}": "кий",
    "шч": "щ",
    "(?<=[жшч])ы": "и",
    f"аў{_ENDING}": "ов",
    f"(?<=р)ый{_ENDING}": "ий",
    "дз(?=[еёіюяь])|дз(?=мі)": "д",
    "ц(?=[еёіюяь])": "т",
    "(?<=[чщ])э": "е",
    r"(?<=\w)['’ʼ](?=\w)": "ъ",
    "ў": "в",
    "і": "и",
    "ґ": "г",
}
RESPELLING: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("ru", "uk"): _RU_UK,
    ("ru", "be"): _RU_BE,
    ("uk", "ru"): _UK_RU,
    ("be", "ru"): _BE_RU,
}
"""The rules of each pair of languages, source and target."""
