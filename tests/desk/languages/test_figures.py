"""What is counted of a pair: held, changed by people, and told by readers; added up by the database."""

from datetime import timedelta

import pytest
from wagtail_localize.models import Translation

from lingotype.desk.languages.figures import WEEKS, figures, mondays
from lingotype.desk.languages.plots import plot
from lingotype.desk.models import ReportCount
from lingotype.newsroom.models import ReaderReport
from lingotype.translation.edited import change, monday
from lingotype.translation.models import Job
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.publish_edited import publish_edited
from tests.desk.conftest import RUSSIAN, job, version

RU_UK = LanguagePair("ru", "uk")


def of(pair=RU_UK):
    return figures()[pair].total


@pytest.fixture
def translated(publish, work):
    article = publish(RUSSIAN).page
    work()
    return article


def publish_with(article, text, editor, lang="uk"):
    """A person puts that text in the title's place and publishes."""
    translation = Translation.objects.get(target_locale__language_code=lang)
    rows = translation.source.stringsegment_set.filter(context__path="title")
    string, context = rows.values_list("string", "context").get()
    from wagtail_localize.models import StringTranslation

    StringTranslation.objects.filter(translation_of=string, locale__language_code=lang, context=context).update(
        data=text, translation_type="manual"
    )
    return publish_edited(translation, editor)


def test_what_the_gate_has_judged_is_counted_in_its_week(translated):
    uk = job(translated, "uk")
    assert (uk.judged_week, uk.judged_source, uk.judged_held, uk.judged_change) == (monday(), "ru", False, None)
    assert (of().made, of().held, of().share_held) == (1, 0, 0)
    assert figures()[RU_UK].weeks[-1].made == 1
    assert figures()[RU_UK].engines["upper"].made == 1


def test_what_the_gate_has_held_is_counted(publish, work, settings):
    publish(RUSSIAN.replace("lang: ru", "lang: en"))
    work()
    assert job(version_of_english(), "ru").state == "held"  # the route's gate: reviewed
    assert of(LanguagePair("en", "ru")).share_held == 1


def version_of_english():
    return Job.objects.get(lang="ru").article


def test_what_the_desk_keeps_back_is_not_held_by_the_gate(publish, work):
    article = publish(RUSSIAN).page
    Job.objects.filter(article=article).update(for_desk=True)
    work()
    assert (job(article, "uk").state, of().made, of().held) == ("held", 1, 0)


def test_a_person_who_changes_words_is_counted_with_how_much(translated, editor):
    publish_with(translated, "[uk] МОСТ ЗАКРЫТ", editor)
    found = of()
    assert (found.made, found.edited, found.read, found.share_edited) == (1, 1, 1, 1)
    assert 0 < found.share_changed < 0.1


def test_a_person_who_changes_nothing_is_counted_as_that(translated, editor):
    publish_edited(Translation.objects.get(target_locale__language_code="uk"), editor)
    found = of()
    assert (found.edited, found.read, found.share_edited, found.share_changed) == (0, 1, 0, 0)


def test_a_new_version_by_a_machine_counts_anew(translated, editor, publish, work):
    publish_with(translated, "[uk] МОСТ ЗАКРЫТ", editor)
    publish(RUSSIAN.replace("в понедельник", "во вторник"))
    work()
    assert (of().made, of().read, job(translated, "uk").judged_change) == (1, 0, None)


def test_a_readers_report_is_counted_once_and_for_good(translated):
    page = version(translated, "uk")
    for _ in range(2):
        report = ReaderReport.objects.create(page=page, block="title", seen="x", message="y")
    report.settled_at = None
    report.save()
    ReaderReport.objects.all().delete()
    assert (of().reports, of().reports_a_hundred) == (2, 200)
    assert ReportCount.objects.get().week == monday()


@pytest.mark.parametrize("made_by", ["people", "machine-reviewed", "original"])
def test_a_report_about_peoples_work_is_not_counted(translated, made_by):
    page = version(translated, "uk")
    page.made_by = made_by
    ReaderReport.objects.create(page=page, block="title", seen="x", message="y")
    assert not ReportCount.objects.exists()


def test_older_weeks_are_left_out_and_others_have_their_place(translated):
    Job.objects.filter(lang="uk").update(judged_week=monday() - timedelta(weeks=WEEKS))
    assert RU_UK not in figures()
    Job.objects.filter(lang="uk").update(judged_week=monday() - timedelta(weeks=WEEKS - 1))
    assert [week.made for week in figures()[RU_UK].weeks] == [1] + [0] * (WEEKS - 1)


@pytest.mark.parametrize(
    ("before", "after", "share"),
    [
        ({}, {}, 0),
        ({"a": "same"}, {"a": "same"}, 0),
        ({"a": "abcd"}, {"a": "abcx"}, 0.25),
        ({"a": "abcd"}, {}, 1),
        ({"a": "abcd", "b": "efgh"}, {"a": "abcd", "b": ""}, 0.5),
    ],
)
def test_the_share_that_differs(before, after, share):
    assert change(before, after) == share


def test_a_plot_says_what_it_shows_and_leaves_gaps():
    days = mondays()
    values = [None, 0.1, 0.2, None, 0.4, *[None] * 7]
    made = plot("Held", values, days, lambda value: f"{value:.0%}", 0.1)
    assert made.words.startswith("Held: 10% in the week of ")
    assert made.words.count("in the week of") == len(made.dots) == 3
    assert len(made.lines) == 1  # a single point is a dot
    assert made.dots[-1][1] < made.dots[0][1]
    assert plot("Held", [None] * 12, days, str, 0.1) is None
