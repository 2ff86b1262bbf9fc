"""Sentences: nothing of a text is lost or changed by cutting it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lingotype.translation.engines.ctranslate2.sentences import Sentence, joined, sentences, short_enough


@pytest.mark.parametrize(
    ("language", "text", "cut"),
    [
        ("uk", "Міст відкрили у 2020 р. Це добре!", ["Міст відкрили у 2020 р. Це добре!"]),
        ("uk", "Міст відкрили. Хто заплатить?", ["Міст відкрили.", "Хто заплатить?"]),
        ("be", "Мост адкрылі.  Хто заплаціць?", ["Мост адкрылі.", "Хто заплаціць?"]),
        ("ru", "Он сказал: «Всё хорошо». Она ушла.", ["Он сказал: «Всё хорошо».", "Она ушла."]),
        ("ru", "Это стоит 3.5 млн. руб. и не больше.", ["Это стоит 3.5 млн. руб. и не больше."]),
        ("en", "Mr. Smith paid $3.5 million. He left.", ["Mr. Smith paid $3.5 million.", "He left."]),
        ("he", "הגשר נפתח. מי ישלם?", ["הגשר נפתח.", "מי ישלם?"]),
        ("az", "Körpü açıldı. Kim ödəyəcək?", ["Körpü açıldı.", "Kim ödəyəcək?"]),
        ("en", "One.\nTwo.\n", ["One.", "Two."]),
    ],
)  # fmt: skip
def test_where_sentences_end(language: str, text: str, cut: list[str]) -> None:
    found = sentences(text, language)
    assert [sentence.text for sentence in found] == cut
    assert joined(found) == text


@given(
    st.text(alphabet="аб Кs.!?…«»\"'() \n\t\u00a01,-ї", max_size=60), st.sampled_from(["ru", "uk", "en", "he", "ar"])
)
def test_sentences_put_together_are_the_text(text: str, language: str) -> None:
    assert joined(sentences(text, language)) == text


@pytest.mark.parametrize(
    ("text", "limit", "parts"),
    [
        ("one two", 9, ["one two"]),
        ("one two, three four", 12, ["one two,", "three four"]),
        ("one two three four", 12, ["one two", "three four"]),
        ("one, two three four five six", 14, ["one, two three", "four five six"]),
        ("indivisible", 3, ["indivisible"]),
    ],
)
def test_where_long_sentences_are_cut(text: str, limit: int, parts: list[str]) -> None:
    cut = short_enough(Sentence(" ", text, "\n"), len, limit)
    assert [part.text for part in cut] == parts
    assert joined(cut) == f" {text}\n"


@given(st.text(alphabet="аб ,;—(«\u00a0", max_size=80).map(str.strip), st.integers(1, 20))
def test_nothing_is_lost_when_a_sentence_is_cut(text: str, limit: int) -> None:
    assert joined(short_enough(Sentence("", text, ""), len, limit)) == text
