"""Inline tags: the translation carries the source's, each closed where it should be."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lingotype.translation.checks.base import Check, Finding, Severity, Span, Text
from lingotype.translation.checks.text import TAG

_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")
_ATTRIBUTE = re.compile(r"""([^\s=/>"'<]++)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]++))?""")
_SAME_MARK = {"b": "strong", "i": "em"}
_VOID = frozenset({"br", "img", "wbr", "hr"})
_OTHER_CHECKS = frozenset({"href", "src", "title", "alt", "lang", "hreflang", "dir"})
"""Attributes that `links` judges or that a translation may change."""

_BROKEN_TAG = re.compile(r"</?\s*(?:a|abbr|b|br|code|em|i|s|span|strong|sub|sup|u)\b[^<>]{0,60}>?", re.IGNORECASE)
_VISIBLE_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{2,5});", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Tag:
    name: str
    attributes: frozenset[tuple[str, str]]
    is_end: bool
    span: Span

    @property
    def mark(self) -> tuple[str, frozenset[tuple[str, str]]]:
        return self.name, self.attributes


@dataclass(frozen=True, slots=True)
class _Element:
    tag: _Tag
    parent: str
    has_text: bool


class Markup(Check):
    """The tags of the translation are the source's: none lost, added, broken, ill-nested or emptied."""

    code = "markup"

    def findings(self, source: Text, target: Text) -> Iterator[Finding]:
        """Tags that were lost, added, broken, ill-nested or emptied, and entities shown to the reader."""
        yield from self._shown(source, target)
        if "<" not in source.html and "<" not in target.html:
            return
        before, _ = _elements(source.html)
        after, broken = _elements(target.html)
        if broken:
            fault = "closes nothing that is open" if broken.is_end else "is not closed"
            yield self.finding(f"{_show(target, broken)} {fault}.", target_span=broken.span)
            return
        moved = Counter(item.tag.mark for item in before) - Counter(item.tag.mark for item in after)
        added = Counter(item.tag.mark for item in after) - Counter(item.tag.mark for item in before)
        for item in _take(before, moved):
            yield self.finding(f"{_show(source, item.tag)} is not in the translation.", source_span=item.tag.span)
        for item in _take(after, added):
            yield self.finding(f"{_show(target, item.tag)} is not in the source.", target_span=item.tag.span)
        if not moved and not added:
            yield from self._emptied(before, after, target)

    def _emptied(self, before: Iterable[_Element], after: Iterable[_Element], target: Text) -> Iterator[Finding]:
        """Elements that stand in the translation, but not around the same things."""
        empty_before = {item.tag.mark for item in before if not item.has_text}
        parents = Counter((item.tag.mark, item.parent) for item in before)
        nested = {frozenset((item.tag.name, item.parent)) for item in before if item.parent}
        for item in after:
            if not item.has_text and item.tag.mark not in empty_before:
                yield self.finding(f"{_show(target, item.tag)} has no text inside.", target_span=item.tag.span)
            elif not parents[item.tag.mark, item.parent]:
                message = f"{_show(target, item.tag)} stands inside another tag than in the source."
                is_turned = not item.parent or frozenset((item.tag.name, item.parent)) in nested
                severity = Severity.WARNING if is_turned and nested else None
                yield self.finding(message, target_span=item.tag.span, severity=severity)

    def _shown(self, source: Text, target: Text) -> Iterator[Finding]:
        for pattern in (_VISIBLE_ENTITY, _BROKEN_TAG):
            known = {found.group() for found in pattern.finditer(source.plain)}
            for found in pattern.finditer(target.plain):
                if found.group() not in known:
                    span = target.html_span(*found.span())
                    yield self.finding(f"The reader would see “{found.group()}”.", target_span=span)


def _elements(html: str) -> tuple[list[_Element], _Tag | None]:
    """The elements in the order of their end, and the first tag that is not nested as it should be."""
    elements: list[_Element] = []
    opened: list[tuple[_Tag, int]] = []
    at = texts = 0
    for tag in _tags(html):
        texts += bool(html[at : tag.span[0]].strip())
        at = tag.span[1]
        if tag.name in _VOID:
            elements.append(_Element(tag, "", has_text=True))
        elif not tag.is_end:
            opened.append((tag, texts))
        elif opened and opened[-1][0].name == tag.name:
            begin, texts_before = opened.pop()
            elements.append(_Element(begin, opened[-1][0].name if opened else "", texts > texts_before))
        else:
            return elements, tag
    return elements, opened[-1][0] if opened else None


def _tags(html: str) -> Iterator[_Tag]:
    for found in TAG.finditer(html):
        written = found.group()
        name = _NAME.match(written)
        lower = name.group(1).lower() if name else ""
        rest = written[name.end() if name else 0 : -1]
        attributes = frozenset(
            (key.lower(), value.strip("\"'"))
            for key, value in _ATTRIBUTE.findall(rest)
            if key.lower() not in _OTHER_CHECKS
        )
        yield _Tag(_SAME_MARK.get(lower, lower), attributes, written.startswith("</"), found.span())


def _take(elements: Iterable[_Element], wanted: Counter[tuple[str, frozenset[tuple[str, str]]]]) -> Iterator[_Element]:
    left = wanted.copy()
    for item in elements:
        if left[item.tag.mark] > 0:
            left[item.tag.mark] -= 1
            yield item


def _show(text: Text, tag: _Tag) -> str:
    return f"“{text.html[slice(*tag.span)]}”"
