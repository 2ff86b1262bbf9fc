"""Every number of the source stands in the translation, and no other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from lingotype.translation.checks.base import Check, Finding, Severity, Text
from lingotype.translation.checks.numbers.facts import Fact
from lingotype.translation.checks.numbers.languages import TABLES
from lingotype.translation.checks.numbers.lexicon import lexicon
from lingotype.translation.checks.numbers.reader import facts_in
from lingotype.translation.checks.numbers.table import Number
from lingotype.translation.checks.numbers.units import are_compatible

_MOST_COUNTED = 60
"""Numbers of a text up to which it is counted how often each of them stands there."""


class Numbers(Check):
    """Every number of the source stands in the translation, in whatever notation or words, and no other."""

    code = "numbers"

    def findings(self, source: Text, target: Text) -> Iterator[Finding]:
        """Numbers, dates, times and amounts of money that are missing, changed or invented."""
        is_known = source.language in TABLES and target.language in TABLES
        before, after = (facts_in(text, lexicon(text.language if is_known else "")) for text in (source, target))
        before = _settled(before, after)
        after = _settled(after, before)
        missing = [fact for fact in _unmatched(before, after) if not _stands_in(source, fact, target)]
        extra = [fact for fact in _unmatched(after, before) if not _stands_in(target, fact, source)]
        if not any(fact.is_required for fact in (*missing, *extra)):
            missing += _too_few(before, after)
            extra += _too_few(after, before)
        for lost, new in _pairs(missing, extra):
            yield self._told(source, target, lost, new, None if is_known else Severity.WARNING)

    def _told(
        self, source: Text, target: Text, lost: Fact | None, new: Fact | None, severity: Severity | None
    ) -> Finding:
        before = source.plain[slice(*lost.span)] if lost else ""
        after = target.plain[slice(*new.span)] if new else ""
        if lost and new:
            message = f"“{before}” has become “{after}”."
        elif lost:
            message = f"“{before}” is not in the translation."
        else:
            message = f"“{after}” is not in the source."
        return self.finding(
            message,
            source_span=source.html_span(*lost.span) if lost else None,
            target_span=target.html_span(*new.span) if new else None,
            severity=severity,
        )


class _Index:
    """Facts by the values that they may have."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self.units: defaultdict[Number, set[str]] = defaultdict(set)
        for fact in facts:
            for reading in fact.readings:
                self.units[reading.value].add(reading.unit)

    def has(self, fact: Fact) -> bool:
        """Whether one of the facts may say the same."""
        return any(
            are_compatible(unit, reading.unit)
            for reading in fact.readings
            if reading.value in self.units
            for unit in self.units[reading.value]
        )


def _settled(facts: Sequence[Fact], others: Sequence[Fact]) -> list[Fact]:
    """The facts, those with parts taken apart where the other text has the parts and not the whole."""
    index = _Index(others)
    written = {fact.value for fact in others}
    settled: list[Fact] = []
    for fact in facts:
        is_apart = fact.parts and not index.has(fact) and all(part.value in written for part in fact.parts)
        settled += fact.parts if is_apart else (fact,)
    return settled


def _unmatched(facts: Sequence[Fact], others: Sequence[Fact]) -> list[Fact]:
    index = _Index(others)
    is_of_kind = any(fact.kind for fact in others)
    return [
        fact
        for fact in facts
        if not index.has(fact) or (fact.kind and is_of_kind and not any(map(fact.may_be, others)))
    ]


def _too_few(facts: Sequence[Fact], others: Sequence[Fact]) -> list[Fact]:
    """Facts whose number the other text has, but not as often: the 7 of “November 7” is not that of “7 p.m.”."""
    if len(facts) > _MOST_COUNTED or len(others) > _MOST_COUNTED:
        return []
    groups: defaultdict[Number, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.is_required and fact.value is not None:
            groups[fact.value].append(fact)
    return [fact for group in groups.values() if len(group) > 1 for fact in _unanswered(group, others)]


def _unanswered(group: Sequence[Fact], others: Sequence[Fact]) -> list[Fact]:
    """The facts that are left when as many as possible have one of the others each for themselves."""
    taken: dict[int, int] = {}

    def answer(at: int, tried: set[int]) -> bool:
        for number, other in enumerate(others):
            if number not in tried and group[at].may_be(other):
                tried.add(number)
                if number not in taken or answer(taken[number], tried):
                    taken[number] = at
                    return True
        return False

    return [group[at] for at in range(len(group)) if not answer(at, set())]


def _stands_in(text: Text, fact: Fact, other: Text) -> bool:
    """Whether the fact's words stand in the other text as they are: the name of a film, a newspaper, a place."""
    return fact.is_word and text.plain[slice(*fact.span)] in other.plain


def _pairs(missing: Sequence[Fact], extra: Sequence[Fact]) -> Iterator[tuple[Fact | None, Fact | None]]:
    """What was lost with what came for it; facts that need not be there count only where both texts have one."""
    left = list(extra)
    for fact in missing:
        new = next((other for other in left if _is_change(fact, other)), None)
        if new is None and not fact.is_required:
            continue
        if new:
            left.remove(new)
        yield fact, new
    for fact in left:
        if fact.is_required:
            yield None, fact


def _is_change(lost: Fact, new: Fact) -> bool:
    if lost.is_required and new.is_required:
        return True
    return bool(lost.group) and lost.group == new.group
