import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lingotype.language.facts import LANGUAGES
from lingotype.translation.checks import Text
from lingotype.translation.checks.numbers import Numbers
from lingotype.translation.notation import rewrite_numbers
from lingotype.translation.pairs import LanguagePair


@pytest.mark.parametrize(
    ("pair", "text", "rewritten"),
    [
        ("en es", "1,250 barcos y $3.50", "1.250 barcos y $3,50"),
        ("en es", '<a id="a1">12,345,678.5</a>', '<a id="a1">12.345.678,5</a>'),
        ("en es", "(1,250-1,300; 2.5–3.5 %)", "(1.250-1.300; 2,5–3,5 %)"),
        ("en es", "Solo 3.5 de cada 10", "Solo 3,5 de cada 10"),
        ("en es", "$3.5M", "$3,5M"),
        ("en ru", "1,250.50 доллара, 0.250 и 8.75%", "1\u00a0250,50 доллара, 0,250 и 8,75%"),
        ("ru en", "1 400 people, 3,5 million", "1,400 people, 3.5 million"),
        ("ru en", "15\u00a0300,5 rubles", "15,300.5 rubles"),
        ("ru es", "1 400 y 3,5", "1.400 y 3,5"),
        ("es en", "1.250,75 and 3,5 %", "1,250.75 and 3.5 %"),
        ("ru he", "1 400 שקל, 3,5 אחוז", "1,400 שקל, 3.5 אחוז"),
    ],
)
def test_numbers_are_rewritten_for_the_reader(pair: str, text: str, rewritten: str) -> None:
    assert rewrite_numbers(text, LanguagePair(*pair.split())) == rewritten


@pytest.mark.parametrize(
    ("pair", "text"),
    [
        ("en es", "1.250"),  # thousands by now, or an English decimal: nobody can tell
        ("ru en", "1,250"),
        ("en es", "a las 3.30 p. m., a las 12:30, el 01.02.2026, el 24.12"),
        ("en es", "iOS 17.2, v. 2.0, Python 3.11, 1.2.3"),
        ("en es", "caso No. 24,118, expediente n.º 5, el 1,250th"),
        ("en es", "en 2026, 15 barcos; 1,2 y 3"),
        ("en es", "https://example.org/1,250?x=3.5 desk1,250@example.org"),
        ("en es", '<img alt="1,250"> <code>1,250</code>'),
        ("ru en", "8 800 555 35 35, +7 495 123 45 67, No. 15 300"),
        ("ru en", "On April 3 410 boats came."),
        ("ru uk", "1 400 і 3,5"),
        ("en xx", "1,250"),
    ],
)
def test_what_stays_as_it_is(pair: str, text: str) -> None:
    assert rewrite_numbers(text, LanguagePair(*pair.split())) == text


codes = st.sampled_from(sorted(LANGUAGES))
pieces = st.lists(
    st.one_of(
        st.text("0123456789", min_size=1, max_size=4),
        st.sampled_from([",", ".", " ", "\u00a0", "-", "–", ":", "/", "%", "$", "млн", "№ ", "A", "<b>", "</b>", "th"]),
    ),
    max_size=14,
).map("".join)


@settings(max_examples=500, deadline=None)
@given(pieces, codes, codes)
def test_done_again_it_changes_nothing_more(text: str, source: str, target: str) -> None:
    pair = LanguagePair(source, target)
    once = rewrite_numbers(text, pair)
    assert rewrite_numbers(once, pair) == once


@st.composite
def sentences(draw: st.DrawFn) -> tuple[str, LanguagePair]:
    """A sentence with quantities in the source's notation."""
    source, target = draw(st.sampled_from(["ru", "uk", "be", "en", "es", "az", "he"])), draw(codes)
    facts = LANGUAGES[source]
    whole = draw(st.integers(min_value=1, max_value=10**9))
    part = draw(st.sampled_from(["", "5", "25", "75"]))
    if part and whole < 1000:
        part = "5"  # Two decimals may be a time or a date, and stay.
    written = f"{whole:,}".replace(",", facts.group) + (facts.decimal + part if part else "")
    return f"x {written} x, <b>{written}</b>%", LanguagePair(source, target)


@settings(max_examples=300, deadline=None)
@given(sentences())
def test_a_rewritten_number_is_the_same_number(sentence: tuple[str, LanguagePair]) -> None:
    text, pair = sentence
    rewritten = rewrite_numbers(text, pair)
    assert list(Numbers().findings(Text(text, pair.source), Text(rewritten, pair.target))) == []
