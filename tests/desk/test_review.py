"""A translation that a person publishes is reviewed, on its page and in its job."""

import pytest
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from lingotype.newsroom.models import ArticlePage
from lingotype.translation import jobs, leases
from lingotype.translation.models import Job
from tests.desk.conftest import RUSSIAN, job, version

HELD = """
    ---
    title: The bridge is open
    lang: en
    slug: bridge
    ---
    The mayor was there.
"""


@pytest.fixture
def translated(article, work):
    work()
    return version(article, "uk")


@pytest.fixture
def go_out(desk):
    """Press “publish” in the translation's editor."""

    def publish(page):
        desk.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {"action": "publish"})
        return ArticlePage.objects.get(pk=page.pk)

    return publish


def correct(page, needle, text):
    row = StringTranslation.objects.get(
        context__object_id=page.translation_key, locale=page.locale, translation_of__data__contains=needle
    )
    row.data, row.translation_type, row.tool_name = text, "manual", ""
    row.save()


def test_page_and_job_say_who_reviewed_it(translated, article, go_out):
    reviewed = go_out(translated)
    assert (reviewed.made_by, reviewed.reviewed_by) == ("machine-reviewed", "Ada Reviewer")
    row = job(article, "uk")
    assert (row.state, row.made, row.error) == ("reviewed", row.wanted, "")


def test_somebody_without_a_full_name_is_named_as_they_sign_in(translated, editor, go_out):
    editor.first_name = editor.last_name = ""
    editor.save()
    assert go_out(translated).reviewed_by == "ada"


def test_what_was_held_is_published_and_its_findings_stay(publish, work, go_out):
    article = publish(HELD).page
    work()
    held = job(article, "ru")
    Job.objects.filter(pk=held.pk).update(findings=[{"code": "names"}])
    reviewed = go_out(version(article, "ru"))
    after = job(article, "ru")
    assert (held.state, after.state) == ("held", "reviewed")
    assert (reviewed.live, after.error, after.findings) == (True, "", [{"code": "names"}])


def test_what_a_person_has_published_goes_out_again_until_a_text_changes(publish, work, go_out):
    article = publish(HELD).page
    work()
    go_out(version(article, "ru"))
    publish(HELD.replace("slug: bridge", "slug: bridge\n    tags: [Bridges]"))
    work()
    assert job(article, "ru").state == "reviewed"
    assert [tag.name for tag in version(article, "ru").tags.all()] == ["Bridges"]
    publish(HELD.replace("was there", "was not there"))
    work()
    assert job(article, "ru").state == "held"


def test_a_quotation_with_a_mended_original_is_reviewed_again(publish, work, go_out):
    sources = 'sources: [{id: p, publication: P, url: "https://p.example/", lang: ru}]'
    quoted = HELD.replace("slug: bridge", f"slug: bridge\n    {sources}").replace(
        "there.", 'there: [“an axis”]{.quote source=p original="ось"}.'
    )
    article = publish(quoted).page
    work()
    go_out(version(article, "ru"))
    publish(quoted.replace("ось", "рычаг"))
    work()
    assert job(article, "ru").state == "held"
    row = StringTranslation.objects.get(data__contains="рычаг")
    assert row.last_translated_by is None


def test_a_workers_publishing_is_no_review(translated, article):
    assert (translated.made_by, job(article, "uk").state) == ("machine", "published")


def test_saving_the_original_unchanged_leaves_the_review(translated, article, go_out, work):
    go_out(translated)
    ArticlePage.objects.get(pk=article.pk).save_revision().publish()
    assert job(article, "uk").state == "queued"
    work()
    assert job(article, "uk").state == "reviewed"
    assert ArticlePage.objects.get(pk=translated.pk).reviewed_by == "Ada Reviewer"


def test_a_review_of_the_present_source_needs_no_further_work(translated, article, go_out, work):
    ArticlePage.objects.get(pk=article.pk).save_revision().publish()  # queued again, nothing changed
    go_out(translated)
    assert job(article, "uk").state == "reviewed"


def test_a_job_for_a_newer_source_stays_wanted(translated, article, publish, go_out, work):
    publish(RUSSIAN.replace("в понедельник", "во вторник"))
    correct(translated, "закончили", 'Мер: <a id="a1">«Ми не скінчили»</a>.')
    go_out(translated)
    assert job(article, "uk").state == "queued"
    work()
    after = version(article, "uk")
    assert job(article, "uk").state == "published"
    assert "ВТОРНИК" in after.body[0].value.source
    assert "Ми не скінчили" in after.body[1].value.source


def test_a_worker_in_the_middle_begins_again_with_the_persons_words(translated, article, publish, go_out, work):
    Job.objects.exclude(lang="uk").delete()
    publish(RUSSIAN.replace("в понедельник", "во вторник"))
    claimed = leases.claim()
    correct(translated, "закончили", 'Мер: <a id="a1">«Ми не скінчили»</a>.')
    go_out(translated)
    assert job(article, claimed.lang).state == "queued"
    jobs.work(claimed)  # its lease is lost: it publishes nothing
    assert "ВТОРНИК" not in version(article, claimed.lang).body[0].value.source
    work()
    assert "ВТОРНИК" in version(article, claimed.lang).body[0].value.source


def test_people_keep_what_people_translated(publish, article, desk):
    by_people = publish(
        """
        ---
        title: Міст відкрито
        lang: uk
        translation_of: {lang: ru, slug: most}
        translator: Марія Левченко
        ---
        Міст відкрили в понеділок.
        """,
        "uk.md",
    ).page
    publish(RUSSIAN.replace("в понедельник", "во вторник"))
    assert job(article, "uk").state == "stale"
    by_people.save_revision(user=desk.get(reverse("wagtailadmin_home")).wsgi_request.user).publish()
    by_people.refresh_from_db()
    assert (by_people.made_by, by_people.translator, by_people.reviewed_by) == ("people", "Марія Левченко", "")
    assert job(article, "uk").state == "published"


def test_both_or_neither(translated, article, editor):
    revision = translated.save_revision(user=editor)
    Job.objects.filter(article=article).delete()
    revision.publish()  # a language that the newsroom no longer has: the page is labelled, there is no job
    assert ArticlePage.objects.get(pk=translated.pk).made_by == "machine-reviewed"
