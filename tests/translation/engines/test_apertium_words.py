"""Our own word lists: well-formed, and in the letters of their languages."""

import pytest

from lingotype.translation.engines.apertium.finish import words
from lingotype.translation.pairs import LanguagePair

FOREIGN = {"ru uk": "ыэъё", "ru be": "ищъ", "uk ru": "іїєґ’", "be ru": "іў’", "en es": ""}


@pytest.mark.parametrize("pair", sorted(FOREIGN))
def test_words(pair: str) -> None:
    table = words(LanguagePair(*pair.split()))
    assert len(table) > 10
    assert [word for word, translation in table.items() if not word or not translation or "=" in translation] == []
    assert [word for word in table if word != word.lower() or " " in word] == []
    assert [word for word, translation in table.items() if set(translation.lower()) & set(FOREIGN[pair])] == []


def test_a_pair_without_a_list() -> None:
    assert words(LanguagePair("es", "en")) == {}
