"""An engine that dies in the middle of its answer loses nothing and publishes nothing half.

In a first translation and in an update: readers see the old page or none, and the job ends right when it is tried
again. The engines are the real ones, at a pipeline that kills itself and at a server that hangs up.
"""

import shutil
from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from lingotype.newsroom.models import ArticlePage
from lingotype.translation import installed
from lingotype.translation.models import Job
from lingotype.translation.routes import Policy, Route, RouteTable
from tests.translation.engines.libretranslate_server import LibreTranslateServer
from tests.translation.engines.service import Reply, running

ARTICLE = "---\ntitle: The bridge is open\nlang: en\nslug: bridge\n---\n{}\n"
FIRST, SECOND = "The mayor was there.\n\nIt rained.", "The mayor was there.\n\nThe sun was out, and all were glad."
DIES = "(head -c 30; kill -9 $BASHPID)"


class Dying:
    """An engine that can be made to die and to live again; how a finished text looks in Spanish."""

    def __init__(self, table, die, live):
        self.table, self.die, self.live = table, die, live


@pytest.fixture
def apertium(tmp_path):
    """Apertium's engine; its pipeline writes the start of an answer and kills itself."""
    mode = tmp_path / "eng-spa.mode"
    table = {"type": "apertium", "modes": str(tmp_path)}
    return Dying(table, lambda: mode.write_text(DIES + "\n"), lambda: mode.write_text("sed s/x/x/\n"))


@pytest.fixture
def libretranslate():
    """LibreTranslate's engine; its server hangs up in mid-answer."""
    with running(LibreTranslateServer()) as server:
        cut = Reply(body=b'{"translatedText": ["THE BRIDGE IS OPEN", "THE MA', cut_at=30)
        yield Dying(
            {"type": "tests.engines.Hasty", "url": server.url},
            lambda: server.replies.extend([cut] * 4), server.replies.clear,
        )  # fmt: skip


@pytest.fixture(params=["apertium", "libretranslate"])
def dying(request, settings):
    if request.param == "apertium" and not shutil.which("bash"):
        pytest.skip("bash is not installed")
    engine = request.getfixturevalue(request.param)
    table = RouteTable([Route("en", ("es",), ("dying",), Policy.ALWAYS)])
    engines = {**settings.LINGOTYPE.engines, "dying": engine.table}
    settings.LINGOTYPE = replace(settings.LINGOTYPE, engines=engines, routes=table)
    installed.engine.cache_clear()
    yield engine
    installed.engine.cache_clear()


def spanish(page):
    return ArticlePage.objects.filter(translation_key=page.translation_key, locale__language_code="es").first()


def job(page):
    return Job.objects.get(article=page, lang="es")


def later(work):
    """When the pause is over."""
    Job.objects.update(not_before=timezone.now() - timedelta(seconds=1))
    work()


def words(page):
    return [block["value"] for block in page.body.raw_data]


def test_in_a_first_translation_readers_see_none_and_then_all_of_it(dying, publish, work):
    dying.die()
    page = publish(ARTICLE.format(FIRST)).page
    work()
    assert spanish(page) is None
    assert (job(page).state, job(page).lease) == ("queued", ""), job(page).error
    dying.live()
    later(work)
    assert (job(page).state, job(page).error) == ("published", "")
    assert spanish(page).live
    assert len(words(spanish(page))) == 2


def test_in_an_update_readers_see_the_old_page_and_then_all_of_the_new_one(dying, publish, work):
    dying.live()
    page = publish(ARTICLE.format(FIRST)).page
    work()
    before = spanish(page)
    dying.die()
    page = publish(ARTICLE.format(SECOND)).page
    work()
    now = spanish(page)
    assert (words(now), now.title, now.live_revision_id) == (words(before), before.title, before.live_revision_id)
    assert job(page).state == "queued"
    dying.live()
    later(work)
    after = spanish(page)
    assert job(page).state == "published"
    assert (words(after)[0], after.live) == (words(before)[0], True)
    assert "sun" in words(after)[1].lower()
