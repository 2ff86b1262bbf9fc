"""What single texts state."""

from fractions import Fraction

import pytest

from lingotype.translation.checks import Text
from lingotype.translation.checks.numbers.languages import TABLES
from lingotype.translation.checks.numbers.lexicon import lexicon
from lingotype.translation.checks.numbers.reader import facts_in
from lingotype.translation.checks.numbers.table import Number
from lingotype.translation.checks.numbers.units import Reading


def readings(text: str, language: str) -> set[Reading]:
    return {reading for fact in facts_in(Text(text, language), lexicon(language)) for reading in fact.readings}


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "two hundred and five", 205),
        ("en", "twelve hundred", 1200),
        ("en", "forty-two thousand", 42_000),
        ("en", "two and a half million", 2_500_000),
        ("en", "half a dozen", 6),
        ("en", "two dozen", 24),
        ("en", "2½", Fraction(5, 2)),
        ("ru", "тысяча девятьсот девяносто девять", 1999),
        ("ru", "две тысячи двадцать шестого", 2026),
        ("ru", "два с половиной миллиарда", 2_500_000_000),
        ("ru", "три десятка", 30),
        ("uk", "п’ятсот сорок одна", 541),
        ("uk", "пів мільйона", 500_000),
        ("be", "дзвесце пяцьдзясят", 250),
        ("es", "treinta y cinco mil", 35_000),
        ("es", "dos mil millones", 2_000_000_000),
        ("es", "medio millón", 500_000),
        ("az", "iki yüz əlli min", 250_000),
        ("az", "iki yarım milyon", 2_500_000),
        ("he", "שלוש מאות עשרים ואחת", 321),
        ("he", "שבעה עשר", 17),
    ],
)
def test_words_make_one_number(language: str, text: str, value: Number) -> None:
    assert Reading(value) in readings(text, language)


@pytest.mark.parametrize(
    ("language", "text", "reading"),
    [
        ("en", "$5–10 million", Reading(5_000_000, "dollar")),
        ("en", "5, 10 and 15 percent", Reading(5, "percent")),
        ("ru", "50 американских долларов", Reading(50, "dollar")),
        ("ru", "процентов на 30", Reading(30, "percent")),
        ("ru", "3 доллара 50 центов", Reading(350, "=dollar")),
        ("ru", "ХХI век", Reading(21, "century")),  # written with Cyrillic letters
        ("en", "12 a.m.", Reading(0, "clock")),
        ("en", "12:30 p.m.", Reading(750, "clock")),
        ("es", "a las 11 de la noche", Reading(23 * 60, "clock")),
        ("uk", "о третій дня", Reading(15 * 60, "clock")),
        ("ru", "в 15.30", Reading(15 * 60 + 30, "clock")),
        ("en", "9/11", Reading(9, "month-name")),
        ("ru", "01.02.2026", Reading(2, "month-name")),
    ],
)
def test_units_and_times(language: str, text: str, reading: Reading) -> None:
    assert reading in readings(text, language)


@pytest.mark.parametrize("language", sorted(TABLES))
def test_every_table_is_whole(language: str) -> None:
    table = TABLES[language]
    values = set(table.cardinals) | set(table.weak_cardinals)
    assert {*range(11), *range(20, 100, 10)} - {0} <= values
    assert len(table.months) == 12
    assert len(table.weekdays) == 7
    assert {"percent", "dollar", "EUR", "RUB", "UAH", "km", "hour", "day", "week", "month", "year"} <= set(table.units)
