"""Two texts that differ in a number, a name or a denial are never near, whatever else they share."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lingotype.translation.checks.text import Text
from lingotype.translation.near.sameness import can_be_told, says_the_same
from tests.newsrooms import ROOT

LANGUAGES = ("ru", "uk", "be", "en", "es", "az")
ROWS = [json.loads(line) for line in (ROOT / "benchmarks" / "pairs.jsonl").read_text(encoding="utf-8").splitlines()]
SOURCES = sorted(
    {
        (row["source_lang"], row["source"])
        for row in ROWS
        if row["source_lang"] in LANGUAGES and "<" not in row["source"]
    }
)
NAMES = ("Quennell", "Брагинец", "Ώμega", "BBC", "iPhone")
DENIALS = {
    "ru": ["не", "никто", "нет", "без"], "uk": ["не", "ніхто", "немає"], "be": ["не", "ніхто", "няма"],
    "en": ["not", "never", "nobody", "didn't"], "es": ["no", "nunca", "nadie"], "az": ["deyil", "heç", "yoxdur"],
}  # fmt: skip

texts = st.sampled_from(SOURCES)
places = st.integers(0, 40)


def put(words: str, into: str, at: int) -> str:
    """The text with these words between two of its own."""
    own = into.split(" ")
    return " ".join([*own[: at % len(own)], words, *own[at % len(own) :]])


def agree(lang: str, one: str, other: str) -> bool:
    answers = {says_the_same(Text(one, lang), Text(other, lang)), says_the_same(Text(other, lang), Text(one, lang))}
    assert len(answers) == 1, "it depends on which text comes first"
    return answers.pop()


@given(texts)
def test_a_text_agrees_with_itself(row):
    assert agree(row[0], row[1], row[1])


@settings(max_examples=200, deadline=None)
@given(texts, places, st.integers(0, 10**7), st.integers(0, 10**7))
def test_never_across_a_changed_number(row, at, one, other):
    lang, text = row
    assert agree(lang, put(str(one), text, at), put(str(other), text, at)) == (one == other)
    assert not agree(lang, text, put(str(one), text, at))


@settings(max_examples=200, deadline=None)
@given(texts, places, st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_never_across_a_changed_name(row, at, one, other):
    lang, text = row
    assert agree(lang, put(one, text, at), put(other, text, at)) == (one == other)
    assert not agree(lang, text, put(one, text, at))


@settings(max_examples=200, deadline=None)
@given(texts, places, st.data())
def test_never_across_a_denial_that_came_or_went_or_moved(row, at, data):
    lang, text = row
    word = data.draw(st.sampled_from(DENIALS[lang]))
    denied = put(word, text, at)
    assert not agree(lang, text, denied)
    elsewhere = put(word, text, at + 1)
    if elsewhere.lower() != denied.lower():
        assert not agree(lang, denied, elsewhere)


@pytest.mark.parametrize(
    ("lang", "one", "other", "expected"),
    [
        ("ru", "Мост открыли вчера вечером.", "Мост открыли вчера поздно вечером.", True),
        ("ru", "Мост открыли для машин.", "Мост закрыли для машин.", False),
        ("ru", "Два человека пришли на площадь.", "Три человека пришли на площадь.", False),
        ("ru", "Иванов обыграл Петрова.", "Петрова обыграл Иванов.", False),
        ("ru", "Об этом сказал Иванов.", "Об этом сказал Петров.", False),
        ("en", "The ferry is late again.", "The ferry is late.", True),
        ("en", "The ferry is open.", "The ferry is closed.", False),
        ("en", "He refused to leave the hall.", "He agreed to leave the hall.", False),
        ("en", "It cost $5 million.", "It cost $5 billion.", False),
        ("en", "It opens in March.", "It opens in May.", False),
        ("en", "Smith thanked Jones.", "Jones thanked Smith.", False),
        ("en", "3 of 5 came.", "5 of 3 came.", False),
        ("es", "El puente se abrió el lunes.", "El puente se abrió el martes.", False),
        ("he", "הגשר נפתח אתמול", "הגשר נפתח אתמול.", True),
        ("he", "הגשר נפתח אתמול", "המעבורת נפתחה אתמול", False),
        ("fr", "Le pont est ouvert.", "Le pont est ouvert !", False),
    ],
)
def test_what_is_the_same(lang, one, other, expected):
    assert agree(lang, one, other) == expected


def test_a_language_whose_denials_are_not_known_has_no_near_texts():
    assert can_be_told("ru")
    assert not can_be_told("fr")
