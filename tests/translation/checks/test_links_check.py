import pytest

from tests.translation.checks.judging import errors, warnings


@pytest.mark.parametrize(
    "row",
    [
        "ru en | Пишите на post@example.org. | Write to post@example.org!",
        "ru en | Адрес: https://example.org/a?b=1&amp;c=2 | Address: https://example.org/a?b=1&amp;c=2",
        "ru en | Подробнее (https://example.org/a). | More (https://example.org/a).",
        "ru en | Сайт www.example.org/ | The site www.example.org",
        "ru en | На HTTPS://Example.org/Path | At https://example.org/Path",
        "ru en | https://example.org/%D0%B0 | https://example.org/а",
        "ru en | Канал @city_desk | The @city_desk channel",
        'ru en | <a href="https://example.org/7">Тут</a> | <a href="https://example.org/7">Here</a>',
        "ru en | Он родился в 1999 г.Москва | He was born in Moscow in 1999",
    ],
)
def test_addresses_that_came_through(row: str) -> None:
    assert "links" not in errors(row) | warnings(row)


@pytest.mark.parametrize(
    "row",
    [
        "ru en | Пишите на post@example.org. | Write to pots@example.org.",
        "ru en | Пишите на post@example.org. | Write to us.",
        "ru en | Заявки: https://example.org/form?id=4 | Applications: https://example.org/form?id=5",
        "ru en | Заявки: https://example.org/Form | Applications: https://example.org/form",
        "ru en | Заявки на example.org/form | Applications at example.com/form",
        "ru en | Заявки у нас | Applications at http://example.org",
        "ru en | Канал @city_desk | The @town_desk channel",
        'ru en | <a href="https://example.org/7">Тут</a> | <a href="https://example.org/8">Here</a>',
    ],
)
def test_addresses_that_changed(row: str) -> None:
    assert "links" in errors(row)


@pytest.mark.parametrize(
    "row",
    [
        "ru en | Пишет «Портал.Ру» | Portal.Ru writes",
        "ru en | https://example.org/ru/help | https://example.org/en/help",
        "ru en | https://ru.example.org/help | https://en.example.org/help",
    ],
)
def test_a_name_and_the_same_page_in_the_readers_language_are_warnings(row: str) -> None:
    assert "links" in warnings(row)
    assert "links" not in errors(row)
