"""What people translated gets its correction from a person, in its own words, and is as current as before."""

from datetime import date

import pytest

from lingotype.desk.corrections.standing import standings
from lingotype.newsroom.models import ArticlePage
from lingotype.translation.models import State
from tests.desk.conftest import RUSSIAN, job
from tests.desk.corrections.conftest import TEXT, address, texts

BY_PEOPLE = """
    ---
    title: Міст відкрито
    lang: uk
    translation_of: {lang: ru, slug: most}
    translator: Марія Левченко
    ---
    Міст відкрили в понеділок.
"""
THEIRS = "Міст має 300 метрів, а не 400."


@pytest.fixture
def by_people(publish, article, work):
    page = publish(BY_PEOPLE, "uk.md").page
    work()
    return page


def ukrainian(article):
    (newest, *_) = standings(ArticlePage.objects.get(pk=article.pk))
    return next(one for one in newest.languages if one.code == "uk")


def test_the_desk_says_that_a_person_has_to_write_it_and_where(article, by_people, write, desk):
    html = write(article).content.decode()
    assert ukrainian(article).is_for_people
    assert f'href="{address(by_people)}"' in html
    theirs = desk.get(address(by_people)).content.decode()
    assert TEXT in theirs
    assert texts(by_people) == []


def test_written_there_it_is_the_same_correction_and_the_page_is_stale_no_more(article, by_people, write):
    write(article, day="2026-11-20")
    assert job(article, "uk").state == State.STALE
    write(by_people, THEIRS, "2026-11-20")
    assert texts(by_people) == [THEIRS]
    one = ukrainian(article)
    assert (one.is_there, one.is_for_people) == (True, False)
    assert job(article, "uk").state == State.PUBLISHED
    page = ArticlePage.objects.get(pk=by_people.pk)
    assert (page.made_by, page.reviewed_by, page.corrected_on) == ("people", "", date(2026, 11, 20))


def test_a_page_that_lacks_more_than_a_correction_stays_stale(article, by_people, write, publish):
    publish(RUSSIAN.replace("в понедельник", "во вторник"))
    assert job(article, "uk").state == State.STALE
    write(article)
    write(by_people, THEIRS)
    assert texts(by_people) == [THEIRS]
    assert job(article, "uk").state == State.STALE


def test_of_two_corrections_both_have_to_be_written(article, by_people, write):
    write(article)
    write(article, "Второе.")
    write(by_people, THEIRS)
    assert job(article, "uk").state == State.STALE
    write(by_people, "Друге.")
    assert texts(by_people) == [THEIRS, "Друге."]
    assert job(article, "uk").state == State.PUBLISHED
