"""Whether source and translation deny in the same places."""

import re
from collections.abc import Iterator

from lingotype.translation.checks.base import Check, Finding, Span, Text
from lingotype.translation.checks.negation.languages import TABLES
from lingotype.translation.checks.negation.table import Table
from lingotype.translation.checks.sentences import sentences_of

LONGEST = 20_000
"""Characters of a text that are looked at."""
_SHORT = 8
"""Words up to which a sentence may be turned round as a whole: “ещё не вечер” is “it is still early”."""
_COUNTED = 2
"""Denied clauses from which on they are counted in every pair of languages."""
_CLAUSE = re.compile(
    r"[,;:—–()]|\b(?:although|though|because|but|and|that|when|aunque|porque|pero|que|y|хотя|но|и|что|хоча|але|і|що|хоць|і|што|אף|אבל|כי)\b|(?<![א-ת])ו(?=[א-ת])"
)
"""Where one clause may end and another begin."""
_SLAVIC = frozenset({"ru", "uk", "be"})
"""Languages that deny word for word alike: there each denial is counted."""
_NEXT_WORD = re.compile(r"\s+[\w'-]+")
_SAME_APOSTROPHE = str.maketrans({"’": "'", "ʼ": "'", "ё": "е", "\u00a0": " "})
_TURKIC_CAPITALS = str.maketrans({"I": "ı", "İ": "i"})


class Negation(Check):
    """Where the source denies, the translation denies or says it with a negative word; and the other way round."""

    code = "negation"

    def findings(self, source: Text, target: Text) -> Iterator[Finding]:
        """A denial that was lost or invented, in the first pair of sentences that has one."""
        one, other = TABLES.get(source.language), TABLES.get(target.language)
        if one is None or other is None or source.language == target.language:
            return
        before, after = source.plain[:LONGEST], target.plain[:LONGEST]
        if not _says_no(folded(before, source), one) and not _says_no(folded(after, target), other):
            return
        is_counted = {source.language, target.language} <= _SLAVIC
        for two in _aligned(before, after):
            left, right = folded(two[0], source), folded(two[1], target)
            lost = _is_unanswered(left, one, right, other, is_counted=is_counted, is_new=False)
            lost = lost or (_is_half(right, other) and not _is_half(left, one)) or _has_more(left, one, right, other)
            lost = lost or _is_narrowed(left, one, right, other) or _has_only_without(left, one, right, other)
            lost = lost or _is_reversed(left, one, right, other)
            new = _is_unanswered(right, other, left, one, is_counted=is_counted, is_new=True)
            new = new or _is_narrowed(right, other, left, one) or _has_only_without(right, other, left, one)
            new = new or _is_reversed(right, other, left, one)
            if lost or new or _has_more(right, other, left, one):
                yield self._told(source, target, two, is_lost=lost)
                return

    def _told(self, source: Text, target: Text, two: tuple[str, str], *, is_lost: bool) -> Finding:
        """The finding, its span on the words that deny and, in the other text, on the sentence that does not."""
        places = [_place(source, two[0]), _place(target, two[1])]
        text, part = (source, two[0]) if is_lost else (target, two[1])
        lower = folded(part, text)
        span = _denial(lower, TABLES[text.language]) if len(lower) == len(part) else None
        words = "what the sentence says"
        if span:
            start = text.plain.find(part)
            places[not is_lost] = text.html_span(start + span[0], start + span[1])
            words = f"“{part[slice(*span)]}”"
        message = f"{words} has no denial in the translation."
        if not is_lost:
            message = f"{words} has no denial in the source."
        return self.finding(message[0].upper() + message[1:], source_span=places[0], target_span=places[1])


def _denial(text: str, table: Table) -> Span | None:
    """Where the first word of a sentence stands that denies, with the word behind it; idioms come last."""
    idioms = [found.span() for found in table.idiom.finditer(text)]
    denials = list(table.denies.finditer(text))
    real = (found for found in denials if not any(start <= found.start() < end for start, end in idioms))
    found = next(real, None) or table.refuses.search(text) or next(iter(denials), None)
    if found is None:
        return None
    behind = _NEXT_WORD.match(text, found.end())
    return found.start(), behind.end() if behind else found.end()


def _says_no(text: str, table: Table) -> bool:
    return bool(table.denies.search(text) or table.refuses.search(text))


def folded(plain: str, text: Text) -> str:
    """Plain text as the tables have it."""
    plain = plain.translate(_SAME_APOSTROPHE)
    return (plain.translate(_TURKIC_CAPITALS) if text.language in ("az", "tr") else plain).lower()


