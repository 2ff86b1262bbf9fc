import pytest

from tests.translation.checks.judging import errors, warnings


@pytest.mark.parametrize(
    "row",
    [
        "ru en | Где паром? | The ferry is somewhere.",
        "ru en | Паром пришёл. | Has the ferry come?",
        "ru en | Где паром? А капитан? | Where is the ferry? And the captain.",
        "en es | Where is the ferry? | Dónde está el ferry.",
        "en ru | The ferry (built in 1932) sank. | Паром (построен в 1932 году утонул.",
    ],
)
def test_the_sentence_says_something_else(row: str) -> None:
    assert "punctuation" in errors(row)


@pytest.mark.parametrize(
    "row",
    [
        "ru en | Паром утонул! | The ferry has sunk.",
        "en es | Where is the ferry? | Dónde está el ferry?",
        "ru en | Нужно взять: | You need to bring",
        "ru en | Паром старый. | The ferry is old (sort of.",
        "ru az | Он спросил, где паром. | O soruşdu: bərə haradadır?",
        "ru en | Где паром? Где капитан? | Where are the ferry and the captain? Who knows? Where?",
    ],
)
def test_what_only_weakens_the_text_is_a_warning(row: str) -> None:
    assert "punctuation" in warnings(row)
    assert "punctuation" not in errors(row)


@pytest.mark.parametrize(
    "row",
    [
        "ru es | Где паром? | ¿Dónde está el ferry?",
        "ru en | Паром ушёл (?) в море. | The ferry put to sea.",
        "ru en | Сайт: https://example.org/?ferry=1 | Site: https://example.org/?ferry=1",
        "ru en | 1) паром; 2) мост :) | 1) the ferry; 2) the bridge :)",
    ],
)
def test_nothing_was_lost(row: str) -> None:
    assert "punctuation" not in errors(row) | warnings(row)
