"""Fixes of which the desk is sure: the number, the name as the glossary has it, the original quotation.

Each is tried before it is offered: the checks must find less in the mended text, and nothing that they did not find
before. Taking one is a person's decision all the same.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape, unescape

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lingotype.desk.review.texts import Paragraph
from lingotype.language.facts import LANGUAGES
from lingotype.translation import quotations
from lingotype.translation.checks.base import Finding, Span
from lingotype.translation.checks.glossary import Glossary, TermPlace
from lingotype.translation.checks.names.sounds import are_alike
from lingotype.translation.checks.text import TAG, Text
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.recheck import Given, rejudge, whole_span
from lingotype.translation.terms import Term

_DIGITS = re.compile(r"\d(?:[\d.,\u00a0\u202f\u2009 ]*\d)?")
_WORD = re.compile(r"[^\W_]+(?:['’ʼ-][^\W_]+)*")
_SHORTEST_NAME = 4
"""Letters of a word that is known again by its sound."""


@dataclass(frozen=True, slots=True)
class Fix:
    """A mended text, and what it mends."""

    kind: str | Promise
    html: str


@dataclass(frozen=True, slots=True)
class Ground:
    """What fixes are judged by, the same for all paragraphs of a translation."""

    pair: LanguagePair
    terms: tuple[Term, ...]
    glossary: Glossary
    known_wrong: Mapping[str, Sequence[str]]
    """What machines have called a thing before a person corrected them, by the source's words in lower case."""


Way = Callable[[Paragraph, str, Sequence[Finding], Given, Ground], Iterator[Fix]]
"""Finds what may mend a text, given as it stands now."""


def certain_fixes(paragraph: Paragraph, found: Sequence[Finding], given: Given, ground: Ground) -> list[Fix]:
    """The fixes of one paragraph, each of them alone, and all of them in one where there are several."""
    ways: tuple[Way, ...] = (_numbers, _names, _originals)
    single = [fix for way in ways for fix in way(paragraph, paragraph.text, found, given, ground)]
    sure = [fix for fix in _distinct(single, paragraph.text) if _mends(fix, paragraph, found, given, ground)]
    if len(sure) < 2:
        return sure
    together = paragraph.text
    for way in ways:
        together = _all_of(way, paragraph, together, given, ground)
    both = Fix(_("all of these"), together)
    is_more = together not in {fix.html for fix in sure} and _mends(both, paragraph, found, given, ground)
    return [both, *sure] if is_more else sure


def _all_of(way: Way, paragraph: Paragraph, html: str, given: Given, ground: Ground) -> str:
    for _step in range(len(html)):
        found = rejudge(paragraph.segment.html, html, ground.pair, ground.terms, given)
        fix = next((fix for fix in way(paragraph, html, found, given, ground) if fix.html != html), None)
        if fix is None:
            break
        html = fix.html
    return html


def _distinct(fixes: Sequence[Fix], text: str) -> list[Fix]:
    return list({fix.html: fix for fix in reversed(fixes) if fix.html != text}.values())[::-1]


def _mends(fix: Fix, paragraph: Paragraph, found: Sequence[Finding], given: Given, ground: Ground) -> bool:
    """Whether the checks find nothing new in the mended text, and less where it was a finding that asked for it."""
    after = rejudge(paragraph.segment.html, fix.html, ground.pair, ground.terms, given)
    before = {(one.code, one.message) for one in found}
    return all((one.code, one.message) in before for one in after) and len(after) <= len(found)


def _numbers(paragraph: Paragraph, html: str, found: Sequence[Finding], _given: Given, ground: Ground) -> Iterator[Fix]:
    """The source's digits, as the reader's language writes them, in the place of the wrong ones.

    Where several numbers are wrong, which of them stands for which is a guess.
    """
    wrong_numbers = [finding for finding in found if finding.code == "numbers"]
    for finding in wrong_numbers if len(wrong_numbers) == 1 else ():
        if finding.source_span and finding.target_span:
            lost = _DIGITS.findall(unescape(paragraph.segment.html[slice(*finding.source_span)]))
            wrong = list(_DIGITS.finditer(html[slice(*finding.target_span)]))
            right = _in_notation(lost[0], ground.pair) if len(lost) == len(wrong) == 1 else ""
            if right:
                at = finding.target_span[0]
                yield Fix(_("the number"), _replaced(html, (at + wrong[0].start(), at + wrong[0].end()), right))


