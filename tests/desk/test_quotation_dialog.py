"""The dialog behind the editor's quotation button."""

import json

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db

SOURCES = json.dumps([["nyp", "New York Post"], ["own", ""]])


def ask(desk, **parameters):
    return desk.get(reverse("desk_quotation"), parameters).json()


def answer(desk, **data):
    return desk.post(reverse("desk_quotation") + f"?sources={SOURCES}", data).json()


def test_it_offers_the_articles_sources(desk):
    shown = ask(desk, sources=SOURCES)
    assert shown["step"] == "quotation"
    assert '<option value="nyp">New York Post (nyp)</option>' in shown["html"]
    assert '<option value="own">own</option>' in shown["html"]


def test_it_shows_what_an_existing_quotation_says_also_what_nobody_knows(desk):
    shown = ask(desk, sources="[]", source="gone", speaker="Kasra Aarabi", original='a "b"\n& c', lang="ja")
    assert '<option value="gone" selected>gone</option>' in shown["html"]
    assert '<option value="ja" selected>ja</option>' in shown["html"]
    assert "a &quot;b&quot;\n&amp; c</textarea>" in shown["html"]


def test_it_hands_back_what_was_said_and_nothing_empty(desk):
    chosen = answer(desk, source="nyp", speaker="", original="first\r\nsecond ", lang="en")
    assert chosen == {
        "step": "quotation_chosen",
        "result": {"source": "nyp", "original": "first\nsecond ", "lang": "en"},
    }


def test_an_original_needs_its_language(desk):
    refused = answer(desk, source="nyp", original="axis of terror", lang="")
    assert refused["step"] == "quotation"
    assert "Say which language the original wording is in." in refused["html"]


@pytest.mark.parametrize(
    ("reason", "words"), [("nothing", "Select the words"), ("paragraphs", "lies within one paragraph")]
)
def test_it_says_why_nothing_can_be_marked(desk, reason, words):
    shown = ask(desk, reason=reason)
    assert words in shown["html"]
    assert "<form" not in shown["html"]


@pytest.mark.parametrize("sources", ["{", "7", '["a"]', "null"])
def test_sources_that_make_no_sense_are_none(desk, sources):
    assert ask(desk, sources=sources)["step"] == "quotation"


def test_nobody_outside_the_newsroom_sees_it(client):
    assert client.get(reverse("desk_quotation")).status_code == 302
