"""`lingotype translate --from ru --to uk`: standard input through routes, glossary, memory and checks."""

import sys
from argparse import ArgumentParser
from typing import Any

from lingotype.config.command import BadInputError, NewsroomCommand
from lingotype.language.facts import LANGUAGES, unknown_language
from lingotype.translation.checks.base import has_error
from lingotype.translation.loose_text import translate_html, translate_text
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.routing import AllEnginesFailedError, NoEngineError

MAX_BYTES = 5_000_000
_HELD = 3


class Command(NewsroomCommand):
    """Translates standard input; what the checks find goes to standard error, an error makes the exit status 3."""

    help = "Translate standard input through routes, glossary, memory and checks."
    asks_engines = True

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The pair, and what the input is."""
        super().add_arguments(parser)
        parser.add_argument("--from", dest="source", required=True, metavar="LANG")
        parser.add_argument("--to", dest="target", required=True, metavar="LANG")
        parser.add_argument("--format", choices=("text", "html"), default="text")

    def run(self, options: dict[str, Any]) -> int:
        """Read all, translate, tell."""
        pair = _pair(options["source"], options["target"])
        text = _standard_input()
        try:
            done = (translate_html if options["format"] == "html" else translate_text)(text, pair)
        except (NoEngineError, AllEnginesFailedError, ValueError) as error:
            raise BadInputError(str(error)) from error
        findings = [{**finding.as_json(), "segment": index + 1} for index, finding in done.findings]
        if options["json"]:
            self.print_json({"translation": done.text, "engine": done.engine or None, "findings": findings})
        else:
            sys.stdout.write(done.text)
            for row in findings:
                print(f"text {row['segment']}: {row['severity']}: {row['code']}: {row['message']}", file=sys.stderr)
        return _HELD if has_error(finding for _, finding in done.findings) else 0


def _pair(source: str, target: str) -> LanguagePair:
    for code in (source, target):
        if code not in LANGUAGES:
            raise BadInputError(f"language {code!r} is not known; {unknown_language(code)}")
    if source == target:
        raise BadInputError("--from and --to are the same language")
    return LanguagePair(source, target)


def _standard_input() -> str:
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise BadInputError(f"standard input is longer than {MAX_BYTES} bytes; translate it in parts")
    try:
        return data.decode("utf-8").replace("\0", "")
    except UnicodeDecodeError as error:
        raise BadInputError(f"standard input is not UTF-8 (byte {error.start})") from error
