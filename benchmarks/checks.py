"""The checks on pairs of texts, beside translate-toolkit's pofilter on the same pairs; then their speed on one core.

`python -m benchmarks.checks [PAIRS.jsonl]`: a pair a line, with the code to be found, or null for a faithful one.
Counted: defects flagged at all and with their code, and faithful pairs held, by `lingotype check` in a process of its
own; the same by pofilter, with all its checks of content and with those that would block, on the pairs as PO files.
Timed: processor time of one core, for all checks but the one that asks a language model, and for all of them.
Proof of work: every pair comes back once; each of pofilter's files has a unit that it must flag; the timed runs find
what the counted one found.

pofilter comes with translate-toolkit: `pip install --group bench`. Without it only our own side is counted.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.results import record
from lingotype.translation.checks import Severity, Text
from lingotype.translation.checks.base import Check
from lingotype.translation.checks.judging import CHECKS

HERE = Path(__file__).parent
FIDELITY = HERE.parents[1] / "shared" / "fidelity" / "pairs.jsonl"
FOUND_LIMIT, HELD_LIMIT = 0.95, 1 / 45
SPEED_LIMIT, SPEED_LIMIT_WITH_MODEL = 2000, 300
PAIRS_TIMED = 2000

BLOCKING = ("blank", "doublequoting", "emails", "numbers", "unchanged", "untranslated", "urls", "xmltags")
CONTENT = (
    *BLOCKING,
    *("acronyms", "brackets", "doublewords", "endpunc", "long", "printf", "pythonbraceformat"),
    *("purepunc", "sentencecount", "short", "startpunc", "variables"),
)
_CANARY = "canary"
_ID = re.compile(r'^msgctxt "([^"]+)"$', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Pair:
    """One pair, and what must be found in it."""

    id: str
    source: Text
    target: Text
    expect: str | None


@dataclass(frozen=True, slots=True)
class Score:
    """How many of a file's pairs were judged rightly."""

    flagged: int
    with_code: int
    held: int
    defects: int
    faithful: int

    def __str__(self) -> str:
        return (
            f"{self.flagged} of {self.defects} defects flagged, {self.with_code} with their code; "
            f"{self.held} of {self.faithful} faithful held"
        )


