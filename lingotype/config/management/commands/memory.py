"""`lingotype memory import|export FILE.tmx`: translations that were made before."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from lingotype.config.command import BadInputError, NewsroomCommand, progress
from lingotype.translation.tmx import LARGEST_FILE, TmxError, read_tmx, remember_units, stored_units, write_tmx


class Command(NewsroomCommand):
    """Bring translations in, or write them out."""

    help = "import translations from a TMX file, or export all of them"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to do, and with which file."""
        super().add_arguments(parser)
        parser.add_argument("what", choices=("import", "export"))
        parser.add_argument("file", type=Path, metavar="FILE.tmx")

    def run(self, options: dict[str, Any]) -> int:
        """Import or export."""
        file: Path = options["file"]
        try:
            return self._import(file, options) if options["what"] == "import" else self._export(file, options)
        except TmxError as error:
            raise BadInputError(f"{file}: {error}") from error
        except OSError as error:
            raise BadInputError(f"{file}: {error.strerror or error}") from error

    def _import(self, file: Path, options: dict[str, Any]) -> int:
        with file.open("rb") as opened:
            content = opened.read(LARGEST_FILE + 1)
        with progress() as bar:
            bar.add_task("Reading", total=None)
            done = remember_units(read_tmx(content))
        if options["json"]:
            self.print_json({"added": done.added, "known": done.known, "skipped": done.skipped})
        else:
            print(
                f"translations: {done.added} added, {done.known} known, {done.skipped} in languages that are not here"
            )
        return 0

    def _export(self, file: Path, options: dict[str, Any]) -> int:
        with progress() as bar:
            bar.add_task("Writing", total=None)
            units = list(stored_units())
            file.write_bytes(write_tmx(units))
        if options["json"]:
            self.print_json({"units": len(units)})
        else:
            print(f"{file}: {len(units)} translations", file=sys.stderr)
        return 0