def _in_notation(digits: str, pair: LanguagePair) -> str:
    """The number in the target's notation; empty where it can be read in several ways."""
    source, target = LANGUAGES.get(pair.source), LANGUAGES.get(pair.target)
    if digits.isdigit():
        return digits
    if source is None or target is None:
        return ""
    blanks = "[\u00a0\u202f\u2009 ]" if source.group.isspace() else re.escape(source.group)
    shape = rf"(?P<whole>\d{{1,3}}(?:{blanks}\d{{3}})+|\d+)(?:{re.escape(source.decimal)}(?P<part>\d+))?"
    match = re.fullmatch(shape, digits)
    if match is None:
        return ""
    whole = re.sub(blanks, target.group, match["whole"])
    return whole + (target.decimal + match["part"] if match["part"] else "")


def _names(paragraph: Paragraph, html: str, _found: Sequence[Finding], given: Given, ground: Ground) -> Iterator[Fix]:
    """The glossary's wording in the place of the one that a machine chose."""
    for place, _source_span, span in _misnamed(paragraph, html, given, ground):
        if not TAG.search(html[slice(*span)]):
            right = place.written if place.term.never_translate else place.term.target
            yield Fix(_("the glossary’s wording"), _replaced(html, span, escape(right, quote=False)))


def with_wrong_words(paragraph: Paragraph, found: Sequence[Finding], given: Given, ground: Ground) -> list[Finding]:
    """The findings, those of the glossary with the words of the translation that stand for the term."""
    if not any(one.code == "glossary" for one in found):
        return list(found)
    wrong = {source: target for _place, source, target in _misnamed(paragraph, paragraph.text, given, ground)}
    return [
        replace(one, target_span=one.target_span or wrong.get(one.source_span)) if one.code == "glossary" else one
        for one in found
    ]


def _misnamed(
    paragraph: Paragraph, html: str, given: Given, ground: Ground
) -> Iterator[tuple[TermPlace, Span | None, Span]]:
    """Terms that are not as agreed, with their places in both texts; only those whose wording can be told."""
    emptied = [quotations.emptied(text, given) for text in (paragraph.segment.html, html)]
    source, target = Text(emptied[0], ground.pair.source), Text(emptied[1], ground.pair.target)
    for place in ground.glossary.places(source, target):
        wrong = None if place.is_kept else _wrong_words(place, target.plain, ground)
        span = whole_span(html, target.html_span(*wrong), given) if wrong else None
        if span is not None:
            yield place, whole_span(paragraph.segment.html, source.html_span(*place.source_span), given), span


def _wrong_words(place: TermPlace, text: str, ground: Ground) -> Span | None:
    """Where the machine's wording stands: left as in the source, known from a correction, or known by its sound."""
    known = [place.written, *ground.known_wrong.get(place.written.lower(), ())]
    for words in known:
        spans = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE)]
        if len(spans) == 1:
            return spans[0]
    return _by_sound(place, text, ground.pair)


def _by_sound(place: TermPlace, text: str, pair: LanguagePair) -> Span | None:
    heard = [_WORD.findall(place.written), _WORD.findall(place.term.target)]
    if not all(words and words[0][0].isupper() and min(map(len, words)) >= _SHORTEST_NAME for words in heard):
        return None
    langs, written = (pair.source, pair.target), list(_WORD.finditer(text))
    found = set()
    for words, lang in zip(heard, langs, strict=True):
        for at in range(len(written) - len(words) + 1):
            window = written[at : at + len(words)]
            if window[0].group()[0].isupper() and all(
                are_alike(word, lang, other.group(), pair.target) for word, other in zip(words, window, strict=True)
            ):
                found.add((window[0].start(), window[-1].end()))
    return found.pop() if len(found) == 1 else None


def _originals(
    paragraph: Paragraph, html: str, _found: Sequence[Finding], given: Given, ground: Ground
) -> Iterator[Fix]:
    """The words that were said in the reader's language, to the character."""
    said = quotations.said_elsewhere(paragraph.segment, ground.pair.source)
    for link in quotations.verbatim(said, ground.pair.target):
        if link in given and f'<a id="{link}">' in html:
            yield Fix(_("the original quotation"), quotations.filled(html, {link: given[link]}))


def _replaced(html: str, span: Span, words: str) -> str:
    return html[: span[0]] + words + html[span[1] :]
