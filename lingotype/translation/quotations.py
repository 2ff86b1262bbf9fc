"""Quotations keep their own words.

A quotation whose original was said in the reader's language is given verbatim, to the character, in that language's
quotation marks. No engine ever sees it: its link goes out empty and is filled when the words around it are back.
"""

import re
from html import escape

from lingotype.language.facts import LANGUAGES
from lingotype.newsroom.rich_text import QUOTATION
from lingotype.translation.segments import Segment

_MARKS = '«»„“”‟"‘’‚‹›״'


def verbatim(segment: Segment, lang: str) -> dict[str, str]:
    """The quotations of a segment that stand in their own words in that language: escaped text by link id."""
    return {
        link: _in_marks(segment.html, link, str(attrs["original"]), lang)
        for link, attrs in segment.attrs.items()
        if attrs.get("linktype") == QUOTATION and attrs.get("lang") == lang and attrs.get("original")
    }


def emptied(html: str, links: dict[str, str]) -> str:
    """The segment with nothing inside these links."""
    for link in links:
        html = _link(link).sub(r"\1\3", html)
    return html


def filled(html: str, links: dict[str, str]) -> str:
    """The translated segment with the original words inside these links."""
    for link, words in links.items():
        html = _link(link).sub(lambda match, words=words: match[1] + words + match[3], html)  # type: ignore[misc]
    return html


def _link(link: str) -> re.Pattern[str]:
    return re.compile(rf'(<a id="{re.escape(link)}">)(.*?)(</a>)', re.DOTALL)


def _in_marks(html: str, link: str, original: str, lang: str) -> str:
    match = _link(link).search(html)
    text = re.sub(r"<[^>]*>", "", match[2]).strip() if match else ""
    opening, closing = LANGUAGES[lang].quotes if lang in LANGUAGES else ("“", "”")
    before = opening if text[:1] in _MARKS or text.startswith("&quot;") else ""
    after = closing if text[-1:] in _MARKS or text.endswith("&quot;") else ""
    return before + escape(original, quote=False) + after
