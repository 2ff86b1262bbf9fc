"""Workers read what the desk has wished for; one that is killed loses nothing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from lingotype.importing.models import SourceText, TextState
from lingotype.importing.originals import leases
from lingotype.importing.originals.reading import RETRY_SECONDS, read_one_source
from lingotype.importing.originals.wishes import sources_of, want_page
from lingotype.importing.source_page.fetching import Rules
from tests.importing.originals.conftest import SOURCE, row
from tests.importing.source_page.conftest import rules, site  # noqa: F401 - a server of the test's own


def wish_for(article, url):
    source = sources_of(article)[0]
    return want_page(article, type(source)(source.id, source.publication, url, source.lang))


def make_due(article):
    SourceText.objects.filter(article=article).update(not_before=timezone.now())


def test_nothing_is_done_where_nothing_is_wanted(article):
    assert read_one_source() is False


def test_a_page_is_fetched_and_its_article_kept(article, site, rules):  # noqa: F811 - the fixtures imported above
    paragraphs = "".join(f"<p>{line}</p>" for line in SOURCE.splitlines())
    wish_for(article, site.page("/bridge", f"<html><body><article>{paragraphs}</article>".encode()))
    assert read_one_source(rules) is True
    read = row(article)
    assert (read.state, read.error, read.attempts, read.lease) == (TextState.READY, "", 0, "")
    assert "“The bridge has cost 14 million dollars,” said Mayor Ada Quinn." in read.text
    assert read.read_at is not None
    assert read_one_source(rules) is False


@pytest.mark.parametrize(
    ("name", "text"), [("a.txt", SOURCE), ("a.md", SOURCE), ("a.html", f"<article><p>{SOURCE}</p>")]
)
def test_a_text_that_was_given_is_read_without_the_web(article, given, name, text):
    given(text, name)
    assert read_one_source(Rules(resolve=None)) is True
    assert "Children will be able to walk to school." in row(article).text
    assert bytes(row(article).given) == b""


def test_what_cannot_be_decoded_says_what_to_do(article):
    from lingotype.importing.originals.wishes import want_given

    want_given(article, sources_of(article)[0], "Мост".encode("cp1251"), "a.txt")
    read_one_source()
    assert (row(article).state, row(article).error) == (
        TextState.FAILED,
        "The text is in an unknown encoding: save it as UTF-8, or paste it.",
    )


def test_a_site_that_is_down_is_asked_again_and_then_no_more(article, site, rules):  # noqa: F811 - the fixtures imported above
    wish_for(article, site.page("/bridge", b"", status=503))
    for attempt in range(len(RETRY_SECONDS)):
        assert read_one_source(rules) is True
        assert (row(article).state, row(article).attempts) == (TextState.WANTED, attempt + 1)
        assert row(article).not_before > timezone.now()
        assert read_one_source(rules) is False
        make_due(article)
    read_one_source(rules)
    assert row(article).state == TextState.FAILED
    assert "status 503" in row(article).error


def test_a_refusal_is_final(article, site, rules):  # noqa: F811 - the fixtures imported above
    wish_for(article, site.page("/bridge", b"", status=403))
    read_one_source(rules)
    assert (row(article).state, len(site.asked)) == (TextState.FAILED, 1)


def test_a_wish_that_comes_while_it_is_read_is_not_lost(article):
    def resolve(*_):
        SourceText.objects.filter(article=article).update(wanted=9, state=TextState.WANTED)
        raise OSError

    wish_for(article, "http://news.example/")
    read_one_source(Rules(resolve=resolve))
    assert (row(article).state, row(article).error) == (TextState.WANTED, "")


def test_a_worker_that_died_is_followed_by_another_when_its_lease_is_over(article, given):
    given()
    taken = leases.claim(SourceText.objects.filter(state=TextState.WANTED), state=TextState.READING)
    assert read_one_source() is False
    SourceText.objects.filter(pk=taken.pk).update(lease_until=timezone.now() - timedelta(seconds=1))
    assert read_one_source() is True
    assert row(article).state == TextState.READY
    assert leases.give_back(taken, state=TextState.FAILED) is False


def test_a_text_that_ends_every_worker_is_given_up(article, given):
    given()
    SourceText.objects.update(
        state=TextState.READING, attempts=leases.MAX_ATTEMPTS, lease="dead", lease_until=timezone.now() - timedelta(1)
    )
    assert read_one_source() is True
    assert row(article).state == TextState.FAILED
    assert "paste" in row(article).error
