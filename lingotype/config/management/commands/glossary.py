"""`lingotype glossary import|export FILE`: the newsroom's terms, as CSV or TBX."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from lingotype.config.command import BadInputError, NewsroomCommand
from lingotype.translation.glossary.entries import GlossaryFileError, merge
from lingotype.translation.glossary.files import KINDS, LARGEST_FILE, read_glossary, write_glossary


class Command(NewsroomCommand):
    """Bring terms in, or write them out."""

    help = "import terms from a CSV or TBX file, or export all of them"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to do, and with which file."""
        super().add_arguments(parser)
        parser.add_argument("what", choices=("import", "export"))
        parser.add_argument("file", type=Path, metavar="FILE", help="ends in .csv or .tbx")

    def run(self, options: dict[str, Any]) -> int:
        """Import or export."""
        file: Path = options["file"]
        kind = file.suffix.lower().removeprefix(".")
        if kind not in KINDS:
            raise BadInputError(f"{file}: a glossary is a .csv or a .tbx file")
        try:
            return self._import(file, kind, options) if options["what"] == "import" else self._export(file, kind)
        except GlossaryFileError as error:
            raise BadInputError(f"{file}: {error}") from error
        except OSError as error:
            raise BadInputError(f"{file}: {error.strerror or error}") from error

    def _import(self, file: Path, kind: str, options: dict[str, Any]) -> int:
        with file.open("rb") as opened:
            merged = merge(read_glossary(opened.read(LARGEST_FILE + 1), kind))
        if options["json"]:
            self.print_json({"added": merged.added, "changed": merged.changed, "unchanged": merged.unchanged})
        else:
            print(f"terms: {merged.added} added, {merged.changed} changed, {merged.unchanged} as they were")
        return 0

    def _export(self, file: Path, kind: str) -> int:
        file.write_bytes(write_glossary(kind))
        print(f"{file} written", file=sys.stderr)
        return 0
