"""Punctuation that carries meaning: questions, exclamations, colons before lists, brackets."""

import re
from collections.abc import Iterator

from lingotype.translation.checks.base import Check, Finding, Severity, Span, Text
from lingotype.translation.checks.links import addresses_in
from lingotype.translation.checks.sentences import sentences_of

_QUESTION = re.compile(r"[?？؟]")
_DOUBT = re.compile(r"[(\[]\s*[?!]+\s*[)\]]|\?{3,}")
"""`(?)` beside a word, or letters that were lost: no questions."""
_REPORTS_QUESTION = re.compile(
    r"\b(?:ли|чи|ці|спр[ао]с\w*|спраш\w*|вопрос\w*|запит\w*|питан\w*|пытан\w*|asks?|asked|asking|wonder\w*|whether|questions?|"
    r"pregunt\w*|soruş\w*|sual\w*)\b|שאל|האם",
    re.IGNORECASE,
)
"""A statement that reports a question: another language may put the question itself."""
_SENTENCE_END = re.compile(r"[.!?…]+[»”\"]?\s+|\n")
_END_COLON = re.compile(r":\s*$")
_LIST_MARK = re.compile(r"(?:(?<=\s)|^)\w{1,3}\)|[:;]-?[)(]")
"""`1)`, `а)` and smileys: brackets without a partner by right."""
_OPENED = {")": "(", "]": "[", "}": "{"}


class Punctuation(Check):
    """A question stays a question, a statement a statement; brackets have their partners."""

    code = "punctuation"

    def findings(self, source: Text, target: Text) -> Iterator[Finding]:
        """Questions lost or invented and brackets left open are errors; the rest are warnings."""
        if not source.plain.strip() or not target.plain.strip():
            return
        before, after = _without_addresses(source.plain), _without_addresses(target.plain)
        yield from self._questions(before, after, source, target)
        yield from self._tones(before, after, source, target)
        yield from self._brackets(before, after, target)

    def _questions(self, before: str, after: str, source: Text, target: Text) -> Iterator[Finding]:
        asked, asks = len(_QUESTION.findall(before)), len(_QUESTION.findall(after))
        whole = 0, len(target.html)
        if bool(asked) != bool(asks):
            start, end = _question_in(before if asked else after)
            if asked:
                message = f"“{source.plain[start:end]}” is no question in the translation."
                yield self.finding(message, source_span=source.html_span(start, end), target_span=whole)
            else:
                severity = Severity.WARNING if _REPORTS_QUESTION.search(before) else None
                message = f"“{target.plain[start:end]}” is no question in the source."
                yield self.finding(message, target_span=target.html_span(start, end), severity=severity)
        elif asked != asks:
            one, other = sentences_of(before), sentences_of(after)
            is_one_to_one = len(one) == len(other) and asked == _questions_in(one) and asks == _questions_in(other)
            message = f"The source has {asked} “?”, the translation {asks}."
            yield self.finding(message, target_span=whole, severity=None if is_one_to_one else Severity.WARNING)
        if target.language == "es" and after.count("¿") != asks and before != after:
            yield self.finding("“¿” is missing before a question.", target_span=whole, severity=Severity.WARNING)

    def _tones(self, before: str, after: str, source: Text, target: Text) -> Iterator[Finding]:
        whole = 0, len(target.html)
        if ("!" in before) != ("!" in after):
            text, at = (source, before.index("!")) if "!" in before else (target, after.index("!"))
            message = "“!” is not in the translation." if "!" in before else "“!” is not in the source."
            span = text.html_span(at, at + 1)
            source_span, target_span = (span, whole) if "!" in before else (None, span)
            yield self.finding(message, source_span=source_span, target_span=target_span, severity=Severity.WARNING)
        if _END_COLON.search(before) and not _END_COLON.search(after):
            message = "The colon at the end is not in the translation."
            yield self.finding(message, target_span=whole, severity=Severity.WARNING)

    def _brackets(self, before: str, after: str, target: Text) -> Iterator[Finding]:
        at = _without_partner(after)
        if at is None or _without_partner(before) is not None:
            return
        bracket = after[at]
        is_invented = bracket not in before
        yield self.finding(
            f"The bracket “{bracket}” has no partner.",
            target_span=target.html_span(at, at + 1),
            severity=Severity.WARNING if is_invented else None,
        )


def _without_addresses(text: str) -> str:
    """The text with blanks for addresses and signs of doubt, in their places."""
    for start, end in addresses_in(text):
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return _DOUBT.sub(lambda doubt: " " * len(doubt.group()), text) if "?" in text else text


def _question_in(text: str) -> Span:
    """Where the first question of a text stands."""
    mark = _QUESTION.search(text)
    end = mark.end() if mark else len(text)
    begin = max((found.end() for found in _SENTENCE_END.finditer(text, 0, max(end - 1, 0))), default=0)
    return begin, end


def _questions_in(sentences: list[str]) -> int:
    return sum(_QUESTION.search(sentence) is not None for sentence in sentences)


def _without_partner(text: str) -> int | None:
    """Where the first bracket without a partner stands."""
    opened: list[int] = []
    if not any(bracket in text for bracket in "()[]{}"):
        return None
    marks = {place for found in _LIST_MARK.finditer(text) for place in range(*found.span())}
    for at, character in enumerate(text):
        if character in "([{":
            opened.append(at)
        elif character in _OPENED and opened and text[opened[-1]] == _OPENED[character]:
            opened.pop()
        elif character in _OPENED and at not in marks:
            return at
    return next((at for at in opened if at not in marks), None)
