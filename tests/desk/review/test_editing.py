"""Writing at the screen: kept, judged again, on record; refused where it is no text; never over somebody unseen."""

import pytest
from wagtail.models import PageLogEntry
from wagtail_localize.models import StringTranslation

from lingotype.newsroom.models import ArticlePage
from lingotype.translation.memory import BEGUN
from lingotype.translation.models import TermSuggestion
from tests.desk.review.conftest import member, paragraph, post, shown, write


def test_a_text_is_kept_in_the_editors_name(desk, editor, spanish):
    answer = write(desk, spanish, "The mayor", "El alcalde estuvo allí.")
    assert answer.status_code == 200
    one = paragraph(spanish, "The mayor")
    assert (one.text, one.version) == ("El alcalde estuvo allí.", answer.json()["version"])
    assert (one.row.translation_type, one.row.tool_name, one.row.last_translated_by) == ("manual", "", editor)
    assert "La alcaldesa" in str(list(ArticlePage.objects.get(pk=spanish.pk).body.raw_data)), (
        "readers see nothing of it yet"
    )


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("Ella & él", "Ella &amp; él"), ("5 < 6", "5 &lt; 6"), ("uno\ndos ", "uno dos"), ("a &amp; b", "a &amp; b")],
)
def test_what_is_typed_is_text(desk, spanish, typed, kept):
    write(desk, spanish, "The mayor", typed)
    assert paragraph(spanish, "The mayor").text == kept


@pytest.mark.parametrize(
    "typed", ["<script>x()</script>", '<a href="https://x.example">x</a>', '<a id="a7">x</a>', " ", "<b></b>", "x\0y"]
)
def test_what_no_text_may_be_is_refused_with_a_reason(desk, spanish, typed):
    before = paragraph(spanish, "The mayor")
    answer = write(desk, spanish, "The mayor", typed)
    assert answer.status_code == 422
    assert answer.json()["message"].startswith("Not saved: ")
    assert paragraph(spanish, "The mayor") == before


def test_a_title_that_is_too_long_is_refused(desk, spanish):
    assert write(desk, spanish, "The bridge", "Ñ" * 256).status_code == 422


def test_the_checks_run_again(desk, spanish):
    answer = write(desk, spanish, "It cost", "Costó 1.350 dólares.")
    assert "has become" in answer.json()["html"]
    assert "has become" not in write(desk, spanish, "It cost", "Costó 1.250 dólares.").json()["html"]


def test_a_text_over_one_that_was_not_seen_is_a_conflict(desk, client, spanish):
    seen = paragraph(spanish, "The mayor").version
    write(desk, spanish, "The mayor", "El alcalde estuvo allí.")
    client.force_login(member("bo", spanish.get_parent(), "change"))
    answer = write(client, spanish, "The mayor", "El alcalde vino.", version=seen)
    assert answer.status_code == 409
    html = answer.json()["html"]
    assert "El alcalde estuvo allí." in html
    assert "El alcalde vino." in html
    assert "Ada Reviewer changed this paragraph" in html
    assert paragraph(spanish, "The mayor").text == "El alcalde estuvo allí."
    assert answer.json()["version"] == paragraph(spanish, "The mayor").version


def test_of_two_who_write_the_same_none_is_in_conflict(desk, spanish):
    seen = paragraph(spanish, "The mayor").version
    write(desk, spanish, "The mayor", "El alcalde estuvo allí.")
    assert write(desk, spanish, "The mayor", "El alcalde estuvo allí.", version=seen).status_code == 200


def test_without_the_script_a_conflict_is_a_page(desk, spanish):
    from django.urls import reverse

    address = reverse("desk_review_write", args=[spanish.pk, paragraph(spanish, "The mayor").id])
    answer = desk.post(address, {"text": "El alcalde vino.", "version": "old"})
    assert answer.status_code == 409
    assert "Take mine" in answer.content.decode()


def test_one_sitting_is_one_entry_with_what_stood_there_before(desk, editor, spanish):
    for text in ("El", "El alcalde", "El alcalde estuvo allí."):
        write(desk, spanish, "The mayor", text, is_done="")
    (entry,) = PageLogEntry.objects.filter(page=spanish.pk, action="lingotype.review.edit")
    assert (entry.user, entry.data["engine"]) == (editor, "phrases")
    assert (entry.data["before"], entry.data["after"]) == ("La alcaldesa estuvo allí.", "El alcalde estuvo allí.")
    assert str(entry.message) == "Changed “The mayor was there.”"


def test_the_machines_own_words_can_be_had_back(desk, spanish):
    from django.urls import reverse

    write(desk, spanish, "The mayor", "Otra cosa.")
    address = reverse("desk_review_suggestions", args=[spanish.pk, paragraph(spanish, "The mayor").id])
    html = desk.get(address).json()["html"]
    assert "as phrases had it" in html
    assert 'value="La alcaldesa estuvo allí."' in html


def test_terms_are_suggested_once_the_editor_leaves_the_text(desk, spanish):
    write(desk, spanish, "The bridge", "El viaducto está abierto", is_done="")
    assert not TermSuggestion.objects.exists(), "half a word is no term"
    write(desk, spanish, "The bridge", "El viaducto está abierto", is_done="yes")
    assert [(one.before, one.target) for one in TermSuggestion.objects.all()] == [("puente", "viaducto")]


def test_what_was_made_for_another_text_is_a_beginning(desk, spanish):
    write(desk, spanish, "The mayor", "La alcaldesa vino.", begun="yes")
    assert paragraph(spanish, "The mayor").row.tool_name == BEGUN
    assert "go through it" in shown(spanish, "The mayor").note


def test_a_paragraph_that_left_the_article_is_a_conflict(desk, spanish):
    one = paragraph(spanish, "The mayor")
    from django.urls import reverse

    address = reverse("desk_review_write", args=[spanish.pk, one.id + 1000])
    assert desk.post(address, {"text": "x", "version": one.version}).status_code == 409
    assert StringTranslation.objects.filter(data="x").count() == 0


def test_nothing_but_a_request_to_write_writes(desk, spanish):
    before = list(StringTranslation.objects.order_by("pk").values_list("data", "updated_at"))
    answer = post(desk, "desk_review_comment", spanish, "The mayor", comment="")
    assert answer.status_code == 422
    assert list(StringTranslation.objects.order_by("pk").values_list("data", "updated_at")) == before
