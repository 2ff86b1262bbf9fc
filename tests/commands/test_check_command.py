"""`lingotype check`: JSON lines in and out, anywhere, without a newsroom; a bad row stops it with its line."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.newsrooms import run

FAITHFUL = {
    "id": "a-1", "source_lang": "en", "target_lang": "es",
    "source": "It cost $1,250.", "translation": "Costó 1.250 dólares.",
}  # fmt: skip
WRONG = {**FAITHFUL, "id": 2, "translation": "Costó 1.520 dólares."}


def lines(*rows: Any) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def test_every_row_gets_a_verdict_in_order(tmp_path: Path) -> None:
    (tmp_path / "pairs.jsonl").write_bytes(lines(FAITHFUL, WRONG))
    judged = run("check", "pairs.jsonl", cwd=tmp_path)
    assert (judged.status, judged.err) == (0, "")
    good, bad = map(json.loads, judged.out.splitlines())
    assert good == {"id": "a-1", "verdict": "pass", "findings": []}
    assert (bad["id"], bad["verdict"]) == (2, "hold")
    assert [path.name for path in tmp_path.iterdir()] == ["pairs.jsonl"]


def test_a_finding_says_what_and_where(tmp_path: Path) -> None:
    [answer] = map(json.loads, run("check", stdin=lines(WRONG), cwd=tmp_path).out.splitlines())
    finding = next(row for row in answer["findings"] if row["code"] == "numbers")
    assert set(finding) == {"code", "severity", "message", "source_span", "target_span"}
    assert finding["severity"] == "error"
    spans = [(WRONG["source"], finding["source_span"]), (WRONG["translation"], finding["target_span"])]
    assert any("250" in text[slice(*span)] or "520" in text[slice(*span)] for text, span in spans if span)


def test_a_warning_alone_holds_nothing(tmp_path: Path) -> None:
    rows = [{**FAITHFUL, "translation": translation} for translation in ("Costó 1.250 dólares", "Costó 1.250 dólares.")]
    for answer in map(json.loads, run("check", stdin=lines(*rows), cwd=tmp_path).out.splitlines()):
        severities = {finding["severity"] for finding in answer["findings"]}
        assert answer["verdict"] == ("hold" if "error" in severities else "pass")


@pytest.mark.parametrize("option", [[], ["--json"]])
def test_nothing_in_is_nothing_out(tmp_path: Path, option: list[str]) -> None:
    judged = run("check", *option, stdin=b"\n\n", cwd=tmp_path)
    assert (judged.status, judged.out, judged.err) == (0, "", "")


ODD = [
    {**FAITHFUL, "id": None},
    {**FAITHFUL, "id": {"article": 7, "segments": [1, 2]}},
    {**FAITHFUL, "source": "", "translation": ""},
    {**FAITHFUL, "source": "\ud800", "translation": "\udfff 7"},
    {**FAITHFUL, "source": "<a id='a1'>7</a" * 50, "translation": "<<b>>&#x110000;&amp;&" * 50},
    {**FAITHFUL, "source": "\0\u202e", "translation": "\x1b[31m" + "9" * 5000},
    {**FAITHFUL, "source": "(" * 3000, "translation": "«" * 3000},
    {**FAITHFUL, "target_lang": "he", "translation": "זה עלה 1,250$."},
    {**FAITHFUL, "more": "than asked"},
]


def test_no_text_is_too_odd(tmp_path: Path) -> None:
    judged = run("check", stdin=b"".join(json.dumps(row).encode() + b"\n" for row in ODD), cwd=tmp_path)
    assert (judged.status, judged.err) == (0, "")
    answers = [json.loads(line) for line in judged.out.splitlines()]
    assert [answer["id"] for answer in answers] == [row["id"] for row in ODD]


def test_half_a_character_comes_back_as_it_came(tmp_path: Path) -> None:
    row = {**FAITHFUL, "id": "\ud800", "source": "See https://a.example/\ud800x."}
    judged = run("check", stdin=json.dumps(row).encode(), cwd=tmp_path)
    assert (judged.status, judged.err) == (0, "")
    assert json.loads(judged.out)["id"] == "\ud800"


def test_the_answer_is_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    judged = run("check", stdin=lines({**FAITHFUL, "id": "порт"}), cwd=tmp_path, LC_ALL="C", PYTHONUTF8="0")
    assert json.loads(judged.out)["id"] == "порт"


BAD_ROWS = {
    "no JSON": (b"{\n", "not JSON"),
    "no UTF-8": (lines(FAITHFUL).replace("ó".encode(), b"\xf3"), "not JSON"),
    "no object": (b"[1]\n", "a row must be an object"),
    "a text": (b'"a"\n', "a row must be an object"),
    "no source": (lines({key: FAITHFUL[key] for key in FAITHFUL if key != "source"}), "source must be a text"),
    "a number for a text": (lines({**FAITHFUL, "translation": 7}), "translation must be a text"),
    "no id": (lines({key: FAITHFUL[key] for key in FAITHFUL if key != "id"}), "id is missing"),
    "an unknown language": (lines({**FAITHFUL, "target_lang": "xx"}), "target_lang 'xx' is not known; known are ru"),
    "too deep": (b"[" * 100_000 + b"\n", "not JSON"),
    "too long": (lines({**FAITHFUL, "source": "x" * 1_000_001}), "longer than 1000000 bytes"),
    "a huge number": (b'{"id": ' + b"9" * 5000 + b"}\n", "not JSON"),
}


@pytest.mark.parametrize(("row", "complaint"), BAD_ROWS.values(), ids=BAD_ROWS)
def test_a_bad_row_stops_it_with_its_line(tmp_path: Path, row: bytes, complaint: str) -> None:
    (tmp_path / "pairs.jsonl").write_bytes(lines(FAITHFUL) + b"\n" + row + lines(FAITHFUL))
    judged = run("check", "pairs.jsonl", cwd=tmp_path)
    assert judged.status == 2
    assert len(judged.out.splitlines()) == 1
    assert judged.err.startswith("lingotype: pairs.jsonl:3: ")
    assert complaint in judged.err
    assert judged.err.count("\n") == 1


@pytest.mark.parametrize("name", ["gone.jsonl", "."])
def test_a_file_that_is_none_is_refused(tmp_path: Path, name: str) -> None:
    assert run("check", name, cwd=tmp_path).refusal.startswith(f"lingotype: {name}: ")


def test_standard_input_is_named_in_complaints(tmp_path: Path) -> None:
    assert run("check", stdin=b"{", cwd=tmp_path).refusal.startswith("lingotype: standard input:1: not JSON")
