"""Text that is still in the source's language, or in one that nobody asked for."""

from collections.abc import Iterator, Sequence

from lingotype.language.facts import LANGUAGES
from lingotype.translation.checks.base import Check, Finding, Severity, Text
from lingotype.translation.checks.untranslated import letters
from lingotype.translation.checks.untranslated.judgement import Judgement
from lingotype.translation.checks.untranslated.runs import clauses_of, copied_runs, runs_in_script, script_of
from lingotype.translation.checks.untranslated.words import Word, words_in

_A_SENTENCE = 4
"""Words that are a sentence, and no list of names."""

_ECHO = "The translation is the source, word for word."
_SHOWN = 80
"""Characters of a text that a message shows."""


class Untranslated(Check):
    """No two running words are still in the source's language; names, brands and quoted titles may stay."""

    code = "untranslated"

    def __init__(self, site_languages: Sequence[str] = ()) -> None:
        self.site_languages = tuple(site_languages)

    def for_site(self, languages: Sequence[str]) -> "Untranslated":
        """The check that also tells the site's languages apart."""
        return Untranslated(languages) if languages else self

    def findings(self, source: Text, target: Text) -> Iterator[Finding]:
        """Runs of words that were not translated, or not into the language asked for."""
        if source.language == target.language:
            return
        judgement = Judgement(source.language, target.language, self.site_languages)
        before, after = words_in(source), words_in(target)
        if judgement.scripts_differ:
            runs = runs_in_script(after, script_of(source.language))
        else:
            runs = copied_runs(before, after)
        holds = False
        message = _not_translated_at_all(source, target, before, after)
        if not message and _is_echo(source, target):
            is_left = judgement.is_in_source(after) or letters.lacks_own(after, target.language, is_echo=True)
            message = _ECHO if is_left else ""
        if message:
            yield self._told(message, target, after, Severity.ERROR)
            return
        for run in runs:
            severity = judgement.left_over(run)
            if severity:
                holds = holds or severity is Severity.ERROR
                yield self._told(f"“{_read(target, run)}” is still in {_name(source.language)}.", target, run, severity)
        for clause in () if holds else clauses_of(after, before):
            language = judgement.elsewhere(clause)
            if language:
                message = f"“{_read(target, clause)}” is in {_name(language)}, not in {_name(target.language)}."
                yield self._told(message, target, clause, Severity.ERROR)
                holds = True
                break
        if not holds:
            yield from self._by_letters(target, before, after)

    def _by_letters(self, target: Text, before: Sequence[Word], after: Sequence[Word]) -> Iterator[Finding]:
        language = _name(target.language)
        if strange := letters.foreign_words(after, target.language, {word.key for word in before}):
            message = f"“{strange[0].text}” has letters that {language} does not have."
            yield self._told(message, target, strange[:1], Severity.ERROR)
        elif strange := letters.impossible_words(after, target.language, {word.key for word in before}):
            message = f"“{strange[0].text}” is no word of {language}."
            yield self._told(message, target, strange[:1], Severity.ERROR)
        elif letters.lacks_own(after, target.language):
            yield self._told(f"The translation is not in {language}.", target, after, Severity.ERROR)

    def _told(self, message: str, target: Text, run: Sequence[Word], severity: Severity) -> Finding:
        span = target.html_span(run[0].start, run[-1].end)
        return self.finding(message, target_span=span, severity=severity)


def _name(language: str) -> str:
    facts = LANGUAGES.get(language)
    return facts.english_name if facts else language


def _not_translated_at_all(source: Text, target: Text, before: Sequence[Word], after: Sequence[Word]) -> str:
    """Why the whole answer is no translation, where that shows without a language model; empty where it does not."""
    theirs, own = script_of(source.language), script_of(target.language)
    if _is_echo(source, target) and "Latn" != theirs != own and any(runs_in_script(after, theirs)):
        return _ECHO
    if own == "Latn" or any(runs_in_script(after, own)):  # Latin letters stand in any language: they prove nothing
        return ""
    known = {word.key for word in before}
    foreign = [word for word in after if word.key not in known]
    return f"Not a word is in the letters of {_name(target.language)}." if len(foreign) >= _A_SENTENCE else ""


def _is_echo(source: Text, target: Text) -> bool:
    return source.plain.split() == target.plain.split()


def _read(text: Text, run: Sequence[Word]) -> str:
    read = text.plain[run[0].start : run[-1].end]
    return read if len(read) <= _SHOWN else f"{read[: _SHOWN - 1]}…"
