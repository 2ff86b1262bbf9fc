"""What checks and workers say in English is said at the desk in the editor's language."""

import json
import re
from functools import cache
from pathlib import Path

import pytest
from django.utils import translation

from lingotype.desk.in_words import SENTENCES, in_words
from lingotype.language.facts import LANGUAGES
from lingotype.translation import installed
from lingotype.translation.engines.errors import EngineError
from lingotype.translation.jobs import KEPT_BACK
from lingotype.translation.pairs import LanguagePair
from tests.newsrooms import ROOT
from tests.translation.checks.judging import findings

PAIRS = Path(ROOT, "benchmarks", "pairs.jsonl")
EDITORS = ("es", "ru", "uk")


@cache
def told_by_checks() -> frozenset[str]:
    """Everything that the checks say of the project's own pairs."""
    rows = [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    return frozenset(
        finding.message
        for row in rows
        for finding in findings(f"{row['source_lang']} {row['target_lang']} | {row['source']} | {row['translation']}")
    )


@pytest.mark.parametrize("lang", EDITORS)
def test_every_finding_of_the_pairs_is_said_in_the_editors_language(lang: str) -> None:
    with translation.override(lang):
        left = [message for message in told_by_checks() if in_words(message) == message]
    assert len(told_by_checks()) > 200
    assert left == []


@pytest.mark.parametrize("lang", EDITORS)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_every_sentence_is_found_again_with_what_stands_in_it(sentence: str, lang: str) -> None:
    fields = dict.fromkeys(re.findall(r"\{(\w+)\}", sentence), "17")
    with translation.override(lang):
        said = in_words(sentence.format(**fields))
        assert said == translation.gettext(sentence).format(**fields)
    assert said != sentence.format(**fields)


def test_what_is_quoted_stays_as_it_is_whatever_it_holds() -> None:
    with translation.override("ru"):
        assert in_words("“{0} <b>% 5” has become “{words}”.") == "«{0} <b>% 5» превратилось в «{words}»."
        assert in_words("“a\nb” is not in the source.") == "«a\nb» нет в оригинале."


def test_a_reason_around_a_reason_is_said_whole() -> None:
    with translation.override("uk"):
        assert in_words("numbers: “5” has become “6”. (and 2 more)") == "numbers: «5» перетворилося на «6». (і ще: 2)"
        assert in_words("In the quotation “Так”: There is no translation.") == "У цитаті «Так»: Перекладу немає."
        assert in_words(KEPT_BACK).startswith("редакція")


def test_a_language_is_called_as_the_editor_calls_it() -> None:
    with translation.override("es"):
        said = in_words("“Добро” is still in Russian.")
    assert "Russian" not in said
    assert "ruso" in said.lower()


def test_languages_that_checks_may_name_are_known_to_django() -> None:
    with translation.override("ru"):
        for code in ("ru", "uk", "be", "en", "es", "az", "he"):
            name = LANGUAGES[code].english_name
            assert name not in in_words(f"The translation is not in {name}.")


def test_an_engines_failure_says_where_and_what() -> None:
    failed = EngineError(
        "the server answered 503: overloaded (tried 3 times)", engine="home", pair=LanguagePair("en", "ru")
    )
    with translation.override("ru"):
        assert in_words(failed) == "home, en→ru: сервер ответил 503: overloaded (попыток: 3)"


@pytest.mark.django_db
def test_what_to_configure_is_said_in_the_editors_language() -> None:
    with translation.override("ru"):
        said = in_words(installed.what_to_configure(LanguagePair("he", "az")))
    assert re.search("[а-я]", said), said


@pytest.mark.parametrize(
    "line", ["", "Something else entirely", "x: y", "“", "engine : ", "“a” " * 5_000, "{words}", "%s %(x)s {0}"]
)
def test_a_line_that_is_none_of_ours_stays(line: str) -> None:
    with translation.override("ru"):
        assert in_words(line) == line
