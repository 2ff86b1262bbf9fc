"""Quotation marks of a plain text: which open, which close, and what stands between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST = 20_000
"""Characters of a text that are looked at."""

_DEEPEST = 6
"""Quotations inside one another that are told apart."""

_MARK = re.compile(r"[«»‹›“”„‟‘’‚\"״'「」]")
_PARTNER = {
    "«": "»",
    "‹": "›",
    "„": '“”"',
    "‟": "”",
    "“": "”",
    "‘": "’",
    "‚": "‘’",
    '"': '"”',
    "״": "״",
    "'": "'",
    "「": "」",
}
_SINGLE = frozenset("‘’'‚‹›")
_HEBREW = "א-ת"
_HEBREW_PREFIX = re.compile(r"(?<![א-ת])[והבלכמש]{1,4}$")
_ABBREVIATION_ENDS = re.compile(rf"[{_HEBREW}](?![{_HEBREW}])")
_DIALOGUE = re.compile(r"(?:^|(?<=\n))\s*[—–-](?=\s?[^\W\d_¿¡]|\s?[¿¡«“\"„])")
_ATTRIBUTION = re.compile(r"[,!?…»”\".]\s*[—–-]\s?(?=[^\W\d_])|\s[—–](?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation; those inside it are part of it."""

    start: int
    end: int
    """The opening mark and the place after the closing one, in the plain text."""
    is_closed: bool
    is_single: bool
    """Whether its marks may be apostrophes: such a quotation answers for another, but asks for none."""

    def words(self, text: str) -> list[str]:
        """What is quoted, word by word."""
        return text[self.start + 1 : self.end - self.is_closed].split()


@dataclass(frozen=True, slots=True)
class Marks:
    """The quotations of a text, and its marks that have no partner."""

    quotations: tuple[Quotation, ...]
    strays: tuple[int, ...]
    is_dialogue: bool
    """Whether a dash opens what is said, with the speaker named behind another one."""
    has_dash: bool
    """Whether a dash opens the text or a line at all."""


def marks_of(text: str, language: str) -> Marks:
    """Reads the marks of a plain text."""
    text = text[:LONGEST]
    quotations, strays = _paired(text, language) if _MARK.search(text) else ([], [])
    dash = _DIALOGUE.search(text)
    is_dialogue = dash is not None and _ATTRIBUTION.search(text, dash.end()) is not None
    return Marks(tuple(quotations), tuple(strays), is_dialogue, dash is not None)


def _paired(text: str, language: str) -> tuple[list[Quotation], list[int]]:
    """The outermost quotations and the marks without a partner."""
    opened: list[tuple[str, int]] = []
    quotations: list[Quotation] = []
    strays: list[int] = []
    for at in _marks(text, language):
        mark = text[at]
        nearest = range(len(opened) - 1, max(len(opened) - _DEEPEST, 0) - 1, -1)
        partner = next((index for index in nearest if mark in _PARTNER[opened[index][0]]), None)
        if partner is not None and _may_close(text, at, opened[-1][0], language):
            strays += [place for lost, place in opened[partner + 1 :] if lost not in _SINGLE]
            opening, start = opened[partner]
            del opened[partner:]
            if not opened:
                quotations.append(Quotation(start, at + 1, is_closed=True, is_single=opening in _SINGLE))
        elif mark in _PARTNER and _may_open(text, at):
            opened.append((mark, at))
        elif mark not in _SINGLE and not _is_inch(text, at):
            strays.append(at)
    doubles = [(mark, place) for mark, place in opened if mark not in _SINGLE]
    if doubles:
        start = doubles[0][1]
        quotations = [item for item in quotations if item.start < start]
        quotations.append(Quotation(start, len(text), is_closed=False, is_single=False))
        strays += [place for _, place in doubles]
    return sorted(quotations, key=lambda item: item.start), sorted(strays)


def _marks(text: str, language: str) -> Iterator[int]:
    """Where marks stand that may belong to a quotation: no apostrophes, no inches, no Hebrew abbreviations."""
    for found in _MARK.finditer(text):
        at, mark = found.start(), found.group()
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        is_inside = before.isalnum() and after.isalnum()
        if is_inside and mark in "'’‘":
            continue
        if mark in "'’" and before.isdigit():
            continue
        if is_inside and mark in '"״”' and not _is_hebrew_opening(text, at, language):
            continue
        yield at


def _is_hebrew_opening(text: str, at: int, language: str) -> bool:
    """Whether the mark stands between a preposition and a quoted word: ב"הארץ"; not in ארה"ב."""
    if language != "he" or not _HEBREW_PREFIX.search(text, max(0, at - 5), at):
        return False
    if _ABBREVIATION_ENDS.match(text, at + 1):
        return False
    closing = text.find(text[at], at + 2, at + 400)
    return closing > 0 and not text[closing + 1 : closing + 2].isalnum()


def _may_close(text: str, at: int, innermost: str, language: str) -> bool:
    """Whether the mark can close: something stands right before it, or it can do nothing else."""
    mark = text[at]
    if mark in "»›”」":
        return True
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if mark == "“" and innermost == "„":
        return True
    if mark in "'’‘":
        return not before.isspace() and not after.isalnum()
    if mark in '"״“':
        is_opening_place = not before or before.isspace() or before in "([—–-«„“"
        return not is_opening_place or not after or after.isspace() or language == "he"
    return False


def _may_open(text: str, at: int) -> bool:
    mark = text[at]
    if mark not in "\"״'‘":
        return True
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    can_follow = bool(after) and not after.isspace()
    if mark in "'‘":
        return can_follow and not before.isalnum() and (after.isalpha() or after in "«“¿¡")
    return can_follow and not before.isdigit()


def _is_inch(text: str, at: int) -> bool:
    return text[at] in '"”״' and text[at - 1 : at].isdigit()
