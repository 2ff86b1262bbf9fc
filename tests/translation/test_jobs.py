"""Articles on their way into other languages: what is wanted, what is made, what is never touched."""

from datetime import timedelta

import pytest
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation

from lingotype.newsroom.models import ArticlePage
from lingotype.translation import leases
from lingotype.translation.jobs import RETRY_SECONDS
from lingotype.translation.models import Job
from tests.engines import Remembering

RUSSIAN = """
    ---
    title: Мост открыт
    lang: ru
    slug: most
    section: city
    dek: Четырнадцать месяцев ремонта позади.
    ---
    Мост открыли в понедельник.

    Мэр **не** пришла, но [прислала письмо](https://example.org/letter).

    Ремонт стоил 1250 долларов.
"""
ENGLISH = """
    ---
    title: The bridge is open
    lang: en
    slug: bridge
    section: city
    ---
    The bridge opened on Monday after 14 months of work.

    It cost $1,250.

    The mayor was there.
"""


@pytest.fixture(autouse=True)
def nothing_asked():
    Remembering.asked.clear()


def page(published, lang):
    return ArticlePage.objects.filter(
        translation_key=published.page.translation_key, locale__language_code=lang
    ).first()


def states(published):
    return dict(Job.objects.filter(article=published.original).values_list("lang", "state"))


def texts(article):
    return [str(block.value) for block in article.body]


def test_publishing_wants_every_other_reader_language(publish):
    published = publish(RUSSIAN)
    assert states(published) == dict.fromkeys(["en", "uk", "es", "he"], "queued")


def test_an_article_is_published_whole_with_its_markup_and_how_it_was_made(publish, work):
    published = publish(RUSSIAN)
    work()
    translated = page(published, "uk")
    assert translated.live
    assert (translated.made_by, translated.engine) == ("machine", "upper")
    assert translated.title == "[uk] МОСТ ОТКРЫТ"
    assert len(translated.body) == 3
    assert '<a href="https://example.org/letter">' in texts(translated)[1]
    assert translated.get_parent().slug == "city"
    assert translated.get_parent().locale.language_code == "uk"


def test_the_next_engine_of_the_route_steps_in(publish, work):
    published = publish(RUSSIAN)
    work()
    assert page(published, "en").engine == "upper"
    assert states(published)["en"] == "published"


def test_a_pair_without_an_engine_waits_and_says_what_to_configure(publish, work):
    published = publish(RUSSIAN)
    work()
    job = Job.objects.get(article=published.page, lang="es")
    assert job.state == "waiting"
    assert "[[routes]]" in job.error
    assert page(published, "es") is None


def test_engines_that_are_down_are_asked_again_later_and_named(publish, work):
    published = publish(RUSSIAN)
    work()
    job = Job.objects.get(article=published.page, lang="he")
    assert job.state == "queued"
    assert job.attempts == 1
    assert job.not_before - job.changed_at >= timedelta(seconds=RETRY_SECONDS[0])
    assert "down" in job.error
    assert "ru → he" in job.error or "ru→he" in job.error


def test_a_faithful_translation_passes_the_gate(publish, work):
    published = publish(ENGLISH)
    work()
    translated = page(published, "es")
    assert states(published)["es"] == "published", Job.objects.get(article=published.page, lang="es").error
    assert translated.slug == "el-puente-esta-abierto"
    assert "1.250 dólares" in texts(translated)[1]


def test_an_echo_is_held_as_a_draft_that_no_reader_sees(publish, work, client):
    published = publish(
        ENGLISH.replace("It cost $1,250.", "Nobody at the office would say why the works took so long.")
    )
    work()
    job = Job.objects.get(article=published.page, lang="es")
    assert job.state == "held"
    assert {finding["code"] for finding in job.findings} >= {"untranslated"}
    assert not page(published, "es").live


def test_a_pair_under_review_is_held_until_a_person_has_seen_it(publish, work):
    published = publish(ENGLISH)
    work()
    assert states(published)["ru"] == "held"
    assert "reviewed" in Job.objects.get(article=published.page, lang="ru").error


def test_a_broken_source_is_held_in_every_language_before_any_engine_is_called(publish, work):
    published = publish(RUSSIAN.replace("прислала письмо", "наш РєР°РЅР°Р»"))
    work()
    assert set(states(published).values()) == {"held"}
    assert Remembering.asked == []


