"""Which pairs of Apertium are installed, and the command that translates one.

Debian's modes for ru↔uk and ru↔be crash: their `apertium-tagger` has a broken model, so a sentence with an ambiguous
word comes back empty. The constraint grammar before it can choose by itself (`cg-proc -1 -n`); that is what we run.
"""

import re
import shlex
from pathlib import Path

from lingotype.translation.engines.apertium.repairs import REPAIRS, Repairs
from lingotype.translation.pairs import LanguagePair

MODES = Path("/usr/share/apertium/modes")
CODES = {
    "ara": "ar",
    "aze": "az",
    "bel": "be",
    "bul": "bg",
    "deu": "de",
    "eng": "en",
    "fra": "fr",
    "heb": "he",
    "ita": "it",
    "kaz": "kk",
    "pol": "pl",
    "por": "pt",
    "ron": "ro",
    "rus": "ru",
    "spa": "es",
    "tur": "tr",
    "ukr": "uk",
}
"""Apertium's codes (ISO 639-3) and ours."""

_THREE = {ours: theirs for theirs, ours in CODES.items()}
_CRASHING_TAGGER = re.compile(r"cg-proc -w ('[^']+') \| apertium-tagger -g \$2 '[^']+'")


def installed(folder: Path) -> list[LanguagePair]:
    """The pairs that have a mode file in the folder, by code."""
    pairs = []
    for path in sorted(folder.glob("???-???.mode")):
        source, _, target = path.stem.partition("-")
        if source in CODES and target in CODES:
            pairs.append(LanguagePair(CODES[source], CODES[target]))
    return pairs


def mode_file(folder: Path, pair: LanguagePair) -> Path | None:
    """The pair's mode file, or `None` where that pair is not installed."""
    if pair.source not in _THREE or pair.target not in _THREE:
        return None
    path = folder / f"{_THREE[pair.source]}-{_THREE[pair.target]}.mode"
    return path if path.is_file() else None


def command(mode: str, pair: LanguagePair) -> str:
    """The shell pipeline that the mode file describes: mended, with marks for unknown words, flushing at each NUL."""
    mode = _CRASHING_TAGGER.sub(r"cg-proc -1 -n -w \1", mode)
    mode = mode.replace("$1", "-g").replace("$2", "")
    repairs = REPAIRS.get(pair, Repairs())
    stages: list[str] = []
    for stage in mode.strip().split("|"):
        program, *arguments = stage.split()
        if program == "lt-proc" and "-g" in arguments:
            stages += _sed(repairs.before_generation)
        stages.append(_with_mended_rules(" ".join((program, "-z", *arguments)), repairs))
        stages += _sed(_repairs_after(program, arguments, len(stages) == 1, repairs))
    return " | ".join(stages + _sed(repairs.spelling))


def _repairs_after(program: str, arguments: list[str], is_first: bool, repairs: Repairs) -> tuple[str, ...]:
    if is_first:
        return repairs.analyses
    if program == "cg-proc":
        return repairs.readings
    if program == "lt-proc" and "-b" in arguments:
        return repairs.translations + repairs.preferences()
    return ()


def _sed(rules: tuple[str, ...]) -> list[str]:
    return [" ".join(("sed -z -E", *(f"-e {shlex.quote(rule)}" for rule in rules)))] if rules else []


def _with_mended_rules(stage: str, repairs: Repairs) -> str:
    """The stage with its rule file, where that has a known fault, read through `sed`."""
    if not repairs.rules or not stage.startswith("apertium-transfer"):
        return stage
    return re.sub(r"'[^']+\.t1x'", lambda path: f"<(sed -e {shlex.quote(repairs.rules)} {path[0]})", stage)
