import pytest

from tests.translation.checks.judging import errors, warnings


@pytest.mark.parametrize(
    "row",
    [
        "ru en | Паром стоит у причала. | The ferry is at the the pier.",
        "ru en | Паром стоит у причала. | The ferry is at the pier at the pier.",
        "ru en | Паром стоит. | The ferry, the ferry, the ferry, the ferry is there.",
        "ru en | Паром стоит у причала. | The ferry is at the pier. The ferry is at the pier.",
        "ru en | Паром у причала | Ferry at the pierFerry at the pier",
        "ru uk | Паром стоит. | Пором стоїть стоїть.",
        "en ru | The ferry is moving. | Паром движетсяяяяяяяяя.",
        "ru en | Паром ждёт. | A b a c a b a c a b a c.",
    ],
)
def test_a_loop(row: str) -> None:
    assert "repeated" in errors(row)


@pytest.mark.parametrize(
    "row",
    [
        "ru en | Паром! Паром! Паром! | The ferry! The ferry! The ferry!",
        "ru en | День за днём паром стоит. | Day after day after day the ferry stands there.",
        "ru en | Он сказал, что это было давно. | He said that that had had its day.",
        "ru en | Да, да, паром. | Yes, yes, the ferry.",
        "ru en | Тел. 555 555 12 12 | Tel. 555 555 12 12",
        "ru en | … … … | … … …",
    ],
)
def test_a_figure_or_a_refrain(row: str) -> None:
    assert "repeated" not in errors(row)


def test_a_language_that_doubles_words_is_only_warned() -> None:
    row = "ru az | Паром идёт медленно. | Bərə yavaş yavaş gedir."
    assert "repeated" in warnings(row)
    assert "repeated" not in errors(row)
