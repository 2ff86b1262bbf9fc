"""Quotation marks around words that are given as they were said."""

import pytest

from lingotype.translation.quotations import Said, emptied, filled, in_marks, said_elsewhere, verbatim
from lingotype.translation.segments import Segment


def segment(html, **originals):
    """A Russian segment whose links are quotations, each with its English original."""
    attrs = {
        link: {"linktype": "quotation", "source": "p", "original": words, "lang": "en"}
        for link, words in originals.items()
    }
    return Segment(1, 1, "body.x", 0, html, {**attrs, "z1": {"href": "https://example.org/"}})


def shown(html, lang, **words):
    one = segment(html, **words)
    return filled(one.html, in_marks(one, verbatim(said_elsewhere(one, "ru"), "en"), lang))


@pytest.mark.parametrize(
    ("html", "lang", "expected"),
    [
        ('Ось <a id="a1">«зла»</a>.', "en", 'Ось <a id="a1">“evil”</a>.'),
        ('Ось <a id="a1">«зла»</a>.', "uk", 'Ось <a id="a1">«evil»</a>.'),
        ('Ось <a id="a1">&quot;зла&quot;</a>.', "en", 'Ось <a id="a1">“evil”</a>.'),
        ('Ось <a id="a1">зла</a>.', "en", 'Ось <a id="a1">evil</a>.'),
        ('<a id="a1">«Первый абзац.</a>', "en", '<a id="a1">“evil</a>'),
        ('<a id="a1">Последний абзац.»</a>', "en", '<a id="a1">evil”</a>'),
        ('Ось <a id="a1"><b>«зла»</b></a>.', "en", 'Ось <a id="a1">“evil”</a>.'),
    ],
)
def test_marks_are_those_of_the_reader_where_the_article_has_its_own(html, lang, expected):
    assert shown(html, lang, a1="evil") == expected


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", '<a id="a1">“We”</a>, — сказал он, — <a id="a2">“are not done”</a>.'),
        ("he", '<a id="a1">”We”</a>, — сказал он, — <a id="a2">”are not done”</a>.'),
        ("uk", '<a id="a1">«We</a>, — сказал он, — <a id="a2">are not done»</a>.'),
        ("es", '<a id="a1">«We</a>, — сказал он, — <a id="a2">are not done»</a>.'),
    ],
)
def test_a_quotation_cut_by_he_said_is_closed_where_the_readers_language_closes_it(lang, expected):
    html = '<a id="a1">«Мы</a>, — сказал он, — <a id="a2">не закончили»</a>.'
    assert shown(html, lang, a1="We", a2="are not done") == expected


def test_two_quotations_side_by_side_are_no_cut_one():
    html = '<a id="a1">«Да»</a> и <a id="a2">«нет»</a>'
    assert shown(html, "en", a1="yes", a2="no") == '<a id="a1">“yes”</a> и <a id="a2">“no”</a>'


def test_only_quotations_with_an_original_in_another_language_are_said_elsewhere():
    one = segment('<a id="a1">«зла»</a> <a id="z1">там</a>', a1="evil")
    assert said_elsewhere(one, "ru") == {"a1": Said("evil", "en")}
    assert said_elsewhere(one, "en") == {}


def test_words_are_escaped_and_nothing_in_them_is_a_pattern():
    html = r'Он: <a id="a1">«а»</a>.'
    assert shown(html, "uk", a1=r"\1 <b> & \g<0>") == r'Он: <a id="a1">«\1 &lt;b&gt; &amp; \g&lt;0&gt;»</a>.'
    assert emptied(html, {"a1": ""}) == 'Он: <a id="a1"></a>.'


@pytest.mark.parametrize(
    ("html", "words", "sent"),
    [
        ('<a id="a1">“We worked,”</a> she said.', "«Hemos trabajado»", '<a id="a1"></a>, she said.'),
        ('<a id="a1">“We <b>worked</b>,&quot;</a> she said.', "«Hemos trabajado»", '<a id="a1"></a>, she said.'),
        ('She said <a id="a1">“we worked.”</a>', "«hemos trabajado»", 'She said <a id="a1"></a>.'),
        ('<a id="a1">“We worked,”</a> she said.', "«¡Hemos trabajado!»", '<a id="a1"></a> she said.'),
        ('<a id="a1">“We worked,”</a> she said.', "«Trabajamos,»", '<a id="a1"></a> she said.'),
        ('<a id="a1">«Мы работали»</a>, сказала она.', "“We worked”", '<a id="a1"></a>, сказала она.'),
        ('She said <a id="a1">“we worked,</a> and more.', "«trabajamos", 'She said <a id="a1"></a> and more.'),
        ('<a id="a1">“We worked.”</a>', "«Hemos trabajado»", '<a id="a1"></a>'),
        ('He said <a id="a1">“No.”</a>', "", 'He said <a id="a1"></a>'),
    ],
)
def test_a_comma_of_the_sentence_is_not_lost_with_the_retelling(html, words, sent):
    assert emptied(html, {"a1": words}) == sent
