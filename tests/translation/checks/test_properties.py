"""What holds for any text, check by check: each property fails when its check is broken."""

import dataclasses
import json
import random
import sys
from fractions import Fraction
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lingotype.language.facts import LANGUAGES
from lingotype.translation.checks import Severity, Text
from lingotype.translation.checks.base import Check, Finding
from lingotype.translation.checks.judging import CHECKS, judge

steady = settings(max_examples=60, deadline=None, derandomize=True)
NUMBERED = ("ru", "uk", "be", "en", "es", "az", "he")
SAYS = {
    "ru": "На площадь пришли {} человек", "uk": "На площу прийшли {} людей", "be": "На плошчу прыйшлі {} чалавек",
    "en": "There were {} people in the square", "es": "En la plaza había {} personas",
    "az": "Meydanda {} nəfər var idi", "he": "בכיכר היו {} אנשים",
}  # fmt: skip
WORDS = ("the", "ferry", "harbor", "storm", "closed", "late", "captain", "waited", "pier", "morning")
CYRILLIC = ("паром", "гавань", "капитан", "утром", "мост", "закрыт", "буря", "волна", "берег", "рыбак")
languages = st.sampled_from(NUMBERED)
sentences = st.lists(st.sampled_from(WORDS), min_size=4, max_size=12, unique=True).map(" ".join)


def by(code: str, source: str, target: str, one: str = "en", other: str = "es") -> list[Finding]:
    """What the check of that code finds."""
    return list(check_of(code).findings(Text(source, one), Text(target, other)))


def check_of(code: str) -> Check:
    return next(check for check in CHECKS if check.code == code)


def written(number: int, lang: str) -> str:
    """The number as newspapers of the language write it."""
    return f"{number:,}".replace(",", LANGUAGES[lang].group)


@steady
@given(st.integers(2, 999_999), languages, languages)
def test_a_number_in_each_languages_notation_is_the_same(number: int, one: str, other: str) -> None:
    source, target = (SAYS[lang].format(written(number, lang)) for lang in (one, other))
    assert by("numbers", source, target, one, other) == []


@steady
@given(st.integers(2, 999_999), st.integers(2, 999_999), languages, languages)
def test_another_number_is_found_and_shown(number: int, changed: int, one: str, other: str) -> None:
    if number == changed or {number, changed} & {number * 1000, changed * 1000, 24, 7}:
        return
    source, target = SAYS[one].format(written(number, one)), SAYS[other].format(written(changed, other))
    found = by("numbers", source, target, one, other)
    assert found
    shown = target[slice(*(found[0].target_span or (0, 0)))]
    assert f"“{shown}”" in found[0].message
    assert written(changed, other) in shown or shown == ""


@steady
@given(st.integers(0, 23), st.integers(0, 59))
def test_a_time_of_day_is_the_same_on_both_dials(hours: int, minutes: int) -> None:
    half = "p.m." if hours >= 12 else "a.m."
    source, target = (
        f"Рейс вылетает в {hours}:{minutes:02}.",
        f"The flight departs at {(hours - 1) % 12 + 1}:{minutes:02} {half}",
    )
    assert by("numbers", source, target, "ru", "en") == []
    other = target.replace(half, "a.m." if half == "p.m." else "p.m.")
    assert by("numbers", source, other, "ru", "en")


@steady
@given(sentences, st.data())
def test_a_tag_that_is_added_or_dropped_is_found(sentence: str, data: st.DataObject) -> None:
    words = sentence.split()
    at = data.draw(st.integers(0, len(words) - 1))
    tag = data.draw(st.sampled_from(["b", "i", 'a id="a1"', "sub"]))
    tagged = " ".join([*words[:at], f"<{tag}>{words[at]}</{tag.split()[0]}>", *words[at + 1 :]])
    assert by("markup", tagged, tagged) == []
    assert {finding.severity for finding in by("markup", tagged, sentence)} == {Severity.ERROR}
    assert {finding.severity for finding in by("markup", sentence, tagged)} == {Severity.ERROR}


names = st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=12)
links = st.tuples(st.sampled_from(["https://{}.org/{}", "{}@{}.com", "www.{}.net/{}"]), names, names).map(
    lambda parts: parts[0].format(*parts[1:])
)


