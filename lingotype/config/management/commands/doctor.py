"""`lingotype doctor`: what is configured, what answers, what is missing, and what to do."""

import sys
from dataclasses import asdict
from typing import Any

from rich.console import Console

from lingotype.config.command import NewsroomCommand
from lingotype.config.examination import examine

_NOT_WELL = 3


class Command(NewsroomCommand):
    """Looks at everything; exit status 3 when something needs a hand."""

    help = "Say what is configured, what answers, what is missing, and what to do."

    def run(self, options: dict[str, Any]) -> int:
        """Examine and tell."""
        found = examine()
        if options["json"]:
            self.print_json([asdict(diagnosis) for diagnosis in found])
        else:
            console = Console(file=sys.stdout, highlight=False, soft_wrap=True)
            for diagnosis in found:
                mark = "[green]well[/]" if diagnosis.is_well else "[red]look[/]"
                console.print(f"{mark}  {diagnosis.about}: ", end="")
                console.print(diagnosis.message, markup=False)
        return 0 if all(diagnosis.is_well for diagnosis in found) else _NOT_WELL