def main() -> int:
    """Run, print, and fail when a promise is broken."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else FIDELITY if FIDELITY.exists() else HERE / "pairs.jsonl"
    pairs = _read(path)
    print(f"{path.name}: {len(pairs)} pairs")
    found = _lingotype(path, pairs)
    ours = _score(pairs, found)
    print(f"lingotype check: {ours}")
    _print_pofilter(pairs)
    speed, speed_with_model = _speeds(found, pairs)
    print(f"all checks but language detection: {speed:,.0f} pairs a second (promised {SPEED_LIMIT:,})")
    print(f"all checks: {speed_with_model:,.0f} pairs a second (promised {SPEED_LIMIT_WITH_MODEL:,})")
    figures = {"defects": ours.defects, "with code": ours.with_code, "faithful": ours.faithful, "held": ours.held}
    record(
        f"checks, {path.parent.name}/{path.name}",
        {**figures, "pairs/s": speed, "pairs/s with detection": speed_with_model},
    )
    promises = (
        (f"{FOUND_LIMIT:.0%} of defects with their code", ours.with_code >= FOUND_LIMIT * ours.defects),
        (f"at most {HELD_LIMIT:.1%} of faithful pairs held", ours.held <= HELD_LIMIT * ours.faithful),
        (f"{SPEED_LIMIT} pairs a second", speed >= SPEED_LIMIT),
        (
            f"{SPEED_LIMIT_WITH_MODEL} pairs a second with language detection",
            speed_with_model >= SPEED_LIMIT_WITH_MODEL,
        ),
    )
    broken = [name for name, is_kept in promises if not is_kept]
    for name in broken:
        print(f"NOT KEPT: {name}")
    return 1 if broken else 0


def _read(path: Path) -> list[Pair]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    pairs = [
        Pair(
            str(row["id"]),
            Text(row["source"], row["source_lang"]),
            Text(row["translation"], row["target_lang"]),
            row["expect"],
        )
        for row in rows
    ]
    assert len({pair.id for pair in pairs}) == len(pairs) > 0, "no pairs, or two of one name"
    return pairs


def _lingotype(path: Path, pairs: Sequence[Pair]) -> dict[str, set[str]]:
    """The codes of errors by pair, as the command prints them."""
    command = [sys.executable, "-m", "lingotype", "check", str(path)]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    answers = [json.loads(line) for line in lines]
    found = {
        str(answer["id"]): {item["code"] for item in answer["findings"] if item["severity"] == Severity.ERROR}
        for answer in answers
    }
    assert len(answers) == len(pairs), "not every pair was judged"
    assert found.keys() == {pair.id for pair in pairs}, "other pairs were judged"
    assert all((answer["verdict"] == "hold") == bool(found[str(answer["id"])]) for answer in answers)
    return found


def _score(pairs: Sequence[Pair], found: dict[str, set[str]]) -> Score:
    defects = [pair for pair in pairs if pair.expect]
    return Score(
        flagged=sum(bool(found[pair.id]) for pair in defects),
        with_code=sum(pair.expect in found[pair.id] for pair in defects),
        held=sum(bool(found[pair.id]) for pair in pairs if not pair.expect),
        defects=len(defects),
        faithful=len(pairs) - len(defects),
    )


def _print_pofilter(pairs: Sequence[Pair]) -> None:
    try:
        name = f"pofilter {version('translate-toolkit')}"
    except PackageNotFoundError:
        print("pofilter: not installed (pip install --group bench)")
        return
    for kind, filters in (("all checks of content", CONTENT), ("those that would block", BLOCKING)):
        flagged = _pofilter(pairs, filters)
        defects = [pair.id for pair in pairs if pair.expect]
        held = len(flagged) - len(flagged & set(defects))
        print(
            f"{name}, {kind}: {len(flagged & set(defects))} of {len(defects)} defects flagged; "
            f"{held} of {len(pairs) - len(defects)} faithful flagged"
        )


def _pofilter(pairs: Iterable[Pair], filters: Iterable[str]) -> set[str]:
    """The names of the pairs that pofilter flags, a PO file for each two languages."""
    by_languages: defaultdict[tuple[str, str], list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_languages[pair.source.language, pair.target.language].append(pair)
    flagged: set[str] = set()
    with tempfile.TemporaryDirectory(prefix="lingotype-bench-") as folder:
        for (source, target), group in by_languages.items():
            before, after = Path(folder, f"{source}-{target}.po"), Path(folder, f"{source}-{target}.found.po")
            before.write_text(_po(group, target), encoding="utf-8")
            tests = [f"--test={name}" for name in filters]
            command = [sys.executable, "-m", "translate.filters.pofilter", "--progress=none", f"--language={target}"]
            subprocess.run([*command, *tests, str(before), str(after)], check=True, capture_output=True)
            names = set(_ID.findall(after.read_text(encoding="utf-8")))
            assert _CANARY in names, f"pofilter did not judge {before.name}"
            flagged |= names - {_CANARY}
    return flagged


def _po(pairs: Iterable[Pair], language: str) -> str:
    """The pairs as a PO file, with a unit that every set of checks must flag."""
    canary = 'msgctxt "canary"\nmsgid "See https://example.org/1"\nmsgstr "https://example.org/2 99"\n'
    units = [
        f'msgctxt "{pair.id}"\nmsgid {_quoted(pair.source.html)}\nmsgstr {_quoted(pair.target.html)}\n'
        for pair in pairs
    ]
    head = f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: {language}\\n"\n'
    return "\n".join([head, canary, *units])


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _speeds(found: dict[str, set[str]], pairs: Sequence[Pair]) -> tuple[float, float]:
    """Pairs a second of one core: without the language model, and with it."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    without = [check for check in CHECKS if check.code != "untranslated"]
    assert len(without) == len(CHECKS) - 1
    _timed(CHECKS, pairs, found)  # once for the tables and models that are loaded when first asked for
    return _timed(without, pairs, found), _timed(CHECKS, pairs, found)


def _timed(checks: Sequence[Check], pairs: Sequence[Pair], found: dict[str, set[str]]) -> float:
    """Pairs a second; every text is read anew, and every error found again."""
    rounds = -(-PAIRS_TIMED // len(pairs))
    codes = {check.code for check in checks}
    errors: dict[str, set[str]] = {}
    began = time.process_time()
    for _ in range(rounds):
        for pair in pairs:
            source, target = Text(pair.source.html, pair.source.lang), Text(pair.target.html, pair.target.lang)
            findings = [finding for check in checks for finding in check.findings(source, target)]
            errors[pair.id] = {item.code for item in findings if item.severity is Severity.ERROR}
    seconds = time.process_time() - began
    assert errors == {name: held & codes for name, held in found.items()}, "the timed run found something else"
    return rounds * len(pairs) / seconds


if __name__ == "__main__":
    sys.exit(main())
