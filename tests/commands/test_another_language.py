"""Another language of the readers is one edit of the settings: whichever command comes next, articles get it."""

import pytest

from tests.commands.articles import BY_PEOPLE, ENGLISH, RUSSIAN
from tests.newsrooms import SETTINGS, Newsroom

READERS = 'readers = ["en", "ru", "uk", "es", "be"]'
COMMANDS = {
    "az": ("status",),
    "he": ("doctor",),
    "de": ("export", "copy"),
    "pl": ("translate", "--from", "en", "--to", "ru"),
    "fr": ("withdraw", "en/nothing-of-that-name"),
}
"""The command that is the first to see each language."""
JOBS = """
    SELECT page.slug, job.lang, job.state FROM translation_job AS job
    JOIN wagtailcore_page AS page ON page.id = job.article_id WHERE job.lang NOT IN ('en', 'ru', 'uk', 'es', 'be')
"""
PAGES = """
    SELECT page.slug FROM wagtailcore_page AS page JOIN newsroom_articlepage ON page_ptr_id = page.id
    JOIN wagtailcore_locale AS locale ON locale.id = page.locale_id WHERE page.live AND locale.language_code = ?
"""


@pytest.fixture
def with_articles(paper: Newsroom) -> Newsroom:
    """Two originals and a translation by people, published while readers had five languages."""
    files = [paper.write("a.md", ENGLISH), paper.write("b.md", RUSSIAN), paper.write("c.md", BY_PEOPLE)]
    done = paper.run("publish", *files)
    assert done.status == 0, done.err
    return paper


def read_in(paper: Newsroom, *codes: str) -> None:
    """Edit the settings: readers have these languages, too, and an engine knows every one of them."""
    readers = READERS.replace("]", "".join(f', "{code}"' for code in codes) + "]")
    settings = SETTINGS.replace(READERS, readers).replace('to = ["ru", "uk", "es"]', 'to = ["*"]')
    assert readers in settings
    paper.write("lingotype.toml", settings)


def test_every_command_queues_the_originals_in_it(with_articles: Newsroom) -> None:
    assert with_articles.rows(JOBS) == []
    codes: list[str] = []
    for code, words in COMMANDS.items():
        codes.append(code)
        read_in(with_articles, *codes)
        said = with_articles.run(*words)
        assert "Traceback" not in said.err, words
        wanted = [(slug, lang, "queued") for lang in codes for slug in ("ferry", "parom")]
        assert sorted(with_articles.rows(JOBS)) == sorted(wanted), words
    with_articles.run("status")
    assert len(with_articles.rows(JOBS)) == 2 * len(codes)


def test_readers_get_them_in_it(with_articles: Newsroom) -> None:
    read_in(with_articles, "az")
    again = with_articles.run("publish", "a.md", "--wait", "--json")
    [row] = again.json
    assert row["languages"]["az"]["state"] == "published", again.err
    assert len(with_articles.rows(PAGES, "az")) == 1
