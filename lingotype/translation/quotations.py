"""Quotations keep their own words.

A quotation whose original was said in the reader's language is given verbatim, to the character; one that was said in
a third language is translated from what was said, not from its retelling. Both in the quotation marks of the reader's
language, and no engine sees them as part of the sentence: their links go out empty and are filled when the words
around them are back.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from html import escape, unescape
from itertools import pairwise

from lingotype.language.facts import LANGUAGES
from lingotype.newsroom.rich_text import QUOTATION
from lingotype.translation.segments import Segment

_MARKS = '«»„“”‟"‘’‚‹›״'
_STOPS = ",.;:!?…"
_INNER_STOP = re.compile(rf"([,.])[{re.escape(_MARKS)}]+\s*$")
_CLOSES_AT_A_BREAK = frozenset({"en", "he", "de", "nl", "sv", "da", "no", "fi"})
"""Languages that close a quotation before “he said” and open it again; the others run on to its end."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words as they were said, and the language they were said in."""

    words: str
    lang: str


def said_elsewhere(segment: Segment, lang: str) -> dict[str, Said]:
    """The original words of a segment's quotations, by link id, where they are not in `lang`, the article's own."""
    return {
        link: Said(str(attrs["original"]), str(attrs["lang"]))
        for link, attrs in segment.attrs.items()
        if attrs.get("linktype") == QUOTATION and attrs.get("original") and attrs.get("lang") and attrs["lang"] != lang
    }


def in_marks(segment: Segment, words: Mapping[str, str], lang: str) -> dict[str, str]:
    """These words, as escaped text by link id, with the quotation marks of `lang` wherever the article has its own."""
    before, after = LANGUAGES[lang].quotes if lang in LANGUAGES else ("“", "”")
    marks = _marks(segment)
    if lang in _CLOSES_AT_A_BREAK:
        marks = _closed_at_breaks(marks)
    return {
        link: (before if marks[link][0] else "") + text + (after if marks[link][1] else "")
        for link, text in words.items()
        if link in marks
    }


def verbatim(said: Mapping[str, Said], lang: str) -> dict[str, str]:
    """Those words that were said in `lang`: escaped, by link id."""
    return {link: escape(one.words, quote=False) for link, one in said.items() if one.lang == lang}


def emptied(html: str, links: Mapping[str, str]) -> str:
    """The segment with nothing inside these links, which `filled` fills with these words.

    English sets the comma or full stop of its own sentence inside the quotation marks (“We worked,” she said). Where
    the words that take that place bring none, it stays behind in the sentence, or its readers would miss it.
    """
    is_sentence = any(sign.isalpha() for sign in re.sub(r"<[^>]*>", "", _without(html, links)))

    def empty(match: re.Match[str], words: str) -> str:
        return match[1] + match[3] + (_of_the_sentence(match[2], words) if is_sentence else "")

    for link, words in links.items():
        html = _link(link).sub(partial(empty, words=words), html)
    return html


def _without(html: str, links: Mapping[str, str]) -> str:
    for link in links:
        html = _link(link).sub("", html)
    return html


def _of_the_sentence(retold: str, words: str) -> str:
    """The comma or full stop right before the closing mark of a retelling, unless the words end with one, too."""
    sign = _INNER_STOP.search(unescape(re.sub(r"<[^>]*>", "", retold)))
    ends = unescape(words).rstrip(_MARKS + " ")[-1:]
    return "" if sign is None or not ends or ends in _STOPS else sign[1]


def filled(html: str, links: Mapping[str, str]) -> str:
    """The translated segment with these words inside its links."""

    def fill(match: re.Match[str], words: str) -> str:
        return match[1] + words + match[3]

    for link, words in links.items():
        html = _link(link).sub(partial(fill, words=words), html)
    return html


def _link(link: str) -> re.Pattern[str]:
    return re.compile(rf'(<a id="{re.escape(link)}">)(.*?)(</a>)', re.DOTALL)


def _marks(segment: Segment) -> dict[str, tuple[bool, bool]]:
    """Whether each quotation of a segment, in its order, begins and ends with a quotation mark."""
    found = {}
    for match in re.finditer(r'<a id="([^"]+)">(.*?)</a>', segment.html, re.DOTALL):
        if segment.attrs.get(match[1], {}).get("linktype") == QUOTATION:
            text = re.sub(r"<[^>]*>", "", match[2]).strip().replace("&quot;", '"')
            found[match[1]] = (text[:1] in tuple(_MARKS), text[-1:] in tuple(_MARKS))
    return found


def _closed_at_breaks(marks: Mapping[str, tuple[bool, bool]]) -> dict[str, tuple[bool, bool]]:
    """Where a quotation is open at its link's end and goes on in the next one, both get the missing mark."""
    closed = dict(marks)
    links = list(marks)
    for link, following in pairwise(links):
        (opens, ends), (opens_again, ends_again) = closed[link], closed[following]
        if not ends and not opens_again and (opens or ends_again):
            closed[link], closed[following] = (opens, True), (True, ends_again)
    return closed
