import pytest

from tests.translation.checks.judging import errors, warnings


@pytest.mark.parametrize(
    "row",
    [
        'ru en | Читайте <a id="a1">в газете</a>. | Read it <a id="a1">in the paper</a>.',
        'ru en | <a id="a1">Город</a> и <b>порт</b> | <b>The port</b> and <a id="a1">the city</a>',
        "ru en | Дом<br/>Сад | House<br>Garden",
        "ru en | <b>Важно</b> | <strong>Important</strong>",
        'ru en | <a href="https://example.org/" id="a1">Сайт</a> | <a id="a1" href="https://example.org/">Site</a>',
        'en ru | <abbr title="New York">NY</abbr> | <abbr title="Нью-Йорк">NY</abbr>',
        "en ru | 5 &lt; 6 | 5 &lt; 6",
        "en ru | Write &amp;nbsp; here | Пишите здесь &amp;nbsp;",
    ],
)
def test_markup_that_came_through(row: str) -> None:
    assert "markup" not in errors(row) | warnings(row)


@pytest.mark.parametrize(
    "row",
    [
        'ru en | Читайте <a id="a1">в газете</a>. | Read it in the paper.',
        'ru en | Читайте <a id="a1">в газете</a>. | Read it <a id="a2">in the paper</a>.',
        'ru en | Читайте <a id="a1">в газете</a>. | Read it <a id="a1"></a>in the paper.',
        "ru en | <b>Важно:</b> приходите | <b>Important:<b> come",
        "ru en | <b>Важно:</b> <i>приходите</i> | <b>Important: <i>come</b></i>",
        "ru en | <b>Важно:</b> приходите | Important:</b> come",
        "ru en | Важно | <b>Important</b>",
        "ru en | <b>Важно</b> | < b>Important</ b>",
        "ru en | Дом и сад | House &amp;amp; garden",
        "ru en | Дом<br/>Сад | House Garden",
    ],
)
def test_markup_that_was_broken(row: str) -> None:
    assert "markup" in errors(row)


def test_a_mark_in_another_place_is_a_warning() -> None:
    row = 'ru en | <a id="a1"><b>Важно</b></a> | <b><a id="a1">Important</a></b>'
    assert "markup" in warnings(row)
    assert "markup" not in errors(row)
