"""What telling languages in low accuracy costs the checks: the same pairs judged with lingua's small and large models.

Printed for each: defects found and faithful pairs held by the check that asks it, memory of the models, pairs a second.
Proof of work: both models judge every pair, and each tells a Russian sentence from a Ukrainian one.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.results import record

PAIRS = Path(__file__).with_name("pairs.jsonl")
_SENTENCES = {"ru": "Жители города требуют от властей немедленных действий.", "uk": "Мешканці міста вимагають дій."}


def main() -> int:
    """Judge with each model in a process of its own, so that memory is counted rightly."""
    if len(sys.argv) > 1:
        return _judge(sys.argv[1])
    figures: dict[str, float] = {}
    for accuracy in ("low", "high"):
        words = [sys.executable, "-m", "benchmarks.detection", accuracy]
        found = json.loads(subprocess.run(words, check=True, capture_output=True, text=True).stdout)
        print(
            f"{accuracy} accuracy: {found['found']} of {found['defects']} texts in a wrong language found, "
            f"{found['held']} of {found['faithful']} faithful held; "
            f"{found['MB']:.0f} MB, {found['pairs/s']:,.0f} pairs/s"
        )
        figures |= {f"{accuracy}, {name}": value for name, value in found.items()}
    record("detection", figures)
    return 0


def _judge(accuracy: str) -> int:
    from lingotype.translation.checks import Severity, Text
    from lingotype.translation.checks.untranslated import Untranslated, evidence

    if accuracy == "high":
        evidence._detector = _large  # type: ignore[assignment]  # what the product never loads is measured here
    before = _memory()
    for lang, sentence in _SENTENCES.items():
        told = evidence.confidence(sentence, frozenset({"ru", "uk"}))
        assert max(told, key=lambda code: told[code]) == lang
    began = time.process_time()
    rows = [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    check, held = Untranslated(), set()
    for row in rows:
        source, target = Text(row["source"], row["source_lang"]), Text(row["translation"], row["target_lang"])
        if any(one.severity is Severity.ERROR for one in check.findings(source, target)):
            held.add(row["id"])
    seconds = time.process_time() - began
    wrong = {row["id"] for row in rows if row["expect"] == "untranslated"}
    faithful = {row["id"] for row in rows if not row["expect"]}
    print(json.dumps({
        "defects": len(wrong), "found": len(wrong & held), "faithful": len(faithful), "held": len(faithful & held),
        "MB": _memory() - before, "pairs/s": len(rows) / seconds,
    }))  # fmt: skip
    return 0


def _large(languages: frozenset[str]) -> object:
    """The models of these languages in high accuracy, kept for the next text."""
    from lingua import IsoCode639_1, Language, LanguageDetectorBuilder

    if languages not in _built:
        codes = [getattr(IsoCode639_1, code.upper(), None) for code in sorted(languages)]
        known = [Language.from_iso_code_639_1(code) for code in codes if code is not None]
        _built[languages] = LanguageDetectorBuilder.from_languages(*known).build() if len(known) > 1 else None
    return _built[languages]


_built: dict[frozenset[str], object] = {}


def _memory() -> float:
    """Megabytes of this process that are in memory."""
    with open("/proc/self/status", encoding="utf-8") as status:
        return int(next(line for line in status if line.startswith("VmRSS")).split()[1]) / 1024


if __name__ == "__main__":
    sys.exit(main())
