"""Placeholders: what programs and engines put for something else never reaches a reader."""

import re
from collections import Counter
from collections.abc import Iterator

from lingotype.translation.checks.base import Check, Finding, Span, Text

_FIELD = re.compile(
    r"\{\{[^{}\n]{0,60}\}\}|\{%[^{}\n]{0,60}%\}|\$?\{[\w.:!\[\]-]{0,40}\}"  # {{ name }}, {% if %}, {0}, ${total}
    r"|%\([\w.]{1,40}\)[a-z]|(?<![\d%])%(?:\d\$)?[sd@](?!\w)|%%[A-Z_]{2,30}%%|(?<!\w)%[A-Z_]{3,30}%"
    r"|__[A-Z]+_?\d*_*|(?<!\w)PH_?\d+(?!\w)"  # __PH_3__
    r"|[⟦⟪⟨【〖][^⟧⟫⟩】〗\n]{0,40}[⟧⟫⟩】〗]|@@\d+@@|##\d+##|\[\[\d+\]\]"
)
"""What a program fills in: the translation has those of its source, to the letter."""

_LEFT_OVER = re.compile(
    r"</?(?:x|g|bx|ex|ph|bpt|ept|mrk|unk|pad|keep|name|notranslate)\b[^<>]{0,80}>|</?s>"  # tags of engines
    r"|(?-i:</?[A-Z][A-Z_]{2,20}\d*/?>|@[A-Z_]{3,20}@|\b[A-Z]{3,20}_\d+\b|\bPLACEHOLDER\b)"
    r"|(?-i:\b(?:TERM|ENTITY|NAME|PERSON|TAG|TOKEN|VAR|ORG|LOC|URL|DNT|KEEP)\d+\b)|\bzx\d+\w\b|(?<!\w)\[\d{1,3}\](?!\w)"
    r"|\[(?:object Object|(?-i:[A-ZА-ЯЁ][A-ZА-ЯЁ _]{2,30}))\]"
    r"|\[(?:insert|your|name|title|date|city|имя|название|вставьте|ім'я|nombre|inserte|ad|שם)(?![^\W_])[^\]\n]{0,40}\]"
    r"|\blorem ipsum\b|\bdolor sit amet\b|(?-i:\b(?:TODO|FIXME|TBD|XXX):|\b(?:FIXME|TBD)\b|\bNaN\b)"
    r"|(?<!\w)_{4,}(?!\w)|[▁⁇]|@@(?=\s)|(?-i:\b[a-z]{3}_(?:Cyrl|Latn|Hebr|Arab)\b)|>>[a-z_A-Z]{2,9}<<|<2[a-z]{2,3}>"
    "|[\x00-\x08\x0b\x0c\x0e-\x1f\ufffc\ufffd\ue000-\uf8ff]|[\U000f0000-\U0010fffd]",
    re.IGNORECASE,
)
"""What engines leave behind, and what writers put where something is still missing."""

_LONE_BRACE = re.compile(r"[{}]\w*")
_MARKER = re.compile(r"(?<![\w$-])[A-Z]{1,3}(\d{1,4})[A-Z]{1,3}(?![\w-])")
"""`ZX1Q`: capitals, digits, capitals."""
_WORDS_LIKE_MARKERS = frozenset({"B2B", "B2C", "B2G", "C2C", "P2P", "G2G", "H1B", "E2E", "O2O", "V2X", "F2P", "M1A"})
_UNWRITTEN = re.compile(r"(?<!\w)(?:[XХ]{3,}|[xх]{4,}|TODO|TK)(?!\w)")
_DOLLAR_FIELD = re.compile(r"\$[1-9](?![\d.,]*\d|\s?(?:[kKmMbB]\b|[mb]illion|trillion|mil\b|mill?))")
_MONEY = re.compile(r"[$]|долл|бакс|дол[ау]р|\b(?:dollar|dólar|peso|buck|usd)|USD|песо|דולר", re.IGNORECASE)
_THIRTY = re.compile(r"[XХ]{3}|30|тридцат|trideset|thirt|treint|otuz|שלושים", re.IGNORECASE)
_HINT = re.compile(
    r"&lt;|[\[\]{}<>%$_⟦⟪⟨【〖@#▁⁇\x00-\x08\x0b\x0c\x0e-\x1f\ufffc\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd]"
)
_HINT_OF_WORDS = re.compile(
    r"[A-Z]\d+[A-Z]|[A-Z]{3}\d|@[A-Z]|PLACEHOLDER|XX|ХХ|xxxx|хххх|TODO|TK|TBD|FIXME|PH|zx\d|NaN|lorem|dolor sit",
    re.IGNORECASE,
)


class Placeholder(Check):
    """Nothing that only programs or writers read stands in the translation, and no field of the source is lost."""

    code = "placeholder"

    def findings(self, source: Text, target: Text) -> Iterator[Finding]:
        """Fields that were lost, changed or invented, then marks that are not for readers."""
        is_possible = _HINT.search(target.html) or _HINT.search(source.html) or _HINT_OF_WORDS.search(target.plain)
        if not is_possible:
            return
        before = Counter(_FIELD.findall(source.plain))
        after = Counter(_FIELD.findall(target.plain))
        for field in before - after:
            start = source.plain.index(field)
            span = source.html_span(start, start + len(field))
            yield self.finding(f"“{field}” is not in the translation.", source_span=span)
        invented = after - before
        for found in _FIELD.finditer(target.plain):
            if invented[found.group()] > 0:
                invented[found.group()] -= 1
                yield self._told(found.group(), target.html_span(*found.span()))
        for written, span in _left_over(source, target):
            yield self._told(written, span)

    def _told(self, written: str, span: Span) -> Finding:
        return self.finding(f"“{written}” is not for readers.", target_span=span)


def _left_over(source: Text, target: Text) -> Iterator[tuple[str, Span]]:
    for found in _LEFT_OVER.finditer(target.html):
        written = found.group()
        has_brackets = target.html.count("[") <= source.html.count("[")
        if written not in source.html and not (written.startswith("[") and has_brackets):
            yield written, found.span()
    if "&lt;" in target.html:
        for found in _LEFT_OVER.finditer(target.plain):
            if found.group().startswith("<") and found.group() not in source.plain:
                yield found.group(), target.html_span(*found.span())
    for found in _LONE_BRACE.finditer(target.plain):
        if not _LONE_BRACE.search(source.plain) and not _FIELD.search(target.plain):
            yield found.group(), target.html_span(*found.span())
    for found in _unwritten(source, target):
        yield found.group(), target.html_span(*found.span())


def _unwritten(source: Text, target: Text) -> Iterator[re.Match[str]]:
    """Marks that could be words, numbers or money, had the source the like."""
    for found in _MARKER.finditer(target.plain):
        if found[1] not in source.plain and found.group() not in _WORDS_LIKE_MARKERS:
            yield found
    for found in _UNWRITTEN.finditer(target.plain):
        is_spanish = found.group() == "TODO" and target.language in ("es", "pt")
        may_be_thirty = found.group().upper() in ("XXX", "ХХХ") and _THIRTY.search(source.plain)
        if found.group() not in source.plain and not is_spanish and not may_be_thirty:
            yield found
    if "$" in target.plain and not _MONEY.search(source.plain):
        yield from _DOLLAR_FIELD.finditer(target.plain)
