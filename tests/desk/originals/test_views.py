"""The screen and its forms: what they show, what they write down, and for whom."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page

from lingotype.importing.models import SourceText, TextState
from lingotype.importing.originals import comparing, reading
from lingotype.newsroom.models import ArticlePage
from tests.desk.conftest import version
from tests.desk.originals.conftest import BRIDGE, address, forms, shown
from tests.importing.originals.conftest import SOURCE

ALL = [
    ("get", "desk_originals", ()),
    ("get", "desk_originals_state", ()),
    ("post", "desk_originals_fetch", ("post",)),
    ("post", "desk_originals_give", ("post",)),
    ("post", "desk_originals_forget", ("post",)),
    ("post", "desk_originals_decide", ("0123456789",)),
]
ROLES = {"nobody": None, "reader": "", "editor of others": "add", "editor": "change", "admin": "all"}
MAY = {"editor", "admin"}


def signed_in(client, role, article):
    if role == "nobody":
        return client
    user = get_user_model().objects.create_user("role", "", "x", is_superuser=role == "admin")
    if role in ("editor", "editor of others"):
        group = Group.objects.create(name=role)
        group.permissions.add(*admin_access())
        place = Page.objects.get(pk=article.get_parent().pk)
        GroupPagePermission.objects.create(
            group=group, page=place, permission=Page._meta.default_permissions and permission(ROLES[role])
        )
        user.groups.add(group)
    client.force_login(user)
    return client


def admin_access():
    from django.contrib.auth.models import Permission

    return Permission.objects.filter(codename="access_admin")


def permission(kind):
    from django.contrib.auth.models import Permission

    return Permission.objects.get(content_type__app_label="wagtailcore", codename=f"{kind}_page")


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("method", "name", "rest"), ALL)
def test_only_those_who_may_edit_the_article_get_in(client, compared, role, method, name, rest):
    answer = getattr(signed_in(client, role, compared), method)(address(compared, name, *rest))
    is_in = answer.status_code == 200 or answer["Location"].startswith(address(compared))
    assert is_in is (role in MAY), (answer.status_code, answer.headers)


@pytest.mark.parametrize(("method", "name", "rest"), ALL)
def test_each_address_has_its_one_method(desk, compared, method, name, rest):
    other = {"get": "post", "post": "get"}[method]
    assert getattr(desk, other)(address(compared, name, *rest)).status_code == 405


def test_the_screen_shows_sources_quotations_and_proposals_with_reasons(desk, compared):
    html = shown(desk, compared)
    assert "Harbor Post" in html
    assert f"<mark>{BRIDGE}</mark>" in html
    assert "the same numbers (14 миллионов долларов)" in html
    assert "Nothing like it was found" in html
    assert "0 of 3 quotations have their original." in html


def test_it_works_without_a_script(desk, compared):
    html = shown(desk, compared)
    assert html.count('name="csrfmiddlewaretoken"') >= 6
    assert [buttons[-1] for _, buttons, _ in forms(html).values()] == ["dismiss"] * 3


def test_fetching_is_only_written_down(desk, retold, monkeypatch):
    monkeypatch.setattr(reading, "fetch", lambda *_: pytest.fail("a web request went out"))
    desk.post(address(retold, "desk_originals_fetch", "post"))
    row = SourceText.objects.get()
    assert (row.state, row.url, row.lang) == (TextState.WANTED, "https://post.example/bridge", "en")
    assert "waiting to be read" in shown(desk, retold)


def test_a_text_can_be_pasted(desk, retold):
    desk.post(address(retold, "desk_originals_give", "post"), {"text": SOURCE})
    assert bytes(SourceText.objects.get().given).decode() == SOURCE


def test_a_text_can_be_uploaded(desk, retold):
    file = SimpleUploadedFile("bridge.md", SOURCE.encode())
    desk.post(address(retold, "desk_originals_give", "post"), {"file": file, "text": ""})
    assert SourceText.objects.get().kind == "md"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"text": " "}, "There is no text"),
        ({"file": SimpleUploadedFile("a.pdf", b"%PDF")}, "Only files that end in"),
        ({"file": SimpleUploadedFile("a.txt", b"x" * 2_000_001)}, "larger than 2 MB"),
    ],
)
def test_what_cannot_be_read_is_told_at_once(desk, retold, data, words):
    answer = desk.post(address(retold, "desk_originals_give", "post"), data, follow=True)
    assert words in answer.content.decode()
    assert not SourceText.objects.exists()


def test_a_text_can_be_thrown_away(desk, compared):
    desk.post(address(compared, "desk_originals_forget", "post"))
    assert not SourceText.objects.exists()


def test_a_source_that_the_article_does_not_have_is_not_found(desk, retold):
    assert desk.post(address(retold, "desk_originals_fetch", "other"), follow=True).status_code == 404


def test_an_error_stands_beside_its_source(desk, compared):
    SourceText.objects.update(state=TextState.FAILED, error="No site has the name <x>.")
    assert "No site has the name &lt;x&gt;." in shown(desk, compared)


def test_the_state_tells_when_workers_are_done(desk, compared):
    def state():
        return desk.get(address(compared, "desk_originals_state")).json()

    quiet = state()
    assert quiet["busy"] is False
    SourceText.objects.update(compared_with=None, compared_by="")
    busy = state()
    assert busy["busy"] is True
    assert busy["state"] != quiet["state"]
    comparing.compare_one_source()
    assert state()["busy"] is False


def test_a_locked_article_is_left_alone(desk, compared):
    other = get_user_model().objects.create_superuser("other", "", "x")
    ArticlePage.objects.filter(pk=compared.pk).update(locked=True, locked_by=other, locked_at=timezone.now())
    answer = desk.post(address(compared, "desk_originals_forget", "post"), follow=True)
    assert "The article is locked" in answer.content.decode()
    assert SourceText.objects.exists()


def test_a_translation_sends_to_its_original(desk, compared, work):
    work()
    answer = desk.get(address(version(compared, "uk")), follow=True)
    assert "open the original article" in answer.content.decode()


def test_the_screen_takes_few_queries(desk, compared, django_assert_max_num_queries):
    shown(desk, compared)
    with django_assert_max_num_queries(40):
        shown(desk, compared)
