"""A paragraph with its marks: findings, terms and quotations at their very words, whatever its tags look like.

Tags become the looks of the text between them, so that a text whose tags are broken cannot break the page.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import pairwise

from lingotype.desk.in_words import in_words
from lingotype.translation.checks.base import Finding, Span
from lingotype.translation.checks.text import TAG

_NAME = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)(?:[^>]*\bid\s*=\s*[\"']?([\w-]+))?")
_LOOKS = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "code": "code", "a": "link"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the stored text that means something."""

    span: Span
    finding: int = 0
    """The finding's number; 0 for what is none."""
    severity: str = ""
    title: str = ""
    is_term: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Text that looks the same from end to end."""

    text: str
    looks: str
    finding: int = 0
    title: str = ""
    is_break: bool = False


def marks_of(found: Sequence[Finding], *, of_source: bool) -> list[Mark]:
    """A mark for each finding that knows its words, with the finding's number."""
    marks = []
    for number, one in enumerate(found, 1):
        span = one.source_span if of_source else one.target_span
        if span:
            marks.append(Mark(span, number, one.severity.value, in_words(one.message)))
    return marks


def runs(html: str, marks: Sequence[Mark], quotations: Collection[str] = ()) -> list[Run]:
    """The text in the order in which it reads. A tag is shown only where a mark is on it."""
    cuts = sorted({end for mark in marks for end in mark.span})
    found: list[Run] = []
    opened: list[tuple[str, str]] = []
    at = 0
    for tag in [*TAG.finditer(html), None]:
        end = tag.start() if tag else len(html)
        found += [_run(html, span, marks, opened) for span in _stretches(at, end, cuts, html)]
        if tag is None:
            break
        if any(mark.span[0] < tag.end() and tag.start() < mark.span[1] and mark.finding for mark in marks):
            shown = _run(html, tag.span(), marks, opened, is_tag=True)
            if any(mark.span == tag.span() for mark in marks):
                found.append(shown)
        _open_or_close(tag.group(), opened, quotations)
        if tag.group().lower().startswith("<br"):
            found.append(Run("", "", is_break=True))
        at = tag.end()
    return found


def _stretches(start: int, end: int, cuts: Sequence[int], html: str) -> list[Span]:
    inside = [cut for cut in cuts if start < cut < end and not _is_in_entity(html, cut)]
    ends = [start, *inside, end]
    return [(one, two) for one, two in pairwise(ends) if one < two]


def _is_in_entity(html: str, at: int) -> bool:
    return re.search(r"&[#\w]{0,31}$", html[max(0, at - 32) : at]) is not None and ";" in html[at : at + 32]


def _run(
    html: str, span: Span, marks: Sequence[Mark], opened: Sequence[tuple[str, str]], *, is_tag: bool = False
) -> Run:
    over = [mark for mark in marks if mark.span[0] < span[1] and span[0] < mark.span[1]]
    finding = next((mark for mark in over if mark.severity == "error"), None) or next(
        (mark for mark in over if mark.finding), None
    )
    term = next((mark for mark in over if mark.is_term), None)
    looks = {look for _name, look in opened if look} | ({"tag"} if is_tag else set())
    looks |= {"finding", finding.severity} if finding else set()
    looks |= {"term"} if term else set()
    title = " ".join(mark.title for mark in (finding, term) if mark is not None)
    text = html[slice(*span)]
    return Run(
        text if is_tag else unescape(text), " ".join(f"desk-review__{look}" for look in sorted(looks)),
        finding.finding if finding else 0, title,
    )  # fmt: skip


def _open_or_close(tag: str, opened: list[tuple[str, str]], quotations: Collection[str]) -> None:
    match = _NAME.match(tag)
    if match is None or match[2].lower() == "br":
        return
    name = match[2].lower()
    if not match[1]:
        opened.append((name, "quotation" if match[3] in quotations else _LOOKS.get(name, "")))
        return
    last = next((number for number in range(len(opened) - 1, -1, -1) if opened[number][0] == name), None)
    if last is not None:
        del opened[last]
