"""The project's own pairs: sentences of newspapers, faithful ones that could confuse a check, and defects."""

import json
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from tests.newsrooms import ROOT
from tests.translation.checks.judging import errors

PAIRS = [json.loads(line) for line in Path(ROOT, "benchmarks", "pairs.jsonl").read_text(encoding="utf-8").splitlines()]
CODES = ("numbers", "quotes", "negation", "punctuation", "placeholder", "repeated", "length")


@cache
def found() -> dict[str, set[str]]:
    """By a pair's name the codes that hold it; not worked out where this file is only collected."""
    rows = {
        pair["id"]: f"{pair['source_lang']} {pair['target_lang']} | {pair['source']} | {pair['translation']}"
        for pair in PAIRS
    }
    return {name: errors(row) for name, row in rows.items()}


def test_at_most_one_faithful_pair_in_a_hundred_is_held() -> None:
    faithful = [pair for pair in PAIRS if pair["expect"] is None]
    held = {pair["id"]: found()[pair["id"]] for pair in faithful if found()[pair["id"]]}
    assert len(faithful) >= 200
    assert len(held) <= len(faithful) // 100, held


@pytest.mark.parametrize("code", CODES)
def test_nine_defects_in_ten_are_found_with_their_code(code: str) -> None:
    defects = [pair for pair in PAIRS if pair["expect"] == code]
    missed = [pair for pair in defects if code not in found()[pair["id"]]]
    assert len(defects) >= 20
    assert len(missed) <= len(defects) // 10, missed


def test_every_pair_has_its_own_name() -> None:
    names: defaultdict[str, int] = defaultdict(int)
    for pair in PAIRS:
        names[pair["id"]] += 1
    assert max(names.values()) == 1
