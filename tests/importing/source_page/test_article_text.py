"""The article is taken out of its page by a child process that cannot outlast its limits."""

import time
from contextlib import suppress

import pytest

from lingotype.importing.source_page.article_text import MOST_CHARACTERS, SECONDS, text_of_html, text_of_plain
from lingotype.importing.source_page.errors import SourcePageError

ONE = "“We are not done with the bridge yet,” said Mayor Ada Quinn on Monday, before a crowd in the old harbor."
TWO = "The mayor promised that the second lane would be open in May, and that the old quay would follow in June."
PAGE = f"""<html><head><title>Bridge</title><script>steal()</script></head><body><nav>Home News Sports</nav><article>
<h1>The bridge is open</h1><p>{ONE}</p><p onclick="x()">{TWO}</p></article>
<footer>Imprint, cookies</footer></body></html>"""


def test_the_article_comes_out_as_plain_paragraphs():
    text = text_of_html(PAGE).text.splitlines()
    assert text[-2:] == [ONE, TWO]
    assert "steal" not in " ".join(text)
    assert "Imprint" not in " ".join(text)


@pytest.mark.parametrize("html", ["", "<p>Accept cookies</p>", "\0" * 1000], ids=["empty", "cookies", "nuls"])
def test_a_page_without_an_article_is_refused(html):
    with pytest.raises(SourcePageError):
        text_of_html(html)


@pytest.mark.parametrize(
    "html",
    ["<div>" * 100_000 + "x", "<table>" + "<tr><td>x<table>" * 20_000, "<p" * 100_000],
    ids=["deep", "tables", "open"],
)
def test_a_page_that_is_made_to_hurt_takes_no_longer_than_it_may(html):
    began = time.monotonic()
    with suppress(SourcePageError):
        assert len(text_of_html(html).text) <= MOST_CHARACTERS
    assert time.monotonic() - began < 2 * SECONDS + 5


def test_a_child_that_takes_too_long_is_ended():
    with pytest.raises(SourcePageError, match=r"tangled|too long"):
        text_of_html("".join(f"<p>{number} {ONE}</p>" for number in range(40_000)), seconds=1)


def test_plain_text_loses_what_is_no_text():
    assert text_of_plain(f"  {ONE}\u202e\x07 \r\n\r\n\u00a0{TWO}\u200b").text == f"{ONE}\n{TWO}"
    assert "می\u200cخواهم" in text_of_plain("می\u200cخواهم " * 10).text


@pytest.mark.parametrize(
    ("text", "words"), [("", "no text"), ("...", "no text"), ("слово " * MOST_CHARACTERS, "longer")]
)
def test_a_text_that_is_too_short_or_too_long_is_refused(text, words):
    with pytest.raises(SourcePageError, match=words):
        text_of_plain(text)
