"""Sentences of a plain text."""

import re

_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Dr|St|Sen|Gov|Rep|Prof|Jr|Sr|Inc|Ltd|Corp|No|vs|Gen|Lt|Col|Sgt|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|"
    "им|ул|пр|др|проф|акад|руб|коп|тыс|млн|млрд|стр|рис|гг|вв|вул|просп|тис|грн|див|обл|Sra|Srta|Dra|Gral|Av|Ud|Uds|EE|UU"
)
_OPENING = '«“„"‘(—–-'
_CAPITAL = "A-ZÀ-ÞА-ЯЁІЇЄҐЎƏİŞÇĞÖÜא-ת0-9¿¡"
_SENTENCE_END = re.compile(rf"[.!?…]+[»”\"’)]*(?=\s+[{_OPENING}]*\s?[{_CAPITAL}]|\s*$)")
_SHORT_BEFORE = re.compile(rf"(?:\b[^\W\d_]|\b(?:{_ABBREVIATIONS}))$")


def sentences_of(text: str) -> list[str]:
    """The sentences of a plain text; initials and common abbreviations end none, and what says nothing is none."""
    sentences, begin = [], 0
    for end in _SENTENCE_END.finditer(text):
        if not _is_abbreviation(text, end):
            sentences.append(text[begin : end.end()])
            begin = end.end()
    if has_content(text[begin:]):
        sentences.append(text[begin:])
    return sentences


def has_content(text: str) -> bool:
    """Whether there is a letter or a digit."""
    return any(character.isalnum() for character in text)


def _is_abbreviation(text: str, end: re.Match[str]) -> bool:
    is_last = not text[end.end() :].strip()
    if is_last or end.group() != ".":
        return False
    return _SHORT_BEFORE.search(text, max(0, end.start() - 8), end.start()) is not None
