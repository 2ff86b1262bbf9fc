"""Forms of one word share a stem; different words do not."""

import pytest

from lingotype.language.stems import stems


@pytest.mark.parametrize(
    ("lang", "forms"),
    [
        ("ru", "аренда аренды аренду арендой"),
        ("en", "ferry ferries"),
        ("es", "vendedor vendedores"),
        ("uk", "оренда оренди орендою"),
        ("be", "гавань гавані гаванню"),
        ("az", "liman limanı limanda"),
    ],
)
def test_forms_of_one_word_share_a_stem(lang, forms):
    assert len(set(stems(forms, lang))) == 1


def test_hebrew_words_stay_whole():
    assert stems("מעבורת מעבורות", "he") == ["מעבורת", "מעבורות"]


@pytest.mark.parametrize("text", ["", "«»", '"', "\0", "—", "a" * 10_000, "ё", "İ", "'", "x'y’z"])
def test_any_text_will_do(text):
    assert all(stems(text, lang) is not None for lang in ("ru", "uk", "he", "xx"))
