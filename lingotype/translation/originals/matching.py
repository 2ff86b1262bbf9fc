"""Which words of a source each quotation of an article is: at most three proposals, or none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lingotype.translation.originals.article import ArticleQuotation
from lingotype.translation.originals.bridge import Bridge
from lingotype.translation.originals.figures import figures_of
from lingotype.translation.originals.ordering import in_order
from lingotype.translation.originals.scoring import Candidates, Looked, Scored, best_first
from lingotype.translation.originals.source import Source, candidates_near, source_of
from lingotype.translation.originals.speakers import Speakers, speakers_of

THRESHOLD = 0.5
"""The score under which nothing is proposed."""
MOST_PROPOSALS = 3
_SHORTLIST = 16
"""Sentences of the source that are looked at closely for each quotation."""
_FEWEST_IN_ORDER = 3
_IN_ORDER, _ALONE, _TAKEN = 0.35, 1.2, 1.5
"""What it counts to keep the order, to be the only one in its place, and to be somebody else's original."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Words of the source that may be a quotation's original."""

    start: int
    end: int
    """Where they stand in the source's text."""
    words: str
    score: float
    reasons: tuple[tuple[str, str], ...]
    """What speaks for them: a code and, where there is one, the detail."""


def match(
    quotations: Sequence[ArticleQuotation],
    text: str,
    *,
    article_lang: str,
    source_lang: str,
    translations: Mapping[str, str] | None = None,
) -> dict[str, list[Proposal]]:
    """The proposals for each quotation by its key, best first; an empty list where the source has nothing like it.

    `translations` are quotations, without their marks, in the source's language. Pure and deterministic.
    """
    source = source_of(text, source_lang)
    bridge = Bridge(source)
    candidates = Candidates(bridge, Speakers(source), [atom.stretch for atom in source.atoms])
    looked = _looked(quotations, bridge, article_lang, translations or {})
    rows = [_candidates_for(one, source, candidates) for one in looked]
    rows = _without_taken(_with_order(rows, looked, source))
    return {
        quotation.key: [_proposal(scored, one) for scored in _apart(row) if scored.score >= THRESHOLD]
        for quotation, one, row in zip(quotations, looked, rows, strict=True)
    }


def _looked(
    quotations: Sequence[ArticleQuotation], bridge: Bridge, lang: str, translations: Mapping[str, str]
) -> list[Looked]:
    found = []
    for quotation, speaker in zip(quotations, speakers_of(quotations), strict=True):
        said = quotation.said
        translation = translations.get(said, "")
        found.append(
            Looked(
                said, lang, figures_of(said, lang), speaker,
                tuple(bridge.words(said, lang)),
                tuple(bridge.words(translation, bridge.lang, is_translated=True)) if translation else (),
                translation,
            )
        )  # fmt: skip
    return found


def _candidates_for(looked: Looked, source: Source, candidates: Candidates) -> list[Scored]:
    """The best candidates, from the sentences that have most in common with the quotation."""
    bridge = candidates.bridge
    wanted = [word for word in (*looked.translated, *looked.retold) if word.stems]
    rough: list[tuple[float, int]] = []
    for atom, stems in zip(source.atoms, bridge.atoms, strict=True):
        present = frozenset(stems)
        common = sum(word.weight for word in wanted if not present.isdisjoint(word.stems))
        whole = sum(bridge.rarity(stem) for stem in present)
        rough.append((-(common / (4 + whole) ** 0.5) - 0.2 * atom.is_quoted, atom.number))
    near = sorted(number for _, number in sorted(rough)[:_SHORTLIST])
    starts = sorted({max(0, number - back) for number in near for back in (0, 1)})
    found = {
        (candidate.start, candidate.end): candidate
        for number in starts
        for candidate in candidates_near(source, source.atoms[number], with_parts=number in near)
    }
    return best_first(candidates.scored(looked, one) for one in found.values())[:12]


def _with_order(rows: list[list[Scored]], looked: Sequence[Looked], source: Source) -> list[list[Scored]]:
    """Candidates that keep the order of the article's quotations gain, those that break it lose.

    Where no engine helps and one or two sentences in quotation marks are left in that place, they gain more.
    """
    chain = in_order([[(one.score, one.candidate.start) for one in row[:6]] for row in rows])
    if len(chain) < _FEWEST_IN_ORDER:
        return rows
    told = []
    for number, (row, one_looked) in enumerate(zip(rows, looked, strict=True)):
        before = max((start for at, start in chain.items() if at < number), default=-1)
        after = min((start for at, start in chain.items() if at > number), default=len(source.text) + 1)
        left = sum(atom.is_quoted and before < atom.start < after for atom in source.atoms)
        alone = 0.0 if one_looked.translated or not 0 < left < 3 else _ALONE / left
        in_place = _IN_ORDER + alone
        told.append(best_first(_moved(one, before, after, in_place) for one in row))
    return told


def _moved(one: Scored, before: int, after: int, in_place: float) -> Scored:
    """A candidate with what its place counts; the source's own words gain nothing."""
    if not before <= one.candidate.start <= after:
        return replace(one, logit=one.logit - _IN_ORDER)
    return replace(one, logit=one.logit + in_place * one.candidate.is_quoted)


def _without_taken(rows: list[list[Scored]]) -> list[list[Scored]]:
    """Words of the source that are clearly another quotation's original speak against themselves."""
    firsts = [(row[0].logit, number, row[0].candidate) for number, row in enumerate(rows) if row]
    told = []
    for number, row in enumerate(rows):
        changed = []
        for one in row:
            taken = any(
                logit > one.logit + 0.5 and _overlap(one, other.start, other.end)
                for logit, at, other in firsts
                if at != number
            )
            changed.append(replace(one, logit=one.logit - _TAKEN) if taken else one)
        told.append(best_first(changed))
    return told


def _overlap(one: Scored, start: int, end: int) -> bool:
    shared = min(one.candidate.end, end) - max(one.candidate.start, start)
    return shared > 0.5 * min(one.candidate.end - one.candidate.start, end - start)


def _apart(row: Sequence[Scored]) -> list[Scored]:
    """The best few that are not merely another cut of the same words."""
    chosen: list[Scored] = []
    for one in row:
        cuts = sum(_overlap(one, other.candidate.start, other.candidate.end) for other in chosen)
        if cuts < 1 + (len(chosen) == 1 and not one.candidate.is_part):
            chosen.append(one)
        if len(chosen) == MOST_PROPOSALS:
            break
    return chosen


def _proposal(scored: Scored, looked: Looked) -> Proposal:
    reasons: list[tuple[str, str]] = []
    if scored.words >= 0.3:
        reasons.append(("translation" if looked.translated else "words", f"{scored.words:.0%}"))
    if scored.figures.same:
        reasons.append(("numbers", ", ".join(scored.figures.same[:4])))
    if scored.speaker >= 1:
        reasons.append(("speaker", ", ".join(sorted(looked.speaker)[:3])))
    if scored.candidate.is_quoted:
        reasons.append(("quoted", ""))
    candidate = scored.candidate
    return Proposal(candidate.start, candidate.end, candidate.words, round(scored.score, 3), tuple(reasons))
