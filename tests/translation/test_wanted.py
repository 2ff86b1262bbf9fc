"""What is asked for again when the newsroom's settings have changed."""

from dataclasses import replace

import pytest

from lingotype.newsroom.models import ArticlePage
from lingotype.translation.models import Job
from lingotype.translation.review import take_off
from lingotype.translation.routes import Policy, Route, RouteTable
from lingotype.translation.wanted import ask_again, ask_again_by_settings

ECHOED = """
    ---
    title: The bridge is open
    lang: en
    slug: bridge
    ---
    Nobody at the office would say why the works took so long.
"""


@pytest.fixture
def held(publish, work):
    """The job of an article whose engine gave back what it got."""
    article = publish(ECHOED).page
    work()
    job = Job.objects.get(article=article, lang="es")
    assert job.state == "held"
    return job


@pytest.fixture
def open_gate(settings):
    """Let everything of this pair out, as one edit of the settings file does."""

    def change() -> None:
        routes = RouteTable([Route("en", ("es",), ("phrases",), Policy.ALWAYS)])
        settings.LINGOTYPE = replace(settings.LINGOTYPE, routes=routes)

    return change


def test_what_was_held_stays_held_while_the_settings_stay(held, work):
    ask_again_by_settings()
    held.refresh_from_db()
    assert held.state == "held"


def test_what_another_gate_held_is_judged_again_at_the_next_start(held, open_gate, work):
    open_gate()
    assert ask_again_by_settings() >= 1
    work()
    held.refresh_from_db()
    assert held.state == "published"


def test_publishing_again_asks_again_for_what_another_gate_held(held, open_gate, work):
    open_gate()
    assert ask_again(held.article) >= 1
    work()
    held.refresh_from_db()
    assert held.state == "published"


def test_a_language_that_the_settings_no_longer_name_waits_for_its_return(publish, work):
    article = publish(ECHOED).page
    Job.objects.filter(article=article, lang="es").update(lang="kk")
    work()
    job = Job.objects.get(article=article, lang="kk")
    assert (job.state, "no language of lingotype.toml" in job.error) == ("waiting", True)


def test_what_a_person_took_off_stays_off_whatever_the_settings(publish, work, open_gate):
    article = publish(
        ECHOED.replace("Nobody at the office would say why the works took so long.", "The mayor was there.")
    ).page
    work()
    spanish = ArticlePage.objects.get(translation_key=article.translation_key, locale__language_code="es")
    take_off(spanish)
    open_gate()
    ask_again_by_settings()
    assert Job.objects.get(article=article, lang="es").state == "held"
