"""The worker goes on: what fails beside translating is logged and stops nothing."""

import logging
from datetime import timedelta

import pytest
from django.utils import timezone

from lingotype.newsroom.models import ArticlePage
from lingotype.translation.models import Job
from lingotype.translation.worker import Worker
from tests.factories import article


def test_a_chore_that_fails_is_logged_and_the_next_one_is_done(newsroom, caplog):
    done = []

    def broken() -> bool:
        raise ValueError("no such picture")

    worker = Worker((broken, lambda: done.append(1)))
    with caplog.at_level(logging.ERROR):
        assert worker.work_one() is False
    assert done == [1]
    assert "broken failed and will be tried again (ValueError: no such picture)" in caplog.text


def test_what_people_wait_for_is_done_while_translations_wait_and_the_rest_is_not(newsroom):
    article("most").save_revision().publish()
    assert Job.objects.filter(state="queued").count() > 1
    timely, other = [], []
    worker = Worker((lambda: other.append(1),), timely=(lambda: timely.append(1),))
    assert worker.work_one() is True
    assert (timely, other) == ([1], [])


@pytest.fixture
def slug_was_taken(newsroom):
    """An article that is due, and another that has got its slug meanwhile."""
    due = article("most", live=False)
    revision = due.save_revision()
    revision.approved_go_live_at = timezone.now() - timedelta(hours=1)
    revision.save()
    ArticlePage.objects.filter(pk=due.pk).update(slug="was-most")
    article("most")


def test_a_scheduled_article_that_cannot_be_published_leaves_the_rest_at_work(slug_was_taken, caplog):
    worker = Worker()
    worker.chores = (worker.stopping.set,)
    with caplog.at_level(logging.ERROR):
        worker.run()
    assert "publish_scheduled failed" in caplog.text
    assert Job.objects.filter(state="published").exists()
