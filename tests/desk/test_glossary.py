"""The glossary's screen."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lingotype.translation.glossary.entries import Entry, Wording, merge
from lingotype.translation.models import GlossaryEntry


@pytest.fixture
def terms(newsroom):
    merge([Entry({"ru": Wording("ратуша"), "en": Wording("city hall", ("town hall",))}, note="the building")])
    return GlossaryEntry.objects.get()


def test_terms_are_listed_with_the_doors_for_files(desk, terms):
    html = desk.get(reverse(GlossaryEntry.snippet_viewset.get_url_name("list"))).content.decode()
    assert "ратуша (ru) · city hall (en)" in html
    assert reverse("desk_glossary_import") in html
    assert reverse("desk_glossary_export", args=["tbx"]) in html


def test_a_term_is_written_in_a_form(desk, newsroom):
    data = {
        "note": "", "section": "", "wordings-TOTAL_FORMS": "2", "wordings-INITIAL_FORMS": "0",
        "wordings-MIN_NUM_FORMS": "0", "wordings-MAX_NUM_FORMS": "1000",
        "wordings-0-lang": "ru", "wordings-0-text": "паром", "wordings-0-forms": "", "wordings-0-id": "",
        "wordings-1-lang": "en", "wordings-1-text": "ferry", "wordings-1-forms": "ferries", "wordings-1-id": "",
    }  # fmt: skip
    address = reverse(GlossaryEntry.snippet_viewset.get_url_name("add"))
    assert "wordings" in desk.get(address).content.decode()
    assert desk.post(address, data).status_code == 302
    assert str(GlossaryEntry.objects.get()) == "паром (ru) · ferry (en)"


def test_a_file_comes_in_and_goes_out(desk, terms):
    content = desk.get(reverse("desk_glossary_export", args=["csv"])).content
    terms.delete()
    desk.post(reverse("desk_glossary_import"), {"file": SimpleUploadedFile("terms.csv", content)})
    assert GlossaryEntry.objects.get().note == "the building"


@pytest.mark.parametrize(("name", "content"), [("a.csv", b"x\n1\n"), ("a.exe", b"MZ"), ("a.tbx", b"<a")])
def test_a_bad_file_says_what_is_wrong_and_changes_nothing(desk, terms, name, content):
    answer = desk.post(reverse("desk_glossary_import"), {"file": SimpleUploadedFile(name, content)})
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert GlossaryEntry.objects.count() == 1


def test_nobody_outside_the_newsroom_reaches_it(client, newsroom):
    for address in (
        reverse("desk_glossary_import"),
        reverse("desk_glossary_export", args=["csv"]),
        reverse("desk_glossary_seed"),
    ):
        assert client.get(address).status_code == 302


def test_usual_names_come_in_with_one_press_and_a_changed_one_is_the_newsrooms_own(desk, newsroom):
    address = reverse("desk_glossary_seed")
    assert "Русский, English" in desk.get(address).content.decode()
    assert "added" in " ".join(map(str, desk.post(address, follow=True).context["messages"]))
    entry = GlossaryEntry.objects.get(seed="territory:MX")
    edit = reverse(GlossaryEntry.snippet_viewset.get_url_name("edit"), args=[entry.pk])
    rows = list(entry.wordings.order_by("pk"))
    data = {"note": "ours", "section": "", "wordings-TOTAL_FORMS": len(rows), "wordings-INITIAL_FORMS": len(rows),
            "wordings-MIN_NUM_FORMS": "0", "wordings-MAX_NUM_FORMS": "1000"}  # fmt: skip
    for number, row in enumerate(rows):
        facts = {"id": row.pk, "lang": row.lang, "text": row.text, "forms": row.forms}
        data |= {f"wordings-{number}-{name}": value for name, value in facts.items()}
    assert desk.post(edit, data).status_code == 302
    entry.refresh_from_db()
    assert (entry.note, entry.is_seed) == ("ours", False)
