"""`lingotype worker`: one more worker, on this or another machine."""

import sys
from argparse import ArgumentParser
from contextlib import closing
from typing import Any

from django.conf import settings

from lingotype.config.chores import CHORES, TIMELY, mail_sender, make_what_readers_wait_for
from lingotype.config.command import NewsroomCommand
from lingotype.delivery.purging import purging_beside
from lingotype.translation.worker import Worker


class Command(NewsroomCommand):
    """Works until Ctrl-C or SIGTERM; finishes the job at hand first."""

    help = "Work on what is wanted: translations, scheduled articles, pictures in readers' sizes."
    asks_engines = True

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whether to say that it works: `serve` speaks for its own worker."""
        super().add_arguments(parser)
        parser.add_argument("--quiet", action="store_true", help="say nothing but what goes wrong")

    def run(self, options: dict[str, Any]) -> int:
        """Work until told to stop."""
        worker = Worker(CHORES, make_what_readers_wait_for, TIMELY)
        worker.stop_on_signals()
        tell = _say_nothing if options["quiet"] else _say
        tell(f"The worker of {settings.LINGOTYPE.site_name} ({settings.LINGOTYPE.folder}) is at work; Ctrl-C ends it.")
        with purging_beside(), closing(mail_sender):
            worker.run()
        tell("The worker has ended; it left nothing half done.")
        return 0


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _say_nothing(line: str) -> None:
    del line
