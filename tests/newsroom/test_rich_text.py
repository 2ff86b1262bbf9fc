"""Quotations on the page: verbatim is what the words are, not what an attribute says."""

import pytest

from lingotype.newsroom.rich_text import is_verbatim, reader_html

SOURCES = {"nyp": "https://nyp.example/?a=1&b=2"}


def link(words, original, lang="en"):
    return f'<p>He said <a linktype="quotation" source="nyp" original="{original}" lang="{lang}">{words}</a>.</p>'


@pytest.mark.parametrize(
    ("words", "original", "lang", "is_it"),
    [
        ("“axis of terror”", "axis of terror", "en", True),
        ("axis of terror", "axis of terror", "en", True),
        ("“<b>axis</b> of terror”", "axis of terror", "en", True),
        ("“a &quot;b&quot; &amp; c”", "a &quot;b&quot; &amp; c", "en", True),
        ("“pivot of terror”", "axis of terror", "en", False),
        ("“axis of terror”", "axis of terror", "ru", False),
        ("“axis of terror”", "", "en", False),
    ],
)
def test_a_quotation_is_verbatim_when_its_words_are(db, words, original, lang, is_it):
    html = reader_html(link(words, original, lang), "en", SOURCES)
    assert ('data-verbatim="" lang="en"' in html) is is_it
    assert 'cite="https://nyp.example/?a=1&amp;b=2"' in html
    assert html.count("<q") == html.count("</q>") == 1


def test_other_links_stay_links(db):
    html = reader_html('<p><a href="https://example.org/">a</a> ' + link("“b”", "b"), "en", SOURCES)
    assert '<a href="https://example.org/">a</a>' in html
    assert html.count("</a>") == 1


SAID = '<a linktype="quotation" source="nyp" original="{0}" lang="en">{1}</a>'
FIRST, SECOND = SAID.format("We began.", "“We began."), SAID.format("We end.", "We end.”")


@pytest.mark.parametrize(
    ("html", "lang", "is_it"),
    [
        (f"<p>{FIRST}</p><p>{SECOND}</p>", "en", True),
        (f'<p data-block-key="a1">“{SAID.format("Yes", "Yes")}”</p>', "en", True),
        (f"<p>{FIRST}</p><p>{SECOND}</p>", "uk", False),
        (f"<p>{FIRST}</p><p>He went away.</p>", "en", False),
        (f"<p>{FIRST}</p><p>{SAID.format('We end.', 'We ended.”')}</p>", "en", False),
        (f"<p>{FIRST}, he said, {SECOND}</p>", "en", False),
        (f"<p>{FIRST}</p><p></p>", "en", True),
        ("<p></p>", "en", False),
        ("", "en", False),
    ],
)
def test_a_block_is_verbatim_when_each_of_its_paragraphs_is_one_quotation(html, lang, is_it):
    assert is_verbatim(html, lang) is is_it
