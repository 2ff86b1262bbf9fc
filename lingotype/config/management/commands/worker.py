"""`lingotype worker`: one more worker, on this or another machine."""

from typing import Any

from lingotype.config.chores import CHORES
from lingotype.config.command import NewsroomCommand
from lingotype.translation.worker import Worker


class Command(NewsroomCommand):
    """Works until Ctrl-C or SIGTERM; finishes the job at hand first."""

    help = "Work on what is wanted: translations, scheduled articles, pictures in readers' sizes."
    asks_engines = True

    def run(self, options: dict[str, Any]) -> int:
        """Work until told to stop."""
        worker = Worker(CHORES)
        worker.stop_on_signals()
        worker.run()
        return 0
