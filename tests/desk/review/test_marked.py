"""Marks at their very words, and a page that no tag can break."""

import pytest

from lingotype.desk.review.marked import Mark, runs
from lingotype.desk.review.writing import stored, typed


def told(html, *marks, quotations=()):
    return [
        (run.text, *run.looks.replace("desk-review__", "").split(), *([run.finding] if run.finding else []))
        for run in runs(html, marks, quotations)
    ]


@pytest.mark.parametrize(
    ("html", "marks", "expected"),
    [
        ("a b c", [], [("a b c",)]),
        ("a b c", [Mark((2, 3), 1, "error")], [("a ",), ("b", "error", "finding", 1), (" c",)]),
        ("a <b>b</b>", [Mark((2, 6), 1, "error")], [("a ",), ("b", "error", "finding", "strong", 1)]),
        ("a <b>b", [Mark((2, 5), 1, "error")], [("a ",), ("<b>", "error", "finding", "tag", 1), ("b", "strong")]),
        ("x &amp; y", [Mark((0, 4), 1, "warning")], [("x & y", "finding", "warning", 1)]),
        ("one two", [Mark((0, 3), title="t", is_term=True)], [("one", "term"), (" two",)]),
        ("a</b> b", [], [("a",), (" b",)]),
        ("<i>a<b>c</i>d</b>", [], [("a", "em"), ("c", "em", "strong"), ("d", "strong")]),
    ],
)
def test_runs(html, marks, expected):
    assert told(html, *marks) == expected


def test_an_error_is_seen_before_a_warning_and_a_term():
    marks = [Mark((0, 3), 1, "warning"), Mark((0, 3), 2, "error"), Mark((0, 3), is_term=True)]
    assert told("abc", *marks) == [("abc", "error", "finding", "term", 2)]


def test_a_quotation_is_no_mere_link():
    assert told('<a id="a1">x</a><a id="a2">y</a>', quotations=["a2"]) == [("x", "link"), ("y", "quotation")]


@pytest.mark.parametrize("html", ["a &amp; b", '<a id="a1">x</a> &lt; 5', "&lt;b&gt;", "x<br/>y", "plain", "&amp;lt;"])
def test_what_is_shown_in_the_field_is_stored_as_it_was(html):
    assert stored(typed(html)) == html


def test_the_field_shows_no_entities():
    assert typed('<b>A</b> &amp; "B"') == '<b>A</b> & "B"'
