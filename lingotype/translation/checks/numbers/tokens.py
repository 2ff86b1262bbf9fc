"""A plain text cut into what matters for numbers: digits, times, dates, words and signs."""

import re
from collections.abc import Iterator
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from lingotype.translation.checks.links import addresses_in
from lingotype.translation.checks.numbers.digits import SPACES, values_of
from lingotype.translation.checks.numbers.lexicon import Entry, Lexicon
from lingotype.translation.checks.numbers.table import Number


class Kind(Enum):
    """What a token is."""

    DIGITS = "digits"
    TIME = "time"
    DATE = "date"
    FRACTION = "fraction"
    CODE = "code"
    WORD = "word"
    SIGN = "sign"


class Token(NamedTuple):
    """One piece of a text and its place there."""

    kind: Kind
    text: str
    """As written; a word in lower case, `ё` as `е`."""
    start: int
    end: int
    values: tuple[Number, ...] = ()
    """A number's possible values; a time's minutes; a date's day, month and year; a fraction's two numbers."""
    entry: Entry | None = None
    is_capital: bool = False
    """Whether the word stands in capital letters throughout."""


HYPHENS = "-‑־"
"""Hyphens inside a word; the last one is Hebrew's."""

_PATTERNS = {
    # Nearly every piece is a word: what begins with a letter is tried before what begins with a digit.
    "meridiem": rf"(?<![^\W_])[aApP]\.[{SPACES}]?[mM]\b\.?",
    "vulgar": "[½¼¾⅓⅔]",  # letters to a regular expression
    "word": r"[^\W\d_]+(?:['’ʼ`״\"׳][^\W\d_]+)*",
    "iso": r"(?<![\d-])\d{4}-\d\d-\d\d(?![\d-])",
    "date": r"(?<![\d.,/])\d{1,2}(?P<mark>[./])\d{1,2}(?P=mark)(?:\d{4}|\d\d)(?![\d/]|[.,]\d)",
    "time": r"(?<![\d:])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:])",
    "phone": rf"\+\d[\d{SPACES}().-]{{6,20}}\d"
    rf"|\(\d{{2,5}}\)[{SPACES}]?\d{{1,4}}(?:[{SPACES}-]\d{{2,4}}){{1,3}}(?!\d)"
    rf"|(?<![\d-])8[{SPACES}-]\(?\d{{3}}\)?(?:[{SPACES}-]\d{{2,3}}){{2,3}}(?!\d)"
    r"|(?<![\d-])\d{1,4}(?:[-‑]\d{2,4}){2,4}(?![\d-])",
    "fraction": r"(?<![\d/.,])\d{1,3}/\d{1,3}(?![\d/])",
    "digits": rf"\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,٫٬'’]\d+)*",
    "sign": r"[^\w\s]",
}
_TOKEN = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _PATTERNS.items()))
_SAME_LETTER = str.maketrans({"ё": "е", "’": "'", "ʼ": "'", "`": "'", "״": '"', "׳": "'"})
_TURKIC_CAPITALS = str.maketrans({"I": "ı", "İ": "i"})
_VULGAR = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3)}


def tokens_in(text: str, language: str, lexicon: Lexicon) -> list[Token]:
    """The tokens of a plain text, its phrases put together; addresses are left out."""
    for start, end in addresses_in(text):
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    tokens = list(_single(text, language, lexicon))
    if lexicon.phrases.keys().isdisjoint([token.text for token in tokens]):
        return tokens
    return list(_phrases(tokens, lexicon))


def _single(text: str, language: str, lexicon: Lexicon) -> Iterator[Token]:
    folded = (text.translate(_TURKIC_CAPITALS) if language in ("az", "tr") else text).lower().translate(_SAME_LETTER)
    if len(folded) != len(text):
        folded = text
    for found in _TOKEN.finditer(text):
        name, written, (start, end) = found.lastgroup, found.group(), found.span()
        if name == "word":
            lower = folded[start:end]
            entry = lexicon.entry(lower)
            if entry and entry.has_capital and not written[0].isupper():
                entry = None
            yield Token(Kind.WORD, lower, start, end, (), entry, written.isupper())
        elif name == "sign":
            yield Token(Kind.SIGN, written, start, end)
        elif name == "vulgar":
            yield Token(Kind.DIGITS, written, start, end, (_VULGAR[written],))
        elif name == "meridiem":
            part = Entry(part_of_day=written[0].lower() + "m", is_clock_only=True)
            yield Token(Kind.WORD, written.lower(), start, end, (), part)
        else:
            yield _number(str(name), written, start, language)


def _number(name: str, written: str, start: int, language: str) -> Token:
    end = start + len(written)
    if name == "phone":
        return Token(Kind.CODE, "".join(filter(str.isdigit, written)), start, end)
    if name == "digits":
        values = values_of(written, language)
        return Token(Kind.DIGITS if values else Kind.CODE, written, start, end, values)
    parts = [int(part) for part in re.split(r"\D", written)]
    if name == "time":
        return Token(Kind.TIME, written, start, end, (parts[0] * 60 + parts[1],))
    if name == "fraction":
        return Token(Kind.FRACTION, written, start, end, tuple(parts))
    year, month, day = parts if name == "iso" else parts[::-1]
    if "/" in written and (language == "en" or month > 12):
        day, month = month, day
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return Token(Kind.CODE, written, start, end)
    return Token(Kind.DATE, written, start, end, (day, month, year))


def _phrases(tokens: list[Token], lexicon: Lexicon) -> Iterator[Token]:
    """The tokens with every phrase of the lexicon made one of them."""
    at = 0
    while at < len(tokens):
        token = tokens[at]
        length = 1
        for words, entry in lexicon.phrases.get(token.text, ()) if token.kind is Kind.WORD else ():
            if tuple(following.text for following in tokens[at : at + len(words)]) == words:
                length = len(words)
                token = Token(Kind.WORD, " ".join(words), token.start, tokens[at + length - 1].end, (), entry)
                break
        yield token
        at += length