@steady
@given(links, links, sentences)
def test_any_two_distinct_links_are_told_apart(one: str, other: str, sentence: str) -> None:
    assert by("links", f"{sentence} {one}", f"{one} {sentence}") == []
    assert bool(by("links", f"{sentence} {one}", f"{sentence} {other}")) == (one != other)


@steady
@given(st.lists(st.sampled_from(CYRILLIC), min_size=1, max_size=3), sentences)
def test_cyrillic_read_as_windows_1251_is_found(words: list[str], sentence: str) -> None:
    broken = " ".join(words).encode().decode("cp1251", "replace")
    assert by("mojibake", sentence, f"{sentence} {broken}")
    assert by("mojibake", sentence, f"{sentence} {' '.join(words)}") == []


@steady
@given(sentences, st.integers(3, 6))
def test_what_is_said_again_is_found(sentence: str, times: int) -> None:
    assert by("repeated", sentence, sentence) == []
    assert by("repeated", sentence, " ".join([sentence] * times))


@steady
@given(sentences, st.sampled_from(["{0}", "{{name}}", "%s", "%(count)d", "__PH_3__", "[NAME]"]), st.integers(0, 3))
def test_a_placeholder_is_found_wherever_it_stands(sentence: str, mark: str, at: int) -> None:
    words = sentence.split()
    assert by("placeholder", sentence, sentence) == []
    assert by("placeholder", sentence, " ".join([*words[:at], mark, *words[at:]]))


@steady
@given(sentences, st.sampled_from(["目撃", "გამარჯობა", "мост", "שלום"]))
def test_letters_of_a_foreign_script_are_found(sentence: str, word: str) -> None:
    assert by("script", sentence, f"{sentence} {word}")
    assert by("script", f"{sentence} {word}", f"{sentence} {word}") == []


@steady
@given(st.lists(st.sampled_from(CYRILLIC), min_size=4, max_size=10, unique=True).map(" ".join))
def test_an_echo_in_other_letters_is_found(source: str) -> None:
    assert by("untranslated", source, source, "ru", "en")
    assert by("untranslated", source, source, "ru", "ru") == []


@steady
@given(sentences)
def test_marks_of_speech_and_questions_and_denials_do_not_vanish(sentence: str) -> None:
    said = f"“The {sentence},” said the captain."
    assert by("quotes", said, said) == []
    assert by("quotes", said, f"The {sentence}, said the captain.")
    assert by("punctuation", f"Is the {sentence}?", f"Is the {sentence}.")
    assert by("negation", f"He did not go: {sentence}", "Fue.", "en", "es")


@steady
@given(sentences, st.integers(3, 5))
def test_what_is_missing_and_what_is_added_is_found(sentence: str, times: int) -> None:
    long = ". ".join(f"{sentence} {number}".capitalize() for number in range(times)) + "."
    assert by("truncated", long, f"{sentence}.")
    assert by("length", f"{sentence}.", long)
    assert by("truncated", long, long) == by("length", long, long) == []


@steady
@given(sentences)
def test_a_question_a_bracket_and_a_mark_of_loud_speech_do_not_come_from_nowhere(sentence: str) -> None:
    assert by("punctuation", f"The {sentence}.", f"Is the {sentence}?")
    assert by("punctuation", f"The {sentence} (late).", f"The {sentence} (late.")
    assert by("punctuation", f"The {sentence}.", f"The {sentence}!")
    assert by("punctuation", f"The {sentence}:", f"The {sentence}.")
    assert by("punctuation", f"Is the {sentence} (late)?", f"¿Is the {sentence} (late)?") == []


@steady
@given(sentences, st.sampled_from(["{0}", "{{name}}", "%s", "%(count)d", "__PH_3__"]))
def test_a_field_of_the_source_stays_and_stays_itself(sentence: str, mark: str) -> None:
    assert by("placeholder", f"{sentence} {mark}", f"{mark} {sentence}") == []
    assert by("placeholder", f"{sentence} {mark}", sentence)
    assert len(by("placeholder", f"{sentence} {mark}", f"{sentence} {{other}}")) == 2


@steady
@given(sentences, st.integers(4, 8))
def test_an_end_that_is_said_again_is_found_at_its_place(sentence: str, times: int) -> None:
    end = sentence.rsplit(maxsplit=1)[-1]
    looped = " ".join([sentence, *[end] * times])
    found = by("repeated", sentence, looped)
    assert found
    assert found[0].target_span is not None
    assert looped[slice(*found[0].target_span)].split()[-1] == end
    assert by("repeated", looped, looped) == []


