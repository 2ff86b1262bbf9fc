"""What is wrong with a source before any engine sees it."""

import re
from collections.abc import Iterator

from lingotype.translation.checks.base import Finding, Severity, Text
from lingotype.translation.checks.mojibake import Mojibake

_EMPTY_LINK = re.compile(r"<a\b[^<>]*>(?:\s|&nbsp;|<br\s*/?>|</?(?:b|i|em|strong)>)*+</a>", re.IGNORECASE)
_QUOTATION_MARK = re.compile(r"[«»“”„]|(?<!\w)\"|\"(?!\w)")
"""Every mark but a straight one inside a word, which is a Hebrew abbreviation."""
_CLOSES = {"»": "«", "“": "„", "”": "“„", '"': '"'}


def preflight(source: Text) -> list[Finding]:
    """Findings on a source alone: broken text and links without text are errors, unpaired marks warnings."""
    broken = list(Mojibake().findings_in_source(source))
    # The marks in broken text are no quotation marks.
    return [*broken, *_empty_links(source), *(() if broken else _unpaired(source))]


def _empty_links(source: Text) -> Iterator[Finding]:
    for link in _EMPTY_LINK.finditer(source.html):
        yield Finding("links", Severity.ERROR, "A link without text: no reader can follow it.", link.span())


def _unpaired(source: Text) -> Iterator[Finding]:
    """The first quotation mark without a partner; one is enough, those after it are its echo."""
    opened: list[re.Match[str]] = []
    same_on_both_sides = '"”' if source.language == "he" else '"'
    for found in _QUOTATION_MARK.finditer(source.plain):
        mark, last = found.group(), opened[-1].group() if opened else ""
        if last and (last in _CLOSES.get(mark, "") or (mark == last and mark in same_on_both_sides)):
            opened.pop()
        elif mark in "«“„" or mark in same_on_both_sides:
            opened.append(found)
        else:
            opened.insert(0, found)
            break
    for found in opened[:1]:
        message = f"The quotation mark {found.group()} has no partner."
        yield Finding("quotes", Severity.WARNING, message, source.html_span(*found.span()))
