"""Segments with faithful translations, for a hostile engine to spoil."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import permutations
from pathlib import Path
from random import Random

from tests.newsrooms import ROOT

LANGUAGES = ("ru", "uk", "be", "en", "es", "az", "he")
"""Languages whose every pair is tried; the segments' other languages are only answered in."""
_END = (".", "!", "?", "…")


@dataclass(frozen=True, slots=True)
class Pair:
    """A segment and its faithful translation."""

    source_lang: str
    target_lang: str
    source: str
    translation: str
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    """The same in languages that nobody asked for."""
    neighbour: str = ""
    """The faithful translation of another segment into the same language."""


Spoil = Callable[[Pair, Random], str | None]
"""A spoiled answer; None where this way is none for this pair."""


def in_parallel(name: str = "segments.txt") -> list[Pair]:
    """Sentences written in several languages, each pair of languages once a sentence; blocks part the sentences.

    The checks were mended for `segments.txt`, since 28 November 2026 for `fresh_segments.txt` and
    `fresh_segments_2.txt`, too, and for `held_out_2026_11_28.txt` never: whoever mends them for it writes a new one.
    At first sight, that day, 104 of 5,000 spoiled answers to it got out, and 10 of 240 faithful ones were held.
    """
    blocks = Path(__file__).with_name(name).read_text(encoding="utf-8").strip().split("\n\n")
    said = [dict(line.split(": ", 1) for line in block.splitlines()) for block in blocks]
    return [
        Pair(
            source, target, one[source], one[target],
            {code: text for code, text in one.items() if code not in (source, target)},
            next((other[target] for other in [*said[at + 1 :], *said[:at]] if target in other), ""),
        )
        for at, one in enumerate(said)
        for source, target in permutations([code for code in LANGUAGES if code in one], 2)
    ]  # fmt: skip


def from_newspapers() -> list[Pair]:
    """Faithful translations of whole sentences: the project's own, of which none was made for a hostile engine."""
    rows = map(json.loads, Path(ROOT, "benchmarks", "pairs.jsonl").read_text(encoding="utf-8").splitlines())
    return [
        Pair(row["source_lang"], row["target_lang"], row["source"], row["translation"])
        for row in rows
        if row["expect"] is None
        and len(row["source"].split()) >= 4
        and row["source"].rstrip('»”"').endswith(_END)
    ]  # fmt: skip