def _aligned(before: str, after: str) -> list[tuple[str, str]]:
    """Sentences side by side where the texts have as many; else the whole texts."""
    left, right = sentences_of(before), sentences_of(after)
    if len(left) == len(right) and len(left) > 1:
        share = len(after) / max(len(before), 1)
        if all(0.4 < (len(two) + 15) / (len(one) * share + 15) < 2.5 for one, two in zip(left, right, strict=True)):
            return list(zip(left, right, strict=True))
    return [(before, after)]


def _is_unanswered(text: str, table: Table, other: str, others: Table, *, is_counted: bool, is_new: bool) -> bool:
    """Whether a text denies and the other one has nothing that could say so."""
    denials = len(table.denies.findall(table.idiom.sub(" ", text)))
    if not denials and not table.refuses.search(text):
        return False
    wanted = max(denials, 1) if is_counted else 1
    answers = len(others.denies.findall(other))
    negative = sum(not _is_shared(found, table, text, others) for found in others.is_negative.findall(other))
    if is_counted:  # word for word: what stands in both texts answers for nothing
        negative -= len(table.is_negative.findall(text))
    if answers >= wanted or answers + negative >= wanted or others.refuses.search(other):
        return False
    if any(_has_new_opposite(name, text, table, other, others) for name in others.meanings):
        return False
    is_open = len(text.split()) <= _SHORT
    return not (is_open and others.may_be_negative.search(other))


def _has_new_opposite(meaning: str, text: str, table: Table, other: str, others: Table) -> bool:
    """Whether the other text says a word of that meaning, which the text says in no way, nor with the very word."""
    found = others.meanings[meaning].search(other)
    return found is not None and not table.meanings[meaning].search(text) and found.group() not in text


def _is_shared(word: str, table: Table, text: str, others: Table) -> bool:
    """Whether a negative word only says what a word of the other text says, too: “free” answers for “бесплатно”."""
    meanings = (name for name, means in others.meanings.items() if means.match(word))
    return any(table.meanings[name].search(text) for name in meanings)


def _has_only_without(text: str, table: Table, other: str, others: Table) -> bool:
    """Whether a text denies both a thing and what is done, and of the other “without” is left alone."""
    if not table.is_without.search(text) or not others.is_without.search(other):
        return False
    rest = table.is_without.sub(" ", table.idiom.sub(" ", text))
    left = others.is_without.sub(" ", other)
    if not table.denies.search(rest) or not table.is_without.search(table.idiom.sub(" ", text)):
        return False
    has_answer = others.denies.search(left) or others.refuses.search(left) or others.is_negative.search(left)
    return not has_answer and not any(_has_new_opposite(name, text, table, left, others) for name in others.meanings)


def _is_reversed(text: str, table: Table, other: str, others: Table) -> bool:
    """Whether “did not rule out” has become “ruled out”: the idiom may be put in another way, but not affirmed."""
    if others.denies.search(other):
        return False
    return any(
        denied.search(text) and others.reversed[meaning].search(other) for meaning, denied in table.denied.items()
    )


def _is_narrowed(text: str, table: Table, other: str, others: Table) -> bool:
    """Whether “not only” has become “only”."""
    if not table.says_not_only.search(text) or others.denies.search(other):
        return False
    return others.says_only.search(other) is not None


def _has_more(text: str, table: Table, other: str, others: Table) -> bool:
    """Whether more clauses are denied in a text than the other one could deny, with all its negative words."""
    denied = _denied_clauses(text, table)
    if denied < _COUNTED:
        return False
    clauses = sum(bool(others.denies.search(one) or others.is_negative.search(one)) for one in _CLAUSE.split(other))
    words = 0 if others.pronouns else len(others.denies.findall(other))  # “neither … nor”
    return max(clauses, words) < denied and not others.refuses.search(other)


def _denied_clauses(text: str, table: Table) -> int:
    if len(table.denies.findall(text)) < _COUNTED:
        return 0
    plain = table.idiom.sub(" ", text)
    return sum(table.denies.search(clause) is not None for clause in _CLAUSE.split(plain))


def _is_half(text: str, table: Table) -> bool:
    """Whether a word that denies only with a denied verb stands there without one."""
    if not table.needs_partner.search(text):
        return False
    plain = table.idiom.sub(" ", text)
    return table.needs_partner.search(plain) is not None and table.is_partner.search(plain) is None


def _place(text: Text, part: str) -> Span:
    start = text.plain.find(part) + len(part) - len(part.lstrip())
    return text.html_span(start, start + len(part.strip()))
