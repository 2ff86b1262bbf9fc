"""Whether source and translation deny in the same places."""

from collections.abc import Iterator

from lingotype.translation.checks.base import Check, Finding, Span, Text
from lingotype.translation.checks.negation.languages import TABLES
from lingotype.translation.checks.negation.table import Table
from lingotype.translation.checks.sentences import sentences_of

LONGEST = 20_000
"""Characters of a text that are looked at."""
_LONG = 16
"""Words from which on a sentence may put a denial in too many ways."""
_SLAVIC = frozenset({"ru", "uk", "be"})
"""Languages that deny word for word alike: there each denial is counted."""
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
            if lost or _is_unanswered(right, other, left, one, is_counted=is_counted, is_new=True):
                yield self.finding(
                    "The source denies, the translation does not." if lost else "The source does not deny.",
                    source_span=_place(source, two[0]),
                    target_span=_place(target, two[1]),
                )
                return


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
    if answers >= wanted or answers + len(others.is_negative.findall(other)) >= wanted or others.refuses.search(other):
        return False
    if any(means.search(other) and not table.meanings[name].search(text) for name, means in others.meanings.items()):
        return False
    is_open = is_new or len(text.split()) > _LONG
    return not (is_open and others.may_be_negative.search(other))


def _place(text: Text, part: str) -> Span:
    start = text.plain.find(part)
    return text.html_span(start, start + len(part))
