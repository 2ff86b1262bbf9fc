"""A paragraph judged again: quotations that are settled are nobody's mistake, and places are those of the whole."""

import pytest

from lingotype.translation.pairs import LanguagePair
from lingotype.translation.recheck import rejudge, whole_span

PAIR = LanguagePair("en", "es")
SOURCE = 'She said <a id="a1">“7 axes”</a>, and 1,250 people came.'
TARGET = 'Dijo <a id="a1">«ejes»</a>, y vinieron 1.350 personas.'
GIVEN = {"a1": "«ejes»"}


def test_what_stands_in_a_settled_quotation_is_not_judged():
    found = rejudge(SOURCE, TARGET, PAIR, (), GIVEN)
    assert [one.message for one in found] == ["“1,250” has become “1.350”."]
    assert any("7" in one.message for one in rejudge(SOURCE, TARGET, PAIR, (), {}))


def test_places_are_those_of_the_whole_text():
    (finding,) = rejudge(SOURCE, TARGET, PAIR, (), GIVEN)
    assert SOURCE[slice(*finding.source_span)] == "1,250"
    assert TARGET[slice(*finding.target_span)] == "1.350"


@pytest.mark.parametrize(
    ("html", "emptied", "words"),
    [
        ('a <a id="a1">xyz</a> b', 'a <a id="a1"></a> b', "b"),
        ('a <a id="a1">xyz</a> b <a id="a2">q</a> c', 'a <a id="a1"></a> b <a id="a2"></a> c', "c"),
        ('“We <a id="a1">worked,”</a> she said.', '“We <a id="a1"></a>, she said.', "she"),
    ],
)
def test_whole_span(html, emptied, words):
    at = emptied.index(words)
    found = whole_span(html, (at, at + len(words)), {"a1": "«x»", "a2": "«y»"})
    assert html[slice(*found)] == words


def test_a_place_that_cannot_be_told_is_none():
    assert whole_span('<a id="a1">x</a>', (90, 95), {"a1": "y"}) is None
    assert whole_span("abc", None, {"a1": "y"}) is None
