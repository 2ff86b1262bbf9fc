"""`lingotype serve`: web, worker and local engine in one; one Ctrl-C ends all."""

import sys
from argparse import ArgumentParser
from typing import Any

from lingotype.config.command import BadInputError, NewsroomCommand
from lingotype.config.command_line import port
from lingotype.config.supervisor import HOST, PortTakenError, become_server


class Command(NewsroomCommand):
    """Serves this newsroom on 127.0.0.1 until Ctrl-C."""

    help = "Serve the newsroom: web, worker and local engine in one."
    asks_engines = True

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The port is the only choice."""
        super().add_arguments(parser)
        parser.add_argument("--port", type=port, default=8000, metavar="N", help="of 127.0.0.1; 8000")

    def run(self, options: dict[str, Any]) -> int:
        """Serve until told to stop."""
        try:
            become_server(options["port"], f"Lingotype serves http://{HOST}:{options['port']}\n", sys.stderr)
        except PortTakenError as error:
            raise BadInputError(str(error)) from error
