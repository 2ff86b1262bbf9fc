"""Glossary: what the newsroom has agreed to call things is what the translation calls them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lingotype.translation.checks.base import Check, Finding, Span, Text
from lingotype.translation.checks.forms import is_form
from lingotype.translation.checks.links import addresses_in
from lingotype.translation.terms import Term

_WORD = re.compile(r"""[^\W_]+(?:(?:['’ʼ׳״]|(?<=[א-ת])"(?=[א-ת]))[^\W_]+)*""")
_GAP = re.compile(r"[\s\u00a0‑-]{1,3}")
_HEBREW_PREFIXES = "והבלמשכ"
_GLUED = frozenset({"az", "tr", "kk"})
"""Languages that put endings right behind a foreign name."""


class TermPlace(NamedTuple):
    """A term in a source."""

    term: Term
    source_span: Span
    """Offsets in the source's `plain`."""
    written: str
    """The words as they stand there."""
    is_kept: bool
    """Whether the translation has the term as agreed."""


class Glossary(Check):
    """Every term of the source is given as the newsroom has agreed."""

    code = "glossary"

    def __init__(self, terms: Iterable[Term] = ()) -> None:
        self._terms: defaultdict[tuple[str, str], _Index] = defaultdict(lambda: defaultdict(list))
        for term in terms:
            pair = _code(term.source_lang), _code(term.target_lang)
            if pair[0] != pair[1] and not term.is_advice:
                rule = _Rule(term, *pair)
                for form in rule.source:
                    if form.words:
                        self._terms[pair][_keys(form.words[0], pair[0])[0]].append((form, rule))
        self._with: tuple[Sequence[Term], Glossary] = (), self

    def with_terms(self, terms: Sequence[Term]) -> "Glossary":
        """This check with a newsroom's terms; the same tuple given again costs nothing."""
        if not terms:
            return self
        known, check = self._with
        if known is terms and isinstance(terms, tuple):
            return check
        check = Glossary(terms)
        self._with = terms, check
        return check

    def findings(self, source: Text, target: Text) -> Iterator[Finding]:
        """Terms of the source none of whose agreed forms stands in the translation."""
        for place in self.places(source, target):
            if not place.is_kept:
                term = place.term
                wish = "is to stand as it is" if term.never_translate else f"is to be “{term.target}”"
                yield self.finding(f"“{place.written}” {wish}.", source_span=source.html_span(*place.source_span))

    def places(self, source: Text, target: Text) -> "Iterator[TermPlace]":
        """Where terms stand in the source, in its order, and whether the translation has them as agreed."""
        index = self._terms.get((source.language, target.language))
        if not index:
            return
        before = _Words(source)
        forms = (form for key in before.places for form in index.get(key, ()))
        places = _longest((span, rule) for form, rule in forms for span in form.places_in(before))
        after = _Words(target) if places else None
        for span in sorted(places):
            written, rules = before.plain[slice(*span)], places[span]
            kept = None if after is None else next((rule for rule in rules if rule.is_kept(written, after)), None)
            yield TermPlace((kept or rules[0]).term, span, written, kept is not None)


class _Words:
    """The words of a text, addresses left out."""

    def __init__(self, text: Text) -> None:
        self.language = text.language
        self.plain = text.plain
        for start, end in addresses_in(self.plain):
            self.plain = f"{self.plain[:start]}{'·' * (end - start)}{self.plain[end:]}"
        found = list(_WORD.finditer(self.plain))
        self.written = [match.group() for match in found]
        self.spans = [match.span() for match in found]
        self.places: defaultdict[str, list[int]] = defaultdict(list)
        for at, word in enumerate(self.written):
            for key in _keys(word, self.language):
                self.places[key].append(at)

    def are_together(self, at: int) -> bool:
        """Whether only a blank or a hyphen parts this word from the next."""
        gap = self.plain[self.spans[at][1] : self.spans[at + 1][0]]
        return _GAP.fullmatch(gap) is not None


class _Form(NamedTuple):
    """One form of a term, in one language: its words as they are compared."""

    words: tuple[str, ...]
    language: str
    case_sensitive: bool
    is_lenient: bool

    def places_in(self, text: _Words) -> Iterator[Span]:
        """Where the form, or an inflection of it, stands in the text."""
        if not self.words:
            return
        last = len(text.written) - len(self.words)
        for at in text.places.get(_keys(self.words[0], self.language)[0], ()):
            if at <= last and all(self._fits(text, at, number) for number in range(len(self.words))):
                yield text.spans[at][0], text.spans[at + len(self.words) - 1][1]

    def _fits(self, text: _Words, at: int, number: int) -> bool:
        word, written = self.words[number], text.written[at + number]
        if number and not text.are_together(at + number - 1):
            return False
        if self.case_sensitive and (word[0].isupper(), word.isupper()) != (written[0].isupper(), written.isupper()):
            return False
        return is_form(written.lower(), word.lower(), self.language, is_lenient=self.is_lenient)


class _Rule:
    """One term, ready to be looked for."""

    def __init__(self, term: Term, source: str, target: str) -> None:
        self.term = term
        self.source = [self._form(form, source) for form in (term.source, *term.source_forms)]
        self._target = [self._form(form, target, is_agreed=True) for form in (term.target, *term.target_forms)]

    def _form(self, form: str, language: str, *, is_agreed: bool = False) -> _Form:
        return _Form(tuple(_WORD.findall(form)), language, self.term.case_sensitive and not is_agreed, is_agreed)

    def is_kept(self, written: str, text: _Words) -> bool:
        """Whether the translation gives the term, that stands so in the source, as agreed."""
        if self.term.never_translate:
            return any(_stands_in(name, text) for name in (self.term.source, written))
        return any(True for form in self._target for _ in form.places_in(text))


_Index = defaultdict[str, list[tuple[_Form, _Rule]]]
"""Forms of terms by what their first word begins with."""


def _longest(places: Iterable[tuple[Span, _Rule]]) -> dict[Span, list[_Rule]]:
    """The places of terms, without those that lie in or across a longer one's; several terms may share one place."""
    found: defaultdict[Span, list[_Rule]] = defaultdict(list)
    for span, rule in places:
        found[span].append(rule)
    kept: dict[Span, list[_Rule]] = {}
    for span in sorted(found, key=lambda span: (span[0] - span[1], span)):
        if all(span[1] <= start or end <= span[0] for start, end in kept):
            kept[span] = found[span]
    return kept


def _stands_in(name: str, text: _Words) -> bool:
    """Whether the name stands there to the letter, with an ending only where the language glues it on."""
    after = "" if text.language in _GLUED else r"(?!\w)"
    return re.search(rf"(?<!\w){re.escape(name)}{after}", text.plain) is not None


def _keys(word: str, language: str) -> tuple[str, ...]:
    """What words that may be forms of one begin with; of a Hebrew word also without its prefixes."""
    low = word.lower()
    if language == "he":
        cuts = [cut for cut in range(4) if len(low) - cut > 1 and all(sign in _HEBREW_PREFIXES for sign in low[:cut])]
        return tuple(low[cut : cut + 2] for cut in cuts) or (low,)
    return (low.replace("ё", "е")[:2],)


def _code(language: str) -> str:
    return language.replace("_", "-").split("-")[0].lower()
