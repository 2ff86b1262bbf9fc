"""A held update: what waits is reviewed, what readers see stays, and the screen says what differs."""

import pytest

from lingotype.newsroom.models import ArticlePage
from tests.desk.conftest import version
from tests.desk.review.conftest import approve_all, publish_it, shown, waiting

FIRST = "---\ntitle: The bridge is open\nlang: en\nslug: bridge\n---\nThe mayor was there.\n\nIt cost $1,250.\n"


@pytest.fixture
def updated(desk, publish, work):
    """Reviewed and public once; its original has changed since, and the new version is held."""
    article = publish(FIRST).page
    work()
    page = version(article, "ru")
    approve_all(desk, page)
    publish_it(desk, page)
    publish(FIRST.replace("was there", "was not there"))
    work()
    return ArticlePage.objects.get(pk=page.pk)


def words(changes):
    return [(one.before, one.after) for one in changes if not one.is_same]


def test_what_waits_is_reviewed_and_what_readers_see_stays(updated):
    assert updated.live
    assert "THE MAYOR WAS THERE" in str(list(updated.body.raw_data))
    assert "WAS NOT THERE" in shown(updated, "The mayor").paragraph.text


def test_the_differences_are_told_word_by_word(updated):
    changed, same = shown(updated, "The mayor").difference, shown(updated, "It cost").difference
    assert words(changed.translation) == [("", "NOT ")]
    assert words(changed.source) == [("", "not ")]
    assert (same.translation, same.source, same.is_new) == (None, None, False)


def test_only_what_changed_waits_for_approval(updated):
    approved = [one.segment.html for one in waiting(updated).paragraphs if shown(updated, one.segment.html).approval]
    assert approved == ["The bridge is open", "It cost $1,250."]


def test_a_translation_that_nobody_has_seen_differs_from_nothing(publish, work):
    article = publish(FIRST).page
    work()
    page = version(article, "ru")
    assert not page.live
    assert shown(page, "The mayor").difference.translation is None


def test_a_paragraph_that_came_is_new(desk, updated, publish, work):
    publish(FIRST + "\nA new paragraph.\n")
    work()
    assert shown(updated, "A new").difference.is_new
