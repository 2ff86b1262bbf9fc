"""Judging one paragraph again, as the pipeline judges it: what stands in settled quotations is nobody's mistake."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from lingotype.translation import installed, quotations
from lingotype.translation.checks.base import Finding, Span, Text
from lingotype.translation.checks.judging import judge
from lingotype.translation.models import QuotationTranslation
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.quotations import Said
from lingotype.translation.segments import Segment
from lingotype.translation.terms import Term

Given = Mapping[str, str]
"""The words of a paragraph's settled quotations, with their marks, by link id."""


def given_words(segments: Iterable[Segment], pair: LanguagePair) -> list[Given]:
    """What stands in the quotations of each segment: their originals, or these translated. At most one query."""
    listed = list(segments)
    said = [quotations.said_elsewhere(segment, pair.source) for segment in listed]
    elsewhere = {one for found in said for one in found.values() if one.lang != pair.target}
    known = _translated(elsewhere, pair.target)
    return [
        quotations.in_marks(
            segment,
            quotations.verbatim(found, pair.target) | {link: known[one] for link, one in found.items() if one in known},
            pair.target,
        )
        for segment, found in zip(listed, said, strict=True)
    ]


def rejudge(source: str, target: str, pair: LanguagePair, terms: Sequence[Term], given: Given) -> list[Finding]:
    """What the checks say of this paragraph now; places are offsets in both texts as they stand."""
    emptied = [quotations.emptied(html, given) for html in (source, target)]
    found = judge(
        Text(emptied[0], pair.source), Text(emptied[1], pair.target),
        site_languages=installed.site_languages(), terms=terms,
    )  # fmt: skip
    return [in_full(finding, source, target, given) for finding in found]


def in_full(finding: Finding, source: str, target: str, given: Given) -> Finding:
    """A finding of a paragraph with emptied quotations, with its places in the whole paragraph."""
    return replace(
        finding,
        source_span=whole_span(source, finding.source_span, given),
        target_span=whole_span(target, finding.target_span, given),
    )


def _translated(said: Iterable[Said], target: str) -> dict[Said, str]:
    by_hash = {(one.lang, sha256(one.words.encode()).hexdigest()): one for one in said}
    if not by_hash:
        return {}
    rows = QuotationTranslation.objects.filter(target=target, words_hash__in={key for _, key in by_hash})
    found = {(row.lang, row.words_hash): row.html for row in rows}
    return {one: found[key] for key, one in by_hash.items() if key in found}


def whole_span(html: str, span: Span | None, given: Given) -> Span | None:
    """The place in the paragraph of one in the same with emptied quotations; None where that cannot be told."""
    if span is None or not given:
        return span
    places = _places(html, given)
    if len(places) != len(quotations.emptied(html, given)) or not span[0] < span[1] <= len(places):
        return None
    return places[span[0]], places[span[1] - 1] + 1


def _places(html: str, given: Given) -> list[int]:
    """For each character of the emptied paragraph its place in the whole one."""
    places: list[int] = []
    at = 0
    for match in re.finditer(r'<a id="([^"]+)">(.*?)</a>', html, re.DOTALL):
        if match[1] in given:
            emptied = quotations.emptied(html, {match[1]: given[match[1]]})
            signs = len(emptied) - len(html) + len(match[2])  # a comma or full stop may be left behind the quotation
            places += [*range(at, match.start(2)), *range(match.end(2), match.end()), *[match.end() - 1] * signs]
            at = match.end()
    return [*places, *range(at, len(html))]
