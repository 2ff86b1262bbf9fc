"""Terms on the way through the pipeline: told to engines, demanded of their answers."""

import pytest

from lingotype.newsroom.models import ArticlePage
from lingotype.translation.glossary.entries import Entry, Wording, merge
from lingotype.translation.glossary.terms import terms_of
from lingotype.translation.models import Job
from lingotype.translation.pairs import LanguagePair
from tests.factories import article

BRIDGE = """
    ---
    title: The bridge is open
    lang: en
    slug: bridge
    section: city
    ---
    The mayor was there.
"""


def wanted(**wordings):
    return {lang: Wording(text) for lang, text in wordings.items()}


def test_a_term_needs_both_languages_or_none_where_it_is_never_translated(newsroom):
    merge([Entry(wanted(ru="ратуша", en="city hall")), Entry(wanted(ru="Северянка"), never_translate=True)])
    english = terms_of(LanguagePair("ru", "en"))
    assert [(term.source, term.target) for term in english] == [("ратуша", "city hall"), ("Северянка", "Северянка")]
    assert [term.source for term in terms_of(LanguagePair("ru", "uk"))] == ["Северянка"]


def test_a_sections_terms_hold_in_it_alone(newsroom, django_assert_num_queries):
    merge([Entry(wanted(ru="ничья", en="draw"), section="sport")])
    pair = LanguagePair("ru", "en")
    match, council = article("match", place="sport"), article("council", place="city")
    with django_assert_num_queries(2):
        assert [term.target for term in terms_of(pair, match)] == ["draw"]
        assert terms_of(pair, council) == ()
    assert terms_of(pair) == ()


@pytest.mark.parametrize(("agreed", "state"), [("alcaldesa", "published"), ("regidora", "held")])
def test_an_answer_without_the_agreed_word_is_held(publish, work, agreed, state):
    merge([Entry(wanted(en="mayor", es=agreed))])
    page = publish(BRIDGE).page
    work()
    job = Job.objects.get(article=page, lang="es")
    assert job.state == state, job.error
    if state == "held":
        assert "glossary" in job.error
        assert not ArticlePage.objects.get(translation_key=page.translation_key, locale__language_code="es").live
