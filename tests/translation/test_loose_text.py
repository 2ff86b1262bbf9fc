"""Texts that belong to no article go the same way as an article's: routes, glossary, memory, checks."""

import pytest

from lingotype.translation.checks.base import has_error
from lingotype.translation.glossary.entries import Entry, Wording, merge
from lingotype.translation.loose_text import translate_html, translate_text
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.tmx import Unit, remember_units
from tests.engines import Remembering

PAIR = LanguagePair("en", "es")


@pytest.fixture
def term(newsroom):
    """Say how the newsroom words the mayor."""
    Remembering.asked.clear()
    Remembering.told.clear()

    def agree(word: str, **facts):
        merge([Entry({"en": Wording("mayor"), "es": Wording(word)}, **facts)])

    return agree


@pytest.mark.parametrize(("agreed", "is_held"), [("alcaldesa", False), ("regidora", True)])
@pytest.mark.parametrize("translate", [translate_text, translate_html])
def test_terms_are_told_to_the_engine_and_demanded_of_its_answer(term, agreed, is_held, translate):
    term(agreed)
    done = translate("The mayor was there.", PAIR)
    assert [one.target for one in Remembering.told[0].terms] == [agreed]
    assert has_error(finding for _, finding in done.findings) == is_held


def test_a_sections_term_holds_in_no_loose_text(term):
    term("regidora", section="sport")
    assert not translate_text("The mayor was there.", PAIR).findings


@pytest.mark.parametrize(("engine", "is_asked"), [("upper", True), ("", False)], ids=["a machine's", "a person's"])
def test_what_memory_holds_against_a_term_is_made_again_unless_a_person_wrote_it(term, engine, is_asked):
    remember_units([Unit("en", "es", "The mayor was there.", "El edil estuvo allí.", engine)])
    term("alcaldesa")
    done = translate_text("The mayor was there.", PAIR)
    assert bool(Remembering.asked) == is_asked
    assert done.text == ("La alcaldesa estuvo allí." if is_asked else "El edil estuvo allí.")
