"""An article goes off in every language at once, and comes back in every language."""

import json

import pytest
from django.core.management import call_command
from django.db import transaction
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from lingotype.newsroom.models import ArticlePage
from lingotype.newsroom.withdraw import original_at, withdraw
from lingotype.translation import jobs, leases
from lingotype.translation.models import Job
from tests.desk.conftest import RUSSIAN, job, version
from tests.engines import Remembering

PEOPLE = """
    ---
    title: El puente está abierto
    lang: es
    translation_of: {lang: ru, slug: most}
    ---
    El puente se abrió el lunes.
"""


@pytest.fixture
def everywhere(article, publish, work):
    """Published in Russian, by engines in Ukrainian and English, by people in Spanish."""
    publish(PEOPLE, "people.md")
    work()
    assert public(article) == ["en", "es", "ru", "uk"]
    return ArticlePage.objects.get(pk=article.pk)


def public(article):
    pages = ArticlePage.objects.live().filter(translation_key=article.translation_key)
    return sorted(pages.values_list("locale__language_code", flat=True))


def test_the_verb_takes_all_languages_off_and_says_which(everywhere):
    assert sorted(page.lang for page in withdraw(everywhere)) == ["en", "es", "ru", "uk"]
    assert public(everywhere) == []
    assert withdraw(everywhere) == []


def unpublish_in_the_editor(desk, page):
    desk.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))


def unpublish_in_a_list(desk, page):
    desk.post(reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"]) + f"?id={page.pk}")


def let_it_expire(desk, page):
    ArticlePage.objects.filter(pk=page.pk).update(expire_at="2020-01-01T00:00:00Z")
    call_command("publish_scheduled", verbosity=0)


def delete_it(desk, page):
    desk.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))


def delete_its_section(desk, page):
    desk.post(reverse("wagtailadmin_pages:delete", args=[page.get_parent().pk]))


@pytest.mark.parametrize(
    "take_off", [unpublish_in_the_editor, unpublish_in_a_list, let_it_expire, delete_it, delete_its_section]
)
def test_translations_never_outlive_their_original(desk, everywhere, take_off):
    take_off(desk, everywhere)
    assert public(everywhere) == []


def test_what_is_rolled_back_was_never_withdrawn(everywhere):
    with transaction.atomic():
        everywhere.unpublish()
        transaction.set_rollback(True)
    assert len(public(everywhere)) == 4


def test_readers_get_404_in_every_language(client, everywhere):
    addresses = [page.url for page in ArticlePage.objects.filter(translation_key=everywhere.translation_key)]
    withdraw(everywhere)
    assert {client.get(address).status_code for address in addresses} == {404}


def test_published_again_it_comes_back_in_every_language_as_it_was(everywhere, work):
    before = {lang: version(everywhere, lang).body[0].value.source for lang in public(everywhere)}
    Remembering.asked.clear()
    withdraw(everywhere)
    ArticlePage.objects.get(pk=everywhere.pk).save_revision().publish()
    work()
    assert {lang: version(everywhere, lang).body[0].value.source for lang in public(everywhere)} == before
    assert Remembering.asked == []
    assert job(everywhere, "uk").state == "published"


def test_a_reviewed_translation_comes_back_reviewed(everywhere, editor, work):
    version(everywhere, "uk").save_revision(user=editor).publish()
    withdraw(everywhere)
    ArticlePage.objects.get(pk=everywhere.pk).save_revision().publish()
    work()
    assert (version(everywhere, "uk").live, version(everywhere, "uk").made_by) == (True, "machine-reviewed")
    assert job(everywhere, "uk").state == "reviewed"


def test_a_changed_article_comes_back_changed(everywhere, publish, work):
    withdraw(everywhere)
    publish(RUSSIAN.replace("в понедельник", "во вторник"))
    work()
    assert "uk" in public(everywhere)
    assert "ВТОРНИК" in version(everywhere, "uk").body[0].value.source


