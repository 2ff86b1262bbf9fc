"""What checks and workers say, in the editor's language.

They say it in English, in one line: that is what the command, the JSON and the log print, and what a job keeps. Here
each line is found again among the sentences that they are made of, and said in the language that is active. So a line
that an earlier version wrote is understood, too, and a line that nobody foresaw stays as it is.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from django.utils.translation import gettext, gettext_noop

from lingotype.language.facts import LANGUAGES

_LONGEST = 2_000
"""Characters of a line that is looked at: what a service answers may be long, and is not ours."""
_DEEPEST = 4
"""Lines within lines: “… (and 2 more)” around “In the quotation …” around a check's own sentence."""

SENTENCES = (
    # Numbers, names, links, fields
    gettext_noop("“{words}” has become “{others}”."),
    gettext_noop("What the sentence says has no denial in the translation."),
    gettext_noop("What the sentence says has no denial in the source."),
    gettext_noop("“{words}” has no denial in the translation."),
    gettext_noop("“{words}” has no denial in the source."),
    gettext_noop("“{words}” is no question in the translation."),
    gettext_noop("“{words}” is no question in the source."),
    gettext_noop("“{words}” is not in the translation."),
    gettext_noop("“{words}” is not in the source."),
    gettext_noop("“{words}” is not for readers."),
    # Punctuation and quotations
    gettext_noop("The source has {asked} “?”, the translation {translation_asks}."),
    gettext_noop("“¿” is missing before a question."),
    gettext_noop("The colon at the end is not in the translation."),
    gettext_noop("The bracket “{mark}” has no partner."),
    gettext_noop("The dash that opens speech is not in the translation."),
    gettext_noop("The quotation mark {mark} has no partner."),
    gettext_noop("The quotation mark {mark} is doubled."),
    gettext_noop("{words} stands without quotation marks in the translation."),
    gettext_noop("{words} stands without quotation marks in the source."),
    gettext_noop("In the quotation “{words}”: {reason}"),
    # Languages and letters
    gettext_noop("The translation is the source, word for word."),
    gettext_noop("“{words}” is still in {language}."),
    gettext_noop("“{words}” is in {language}, not in {expected_language}."),
    gettext_noop("“{words}” has letters that {language} does not have."),
    gettext_noop("“{words}” is no word of {language}."),
    gettext_noop("The translation is not in {language}."),
    gettext_noop("Not a word is in the letters of {language}."),
    gettext_noop("“{words}” is in letters of neither language."),
    gettext_noop("“{words}” mixes Latin and Cyrillic letters that look alike."),
    gettext_noop("“{words}” is broken text, read in the wrong encoding."),
    gettext_noop("“{words}” is broken text in the source, read in the wrong encoding."),
    # Too much, too little
    gettext_noop("“{words}” is said again; the source says it once."),
    gettext_noop("“{words}” is about the translation, not part of it."),
    gettext_noop("The translation has {share} of the usual length: something was added."),
    gettext_noop("There is no translation."),
    gettext_noop("The translation has only {share} of the usual length, and {before} sentences became {after}."),
    gettext_noop("The translation has only {share} of the usual length."),
    gettext_noop("The translation breaks off before the end of the sentence."),
    # Terms and markup
    gettext_noop("“{words}” is to stand as it is."),
    gettext_noop("“{words}” is to be “{others}”."),
    gettext_noop("“{words}” closes nothing that is open."),
    gettext_noop("“{words}” is not closed."),
    gettext_noop("“{words}” has no text inside."),
    gettext_noop("“{words}” stands inside another tag than in the source."),
    gettext_noop("The reader would see “{words}”."),
    gettext_noop("A link without text: no reader can follow it."),
    # Why a translation waits for a person
    gettext_noop("{reason} (and {count} more)"),
    gettext_noop("the desk keeps it back: look at it, and publish it"),
    gettext_noop("this pair goes out after a person has reviewed it"),
    gettext_noop("the title is longer than {count} characters: shorten it"),
    gettext_noop("no translation of “{words}”"),
    gettext_noop("the source itself needs mending: {reason}"),
    gettext_noop(
        "a person took this translation off; it comes back when they publish it in its editor, "
        "or when the original changes"
    ),
    gettext_noop("“{words}” was begun with a similar text’s translation: go through it and publish it"),
    gettext_noop(
        "a person had corrected a translation to “{others}”, and its source has changed: "
        "look at “{words}” and publish it"
    ),
    # Why nothing is translated
    gettext_noop("{count} workers ended in the middle of it; publish to try again"),
    gettext_noop("{code} is no language of lingotype.toml any more; it waits for its return"),
    gettext_noop("no engine for {pair}: add to lingotype.toml {table}"),
    gettext_noop(
        "{engines}, chosen at the desk, cannot translate {pair} here: choose another engine under Languages; "
        "lingotype doctor says what each engine needs"
    ),
    gettext_noop(
        "{engines} cannot translate {pair} here: add an engine that can to its route in lingotype.toml; "
        "lingotype doctor says what each engine needs"
    ),
    # What became of an engine
    gettext_noop(
        "its budget for {month} does not hold {count} characters more ({used} of {limit} are used): "
        "raise max_characters_per_month, or wait for the next month"
    ),
    gettext_noop("passed over for {seconds} s more, because it keeps failing: {reason}"),
    gettext_noop("{reason} (tried {count} times)"),
    gettext_noop("no answer from {host} within {seconds} s"),
    gettext_noop("no connection with {host}: {detail}"),
    gettext_noop("the server answered {status}: {detail}"),
    gettext_noop("the server answered {status}"),
    gettext_noop("the server's answer is not {format}"),
    gettext_noop("the server's answer is longer than {count} bytes"),
    gettext_noop("{count} texts went out and {back} came back"),
)
"""Every sentence with the names of what stands in it. The first that fits is taken: what is longer comes first."""