def test_only_what_changed_is_translated_again(publish, work):
    first = publish(RUSSIAN)
    work()
    Remembering.asked.clear()
    again = publish(RUSSIAN.replace("1250 долларов", "1300 долларов"))
    assert again.page.pk == first.page.pk
    work()
    assert {text for text in Remembering.asked if "РЕМОНТ" in text.upper()} == {"Ремонт стоил 1300 долларов."}
    assert all("понедельник" not in text for text in Remembering.asked)
    assert "1300" in texts(page(first, "uk"))[2]


def test_publishing_the_same_file_twice_changes_nothing(publish, work):
    first = publish(RUSSIAN)
    work()
    revision, jobs = (
        page(first, "uk").live_revision_id,
        list(Job.objects.order_by("pk").values("wanted", "made", "state")),
    )
    again = publish(RUSSIAN)
    assert not again.is_changed
    assert work() == 0
    assert page(first, "uk").live_revision_id == revision
    assert list(Job.objects.order_by("pk").values("wanted", "made", "state")) == jobs


def correct(published, lang, needle, text):
    row = StringTranslation.objects.get(
        locale=Locale.objects.get(language_code=lang), translation_of__data__contains=needle,
        context__object_id=published.page.translation_key,
    )  # fmt: skip
    row.data, row.translation_type, row.tool_name = text, "manual", ""
    row.save()


def test_a_persons_correction_survives_a_change_elsewhere(publish, work):
    published = publish(RUSSIAN)
    work()
    correct(published, "uk", "понедельник", "Міст відкрили в понеділок.")
    publish(RUSSIAN.replace("1250 долларов", "1300 долларов"))
    work()
    translated = page(published, "uk")
    assert "Міст відкрили в понеділок." in texts(translated)[0]
    assert "1300" in texts(translated)[2]


def test_a_correction_whose_source_changed_goes_to_the_desk_and_readers_keep_what_they_had(publish, work):
    published = publish(RUSSIAN)
    work()
    correct(published, "uk", "понедельник", "Міст відкрили в понеділок.")
    before = texts(page(published, "uk"))
    publish(RUSSIAN.replace("в понедельник", "во вторник"))
    work()
    assert states(published)["uk"] == "held"
    assert "a person had corrected" in Job.objects.get(article=published.page, lang="uk").error
    assert texts(page(published, "uk")) == before


def test_human_text_of_another_article_wins_over_a_machine(publish, work):
    first = publish(RUSSIAN)
    work()
    correct(first, "uk", "понедельник", "Міст відкрили в понеділок.")
    second = publish(RUSSIAN.replace("slug: most", "slug: most-2").replace("1250", "1400"), "second.md")
    work()
    assert "Міст відкрили в понеділок." in texts(page(second, "uk"))[0]


def test_a_job_whose_lease_was_lost_publishes_nothing(publish):
    published = publish(RUSSIAN)
    job = leases.claim()
    Job.objects.filter(pk=job.pk).update(lease="another")
    from lingotype.translation import jobs

    jobs.work(job)
    assert page(published, job.lang) is None
    assert Job.objects.get(pk=job.pk).lease == "another"


def test_a_change_of_the_source_in_mid_translation_throws_the_old_one_away(publish, work):
    published = publish(RUSSIAN)
    job = leases.claim()
    publish(RUSSIAN.replace("1250 долларов", "1300 долларов"))
    from lingotype.translation import jobs

    jobs.work(job)
    assert page(published, job.lang) is None
    work()
    assert states(published)[job.lang] == "published"
    assert "1300" in texts(page(published, job.lang))[2]


def test_the_editor_of_wagtail_localize_has_every_string(publish, work):
    published = publish(RUSSIAN)
    work()
    from wagtail_localize.models import Translation

    translation = Translation.objects.get(
        source__object_id=published.page.translation_key, target_locale__language_code="uk"
    )
    assert translation.get_progress() == (5, 5)
    assert translation.enabled
    assert all(segment.context.get_field_path(published.page) for segment in translation.source.stringsegment_set.all())


def test_a_job_that_ends_its_workers_fails_instead_of_going_round(publish, work):
    published = publish(RUSSIAN)
    Job.objects.filter(lang="uk").update(state="translating", attempts=12, lease_until="2026-01-01T00:00:00Z")
    work()
    assert states(published)["uk"] == "failed"
    assert "workers ended" in Job.objects.get(article=published.page, lang="uk").error


