"""What a person asks of one language of an article: written as a wish, carried out by workers."""

import pytest
from wagtail_localize.models import StringTranslation

from lingotype.newsroom.models import ArticlePage
from lingotype.translation import jobs, leases
from lingotype.translation.in_request import _in_request
from lingotype.translation.jobs import KEPT_BACK, RETRY_SECONDS
from lingotype.translation.models import Job
from lingotype.translation.steering.errors import CannotSteerError
from lingotype.translation.steering.keep_back import keep_back
from lingotype.translation.steering.let_out import let_out
from lingotype.translation.steering.retranslate import retranslate
from lingotype.translation.steering.retry import retry
from lingotype.translation.steering.translate_now import translate_now
from tests.desk.conftest import RUSSIAN, job, version
from tests.engines import Remembering

pytestmark = pytest.mark.usefixtures("in_english")

HELD = """
    ---
    title: The bridge is open
    lang: en
    slug: bridge
    ---
    The mayor was there. Nobody knows this sentence.
"""


@pytest.fixture
def article(publish):
    return publish(RUSSIAN).page


@pytest.fixture
def held(publish, work):
    """English into Spanish: its gate holds what the engine gives back untranslated."""
    article = publish(HELD).page
    work()
    assert job(article, "es").state == "held"
    return article


def state(article, lang):
    return job(article, lang).state


def change(article, title="Мост закрыт"):
    page = ArticlePage.objects.get(pk=article.pk)
    page.title = title
    page.save_revision().publish()
    return page


def refused(verb, *asked):
    with pytest.raises(CannotSteerError) as error:
        verb(*asked)
    return error.value.reason


def test_translate_now_puts_it_before_everything_queued(publish, article):
    later = publish(RUSSIAN.replace("most", "drugoy").replace("Мост открыт", "Другой"), "other.md").page
    translate_now(later, "uk")
    first = leases.claim()
    assert (first.article_id, first.lang) == (later.pk, "uk")


def test_translate_now_makes_a_wish_that_is_missing(article, work):
    Job.objects.filter(article=article, lang="uk").delete()
    translate_now(article, "uk")
    work()
    assert version(article, "uk").live


def test_translate_now_says_why_not(article, work):
    work()
    assert refused(translate_now, article, "uk") == "it is up to date"
    assert "[[routes]]" in refused(translate_now, article, "es")


def test_a_failed_one_is_tried_again(article, work):
    for _ in range(len(RETRY_SECONDS) + 1):
        Job.objects.filter(article=article).update(not_before="2020-01-01T00:00Z")
        work()
    assert state(article, "he") == "failed"
    retry(article, "he")
    assert state(article, "he") == "queued"
    assert refused(retry, article, "uk") == "nothing has failed"


def test_a_held_one_is_made_and_judged_again(held, work):
    Remembering.asked.clear()
    retry(held, "es")
    work()
    assert state(held, "es") == "held"
    assert any("Nobody knows" in text for text in Remembering.asked)


def test_what_is_kept_back_stays_as_readers_know_it(article, work):
    work()
    keep_back(article, "uk")
    assert (state(article, "uk"), job(article, "uk").error) == ("held", KEPT_BACK)
    before = version(article, "uk")
    assert before.live
    work()
    change(article)
    work()
    after = version(article, "uk")
    assert (state(article, "uk"), after.live, after.title) == ("held", True, before.title)
    assert state(article, "en") == "published"
    assert "ЗАКРЫТ" in after.get_latest_revision_as_object().title


def test_what_is_queued_is_held_when_it_is_made(article, work):
    keep_back(article, "uk")
    assert refused(keep_back, article, "uk") == "it is held already"
    work()
    assert (state(article, "uk"), version(article, "uk").live) == ("held", False)


def test_what_is_being_made_is_held_and_not_made_twice(article):
    Remembering.asked.clear()
    claimed = next(one for one in iter(leases.claim, None) if one.lang == "uk")
    keep_back(article, "uk")
    jobs.work(claimed)
    assert (state(article, "uk"), version(article, "uk").live) == ("held", False)
    assert job(article, "uk").for_desk


