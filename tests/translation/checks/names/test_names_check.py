"""What `Names` promises beyond its tables: places, a newsroom's own names, no surprises on any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lingotype.translation.checks.base import Severity, Text
from lingotype.translation.checks.names import Names
from tests.translation.checks.names.naming import found, held

LANGUAGES = ("ru", "uk", "be", "en", "es", "az", "he", "de", "xx", "pt-BR")
PIECES = [
    "Трамп ",
    "Верховный суд ",
    "президент ",
    "Meta",
    "The ",
    "США",
    "U.S.",
    "EE. UU. ",
    'ארה"ב ',
    "Нью-Йорк",
    "А. ",
]
PIECES += [
    ". ",
    "«",
    "»",
    "“",
    "<em>",
    "</em>",
    "&amp;",
    "Mr. ",
    "O’Neill's ",
    "ß",
    "İ",
    "ǅ",
    "\x00",
    "’",
    '"',
    "ʼ",
    "ДНК",
]
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=14).map("".join)


@settings(max_examples=400, deadline=None)
@given(texts, texts, st.sampled_from(LANGUAGES), st.sampled_from(LANGUAGES))
def test_it_never_raises_and_its_spans_are_in_the_texts(source: str, target: str, one: str, other: str) -> None:
    for finding in Names().findings(Text(source, one), Text(target, other)):
        for span, html in ((finding.source_span, source), (finding.target_span, target)):
            assert span is None or 0 <= span[0] < span[1] <= len(html)
        assert finding.source_span or finding.target_span


@settings(max_examples=300, deadline=None)
@given(texts, st.sampled_from(LANGUAGES))
def test_a_text_judged_against_itself_finds_nothing(text: str, lang: str) -> None:
    assert list(Names().findings(Text(text, lang), Text(text, lang))) == []


def test_a_finding_tells_its_place() -> None:
    row = "ru en | <b>Вчера</b> губернатор Кэти&nbsp;Хокул уехала. | Yesterday the governor left."
    [finding] = found(row)
    assert finding.severity is Severity.ERROR
    assert row.split(" | ")[1][slice(*finding.source_span or ())] == "Хокул"


def test_a_name_is_told_once() -> None:
    assert len(found("ru en | С Хокул говорил Смит, но Хокул молчала. | She was told, and Smith left.")) == 1


def test_a_changed_given_name_is_told_with_what_it_became() -> None:
    assert held("ru en | Дональд Трамп выступил. | Melania Trump spoke.") == ["“Дональд” has become “Melania”."]


@pytest.mark.parametrize(
    "row",
    [
        "ru en | Читала «Анну Каренину» всю ночь. | She read the novel all night.",
        "ru en | Вчера смотрели <em>Солярис</em> ночью. | Last night we watched the film.",
        "ru en | Пишите на Desk@Example.org. | Write to us.",
        "en ru | Harbor Street, the Council and the Democrats | Портовая улица, совет и демократы",
    ],
)
def test_titles_addresses_and_ordinary_words_are_no_names(row: str) -> None:
    assert held(row) == []


def test_other_languages_are_only_warned_about() -> None:
    row = "fr en | Il a dit que Kathy Hochul viendra. | He said that she will come."
    assert [finding.severity for finding in found(row)] == [Severity.WARNING]


OWN = Names([{"ru": ("Брикъярд",), "en": ("Brick Town", "Bricktown"), "uk": ("Цегельня", "Цегельн*")}])


@pytest.mark.parametrize(
    ("row", "is_held"),
    [
        ("ru en | Жители Брикъярда ждут. | Residents of Brick Town are waiting.", False),
        ("ru en | Жители Брикъярда ждут. | Residents of Harlem are waiting.", True),
        ("ru uk | Жители Брикъярда ждут. | Мешканці Цегельні чекають.", False),
        ("ru es | Жители Брикъярда ждут. | Los vecinos del Brickyard esperan.", False),
    ],
)
def test_a_newsrooms_own_names(row: str, is_held: bool) -> None:
    assert bool(held(row, OWN)) is is_held
    assert held("ru en | США против Трампа | U.S. v. Trump", OWN) == []
