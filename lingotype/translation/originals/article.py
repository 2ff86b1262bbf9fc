"""The quotations of an article's body, marked or only in quotation marks, each with an identity of its own."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from lingotype.translation.checks.quotes.marks import marks_of
from lingotype.translation.originals.runs import Mark, Run, is_whole, runs_of
from lingotype.translation.originals.spoken import spoken_parts

MOST = 200
"""Quotations of one article that are looked at."""
SIGNS = "«»„“”‟\"‘’‚‹›״' \u00a0\u202f\n"
"""Quotation marks and blanks, as they stand around a quotation's words."""

_FEWEST_IN_SINGLE = 3
"""Words that a stretch in single marks has at least, to be more than an apostrophe gone wrong."""


@dataclass(frozen=True, slots=True)
class ArticleQuotation:
    """One quotation of an article as it stands in one version of it."""

    key: str
    """The same in every version in which this block has these words."""
    words: str
    """As they stand there, with their quotation marks."""
    before: str
    after: str
    """What stands around them in the same paragraph."""
    speaker: str = ""
    source: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    """What a marked quotation says of itself; empty for words that are only in quotation marks."""
    is_marked: bool = False
    can_be_marked: bool = True
    """Not where a link or half of an emphasis lies in it: such words are for a person to mark."""

    @property
    def said(self) -> str:
        """The words without the marks around them."""
        return self.words.strip(SIGNS)

    @property
    def original(self) -> str:
        """The original wording that it carries already."""
        return self.attributes.get("original", "")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quotation stands in the body's raw data."""

    block: int
    run: Run
    start: int
    end: int
    mark: Mark | None


def quotations_of(body: Sequence[Mapping[str, Any]], lang: str) -> list[ArticleQuotation]:
    """The quotations of a body (its raw data) in their order."""
    return [quotation for quotation, _ in quotations_with_places(body, lang)]


def quotations_with_places(body: Sequence[Mapping[str, Any]], lang: str) -> list[tuple[ArticleQuotation, Place]]:
    """The same with their places in this very data."""
    found: list[tuple[ArticleQuotation, Place]] = []
    for number, block in enumerate(body):
        html = rich_text_in(block)
        if not html:
            continue
        seen: Counter[str] = Counter()
        name = str(block.get("id") or f"#{number}")
        for place in _places(number, html, lang, is_quotation=block.get("type") == "quotation"):
            words = place.run.plain[place.start : place.end]
            plain = " ".join(words.split())
            key = sha256(f"{name}\n{plain}\n{seen[plain]}".encode()).hexdigest()[:20]
            seen[plain] += 1
            found.append((_quotation(key, words, place, block), place))
            if len(found) == MOST:
                return found
    return found


def rich_text_in(block: Mapping[str, Any]) -> str:
    """The HTML of a block that can hold quotations; empty for all others."""
    value = block.get("value")
    if block.get("type") == "paragraph":
        return str(value or "")
    if block.get("type") == "quotation" and isinstance(value, Mapping):
        return str(value.get("text") or "")
    return ""


def _quotation(key: str, words: str, place: Place, block: Mapping[str, Any]) -> ArticleQuotation:
    attributes = place.mark.attributes if place.mark else {}
    own = block["value"] if block.get("type") == "quotation" else {}
    begin, end = place.run.span(place.start, place.end)
    return ArticleQuotation(
        key=key,
        words=words,
        before=place.run.plain[: place.start],
        after=place.run.plain[place.end :],
        speaker=attributes.get("speaker") or str(own.get("speaker") or ""),
        source=attributes.get("source") or str(own.get("source") or ""),
        attributes=attributes,
        is_marked=place.mark is not None,
        can_be_marked=place.mark is not None or is_whole(place.run.html[begin:end]),
    )


def _places(number: int, html: str, lang: str, *, is_quotation: bool) -> Iterator[Place]:
    for run in runs_of(html):
        marked = [Place(number, run, mark.start, mark.end, mark) for mark in run.marks]
        bare = [Place(number, run, start, end, None) for start, end in _in_marks(run, lang)]
        places = sorted([*marked, *bare], key=lambda place: place.start)
        if not places and is_quotation:  # the block says that it is one
            start = len(run.plain) - len(run.plain.lstrip())
            places = [Place(number, run, start, len(run.plain.rstrip()), None)]
        yield from places


def _in_marks(run: Run, lang: str) -> Iterator[tuple[int, int]]:
    """Stretches in quotation marks, cut where the speaker is named, but for those with a marked quotation in them."""
    for found in marks_of(run.plain, lang).quotations:
        too_short = found.is_single and len(found.words(run.plain)) < _FEWEST_IN_SINGLE
        if not found.is_closed or too_short or not run.plain[found.start : found.end].strip(SIGNS):
            continue
        for start, end in spoken_parts(run.plain, found.start, found.end):
            if not any(mark.start < end and start < mark.end for mark in run.marks):
                yield start, end