def test_a_translation_taken_off_on_purpose_stays_off(desk, everywhere, work):
    desk.post(reverse("wagtailadmin_pages:unpublish", args=[version(everywhere, "uk").pk]))
    assert (job(everywhere, "uk").state, public(everywhere)) == ("held", ["en", "es", "ru"])
    ArticlePage.objects.get(pk=everywhere.pk).save_revision().publish()
    work()
    assert "uk" not in public(everywhere)
    assert "took this translation off" in job(everywhere, "uk").error


def test_a_deleted_translation_is_made_again_when_the_source_changes(desk, everywhere, publish, work):
    desk.post(reverse("wagtailadmin_pages:delete", args=[version(everywhere, "uk").pk]))
    publish(RUSSIAN.replace("в понедельник", "во вторник"))
    work()
    assert "uk" in public(everywhere)


def test_a_deleted_original_leaves_no_machines_page_and_no_taken_address(desk, everywhere, publish, work):
    addresses = {lang: version(everywhere, lang).url for lang in public(everywhere)}
    delete_it(desk, everywhere)
    left = ArticlePage.objects.filter(translation_key=everywhere.translation_key)
    assert [(page.lang, page.live) for page in left] == [("es", False)]
    again = publish(RUSSIAN).page
    publish(PEOPLE, "people.md")
    work()
    assert {lang: version(again, lang).url for lang in public(again)} == addresses


def test_what_people_corrected_outlives_a_deleted_page(desk, everywhere, publish, work):
    StringTranslation.objects.filter(locale__language_code="uk", data__contains="МОСТ ОТКРЫЛИ").update(
        data="Міст відкрили в понеділок.", translation_type="manual"
    )
    delete_it(desk, everywhere)
    again = publish(RUSSIAN).page
    work()
    assert "Міст відкрили в понеділок." in version(again, "uk").body[0].value.source


@pytest.mark.filterwarnings("ignore:Pagination may yield")  # wagtail-localize's own list has no order
def test_the_desk_lists_translations_of_a_deleted_original(desk, everywhere):
    delete_it(desk, everywhere)
    assert desk.get(reverse("wagtail_localize:translations_report")).status_code == 200


def test_a_worker_in_the_middle_publishes_nothing_of_a_withdrawn_article(article, work):
    claimed = leases.claim()
    withdraw(ArticlePage.objects.get(pk=article.pk))
    jobs.work(claimed)
    assert public(article) == []
    assert work() == 0, "a withdrawn article is no longer wanted"
    ArticlePage.objects.get(pk=article.pk).save_revision().publish()
    work()
    assert public(article) == ["en", "ru", "uk"]


def test_a_draft_that_never_was_public_disturbs_nobody(article, desk):
    page = ArticlePage(title="Черновик", slug="chernovik", live=False, locale=article.locale)
    article.get_parent().add_child(instance=page)
    page.save()
    assert not Job.objects.filter(article=page).exists()


@pytest.mark.parametrize("written", ["ru/most", "/ru/most/", "uk/uk-most-otkryt", "es/el-puente-esta-abierto"])
def test_the_command_takes_any_language_of_it(everywhere, capsys, written):
    call_command("withdraw", written, "--json")
    document = json.loads(capsys.readouterr().out)
    assert sorted(row["lang"] for row in document) == ["en", "es", "ru", "uk"]
    assert public(everywhere) == []


def test_the_command_says_what_is_gone_and_may_be_repeated(everywhere, capsys):
    call_command("withdraw", "ru/most")
    assert "ru  http://127.0.0.1:8000/ru/city/most/  withdrawn" in capsys.readouterr().out
    call_command("withdraw", "ru/most")
    assert "not public in any language" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("most", "is not LANG/SLUG"),
        ("ru/world/most", "there is no article ru/world/most"),
        ("/", "is not LANG/SLUG"),
        ("ru/nothing", "there is no article ru/nothing"),
        ("xx/most", "there is no article xx/most"),
    ],
)
def test_the_command_refuses_what_it_cannot_find(everywhere, capsys, written, words):
    with pytest.raises(SystemExit) as stopped:
        call_command("withdraw", written)
    assert stopped.value.code == 2
    assert words in capsys.readouterr().err
    assert len(public(everywhere)) == 4


def test_an_orphan_translation_has_no_original(everywhere, desk):
    delete_it(desk, everywhere)
    assert original_at("es", version(everywhere, "es").slug) is None
