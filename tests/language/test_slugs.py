"""Addresses made from titles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lingotype.language.facts import LANGUAGES
from lingotype.language.slugs import slug


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("ru", "Съезд жильцов: «Мы ещё вернёмся»", "sezd-zhiltsov-my-eshchyo-vernyomsya"),
        ("uk", "Знам’янка чекає на Їжакевича", "znamianka-chekaie-na-yizhakevycha"),
        ("be", "Магілёў і Еўропа", "mahilyow-i-yewropa"),
        ("az", "Bakıda 3,5 faiz — Əliyev", "bakida-3-5-faiz-eliyev"),
        ("es", "¿Qué pasó en España?", "que-paso-en-espana"),
        ("he", "חדשות תל אביב", "hdshot-tl-aviv"),
        ("en", "The mayor’s $1,400 deal, 3.5% & more", "the-mayors-1400-deal-3-5-more"),
        ("de", "Müller über Straßen", "mueller-ueber-strassen"),
        ("en", "Gorod 北京 😀", "gorod-bei-jing"),
        ("en", "😀 —", "article"),
        ("ru", "", "article"),
        ("en", "a\x00b <b>c</b>/../d", "a-b-b-c-b-d"),
    ],
)
def test_slug(lang: str, text: str, expected: str) -> None:
    assert slug(text, lang) == expected


@pytest.mark.parametrize(
    ("text", "max_length", "expected"),
    [
        ("one two three", 7, "one-two"),
        ("one two three", 9, "one-two"),
        ("Щит и меч", 6, "shchit"),
        ("Incomprehensibilities abound", 10, "incomprehe"),
        ("—", 3, "art"),
    ],
)
def test_slug_is_cut_at_a_word(text: str, max_length: int, expected: str) -> None:
    assert slug(text, "ru", max_length=max_length) == expected


@given(st.text(max_size=200), st.sampled_from(sorted(LANGUAGES)))
def test_slug_is_always_an_address(text: str, lang: str) -> None:
    made = slug(text, lang)
    assert made
    assert len(made) <= 80
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert "--" not in made
    assert made.strip("-") == made