@steady
@given(
    sentences, st.sampled_from(["Sure! Here is the translation: {}", "```{}```", "{} Let me know if you need more."])
)
def test_what_is_said_around_a_translation_is_found_at_its_place(sentence: str, around: str) -> None:
    target = around.format(sentence)
    found = by("length", sentence, target)
    assert found
    assert found[0].target_span is not None
    assert target[slice(*found[0].target_span)] not in sentence
    assert by("length", target, target) == []


ODD = (
    "<b>",
    "</i",
    "&amp;",
    "«",
    "”",
    '"',
    "не ",
    "not ",
    "1,5 ",
    "12:30 ",
    "$7 ",
    "{0}",
    "https://a.org ",
    "Ivan ",
    "語",
    "\x00",
    "?",
)
texts = st.lists(st.one_of(st.sampled_from(ODD), st.text(max_size=6)), max_size=14).map("".join)
pairs = st.tuples(texts, texts, languages, languages)


@steady
@given(pairs)
def test_to_judge_changes_nothing_and_is_the_same_every_time(pair: tuple[str, str, str, str]) -> None:
    source, target = Text(pair[0], pair[2]), Text(pair[1], pair[3])
    before = dataclasses.astuple(source), dataclasses.astuple(target)
    found = judge(source, target)
    assert judge(Text(pair[0], pair[2]), Text(pair[1], pair[3])) == found
    assert (dataclasses.astuple(source), dataclasses.astuple(target)) == before


@steady
@given(pairs, st.randoms(use_true_random=False))
def test_the_order_of_the_checks_does_not_matter(pair: tuple[str, str, str, str], dice: random.Random) -> None:
    source, target = Text(pair[0], pair[2]), Text(pair[1], pair[3])
    alone = {check.code: list(check.findings(source, target)) for check in dice.sample(CHECKS, len(CHECKS))}
    assert {check.code: list(check.findings(source, target)) for check in CHECKS} == alone


@steady
@given(pairs)
def test_findings_lie_in_the_texts_and_come_back_from_json(pair: tuple[str, str, str, str]) -> None:
    for finding in judge(Text(pair[0], pair[2]), Text(pair[1], pair[3])):
        for span, html in ((finding.source_span, pair[0]), (finding.target_span, pair[1])):
            assert span is None or 0 <= span[0] <= span[1] <= len(html)
        row: dict[str, Any] = json.loads(json.dumps(finding.as_json()))
        spans = {name: tuple(row.pop(name)) if row[name] else row.pop(name) for name in ("source_span", "target_span")}
        back = Finding(row["code"], Severity(row["severity"]), row["message"], **spans)
        assert back == finding
        assert "\n" not in finding.message.replace(pair[0], "").replace(pair[1], "") or "\n" in pair[0] + pair[1]


class Steps:
    """Lines of our own code that run: a measure that no other process on the machine can change."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, frame: FrameType, event: str, arg: object) -> "Steps | None":
        del arg
        self.count += event == "line"
        return self if "lingotype" in frame.f_code.co_filename else None


def steps(source: str, target: str) -> int:
    counted = Steps()
    before = sys.gettrace()
    sys.settrace(counted)
    try:
        for check in CHECKS:
            list(check.findings(Text(source, "en"), Text(target, "ru")))
    finally:
        sys.settrace(before)
    return counted.count


@pytest.mark.parametrize(
    "unit", ["1:0, ", "November 7 ", "Mr. Young ", "not only, ", "<b>x</b> ", "no, no. ", "«a» ", "(", "word word "]
)
def test_twice_the_text_takes_about_twice_the_steps(unit: str) -> None:
    half, whole = unit * (1_000 // len(unit)), unit * (2_000 // len(unit))
    judge(Text(half, "en"), Text(half, "ru"))  # once for what is made ready when first asked for
    assert Fraction(steps(whole, whole), steps(half, half)) < 3


@pytest.mark.parametrize(
    "unit", ["a", "<", "&", "не", "1", ".", "(", '"', "Ã", "никто ", "any_", "Let me know ", "ab@", "ə"]
)
def test_twenty_thousand_characters_of_one_thing_are_judged(unit: str) -> None:
    long = unit * (20_000 // len(unit))
    assert isinstance(judge(Text(long, "en"), Text(f"{long}!", "ru")), list)
