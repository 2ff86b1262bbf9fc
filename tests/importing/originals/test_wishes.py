"""What the desk writes down."""

import pytest

from lingotype.importing.models import SourceText, TextState
from lingotype.importing.originals.reading import read_one_source
from lingotype.importing.originals.wishes import (
    MOST_BYTES,
    ArticleSource,
    RefusedTextError,
    forget,
    sources_of,
    want_given,
    want_page,
)  # fmt: skip
from tests.importing.originals.conftest import row


def test_the_sources_are_those_of_the_article(article):
    [source] = sources_of(article)
    assert (source.id, source.publication, source.lang) == ("post", "Harbor Post", "en")
    assert source.url == "https://post.example/bridge"


def test_a_wish_is_one_row_and_a_second_one_begins_anew(article, given):
    given()
    read_one_source()
    want_page(article, sources_of(article)[0])
    again = row(article)
    assert (again.state, again.wanted, again.attempts, again.kind) == (TextState.WANTED, 2, 0, "")
    assert again.text  # until the new one is there


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b" \n", "a.txt", "empty"),
        (b"x" * (MOST_BYTES + 1), "a.txt", "large"),
        (b"x", "a.pdf", "kind"),
        (b"x", "a", "kind"),
        (b"x", "a.txt.exe", "kind"),
    ],
)
def test_what_cannot_be_read_is_refused_at_once(article, data, name, reason):
    with pytest.raises(RefusedTextError, match=reason):
        want_given(article, sources_of(article)[0], data, name)
    assert not SourceText.objects.exists()


@pytest.mark.parametrize(
    ("url", "can"),
    [
        ("https://post.example/", True),
        ("http://post.example/" + "a" * 1980, True),
        ("http://post.example/" + "a" * 1981, False),
        ("ftp://post.example/", False),
        ("", False),
    ],
)
def test_only_an_address_of_a_page_that_the_table_has_room_for_can_be_fetched(url, can):
    assert ArticleSource("post", "Harbor Post", url, "en").can_be_fetched is can


def test_a_text_can_be_thrown_away(article, given):
    given()
    forget(article, "post")
    assert not SourceText.objects.exists()


def test_a_text_goes_with_its_article(article, given):
    given()
    article.delete()
    assert not SourceText.objects.exists()
