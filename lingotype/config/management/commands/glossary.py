"""`lingotype glossary import|export FILE | seed`: the newsroom's terms, as CSV or TBX, and usual names beside them."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings

from lingotype.config.command import BadInputError, NewsroomCommand
from lingotype.translation.glossary.entries import GlossaryFileError, Merged, merge
from lingotype.translation.glossary.files import KINDS, LARGEST_FILE, read_glossary, write_glossary
from lingotype.translation.glossary.seeding import seed_glossary


class Command(NewsroomCommand):
    """Bring terms in, write them out, or add the usual names."""

    help = "Import terms from a CSV or TBX file, export all of them, or add usual names (seed)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to do, and with which file."""
        super().add_arguments(parser)
        parser.add_argument("what", choices=("import", "export", "seed"))
        parser.add_argument("file", type=Path, nargs="?", metavar="FILE", help="ends in .csv or .tbx; none for seed")

    def run(self, options: dict[str, Any]) -> int:
        """Import, export or seed."""
        file: Path | None = options["file"]
        if options["what"] == "seed":
            if file is not None:
                raise BadInputError("glossary seed takes no file")
            return self._tell(seed_glossary(settings.LINGOTYPE.languages), "usual names", options)
        if file is None:
            raise BadInputError(f"glossary {options['what']} needs a file, which ends in .csv or .tbx")
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
        return self._tell(merged, "terms", options)

    def _tell(self, merged: Merged, what: str, options: dict[str, Any]) -> int:
        if options["json"]:
            self.print_json({"added": merged.added, "changed": merged.changed, "unchanged": merged.unchanged})
        else:
            print(f"{what}: {merged.added} added, {merged.changed} changed, {merged.unchanged} as they were")
        return 0

    def _export(self, file: Path, kind: str) -> int:
        file.write_bytes(write_glossary(kind))
        print(f"{file} written", file=sys.stderr)
        return 0
