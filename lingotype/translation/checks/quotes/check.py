"""What was said in quotation marks is still in quotation marks, and nothing else is."""

import re
from collections.abc import Iterator, Sequence

from lingotype.language.facts import LANGUAGES
from lingotype.translation.checks.base import Check, Finding, Severity, Text
from lingotype.translation.checks.quotes.marks import Marks, Quotation, marks_of

_NAME = 4
"""Words that the name of a newspaper, ship or work may have where it loses its marks."""
_SPEECH = 5
"""Words from which on what is quoted is speech, whatever stands around it."""
_KEPT = 0.6
"""What share of the quoted part of a text is enough where marks are fewer: two halves of a sentence became one."""
_END = ".!?…,"
_SAYS_AFTER = re.compile(
    r"^\s*[,.!?…]+\s*[—–-]|^\s*[—–-]\s*(?:\w+\s+){0,2}\b(?:ска|гов|зая|отме|доб|пояс|спро|отве|счит|каз|наг|дод|зазн)"
)
_VERB = re.compile(
    r"\b(?:said|says?|told|tells|asked|asks|added|adds|wrote|writes|replied|answered|explained|called|shouted|noted|insisted"
    r"|quoted|according|promised|warned|admitted|recalled|declared|stated|testified|argued|claimed|repeated|announced|told"
    r"|dijo|llamó|calificó|tachó|dice|dijeron|afirmó|señaló|explicó|agregó|añadió|preguntó|respondió|aseguró|declaró|prometió|advirtió|reconoció"
    r"|lamentó|insistió|escribió|gritó|сказал\w*|говорит|говорил\w*|говорят|заявил\w*|отметил\w*|добавил\w*|поясн\w*|спросил\w*"
    r"|ответил\w*|считает|написал\w*|пишет|обеща\w*|предупред\w*|призна\w*|возмущ\w*|жалу\w*|вспомина\w*|подчеркн\w*|утвержда\w*"
    r"|рассказ\w*|крич\w*|объясн\w*|назвал\w*|назвав|назвала|назваў|сказав|сказала|каже|кажуть|заявив|заявила|додав|додала|пояснив|пояснила|запита\w*|відпові\w*"
    r"|обіця\w*|поперед\w*|визна\w*|обур\w*|скарж\w*|пригад\w*|наголо\w*|ствердж\w*|розпов\w*|сказаў|кажа|заявіў|дадаў|абяца\w*"
    r"|dedi|deyir|deyib|bildirdi|bildirib|soruşdu|vurğula\w*)\b|אמר|אמרה|אמרו|טען|הוסיף|הסביר|כתב|שאל|הבטיח|הזהיר|הודה|הדגיש",
    re.IGNORECASE,
)
_COMMA_AND_VERB = re.compile(rf"\s*,\s*(?:\w+\s+)?(?:{_VERB.pattern})", re.IGNORECASE)
_NEAR = 40
"""Characters around a quotation in which a verb of speech belongs to it."""
_DOUBLED = re.compile(r"([«»„”“])\1|\"\"|[«»„”“]\"(?=\w)|(?<=\w)\"[”»]|``|''")
_CYRILLIC = "Cyrl"


