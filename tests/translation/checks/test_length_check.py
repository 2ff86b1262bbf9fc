import pytest

from tests.translation.checks.judging import errors

LONG = "Паром, который ходит через залив с 1932 года, снова стоит у причала, потому что у города нет денег на ремонт."


@pytest.mark.parametrize(
    "row",
    [
        "ru en | Паром стоит. | Sure, here's your translation: The ferry is idle.",
        "ru en | Паром стоит. | The ferry is idle. I hope this helps!",
        "ru en | Паром стоит. | I cannot translate this text.",
        "ru en | Паром стоит. | # The ferry is idle.",
        'ru en | Паром стоит. | ["The ferry is idle."]',
        "ru en | Паром стоит. | The ferry is idle (literally “stands”).",
        "ru en | Паром стоит. | The ferry is idle, and the townspeople gather on the pier every evening to look at it.",
        "en uk | The ferry is idle. | Примітка перекладача: ferry — це пором. Пором стоїть.",
        "en az | The ferry is idle. | Əlbəttə! Budur mətnin tərcüməsi: Bərə dayanıb.",
        f"ru en | {LONG} | The ferry that has crossed the bay since 1932 is idle again because the city has no money "
        "for repairs. The mayor promised on Monday to find the money by spring. Few in the town believe him.",
    ],
)
def test_something_was_added(row: str) -> None:
    assert "length" in errors(row)


@pytest.mark.parametrize(
    "row",
    [
        "ru en | МЧС | Ministry of Emergency Situations",
        "ru en | Примечание: паром стоит. | Note: the ferry is idle.",
        "ru en | Перевод с русского: Анна Ким | Translation: Anna Kim",
        "ru en | Я не могу помочь с этим, сказал он. | I can't help with this, he said.",
        "ru en | Паром (1932) стоит. | The ferry (1932) is idle.",
        "ru en | Конечно! Звоните, если нужна помощь. | Of course! Call us if you need help.",
        "en he | U.S. | ארצות הברית של אמריקה",
        "en es | Read on | Siga leyendo",
    ],
)
def test_nothing_was_added(row: str) -> None:
    assert "length" not in errors(row)
