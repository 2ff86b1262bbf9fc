"""Approving and publishing: a person stands by exactly what they have seen, and it is on record."""

import json

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry
from wagtail_localize.models import StringSegment, StringTranslation

from lingotype.desk.models import Approval
from lingotype.newsroom.models import ArticlePage
from tests.desk.conftest import job
from tests.desk.review.conftest import approve, approve_all, member, paragraph, post, publish_it, shown, waiting, write


def said(answer):
    return " ".join(str(message) for message in answer.context["messages"])


def test_an_approval_says_who_and_when(desk, editor, spanish):
    answer = approve(desk, spanish, "The mayor")
    assert "approved by Ada Reviewer" in answer.json()["html"]
    assert shown(spanish, "The mayor").approval.approved_by == editor
    assert shown(spanish, "It cost").approval is None
    (entry,) = PageLogEntry.objects.filter(page=spanish.pk, action="lingotype.review.approve")
    assert entry.user == editor


@pytest.mark.parametrize("change", ["text", "source", "quotation"])
def test_it_ends_with_any_change_of_source_or_text(desk, spanish, change):
    start = "He spoke"
    approve(desk, spanish, start)
    assert shown(spanish, start).approval
    one = paragraph(spanish, start)
    if change == "text":
        StringTranslation.objects.filter(pk=one.row.pk).update(data=one.text + "!")
    elif change == "source":
        other = paragraph(spanish, "The mayor").segment.string_id
        StringSegment.objects.filter(pk=one.id).update(string=other)
        start = next(row for row in waiting(spanish).paragraphs if row.id == one.id).segment.html
    else:
        row = StringSegment.objects.get(pk=one.id)
        StringSegment.objects.filter(pk=one.id).update(attrs=row.attrs.replace("eje", "gancho"))
    found = next(row for row in waiting(spanish).paragraphs if row.id == one.id)
    from lingotype.desk.review.approving import approvals_of

    assert found.id not in approvals_of(waiting(spanish))


def test_it_can_be_taken_back(desk, spanish):
    approve(desk, spanish, "The mayor")
    approve(desk, spanish, "The mayor", decision="take back")
    assert not Approval.objects.exists()
    assert PageLogEntry.objects.filter(action="lingotype.review.take_back").count() == 1


def test_what_was_not_seen_is_not_approved(desk, client, spanish):
    seen = paragraph(spanish, "The mayor").version
    write(desk, spanish, "The mayor", "El alcalde estuvo allí.")
    client.force_login(member("bo", spanish.get_parent(), "change"))
    answer = approve(client, spanish, "The mayor", version=seen)
    assert answer.status_code == 409
    assert "El alcalde estuvo allí." in answer.json()["html"]
    assert not Approval.objects.exists()


@pytest.mark.parametrize("spoilt", [{"data": ""}, {"has_error": True}])
def test_what_readers_cannot_be_given_is_not_approved(desk, spanish, spoilt):
    StringTranslation.objects.filter(pk=paragraph(spanish, "The mayor").row.pk).update(**spoilt)
    assert approve(desk, spanish, "The mayor").status_code == 422
    assert "Not approved" in said(approve_all(desk, spanish))
    assert not Approval.objects.exists()


def test_all_at_once(desk, spanish):
    approve(desk, spanish, "The mayor")
    approve_all(desk, spanish)
    assert Approval.objects.count() == len(waiting(spanish).paragraphs)
    (entry,) = PageLogEntry.objects.filter(action="lingotype.review.approve_all")
    assert entry.data == {"count": len(waiting(spanish).paragraphs) - 1}


def test_all_at_once_is_none_where_one_was_not_seen(desk, spanish):
    seen = waiting(spanish).versions
    write(desk, spanish, "The mayor", "El alcalde estuvo allí.")
    address = reverse("desk_review_approve_all", args=[spanish.pk])
    assert desk.post(address, {"versions": json.dumps(seen)}).status_code == 409
    assert not Approval.objects.exists()


def test_publishing_is_a_persons_review_in_label_and_data(desk, editor, client, spanish):
    assert spanish.made_by == "machine"
    write(desk, spanish, "The mayor", "El alcalde estuvo allí.")
    approve_all(desk, spanish)
    assert "reviewed by you" in said(publish_it(desk, spanish))
    page = ArticlePage.objects.get(pk=spanish.pk)
    assert (page.made_by, page.reviewed_by) == ("machine-reviewed", "Ada Reviewer")
    assert "El alcalde" in str(list(page.body.raw_data))
    assert job(ArticlePage.objects.get(slug="bridge", locale__language_code="en"), "es").state == "reviewed"
    (entry,) = PageLogEntry.objects.filter(action="lingotype.review.publish")
    changed = [(one["before"], one["after"]) for one in entry.data["changed"]]
    assert (entry.user, changed) == (editor, [("La alcaldesa estuvo allí.", "El alcalde estuvo allí.")])


def test_what_nobody_has_approved_does_not_go_out(desk, spanish):
    before = ArticlePage.objects.get(pk=spanish.pk).live_revision_id
    approve(desk, spanish, "The mayor")
    assert "Not published: 3 paragraphs are not approved" in said(publish_it(desk, spanish))
    assert ArticlePage.objects.get(pk=spanish.pk).live_revision_id == before


def test_what_was_not_seen_does_not_go_out(desk, spanish):
    seen = waiting(spanish).versions
    write(desk, spanish, "The mayor", "El alcalde estuvo allí.")
    approve_all(desk, spanish)
    answer = publish_it(desk, spanish, seen)
    assert answer.status_code == 409
    assert ArticlePage.objects.get(pk=spanish.pk).reviewed_by == ""


def test_a_text_that_no_page_can_hold_is_said_and_marked(desk, spanish):
    title = StringTranslation.objects.filter(pk=paragraph(spanish, "The bridge").row.pk)
    title.update(data="Ñ" * 256)
    approve_all(desk, spanish)
    assert "Not published: a text is too long" in said(publish_it(desk, spanish))


def test_a_comment_stays_until_somebody_is_done_with_it(desk, spanish):
    html = post(desk, "desk_review_comment", spanish, "The mayor", comment="Was it <her>?").json()["html"]
    assert "Was it &lt;her&gt;?" in html
    assert "Was it" not in post(desk, "desk_review_comment", spanish, "It cost", comment="x").json()["html"]
    approve_all(desk, spanish)
    publish_it(desk, spanish)
    (one,) = shown(spanish, "The mayor").comments
    post(desk, "desk_review_comment", spanish, "The mayor", resolve=str(one.pk))
    assert shown(spanish, "The mayor").comments == ()
    actions = PageLogEntry.objects.filter(page=spanish.pk).values_list("action", flat=True)
    assert {"wagtail.comments.create", "wagtail.comments.resolve"} <= set(actions)
