"""What a mail says: in the reader's language and direction, with links, and nothing that breaks out of its place."""

import re
from email import message_from_bytes, policy

from django.urls import reverse
from django.utils import translation

from lingotype.desk.mail.outbox import message_of
from lingotype.desk.models import Kind
from lingotype.desk.notices.gathering import gather
from lingotype.desk.notices.standing import section
from lingotype.desk.notices.telling import tell
from lingotype.newsroom.models import ArticlePage
from lingotype.translation import installed
from lingotype.translation.models import State
from tests.desk.conftest import version
from tests.desk.notices.conftest import goes_wrong, report_about, to

BAD = 'Мост\r\nBcc: all@courier.example\x07\x1b[31m <script>alert("1")</script> & \u202eend'


def mail_of(row):
    return message_from_bytes(message_of(row, None).message().as_bytes(), policy=policy.default)


def sent(name="editor"):
    gather()
    tell()
    return to(name)


def test_it_names_the_article_the_language_the_reason_and_where_to_look(translated, person):
    person("Editor", "now")
    goes_wrong(translated, "uk")
    [row] = sent()
    assert row.subject == "Harbor Courier: 1 translation is held: Мост открыт · Українська"
    review = f"http://127.0.0.1:8000{reverse('desk_review', args=[version(translated, 'uk').pk])}"
    for body in (row.text, row.html):
        assert "Мост открыт" in body
        assert "numbers: 14 is missing" in body
        assert review in body
        assert "http://127.0.0.1:8000/admin/account/#tab-notifications" in body


def test_what_failed_leads_to_the_board_and_a_report_to_itself(translated, person):
    person("Editor", "now")
    goes_wrong(translated, "en", State.FAILED, "every engine is down")
    report = report_about(translated, "uk", "Not\non Monday")
    failed, reported = sent()
    assert f"{reverse('desk_board')}?q=" in failed.text
    assert "every engine is down" in failed.text
    assert reverse("desk_report", args=[report.pk]) in reported.text
    assert "Not on Monday" in reported.text


def test_a_budget_is_said_in_the_readers_own_numerals(newsroom):
    engine = installed.engine("upper")
    engine.max_characters_per_month = 1_250_000
    try:
        with translation.override("es"):
            found = section(Kind.BUDGET, [], ["upper"])
    finally:
        engine.max_characters_per_month = None
    assert found is not None
    assert "1.250.000" in found.entries[0].reason


def test_a_title_stays_where_it_belongs(translated, person):
    ArticlePage.objects.filter(pk=translated.pk).update(title=BAD)
    person("Editor", "now")
    goes_wrong(translated, "uk", error="line\nBcc: x@y.example\n\n\n* forged (Українська)")
    [row] = sent()
    mail = mail_of(row)
    assert mail["Bcc"] is None
    assert mail["To"] == "editor@courier.example"
    assert "<script" not in row.html
    assert "&lt;script&gt;" in row.html
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", row.subject + row.text)
    assert row.text.count("\n* ") == 1


def test_it_is_in_the_readers_own_language_and_direction(translated, person):
    person("Editor", "now", lang="he")
    person("Chief", "now", lang="ru")
    goes_wrong(translated, "uk")
    [hebrew], [russian] = sent(), to("chief")
    assert '<html lang="he" dir="rtl">' in hebrew.html
    assert '<html lang="ru" dir="ltr">' in russian.html
    assert hebrew.subject != russian.subject
    assert mail_of(hebrew).get_body(("plain",)).get_content().strip()
    assert '<bdi lang="ru">Мост открыт</bdi>' in hebrew.html