class Quotes(Check):
    """Quoted speech keeps its marks, each with its partner; names may lose theirs where the language has none."""

    code = "quotes"

    def findings(self, source: Text, target: Text) -> Iterator[Finding]:
        """Marks that vanished, were invented, lost their partner or were doubled; one finding at most."""
        if not source.plain.strip() or not target.plain.strip():
            return
        before, after = marks_of(source.plain, source.language), marks_of(target.plain, target.language)
        if before == after == _NONE and "''" not in target.plain:
            return
        yield from (
            *self._vanished(source, before, target, after),
            *self._invented(source, before, target, after),
            *self._alone(source, before, target, after),
        ) or self._doubled(source, target)

    def _vanished(self, source: Text, before: Marks, target: Text, after: Marks) -> list[Finding]:
        speech = [item for item in before.quotations if _is_speech(source.plain, item, source.language)]
        has_voice = bool(after.quotations) or after.has_dash
        if before.is_dialogue and not has_voice and not speech:
            return [
                self.finding("The dash that opens speech is not in the translation.", source_span=(0, len(source.html)))
            ]
        if speech and not has_voice:
            return [self._lost(source, speech[0], None)]
        if len(after.quotations) + after.has_dash < len(speech):
            share, kept = _share(source.plain, speech), _share(target.plain, after.quotations)
            if kept < _KEPT * share and not after.has_dash:
                return [self._lost(source, speech[-1], None)]
        others = len(before.quotations) - len(after.quotations) - after.has_dash
        is_needed = _script(source) == _script(target) == _CYRILLIC or any(
            not _is_name(source.plain, item, source.language) for item in before.quotations
        )
        if others > 0 and is_needed and not speech:
            return [self._lost(source, before.quotations[0], Severity.WARNING)]
        return []

    def _lost(self, source: Text, item: Quotation, severity: Severity | None) -> Finding:
        quoted = source.plain[item.start : item.end]
        message = f"{_shown(quoted)} stands without quotation marks in the translation."
        return self.finding(message, source_span=source.html_span(item.start, item.end), severity=severity)

    def _invented(self, source: Text, before: Marks, target: Text, after: Marks) -> list[Finding]:
        if before.quotations or before.strays or before.has_dash:
            return []
        for item in after.quotations:
            if item.is_single or not _is_speech(target.plain, item, target.language):
                continue
            may_be_quoted = ":" in source.plain or "<i>" in source.html or "<em>" in source.html
            return [
                self.finding(
                    f"{_shown(target.plain[item.start : item.end])} stands without quotation marks in the source.",
                    target_span=target.html_span(item.start, item.end),
                    severity=Severity.WARNING if may_be_quoted else None,
                )
            ]
        return []

    def _alone(self, source: Text, before: Marks, target: Text, after: Marks) -> list[Finding]:
        if before.strays or not after.strays:
            return []
        at = after.strays[0]
        message = f"The quotation mark {target.plain[at]} has no partner."
        return [self.finding(message, target_span=target.html_span(at, at + 1))]

    def _doubled(self, source: Text, target: Text) -> list[Finding]:
        found = _DOUBLED.search(target.plain)
        if not found or _DOUBLED.search(source.plain):
            return []
        message = f"The quotation mark {found.group()} is doubled."
        return [self.finding(message, target_span=target.html_span(*found.span()))]


def _shown(quoted: str) -> str:
    return quoted if len(quoted) < 60 else f"{quoted[:59]}…"


_NONE = marks_of("", "")


def _is_speech(text: str, item: Quotation, language: str) -> bool:
    """Whether somebody says what is quoted, as far as the marks around it tell."""
    words = item.words(text)
    after, before = text[item.end : item.end + _NEAR], text[max(0, item.start - _NEAR) : item.start]
    has_verb = _VERB.search(after) is not None or _VERB.search(before) is not None
    may_be_apostrophes = item.is_single and not (text[item.start] == "‘" and has_verb)
    if may_be_apostrophes or not words:
        return False
    if len(words) >= _SPEECH:
        return not _is_title(words)
    is_name = _is_name(text, item, language)
    says_after = _SAYS_AFTER.search(after) is not None and (has_verb or not is_name)
    is_introduced = before.rstrip().endswith(":") and len(words) > 1 and (has_verb or not is_name)
    if says_after or is_introduced or _COMMA_AND_VERB.match(after):
        return True
    last = words[-1][-1]
    if last == ",":  # inside the marks, as American newspapers put it after a name, too
        return has_verb or not _is_title(words)
    if last in _END:
        return has_verb or (len(words) > 2 and not is_name)
    return has_verb and len(words) > 2 and not is_name


def _is_name(text: str, item: Quotation, language: str) -> bool:
    """Whether the words may be the name of an organisation, a ship or a work: few, with a capital, no sentence."""
    words = item.words(text)
    if not words or len(words) > _NAME:
        return False
    if _SAYS_AFTER.search(text[item.end : item.end + _NEAR]) and words[-1][-1:] not in "!?":
        return False
    first = words[0].lstrip("«“„\"'¡¿(")[:1]
    is_capital = first.isupper() or first.isdigit() or (language == "he" and len(words) <= 3)
    return is_capital and words[-1][-1:] not in ".…"


def _is_title(words: Sequence[str]) -> bool:
    """Whether nearly every word has a capital, as in English titles."""
    capitals = sum(word[:1].isupper() for word in words)
    return capitals * 3 >= len(words) * 2


def _share(text: str, quotations: Sequence[Quotation]) -> float:
    return sum(item.end - item.start for item in quotations) / max(len(text), 1)


def _script(text: Text) -> str:
    facts = LANGUAGES.get(text.language)
    return facts.script if facts else "Latn"
