import pytest

from tests.translation.checks.judging import errors, warnings


@pytest.mark.parametrize(
    "row",
    [
        "ru en | Мост закрыт. | 大桥已关闭。",
        "ru en | Мост закрыт. | The bridge is مغلق.",
        "ru he | Мост закрыт. | გეშერ הגשר סגור.",
        "en es | The bridge is closed. | El puente está закрыт.",
        "en ru | The bridge is closed. | Мост सेतु закрыт.",
    ],
)
def test_letters_of_neither_language(row: str) -> None:
    assert "script" in errors(row)


@pytest.mark.parametrize(
    "row",
    [
        "ru he | Компания Meta и COVID-19 | חברת Meta ו-COVID-19",
        "en ru | The word 水 means water. | Слово 水 значит «вода».",
        "en ru | an angle of π/2 and 5 μm | угол π/2 и 5 μm",
        "en ru | His Telegram channel | Его Telegram-канал",
        "en es | It is 5 °C ½ ² | Hace 5 °C ½ ²",
    ],
)
def test_letters_that_may_stand(row: str) -> None:
    assert "script" not in errors(row) | warnings(row)


def test_look_alike_letters_in_one_word_are_a_warning() -> None:
    assert "script" in warnings("en ru | A discount | Cкидка")
    assert "script" not in errors("en ru | A discount | Cкидка")
