"""The screen's addresses: for whom, when locked, how many queries, and what is shown."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.admin.models import EditingSession
from wagtail.models import Page

from lingotype.newsroom.models import ArticlePage
from tests.desk.conftest import version
from tests.desk.review.conftest import JSON, approve_all, member, paragraph, post, publish_it, waiting, write

MOST_QUERIES = 25
ADDRESSES = [
    ("get", "desk_review", False), ("post", "desk_review_approve_all", False), ("post", "desk_review_publish", False),
    ("post", "desk_review_presence", False), ("get", "desk_review_paragraph", True),
    ("get", "desk_review_suggestions", True), ("post", "desk_review_write", True),
    ("post", "desk_review_approve", True), ("post", "desk_review_comment", True),
]  # fmt: skip


def ask(client, page, method, name, of_a_paragraph, **how):
    rest = [paragraph(page, "The mayor").id] if of_a_paragraph else []
    return getattr(client, method)(reverse(name, args=[page.pk, *rest]), **how)


@pytest.mark.parametrize("how", [{}, {"HTTP_ACCEPT": "application/json"}], ids=["form", "script"])
@pytest.mark.parametrize(("method", "name", "of_a_paragraph"), ADDRESSES)
def test_a_translator_of_another_language_gets_in_nowhere(client, spanish, method, name, of_a_paragraph, how):
    russian = Page.objects.get(depth=2, locale__language_code="ru")
    client.force_login(member("translator", russian, "change", "publish"))
    assert ask(client, spanish, method, name, of_a_paragraph, **how).status_code == 403


@pytest.mark.parametrize(("method", "name", "of_a_paragraph"), ADDRESSES)
def test_nobody_gets_in_without_signing_in(client, spanish, method, name, of_a_paragraph):
    answer = ask(client, spanish, method, name, of_a_paragraph)
    assert answer.status_code == 302
    assert "/login/" in answer.url


def test_who_may_only_edit_cannot_publish(client, spanish):
    client.force_login(member("translator", spanish.get_parent(), "change"))
    html = client.get(reverse("desk_review", args=[spanish.pk])).content.decode()
    assert reverse("desk_review_publish", args=[spanish.pk]) not in html
    approve_all(client, spanish)
    assert publish_it(client, spanish).status_code == 403
    assert ArticlePage.objects.get(pk=spanish.pk).reviewed_by == ""


def test_a_locked_page_can_be_read_and_nothing_else(desk, client, editor, spanish):
    ArticlePage.objects.filter(pk=spanish.pk).update(locked=True, locked_by=editor)
    client.force_login(member("bo", spanish.get_parent(), "change", "publish"))
    before = waiting(spanish).versions
    html = client.get(reverse("desk_review", args=[spanish.pk])).content.decode()
    assert "The page is locked" in html
    assert "desk-review__edit" not in html
    for method, name, of_a_paragraph in ADDRESSES:
        if method == "post" and name != "desk_review_presence":
            assert ask(client, spanish, method, name, of_a_paragraph).status_code == 423, name
    assert write(client, spanish, "The mayor", "x").status_code == 423
    address = reverse("desk_review_presence", args=[spanish.pk])
    assert client.post(address, "{}", **JSON).status_code == 200  # to be here changes nothing
    assert waiting(spanish).versions == before


def test_an_original_has_nothing_to_review(desk, spanish):
    original = ArticlePage.objects.get(slug="bridge", locale__language_code="en")
    answer = desk.get(reverse("desk_review", args=[original.pk]))
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[original.pk])


def test_the_number_of_queries_does_not_grow_with_the_article(desk, publish, work):
    counts = []
    for number in (5, 40):
        text = "\n\n".join(f"It rained for {one} days, said the “Post”." for one in range(number))
        article = publish(f"---\ntitle: Rain {number}\nlang: en\nslug: rain-{number}\n---\n{text}\n").page
        work()
        page = version(article, "es")
        write(desk, page, "It rained for 1 ", "Llovió 2 días, dijo el «Post».")
        post(desk, "desk_review_comment", page, "It rained for 1 ", comment="Two?")
        desk.get(reverse("desk_review", args=[page.pk]))  # whatever is asked once a process
        with CaptureQueriesContext(
            connection,
        ) as queries:
            html = desk.get(reverse("desk_review", args=[page.pk])).content.decode()
        assert html.count('desk-review__paragraph"') == number + 1
        counts.append(len(queries))
    assert counts[0] == counts[1] <= MOST_QUERIES, counts


def test_what_a_machine_said_is_shown_with_what_was_found_then(desk, publish, work):
    article = publish("---\ntitle: The bridge is open\nlang: en\nslug: b\n---\nIt rained for 14 days.\n").page
    work()
    html = desk.get(reverse("desk_review", args=[version(article, "ru").pk])).content.decode()
    assert "Held: this version waits for somebody" in html
    assert "Readers do not see this translation yet." in html
    assert "desk-review__finding-line--error" in html
    assert "<mark" in html


def test_the_quotation_stands_with_what_was_said(desk, spanish):
    html = desk.get(reverse("desk_review", args=[spanish.pk])).content.decode()
    assert '<q lang="es" dir="auto">eje</q> — <bdi>Ada Quinn</bdi>, <bdi>Diario</bdi>' in html


def test_who_else_is_here_and_what_they_changed(desk, client, spanish):
    bo = member("bo", spanish.get_parent(), "change")
    address = reverse("desk_review_presence", args=[spanish.pk])
    session = desk.post(address, "{}", **JSON).json()["session"]
    assert desk.post(address, f'{{"session": {session}}}', **JSON).json()["session"] == session
    client.force_login(bo)
    answer = client.post(address, '{"editing": true}', **JSON).json()
    assert "Ada Reviewer is here, too" in answer["html"]
    assert answer["versions"] == waiting(spanish).versions
    assert EditingSession.objects.get(user=bo).is_editing


def test_without_the_script_a_form_does_the_same(desk, spanish):
    one = paragraph(spanish, "The mayor")
    address = reverse("desk_review_write", args=[spanish.pk, one.id])
    answer = desk.post(address, {"text": "El alcalde estuvo allí.", "version": one.version})
    assert answer.url == f"{reverse('desk_review', args=[spanish.pk])}#paragraph-{one.id}"
    assert paragraph(spanish, "The mayor").text == "El alcalde estuvo allí."


def test_a_request_that_is_neither_form_nor_json_changes_nothing(desk, spanish):
    one = paragraph(spanish, "The mayor")
    address = reverse("desk_review_write", args=[spanish.pk, one.id])
    for sent in ("[", "[1]", "null", '{"text": 7}'):
        assert desk.post(address, sent, **JSON).status_code in (409, 422)
    assert paragraph(spanish, "The mayor") == one


def test_the_languages_panel_and_the_translations_editor_lead_here(desk, spanish):
    original = ArticlePage.objects.get(slug="bridge", locale__language_code="en")
    for page in (original, spanish):
        html = desk.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        assert f'href="{reverse("desk_review", args=[spanish.pk])}"' in html
