"""What every command of a newsroom shares: an up-to-date database, one JSON document, clear errors."""

import json
import sys
from abc import ABC, abstractmethod
from argparse import ArgumentParser
from pathlib import Path
from typing import Any, ClassVar

from django.core.management.base import BaseCommand, CommandParser
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from lingotype.cli import BAD_INPUT
from lingotype.config.command_line import CommandLine
from lingotype.config.credentials import without_credentials
from lingotype.config.newsroom_file import FILE_NAME
from lingotype.config.up_to_date import bring_up_to_date
from lingotype.translation import installed
from lingotype.translation.engines import EngineSettingsError


class BadInputError(Exception):
    """What was given cannot be used; `str()` is the one line that the person reads."""


class NewsroomCommandLine(CommandLine, CommandParser):
    """The words behind a command's name, for Django, which asks for a parser of its own kind."""


class NewsroomCommand(BaseCommand, ABC):
    """A command that works on the newsroom of the current folder, or of `--site DIR`."""

    requires_system_checks: list[str] = []
    asks_engines: ClassVar[bool] = False
    """Whether a wrong table of an engine stops the command: better than at the first story, which may come at night."""

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        """Our own command line: what Django adds to every command is no choice of a newsroom's."""
        parser = NewsroomCommandLine(prog=f"{Path(prog_name).name} {subcommand}", description=self.help, **kwargs)
        parser.set_defaults(
            verbosity=1, settings=None, pythonpath=None, traceback=False, no_color=False, force_color=False
        )
        self.add_arguments(parser)
        return parser

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Every such command can speak to machines."""
        parser.add_argument("--json", action="store_true", help="one JSON document on standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        """Bring the database up to date, run, and turn bad input into one line and exit status 2."""
        try:
            if self.asks_engines:
                _build_engines()
            bring_up_to_date()
            status = self.run(options)
        except BadInputError as error:
            print(f"lingotype: {error}", file=sys.stderr)
            status = BAD_INPUT
        if status:
            sys.exit(status)

    @abstractmethod
    def run(self, options: dict[str, Any]) -> int:
        """Do it; returns the exit status."""

    def print_json(self, document: object) -> None:
        """The one document on standard output."""
        print(json.dumps(document, ensure_ascii=False, indent=2))


def _build_engines() -> None:
    try:
        installed.build_all()
    except EngineSettingsError as error:
        raise BadInputError(f"{FILE_NAME}: {without_credentials(str(error))}") from error


def progress() -> Progress:
    """A progress bar on standard error; nothing where that is no terminal."""
    console = Console(stderr=True)
    return Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
        console=console, disable=not console.is_terminal,
    )  # fmt: skip