_LANGUAGE_FIELDS = frozenset({"language", "expected_language"})
_FIELD = re.compile(r"\{(\w+)\}")
_ENGINE = re.compile(r"engine (?P<where>[^:]{1,120}): (?P<reason>.+)", re.DOTALL)
"""How `EngineError` begins: what engine, which pair, which part."""


def in_words(line: object) -> str:
    """The line in the active language; as it is where it is none of ours. Never fails, whatever an engine has said."""
    return _said(str(line), 0)


def _said(line: str, depth: int) -> str:
    if depth > _DEEPEST or len(line) > _LONGEST:
        return line
    code, colon, rest = line.partition(": ")
    if colon and code in _codes():
        return f"{code}: {_said(rest, depth + 1)}"
    if found := _found(line):
        sentence, values = found
        return gettext(sentence).format(**{name: _value(name, value, depth) for name, value in values})
    if engine := _ENGINE.fullmatch(line):
        return f"{engine['where']}: {_said(engine['reason'], depth + 1)}"
    return line


def _value(name: str, value: str, depth: int) -> str:
    if name == "reason":
        return _said(value, depth + 1)
    return gettext(value) if name in _LANGUAGE_FIELDS and value in _language_names() else value


@lru_cache(maxsize=4_096)  # a board shows the same few lines in hundreds of cells
def _found(line: str) -> tuple[str, tuple[tuple[str, str], ...]] | None:
    for sentence, pattern in _patterns():
        if found := pattern.fullmatch(line):
            return sentence, tuple(found.groupdict().items())
    return None


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((sentence, re.compile("".join(_pattern(sentence)), re.DOTALL)) for sentence in SENTENCES)


def _pattern(sentence: str) -> Iterator[str]:
    for at, piece in enumerate(_FIELD.split(sentence)):
        yield f"(?P<{piece}>.+?)" if at % 2 else re.escape(piece)


@cache
def _codes() -> frozenset[str]:
    from lingotype.translation.checks.judging import CHECKS  # with all their tables, which few commands need

    return frozenset(check.code for check in CHECKS)


@cache
def _language_names() -> frozenset[str]:
    """English names, which Django's own catalogs know in every language."""
    return frozenset(facts.english_name for facts in LANGUAGES.values())
