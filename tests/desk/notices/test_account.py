"""The panel of one's account, and the first page of the desk."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from lingotype.desk.models import Notice
from lingotype.desk.notices.choices import choices_of, ears_of
from lingotype.desk.notices.gathering import gather
from lingotype.desk.notices.home import lines_for
from lingotype.translation.models import State
from tests.desk.notices.conftest import TRANSLATOR, goes_wrong, report_about

ACCOUNT = reverse("wagtailadmin_account")


@pytest.mark.parametrize(
    ("role", "kinds"),
    [
        (TRANSLATOR, ["held", "failed", "report"]), ("Editor", ["held", "failed", "report"]),
        ("Chief", ["held", "failed", "report", "budget"]), ("Reporter", []),
    ],
)  # fmt: skip
def test_each_chooses_of_what_they_may_hear(client, person, role, kinds):
    client.force_login(person(role))
    html = client.get(ACCOUNT).content.decode()
    assert [kind for kind in ("held", "failed", "report", "budget") if f'name="notices-{kind}"' in html] == kinds


def send(client, **choices):
    shown = client.get(ACCOUNT)
    data = {"locale-preferred_language": "en", "locale-current_time_zone": "UTC", "theme-theme": "system",
            "theme-contrast": "system", "theme-density": "default", "name_email-first_name": "Eve",
            "name_email-last_name": "Ng", "name_email-email": "eve@courier.example"}  # fmt: skip
    assert shown.status_code == 200
    return client.post(ACCOUNT, {**data, **{f"notices-{kind}": when for kind, when in choices.items()}})


def test_what_is_chosen_is_kept_and_shown(client, person):
    user = person("Editor")
    client.force_login(user)
    answer = send(client, held="now", failed="never", report="hourly")
    assert answer.status_code == 302
    chosen = choices_of(user)
    assert (chosen["held"], chosen["failed"], chosen["report"]) == ("now", "never", "hourly")
    assert '<option value="hourly" selected>' in client.get(ACCOUNT).content.decode()


def test_what_is_no_choice_is_refused_and_changes_nothing(client, person):
    user = person("Editor", "now")
    client.force_login(user)
    assert send(client, held="sometimes", failed="never", report="now").status_code == 200
    assert set(choices_of(user).values()) == {"now"}


def test_a_choice_that_one_has_no_right_to_is_not_taken(client, person):
    user = person("Editor")
    client.force_login(user)
    send(client, held="now", failed="now", report="now", budget="now")
    assert choices_of(user)["budget"] == "daily"


def test_it_says_why_no_mail_comes(client, person, settings):
    user = person("Editor")
    client.force_login(user)
    assert "editor@courier.example" in client.get(ACCOUNT).content.decode()
    type(user).objects.update(email="")
    assert "your profile has no address" in client.get(ACCOUNT).content.decode()
    settings.LINGOTYPE = replace(settings.LINGOTYPE, mail=None)
    assert "sends no e-mail" in client.get(ACCOUNT).content.decode()


def test_the_first_page_says_what_happened_since_yesterday(client, person, translated):
    goes_wrong(translated, "uk")
    goes_wrong(translated, "en", State.FAILED)
    report_about(translated, "uk")
    gather()
    client.force_login(person(TRANSLATOR))
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "1 translation is held" in html
    assert "1 report by a reader" in html
    assert "has failed" not in html
    assert f"{reverse('desk_board')}?state=held" in html
    Notice.objects.update(made_at=timezone.now() - timedelta(days=2))
    assert "desk-since" not in client.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize("count", [2, 1_200])
def test_the_first_page_asks_as_much_of_many_as_of_few(person, translated, django_assert_num_queries, count):
    goes_wrong(translated, "uk")
    goes_wrong(translated, "en", State.FAILED)
    report_about(translated, "uk")
    gather()
    more = [Notice(key=f"{at}", kind="held", lang="uk", subject=10**6 + at, made_at=timezone.now())
            for at in range(count - Notice.objects.filter(kind="held").count())]  # fmt: skip
    Notice.objects.bulk_create(more)
    ears = ears_of(person("Chief"))
    with django_assert_num_queries(4):
        lines = lines_for(ears)
    assert [line.words for line in lines] == [
        "1 translation is held", "1 translation has failed", "1 report by a reader"
    ]  # fmt: skip


def test_the_first_page_leads_from_a_budget_to_the_engines(client, person):
    for limit in (10, 20):  # a budget that was raised is another notice of the same engine
        Notice.objects.create(key=f"b{limit}", kind="budget", about="upper", made_at=timezone.now())
    client.force_login(person("Chief"))
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    assert f'<a href="{reverse("desk_pairs")}">1 budget is nearly used up</a>' in html
