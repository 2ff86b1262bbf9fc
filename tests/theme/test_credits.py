"""Credits of pictures, in the reader's language."""

import pytest
from django.utils import translation

from lingotype.theme.credits import credit_line


@pytest.mark.parametrize(
    ("credit", "lang", "shown"),
    [
        ("Иллюстрация: Томас Кирога / Harbor Courier", "uk", "Ілюстрація: <bdi>Томас Кирога / Harbor Courier</bdi>"),
        ("Illustration: Ada Quinn", "he", "איור: <bdi>Ada Quinn</bdi>"),
        ("İllüstrasiya: Leyla", "en", "Illustration: <bdi>Leyla</bdi>"),
        ("ФОТО:Анна", "en", "Photo: <bdi>Анна</bdi>"),
        ("Анна Ковальчук", "es", "Foto: <bdi>Анна Ковальчук</bdi>"),
        ("Reuters: desk", "ru", "Reuters: desk"),
        ("Фото:", "en", "Фото:"),
        ("a: b: <b>", "en", "a: b: &lt;b&gt;"),
        ("Фото: <b>&{name}", "en", "Photo: <bdi>&lt;b&gt;&amp;{name}</bdi>"),
    ],
)
def test_the_kind_is_the_readers_and_the_name_stays(credit, lang, shown):
    with translation.override(lang):
        assert credit_line(credit) == shown
