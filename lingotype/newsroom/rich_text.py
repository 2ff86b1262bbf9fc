"""Rich text for readers: quotations as `<q>`, links to this site's pages in the reader's language."""

import re
from collections.abc import Mapping
from html import escape, unescape

from wagtail.rich_text import expand_db_html

QUOTATION = "quotation"
"""The link type under which a quotation lives in rich text, with its source, speaker and original wording."""

_LINK = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.IGNORECASE | re.DOTALL)
_TAGS = re.compile(r"<[^>]*>")
_MARKS = '«»„“”‟"‘’‚‹›״ \u00a0\u202f'
_PARAGRAPH = re.compile(r"<p\b[^>]*>(.*?)</p>", re.IGNORECASE | re.DOTALL)
_VERBATIM = re.compile(r'<q data-verbatim="" [^>]*>(?:(?!</q>).)*</q>', re.DOTALL)
_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def reader_html(html: str, lang: str, sources: Mapping[str, str]) -> str:
    """Rich text as a page in `lang` shows it; `sources` gives the address of each source by its id.

    A quotation that stands in its own words is `<q data-verbatim lang cite>`. Every other one is a plain `<q>`; its
    marks are part of the text.
    """
    return str(expand_db_html(_with_quotations(html, lang, sources)))


def is_verbatim(html: str, lang: str) -> bool:
    """Whether a page in `lang` shows this block of rich text in nothing but the words that were said.

    Each of its paragraphs is one quotation that stands in its own words, but for quotation marks at its ends.
    """
    paragraphs = [match[1].strip(_MARKS) for match in _PARAGRAPH.finditer(_with_quotations(html, lang, {}))]
    written = [words for words in paragraphs if words]
    return bool(written) and all(_VERBATIM.fullmatch(words) for words in written)


def _with_quotations(html: str, lang: str, sources: Mapping[str, str]) -> str:
    def link(match: re.Match[str]) -> str:
        attributes = {name: unescape(a or b) for name, a, b in _ATTRIBUTE.findall(match[1])}
        if attributes.get("linktype") != QUOTATION:
            return match[0]
        return f"{_q(attributes, match[2], lang, sources)}{match[2]}</q>"

    return _LINK.sub(link, html)


def _q(attributes: Mapping[str, str], words: str, lang: str, sources: Mapping[str, str]) -> str:
    cite = sources.get(attributes.get("source", ""), "")
    parts = ["<q"]
    if attributes.get("lang") == lang and _are_verbatim(words, attributes.get("original", "")):
        parts.append(f' data-verbatim="" lang="{escape(lang)}"')
    if cite:
        parts.append(f' cite="{escape(cite)}"')
    return "".join(parts) + ">"


def _are_verbatim(words: str, original: str) -> bool:
    """Whether these are the very words that were said, but for quotation marks at their ends."""
    said = unescape(_TAGS.sub("", words))
    return bool(original) and said.strip(_MARKS) == original.strip(_MARKS)
