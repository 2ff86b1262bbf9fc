import pytest

from lingotype.translation.checks import Text
from lingotype.translation.checks.judging import judge
from tests.translation.checks.judging import errors

LONG = "Школу на Причальной улице откроют в сентябре. Ремонт шёл два года. Классы стали светлее. Родители довольны."


@pytest.mark.parametrize(
    "row",
    [
        f"ru en | {LONG} | The school on Prichalnaya Street will open in September.",
        f"ru en | {LONG} | The school on Prichalnaya Street will open in September. The repairs took two years.",
        "ru en | Паром не ходит с понедельника. Пассажиров возят автобусы. | The ferry has not run since Monday.",
        "ru en | Мэр подписал бюджет, но совет намерен его оспорить. | The mayor signed the budget, but",
        "ru he | Мэр подписал бюджет города, и теперь школы получат деньги на ремонт. | ראש העיר חתם.",
    ],
)
def test_something_was_left_out(row: str) -> None:
    assert "truncated" in errors(row)


@pytest.mark.parametrize("translation", ["", "  ", "…", "<b></b>", "— ."])
def test_nothing_is_there(translation: str) -> None:
    assert "truncated" in {finding.code for finding in judge(Text("Мост закрыт.", "ru"), Text(translation, "en"))}


@pytest.mark.parametrize(
    "row",
    [
        "ru en | Ответа нет. | None.",
        "ru en | Подробности смотрите на фото ниже. | Details in the photos.",
        "en he | The mayor signed the budget, and schools get money. | ראש העיר חתם על התקציב ובתי הספר יקבלו כסף.",
        "ru en | Паром не ходит. Людей возят автобусы. | The ferry is not running, and buses carry the people.",
        "ru en | * * * | ***",
        "en uk | “It is late,” he said. | «Пізно, – сказав він. –",
        "ru en | Фото: Анна Ким | Photo: Anna Kim",
    ],
)
def test_short_but_whole(row: str) -> None:
    assert "truncated" not in errors(row)
