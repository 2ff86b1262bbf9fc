"""Writing an original on a quotation changes nothing else."""

import pytest

from lingotype.newsroom.rich_text import reader_html
from lingotype.translation.originals.article import quotations_of
from lingotype.translation.originals.marking import CannotMarkError, with_attributes, without_mark

HOSTILE = 'He said "no" & <b>left</b> — it\'s\nover'


def body(html):
    return [{"type": "heading", "value": {"text": "x"}}, {"type": "paragraph", "id": "one", "value": html}]


def key(html, number=0):
    return quotations_of(body(html), "ru")[number].key


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ("<p>Он: «да».</p>", "<p>Он: {}«да»</a>.</p>"),
        ("<p>Он: «<b>да</b> &amp; нет».</p>", "<p>Он: {}«<b>да</b> &amp; нет»</a>.</p>"),
        ("<p><b>Он: «да»</b>.</p>", "<p><b>Он: {}«да»</a></b>.</p>"),
        ('<p>Он: <a linktype="quotation" lang="fr">«да»</a>.</p>', "<p>Он: {}«да»</a>.</p>"),
    ],
)
def test_the_mark_goes_around_the_words(html, marked):
    written = with_attributes(body(html), "ru", key(html), {"original": "yes", "lang": "en"})
    assert written[1]["value"] == marked.format('<a linktype="quotation" original="yes" lang="en">')
    assert written[0] == body(html)[0]


def test_the_words_come_back_to_the_character():
    html = "<p>Он: «да».</p>"
    written = with_attributes(body(html), "ru", key(html), {"original": HOSTILE, "lang": "en"})
    [one] = quotations_of(written, "ru")
    assert one.original == HOSTILE
    assert "<b>left" not in written[1]["value"]
    assert "<b>left" not in reader_html(written[1]["value"], "en", {})


def test_unmarking_gives_the_words_back():
    html = "<p>Он: «<b>да</b>».</p>"
    written = with_attributes(body(html), "ru", key(html), {"original": "yes", "lang": "en"})
    assert without_mark(written, "ru", key(html)) == body(html)


@pytest.mark.parametrize("html", ["<p>Он: «нет».</p>", "<p></p>", '<p>Он: «<a href="x">да</a>».</p>'])
def test_what_is_not_there_or_not_to_be_marked_is_refused(html):
    gone = key("<p>Он: «да».</p>")
    with pytest.raises(CannotMarkError):
        with_attributes(body(html), "ru", gone, {"original": "yes"})
    with pytest.raises(CannotMarkError):
        without_mark(body(html), "ru", gone)


def test_a_quotation_block_keeps_its_other_parts():
    block = [{"type": "quotation", "id": "q", "value": {"text": "<p>Да.</p>", "source": "post", "speaker": "Ada"}}]
    [one] = quotations_of(block, "ru")
    [written] = with_attributes(block, "ru", one.key, {"original": "Yes.", "lang": "en"})
    assert written["value"] == {
        "text": '<p><a linktype="quotation" original="Yes." lang="en">Да.</a></p>', "source": "post", "speaker": "Ada",
    }  # fmt: skip
    assert block[0]["value"]["text"] == "<p>Да.</p>"
