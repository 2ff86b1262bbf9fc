"""Quotations in running text: their words, their source, and their original to the character."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lingotype.importing.article_file import ArticleFile

Read = Callable[..., ArticleFile]

NYP = 'linktype="quotation" source="nyp"'
TWO_SOURCES = """\
title: a
lang: ru
sources:
  - {id: nyp, publication: New York Post, url: "https://nypost.com/a", lang: en}
  - {id: bild, publication: Bild, url: "https://bild.example/", lang: de}
"""


@pytest.mark.parametrize(
    ("written", "html"),
    [
        (
            'Он говорит об [«оси террора»]{.quote source=nyp speaker="Kasra Aarabi" original="axis of terror"}.',
            f'Он говорит об <a {NYP} speaker="Kasra Aarabi" original="axis of terror" lang="en">«оси террора»</a>.',
        ),
        ("[«а»]{.quote source=nyp}", f'<a {NYP} lang="en">«а»</a>'),
        ('[«а»]{ source="nyp"\t.quote\n#id }', f'<a {NYP} lang="en">«а»</a>'),
        ('[«а»]{.quote speaker="О\'Нил"}', '<a linktype="quotation" speaker="О&#x27;Нил">«а»</a>'),
        ("[«а *б* **[в]{.note}**»]{.quote}", '<a linktype="quotation">«а <i>б</i> <b>в</b>»</a>'),
        ("*[«а»]{.quote}*", '<i><a linktype="quotation">«а»</a></i>'),
        ("[«а [б] в»]{.quote}", '<a linktype="quotation">«а [б] в»</a>'),
        ("[[«а»]{.quote source=bild} б]{.quote source=nyp}", f'<a {NYP} lang="en">«а» б</a>'),
        (
            '[«а [б]{.quote source=bild original="b"}»]{.quote source=nyp original="a"}',
            f'<a {NYP} original="a" lang="en">«а б»</a>',
        ),
        (
            "[«а [б](/ru/c/) [в](https://d.example)»]{.quote}, г",
            '<a linktype="quotation">«а б в»</a> (<a href="/ru/c/">б</a>) (<a href="https://d.example">в</a>), г',
        ),
        ("[«[а](/б)»]{.quote source=nyp}", f'<a {NYP} lang="en">«а»</a> (<a href="/%D0%B1">а</a>)'),
        ("[[«а»](https://nypost.com/a)]{.quote source=nyp}", f'<a {NYP} lang="en">«а»</a>'),
        ("[а](/b) [«в»]{.quote}", '<a href="/b">а</a> <a linktype="quotation">«в»</a>'),
        ("[nyp]{.quote}\n\n[nyp]: https://nypost.com", '<a linktype="quotation">nyp</a>'),
        ("Об`єм [«а ` б»]{.quote}", 'Об`єм <a linktype="quotation">«а ` б»</a>'),
    ],
)
def test_quotations_in_running_text(read: Read, written: str, html: str) -> None:
    assert read(written, front=TWO_SOURCES).body[0].value == f"<p>{html}</p>"


def _originals(html: object) -> list[str]:
    return [unescape(value) for value in re.findall(r' original="([^"]*)"', str(html))]


@pytest.mark.parametrize(
    ("written", "original"),
    [
        (r"\"axis\" of \\terror\\", '"axis" of \\terror\\'),
        (r"a\b \n \* \[ \&", r"a\b \n \* \[ \&"),
        ("&amp; &lt; <b> </p> &", "&amp; &lt; <b> </p> &"),
        ("{a} [b](c) ]{.quote} }", "{a} [b](c) ]{.quote} }"),
        ("“We’re” ‘here’ «там» — … --", "“We’re” ‘here’ «там» — … --"),
        ("**a** _b_ `c` <https://d.example> % # =", "**a** _b_ `c` <https://d.example> % # ="),
        ("  two  spaces\t ", "  two  spaces\t "),
        ("cafe\u0301 \N{NO-BREAK SPACE}\u2028\u200f👩‍🚀", "cafe\u0301 \N{NO-BREAK SPACE}\u2028\u200f👩‍🚀"),
        ("wrapped in  \n   the file", "wrapped in the file"),
    ],
)
def test_an_original_is_given_to_the_character(read: Read, written: str, original: str) -> None:
    body = f'До [«а»]{{.quote source=nyp original="{written}"}} после [«б»]{{.quote source=nyp original="b"}}'
    assert _originals(read(body).body[0].value) == [original, "b"]


# What no page can carry is refused, and a line's end is a space: all else comes through.
_PRINTABLE = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"))


@settings(deadline=None)
@given(original=_PRINTABLE.filter(bool), words=st.sampled_from(["«а»", "*а* `", "а [б] \\]"]))
def test_any_original_comes_back(read: Read, original: str, words: str) -> None:
    escaped = original.replace("\\", "\\\\").replace('"', '\\"')
    article = read(f'До [{words}]{{.quote source=nyp original="{escaped}" speaker=X}} после.')
    assert _originals(article.body[0].value) == [original]


@pytest.mark.parametrize(
    ("written", "source", "speaker"),
    [
        ("> [а]{.quote source=nyp speaker=X original=a}\n>\n> [б]{.quote source=nyp speaker=X original=b}", "nyp", "X"),
        ("> [а]{.quote source=nyp speaker=X}\n>\n> [б]{.quote source=bild speaker=X}", "", "X"),
        ("> [а]{.quote source=nyp speaker=X}\n>\n> б", "nyp", "X"),
        ("{source=bild speaker=Y}\n> [а]{.quote source=nyp speaker=X}", "bild", "Y"),
    ],
)
def test_a_block_quotation_knows_its_source(read: Read, written: str, source: str, speaker: str) -> None:
    (block,) = read(written, front=TWO_SOURCES).body
    assert isinstance(block.value, dict)
    assert (block.type, block.value["source"], block.value["speaker"]) == ("quotation", source, speaker)


def test_a_quotation_of_several_paragraphs_has_a_span_for_each(read: Read) -> None:
    (block,) = read('> [«а]{.quote source=nyp original="a"}\n>\n> [б»]{.quote source=nyp original="b"}').body
    assert isinstance(block.value, dict)
    assert block.value["text"] == (
        f'<p><a {NYP} original="a" lang="en">«а</a></p><p><a {NYP} original="b" lang="en">б»</a></p>'
    )
