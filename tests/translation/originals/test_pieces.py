"""The kinds of evidence, each on its own."""

import pytest

from lingotype.translation.originals import dictionary
from lingotype.translation.originals.article import quotations_of
from lingotype.translation.originals.bridge import Bridge
from lingotype.translation.originals.figures import compared, figures_of
from lingotype.translation.originals.ordering import in_order
from lingotype.translation.originals.source import source_of
from lingotype.translation.originals.speakers import Speakers, speakers_of

SOURCE = "“The bridge cost 14 million dollars,” said Mayor Ada Quinn. Catastrophe, said Whitbread of the parliament."


@pytest.mark.parametrize(
    ("word", "lang", "found"),
    [
        ("мост", "ru", "bridg"), ("уитбред", "ru", "whitbread"), ("катастрофа", "ru", "catastroph"),
        ("парламент", "uk", "parliament"), ("puente", "es", "bridg"), ("14", "ru", "14"),
    ],
)  # fmt: skip
def test_a_word_finds_its_like_in_the_source(word, lang, found):
    bridge = Bridge(source_of(SOURCE, "en"))
    [entry] = bridge.words(word, lang)
    assert found in entry.stems or found in bridge.alike(entry.stem, lang, is_name=True)


@pytest.mark.parametrize("word", ["корова", "понедельник", "и"])
def test_a_word_that_is_not_there_finds_nothing(word):
    [entry] = Bridge(source_of(SOURCE, "en")).words(word, "ru")
    assert entry.stems == {}


def test_the_dictionary_is_a_whole_table():
    rows = dictionary._rows()
    assert len(rows) > 300
    assert {len(row) for row in rows} == {len(dictionary.LANGUAGES)}
    assert all(cell.strip() for row in rows for cell in row)
    assert dictionary.between("ru", "he") == {}


@pytest.mark.parametrize(
    ("one", "lang", "other", "agreement"),
    [
        ("Это стоило 1 250 долларов", "ru", "It cost $1,250", (1, 0, 0, 0)),
        ("Это стоило 1 250 долларов", "ru", "It cost $1,300", (0, 1, 1, 0)),
        ("Нас двадцать семь", "ru", "We are twenty-seven", (1, 0, 0, 0)),
        ("Мы не закончили", "ru", "We are not done", (0, 0, 0, 1)),
        ("Мы не закончили", "ru", "We are done", (0, 0, 0, -1)),
        ("Мы закончили", "ru", "We are done", (0, 0, 0, 0)),
    ],
)
def test_numbers_and_denials_are_compared(one, lang, other, agreement):
    found = compared(figures_of(one, lang), figures_of(other, "en"))
    assert (len(found.same), found.missing, found.extra, found.denial) == agreement


@pytest.mark.parametrize(
    ("rows", "chain"),
    [
        ([[(0.9, 10)], [(0.9, 20)], [(0.9, 30)]], {0: 10, 1: 20, 2: 30}),
        ([[(0.9, 10)], [(0.4, 99)], [(0.9, 30)]], {0: 10, 2: 30}),
        ([[(0.9, 10)], [(0.5, 5), (0.4, 20)], [(0.9, 30)]], {0: 10, 1: 20, 2: 30}),
        ([[(0.2, 10)], []], {}),
        ([], {}),
    ],
)
def test_the_order_is_the_best_chain(rows, chain):
    assert in_order(rows) == chain


def test_who_speaks_is_read_beside_the_words():
    text = (
        "“One,” said Ada Quinn. “Two,” she added.\nPiet Anders was angry. “Three,” he said.\n"
        "According to Mayor Quinn, “four” is true.\n“Five,” she went on."
    )
    names = Speakers(source_of(text, "en")).names
    assert [sorted(one & {"Ada", "Quinn", "Piet", "Anders"}) for one in names] == [
        ["Ada", "Quinn"], ["Ada", "Quinn"], ["Anders"], ["Quinn"], ["Quinn"],
    ]  # fmt: skip


def test_who_speaks_in_the_article_is_known_by_sound_in_the_source():
    body = [
        {"type": "paragraph", "id": "a", "value": "<p>«Раз», — сказала Ада Куинн. «Два», — добавила она.</p>"},
        {"type": "paragraph", "id": "b", "value": "<p>Пит Андерс возразил: «Три».</p>"},
    ]
    said = speakers_of(quotations_of(body, "ru"))
    source = Speakers(source_of("“One,” said Ada Quinn.\n“Two,” said Piet Anders.\n“Three,” said Bo Lind.", "en"))
    assert [[source.agree(names, "ru", stretch) for stretch in range(3)] for names in said] == [
        [1.0, -1.0, -1.0], [1.0, -1.0, -1.0], [-1.0, 1.0, -1.0],
    ]  # fmt: skip
    assert source.agree(frozenset(), "ru", 0) == source.agree(said[0], "ru", -1) == 0.0