def test_a_title_that_became_too_long_is_held_with_all_of_it_for_the_desk(publish, work):
    title = "Мост открыт после долгого ремонта, " * 7
    published = publish(RUSSIAN.replace("Мост открыт", f"{title}и вот что."))
    work()
    job = Job.objects.get(article=published.page, lang="uk")
    assert (job.state, len(published.page.title) > 245) == ("held", True)
    assert "title" in job.error
    row = StringTranslation.objects.get(context__path="title", locale__language_code="uk")
    assert len(row.data) > 255


def test_a_link_that_a_person_changed_for_one_language_stays_changed(publish, work):
    published = publish(RUSSIAN)
    work()
    from wagtail_localize.models import SegmentOverride, TranslationContext

    context = TranslationContext.objects.get(object_id=published.page.translation_key, path__endswith="letter'")
    SegmentOverride.objects.create(
        locale=Locale.objects.get(language_code="uk"), context=context, data_json='"https://example.org/lyst"'
    )
    publish(RUSSIAN.replace("1250 долларов", "1300 долларов"))
    work()
    assert "https://example.org/lyst" in texts(page(published, "uk"))[1]
    assert "https://example.org/letter" in texts(page(published, "en"))[1]


def test_a_translation_by_people_is_stale_only_when_the_texts_have_changed(publish, work):
    published = publish(RUSSIAN)
    by_people = """
        ---
        title: Міст відкрито
        lang: uk
        translation_of: {lang: ru, slug: most}
        translator: Марія Левченко
        ---
        Міст відкрили в понеділок.
    """
    publish(by_people, "uk.md")
    article = ArticlePage.objects.get(pk=published.page.pk)
    article.save_revision(clean=False).publish()
    assert states(published)["uk"] == "published"
    publish(RUSSIAN.replace("понедельник", "вторник"))
    work()
    assert states(published)["uk"] == "stale"
    assert page(published, "uk").title == "Міст відкрито"


QUOTED = RUSSIAN.replace(
    "section: city", 'section: city\n    sources: [{id: p, publication: P, url: "https://p.example/", lang: en}]'
)


def quoted(original):
    return QUOTED.replace(
        "Мост открыли", f'Он назвал это [«осью»]{{.quote source=p speaker="X" original="{original}"}}'
    )


def test_a_mended_original_is_given_in_its_new_words_though_memory_knows_the_sentence(publish, work, client):
    published = publish(quoted("an axis of terror"))
    work()
    publish(quoted("an axis of evil"))
    work()
    html = client.get(page(published, "en").url).content.decode()
    assert "“an axis of evil”</q>" in html
    assert "axis of terror" not in html


def test_words_of_an_engine_are_never_labelled_verbatim(publish, work, client):
    published = publish(QUOTED.replace("Мост открыли", '[«осью»]{.quote source=p speaker="X"}'))
    work()
    english = page(published, "en")
    link = '<p>An <a linktype="quotation" source="p" original="an axis" lang="en">“pivot”</a></p>'
    english.body = english._meta.get_field("body").to_python([{"type": "paragraph", "value": link}])
    english.save_revision(clean=False).publish()
    assert "data-verbatim" not in client.get(english.url).content.decode()


def test_an_engines_empty_answer_is_a_missing_segment_under_every_gate(publish, work):
    published = publish(RUSSIAN.replace("Мост открыли в понедельник.", "Пустота в ответе."))
    work()
    job = Job.objects.get(article=published.page, lang="uk")
    assert (job.state, "no translation" in job.error) == ("held", True)


def test_a_mended_engine_makes_again_what_was_held(publish, work):
    sentence = "Nobody at the office would say why the works took so long."
    published = publish(ENGLISH.replace("It cost $1,250.", sentence))
    work()
    assert states(published)["es"] == "held"
    from tests.engines import Phrases

    Phrases.PHRASES[sentence] = "Nadie en la oficina quiso decir por qué las obras duraron tanto."
    publish(ENGLISH.replace("It cost $1,250.", sentence).replace("The mayor was there.", "The mayor was not there."))
    work()
    del Phrases.PHRASES[sentence]
    assert states(published)["es"] == "published", Job.objects.get(article=published.page, lang="es").error
    assert page(published, "es").slug == "el-puente-esta-abierto"


def test_readers_do_not_find_what_is_only_drafted(publish, work, client):
    published = publish(RUSSIAN)
    article = ArticlePage.objects.get(pk=published.page.pk)
    article.title = "Черновик незавершенный"
    article.save_revision()
    assert "Мост открыт" not in client.get("/ru/search/", {"q": "незавершенный"}).content.decode()
