"""What `judge` promises for any text, and the pairs that the project measures itself by."""

import json
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lingotype.translation.checks import Severity, Text
from lingotype.translation.checks.base import Finding
from lingotype.translation.checks.judging import CHECKS, MOST_FINDINGS, judge
from tests.newsrooms import ROOT
from tests.translation.checks.judging import errors

LANGUAGES = ("ru", "uk", "be", "en", "es", "az", "he", "fr", "xx", "pt-BR")
FIDELITY = Path(__file__).parents[4] / "shared" / "fidelity" / "pairs.jsonl"

ODD = [
    "<a id='",
    "<b>",
    "</i",
    "&",
    "&amp;",
    "&#1;",
    "a@b.",
    "http://",
    "1,",
    "1 2",
    "12:",
    "½",
    "$",
    "%",
    "XIV ",
    "РєР",
    "Ã",
]
ODD += [
    "half a ",
    "million ",
    "и с половиной ",
    "ß",
    "ё",
    "ў",
    "א",
    "語",
    "\u200f",
    "\x00",
    "…",
    "«",
    "”",
    '"',
    "'",
    "не ",
    "not ",
    "¿",
    "?",
    "(",
    "]",
    "{0}",
    "%s",
    "the the ",
    "Note: ",
    "— ",
    "\n",
    "٣",
    "²",
]
texts = st.lists(st.one_of(st.sampled_from(ODD), st.text(max_size=8)), max_size=12).map("".join)


@settings(max_examples=300, deadline=None)
@given(texts, texts, st.sampled_from(LANGUAGES), st.sampled_from(LANGUAGES))
def test_no_check_raises_on_any_text_and_every_span_is_in_it(source: str, target: str, one: str, other: str) -> None:
    for finding in judge(Text(source, one), Text(target, other)):
        for span, html in ((finding.source_span, source), (finding.target_span, target)):
            assert span is None or 0 <= span[0] <= span[1] <= len(html)


@settings(max_examples=200, deadline=None)
@given(texts, st.sampled_from(LANGUAGES))
def test_a_text_is_a_faithful_translation_of_itself(text: str, language: str) -> None:
    own = {"quotes", "negation", "punctuation", "placeholder", "repeated", "length", "markup", "links", "numbers"}
    found = judge(Text(text, language), Text(text, language))
    assert [finding for finding in found if finding.code in own and not is_about_nesting(finding)] == []


@pytest.mark.parametrize(
    "unit",
    [
        "1 400, ",
        "<b>x",
        "<a id='",
        "&",
        "half a ",
        "million ",
        "a.",
        "a@",
        "http://x/(",
        "Р ",
        "aа",
        "the man said ",
        '"',
        "?? ",
        "не ",
        "no, ",
        "«",
        "“a ”",
        "(",
        "ab ab ",
        "{",
        "don't ",
        "__",
    ],
)
def test_a_hundred_kilobytes_of_odd_characters_are_judged(unit: str) -> None:
    long = unit * (100_000 // len(unit))
    found = judge(Text(long, "en"), Text(long + "5", "es"))
    assert all(sum(item.code == check.code for item in found) <= MOST_FINDINGS for check in CHECKS)


def test_a_finding_tells_its_place_in_the_html() -> None:
    source, target = "<b>Цена</b> &amp; сбор: 50 евро", "<b>Price</b> &amp; fee: $50"
    (finding,) = judge(Text(source, "ru"), Text(target, "en"))
    assert source[slice(*finding.source_span or ())] == "50 евро"
    assert target[slice(*finding.target_span or ())] == "$50"


def test_a_finding_as_json() -> None:
    finding = Finding("numbers", Severity.ERROR, "“5” is not in the translation.", source_span=(3, 4))
    assert finding.as_json() == {
        "code": "numbers",
        "severity": "error",
        "message": "“5” is not in the translation.",
        "source_span": [3, 4],
        "target_span": None,
    }


def test_every_check_has_its_own_code() -> None:
    assert len({check.code for check in CHECKS}) == len(CHECKS)


@pytest.mark.skipif(not FIDELITY.exists(), reason="the project's fidelity pairs are not on this machine")
def test_the_projects_pairs() -> None:
    ours = {check.code for check in CHECKS}
    for line in FIDELITY.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found = errors(f"{row['source_lang']} {row['target_lang']} | {row['source']} | {row['translation']}")
        if row["expect"] is None:
            assert found == set(), row["id"]
        elif row["expect"] in ours:
            assert row["expect"] in found, row["id"]


def is_about_nesting(finding: Finding) -> bool:
    """Whether it says that a tag has no partner, which is wrong whatever the source is."""
    return finding.code == "markup" and finding.message.endswith(("is not closed.", "closes nothing that is open."))


def test_every_message_is_one_line_that_an_editor_can_read() -> None:
    """What the translation and the source say stands in curly quotes, at the spans; no code, no jargon."""
    rows = [
        json.loads(line) for line in Path(ROOT, "benchmarks", "pairs.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    told = 0
    for row in rows:
        source, target = Text(row["source"], row["source_lang"]), Text(row["translation"], row["target_lang"])
        for finding in judge(source, target):
            told += 1
            shown = finding.message.split("“")[1].split("”")[0] if finding.message.startswith("“") else ""
            places = [
                text.html[slice(*span)]
                for text, span in ((source, finding.source_span), (target, finding.target_span))
                if span
            ]
            assert places, finding
            assert "\n" not in finding.message
            assert finding.message.endswith(".")
            assert len(finding.message) < 300
            assert any(shown.rstrip("…") in unescape(place) for place in places), finding
    assert told > len(rows) / 4
