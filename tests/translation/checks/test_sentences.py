import pytest

from lingotype.translation.checks.sentences import sentences_of


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Он пришёл. Она ушла.", 2),
        ("А. С. Ким живёт на ул. Мира, д. 5.", 1),
        ("Mr. Hale met Sen. Ortiz in St. Louis. They talked.", 2),
        ("«Да!» — сказал он. «Нет?» — спросила она.", 2),
        ("Без точки", 1),
        ("", 0),
    ],
)
def test_counting_sentences(text: str, count: int) -> None:
    assert len(sentences_of(text)) == count