def test_an_unchanged_article_published_again_does_not_end_a_hold(article, work):
    work()
    Job.objects.filter(article=article, lang="uk").update(for_desk=True)
    ArticlePage.objects.get(pk=article.pk).save_revision().publish()
    work()
    assert state(article, "uk") == "held"


def test_a_held_one_goes_out_as_it_is_and_is_no_review(held, work):
    Remembering.asked.clear()
    draft = version(held, "es").get_latest_revision_as_object()
    let_out(held, "es")
    work()
    page = version(held, "es")
    assert (state(held, "es"), page.live, page.made_by) == ("published", True, "machine")
    assert list(page.body.raw_data) == list(draft.body.raw_data)
    assert Remembering.asked == []
    assert job(held, "es").findings


def test_the_hard_rules_hold_for_what_is_let_out(held, work):
    StringTranslation.objects.filter(context__object_id=held.translation_key, context__path="title").update(data="<b>")
    let_out(held, "es")
    work()
    assert (state(held, "es"), version(held, "es").live) == ("held", False)


def test_what_was_made_from_another_version_goes_by_the_gate(held, work):
    let_out(held, "es")
    change(held, "The bridge is shut")
    work()
    assert (state(held, "es"), version(held, "es").live) == ("held", False)


def test_what_has_to_be_reviewed_is_not_let_out(held, article, work):
    assert "only after a person has gone through it" in refused(let_out, held, "ru")
    work()
    assert refused(let_out, article, "uk") == "it is not held"


def test_a_kept_back_one_goes_out_again(article, work):
    work()
    keep_back(article, "uk")
    let_out(article, "uk")
    work()
    assert (state(article, "uk"), job(article, "uk").for_desk) == ("published", False)


def test_another_engine_makes_all_again_but_not_a_persons_words(article, work):
    work()
    rows = StringTranslation.objects.filter(context__object_id=article.translation_key, locale__language_code="uk")
    rows.filter(translation_of__data="Мост открыт").update(data="Міст!", translation_type="manual", tool_name="")
    retranslate(article, "uk", "phrases")
    work()
    page = version(article, "uk")
    assert (state(article, "uk"), page.engine) == ("published", "phrases")
    assert page.title == "Міст!"
    assert page.dek == "Четырнадцать месяцев ремонта позади."  # as this engine gives it back
    assert rows.get(translation_of__data=page.dek).data == page.dek  # and as memory has it
    assert job(article, "uk").asked_engine == ""


def test_another_engine_leaves_what_a_person_has_approved(article, work, django_user_model):
    work()
    rows = StringTranslation.objects.filter(context__object_id=article.translation_key, locale__language_code="uk")
    someone = django_user_model.objects.create_user("someone")
    rows.filter(translation_of__data="Мост открыт").update(last_translated_by=someone)
    retranslate(article, "uk", "phrases")
    work()
    assert version(article, "uk").title == "[uk] МОСТ ОТКРЫТ"


def test_what_a_person_has_reviewed_is_not_made_again(article, work):
    work()
    Job.objects.filter(article=article, lang="uk").update(state="reviewed", made_state="reviewed")
    assert "a person has gone through it" in refused(retranslate, article, "uk", "phrases")
    assert "cannot translate ru → en" in refused(retranslate, article, "en", "no such engine")


@pytest.mark.parametrize("verb", [translate_now, retry, keep_back, let_out])
def test_nothing_is_asked_of_what_is_not_public_or_made_by_people(article, work, verb):
    work()
    Job.objects.filter(article=article, lang="uk").update(engine="people", state="held")
    assert refused(verb, article, "uk") == "people translated it: open it"
    ArticlePage.objects.get(pk=article.pk).unpublish()
    assert refused(verb, ArticlePage.objects.get(pk=article.pk), "en") == "the article is not public"


def test_no_verb_asks_an_engine(held, article, work):
    work()
    Remembering.asked.clear()
    token = _in_request.set(True)
    try:
        let_out(held, "es")
        keep_back(article, "uk")
        retranslate(article, "en", "phrases")
    finally:
        _in_request.reset(token)
    assert Remembering.asked == []
