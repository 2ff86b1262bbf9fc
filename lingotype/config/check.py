"""`lingotype check [FILE.jsonl]`: judge translations, a JSON line in and a JSON line out."""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from lingotype.cli import BAD_INPUT
from lingotype.config.command_line import CommandLine
from lingotype.language.facts import LANGUAGES, unknown_language

_FIELDS = ("id", "source_lang", "target_lang", "source", "translation")
_MAX_LINE = 1_000_000


class RowError(Exception):
    """A line cannot be judged; `str()` says why."""


def check(arguments: Sequence[str]) -> int:
    """Judge every row of a file, or of standard input. Needs no newsroom."""
    parser = CommandLine(prog="lingotype check", description="Judge translations.")
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE.jsonl")
    parser.add_argument("--json", action="store_true", help="accepted; JSON lines come out in any case")
    options = parser.parse_args(list(arguments))
    name = str(options.file or "standard input")
    try:
        if options.file is None:
            return _judge(sys.stdin.buffer, name)
        with options.file.open("rb") as rows:
            return _judge(rows, name)
    except OSError as error:
        print(f"lingotype: {name}: {error.strerror}", file=sys.stderr)
    except RowError as error:
        print(f"lingotype: {name}:{error}", file=sys.stderr)
    return BAD_INPUT


def _judge(rows: BinaryIO, name: str) -> int:
    from lingotype.translation.checks.base import Text, has_error
    from lingotype.translation.checks.judging import judge

    for row in _rows(rows):
        source = Text(row["source"], row["source_lang"])
        found = judge(source, Text(row["translation"], row["target_lang"]))
        held = has_error(found)
        answer = {
            "id": row["id"],
            "verdict": "hold" if held else "pass",
            "findings": [finding.as_json() for finding in found],
        }
        print(json.dumps(answer, ensure_ascii=False), flush=True)
    return 0


def _rows(rows: BinaryIO) -> Iterator[dict[str, Any]]:
    number = 0
    while line := rows.readline(_MAX_LINE + 1):
        number += 1
        if len(line) > _MAX_LINE:
            raise RowError(f"{number}: the line is longer than {_MAX_LINE} bytes")
        if line.strip():
            yield _row(line, number)


def _row(line: bytes, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise RowError(f"{number}: not JSON in UTF-8 ({error})") from error
    if not isinstance(row, dict):
        raise RowError(f"{number}: a row must be an object")
    for field in _FIELDS[1:]:
        if not isinstance(row.get(field), str):
            raise RowError(f"{number}: {field} must be a text")
    for field in ("source_lang", "target_lang"):
        if row[field] not in LANGUAGES:
            raise RowError(f"{number}: {field} {row[field]!r} is not known; {unknown_language(row[field])}")
    if "id" not in row:
        raise RowError(f"{number}: id is missing")
    return row
