from fractions import Fraction

import pytest

from lingotype.translation.checks.numbers.digits import values_of
from lingotype.translation.checks.numbers.table import Number


@pytest.mark.parametrize(
    ("written", "language", "values"),
    [
        ("1400", "en", (1400,)),
        ("1,400", "en", (1400,)),
        ("1.400", "en", (Fraction(7, 5),)),
        ("1,400", "ru", (Fraction(7, 5),)),
        ("1 400", "ru", (1400,)),
        ("1\u00a0400,5", "ru", (Fraction(2801, 2),)),
        ("1.400", "ru", (Fraction(7, 5), 1400)),  # a mark that Russian has no use for
        ("1.400", "es", (1400,)),
        ("1,400", "es", (1400, Fraction(7, 5))),  # Mexico and the United States group with commas
        ("3.5", "ru", (Fraction(7, 2),)),
        ("3,00", "en", (3,)),
        ("0.250", "en", (Fraction(1, 4),)),
        ("1,250.50", "en", (Fraction(2501, 2),)),
        ("1.250,50", "es", (Fraction(2501, 2),)),
        ("12.500.000", "ru", (12_500_000,)),
        ("1.2.3", "en", ()),
        ("1,2,3", "en", ()),
        ("9" * 30, "en", ()),
        ("٣", "ar", (3,)),
    ],
)
def test_what_digits_are_worth(written: str, language: str, values: tuple[Number, ...]) -> None:
    assert values_of(written, language) == values
