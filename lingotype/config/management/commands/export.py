"""`lingotype export DIR`: the whole public site as files, ready for any web server or mirror."""

import sys
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.utils import timezone

from lingotype.channels.addresses import channel_addresses
from lingotype.config.command import BadInputError, NewsroomCommand, progress
from lingotype.delivery.addresses import moved_addresses, public_addresses
from lingotype.delivery.export import export
from lingotype.delivery.replacing import CannotExportError
from lingotype.delivery.site_copy import Problem, Report
from lingotype.newsroom.pictures import make_one_size

SOMETHING_IS_MISSING = 1


class Command(NewsroomCommand):
    """Writes every public page, feed and map with its pictures, and puts the folder in place at the end."""

    help = "Write the whole public site as files."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to."""
        super().add_arguments(parser)
        parser.add_argument("dir", type=Path, metavar="DIR", help="a new folder, an empty one, or an earlier export")

    def run(self, options: dict[str, Any]) -> int:
        """Copy, then say what was copied and what is missing."""
        folder: Path = options["dir"]
        try:
            _make_pictures()
            report = _copy(folder)
        except CannotExportError as error:
            raise BadInputError(str(error)) from error
        if options["json"]:
            self.print_json({"dir": str(folder), **asdict(report)})
        else:
            print(
                f"{folder}: {report.pages} pages, {report.channels} feeds and maps, {report.media} pictures,"
                f" {report.redirects} redirects"
            )
        _complain("error", report.errors)
        _complain("broken link", report.broken_links)
        return SOMETHING_IS_MISSING if report.errors else 0


def _make_pictures() -> None:
    """Those sizes that no worker has made yet: a copy shows what is there."""
    with progress() as bar:
        task = bar.add_task("Preparing pictures", total=None)
        while make_one_size():
            bar.advance(task)


def _copy(folder: Path) -> Report:
    pages = [address.path for addresses in public_addresses().values() for address in addresses]
    with progress() as bar:
        task = bar.add_task("Exporting", total=len(pages))
        return export(
            folder,
            [*pages, *channel_addresses(timezone.now()), *moved_addresses()],
            lambda done, known: bar.update(task, completed=done, total=known),
        )


def _complain(kind: str, problems: list[Problem]) -> None:
    for problem in problems:
        where = f" (linked from {problem.linked_from})" if problem.linked_from else ""
        print(f"{kind}: {problem.address} {problem.what}{where}", file=sys.stderr)
