"""Numbers, times, dates and sums that did not come through."""

import pytest

from tests.translation.checks.judging import errors

VALUES = [
    "ru en | В порту 2,4 млн контейнеров. | The port holds 24 million containers.",
    "ru en | В порту 2,4 млн контейнеров. | The port holds 2.4 billion containers.",
    "ru en | В порту 2,4 млн контейнеров. | The port holds 2.4 containers.",
    "ru en | Трое моряков пропали. | Thirteen sailors are missing.",
    "ru en | Трое моряков пропали. | Sailors are missing.",
    "ru en | Моряки пропали. | Three sailors are missing.",
    "ru en | Запрос шёл 1,254 секунды. | The request took 1,254 seconds.",
    "ru en | Приехали двадцать один человек. | Eleven people came.",
    "ru en | Рыба подорожала в полтора раза. | Fish costs twice as much.",
    "ru en | Маяк построили в XVIII веке. | The lighthouse dates from the 17th century.",
    "ru en | Тысячи людей ждут. | Millions of people are waiting.",
    "ru en | Она заняла второе место. | She took third place.",
    "ru en | Это первый такой случай. | This is the second such case.",
    "ru en | Первая тройка не изменилась. | The top four did not change.",
    "ru en | Дело № 07-2291. | Case No. 07-2219.",
    "ru en | Звоните: +1 (617) 555-01-99. | Call +1 617-555-0191.",
    "ru uk | Погибли двое. | Загинули троє.",
    "ru be | Пятеро учеников сдали экзамен. | Шасцёра вучняў здалі экзамен.",
    "ru az | Семнадцать рыбаков ждали. | On altı balıqçı gözlədi.",
    "ru he | Там жили тридцать пять семей. | גרו שם שלושים ושש משפחות.",
    "en es | The pier cost $2.5 billion. | El muelle costó 2,5 billones de dólares.",
    "en es | The measure passed 61-38. | La medida se aprobó por 61-39.",
]

UNITS = [
    "ru en | Билет — 20 евро. | The ticket is $20.",
    "ru en | Билет — 20 евро. | The ticket is 20.",
    "ru en | До 15% жителей | Up to 15 residents",
    "ru en | До порта 5 км. | It is 5 miles to the port.",
    "ru en | Ждали 3 дня. | They waited for 3 weeks.",
    "en uk | The fine is £300. | Штраф — 300 гривень.",
]

TIMES = [
    "ru en | Паром отходит в 18:40. | The ferry leaves at 6:40 a.m.",
    "ru en | Паром отходит в 18:40. | The ferry leaves.",
    "ru en | Гости пришли в 7 вечера. | The guests came at 7 a.m.",
    "ru en | Паром отходит 4 июня. | The ferry leaves on July 4.",
    "ru en | Паром отходит 4 июня. | The ferry leaves on June 14.",
    "ru en | Паром отходит в среду. | The ferry leaves on Friday.",
    "en es | It closes at 3 p.m. | Cierra a las 4 de la tarde.",
    "en ru | In the 1990s | В 1980-х",
]


@pytest.mark.parametrize("row", VALUES + UNITS + TIMES)
def test_what_changed_holds_the_translation(row: str) -> None:
    assert "numbers" in errors(row)


def test_a_language_without_words_for_numbers_is_only_warned_about() -> None:
    assert "numbers" not in errors("en fr | It costs 1,250 euros. | Cela coûte 1 350 euros.")
