"""`lingotype status`: article × language × state, and what waits."""

import sys
from collections import Counter
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from lingotype.config.command import NewsroomCommand
from lingotype.config.statuses import all_statuses

_STYLES = {
    "published": "green", "reviewed": "green", "held": "yellow", "stale": "yellow", "waiting": "dim", "failed": "red",
}  # fmt: skip


class Command(NewsroomCommand):
    """Shows where every language of every article stands."""

    help = "Show article × language × state, and what waits."

    def run(self, options: dict[str, Any]) -> int:
        """A table for people, one document for machines."""
        rows = all_statuses()
        if options["json"]:
            self.print_json(rows)
            return 0
        codes = list(dict.fromkeys(code for row in rows for code in row["languages"]))
        table = Table(box=None, pad_edge=False)
        table.add_column("article", overflow="ellipsis", no_wrap=True, max_width=64)
        for code in codes:
            table.add_column(code, no_wrap=True)
        for row in rows:
            cells = [_cell(row["languages"].get(code)) for code in codes]
            table.add_row(f"{row['article']['lang']}  {row['article']['title']}", *cells)
        console = Console(file=sys.stdout)
        if not console.is_terminal:
            console = Console(file=sys.stdout, width=64 + 13 * len(codes))
        console.print(table)
        for line in _reasons(rows):
            console.print(line, highlight=False, soft_wrap=True, markup=False)
        return 0


def _cell(language: dict[str, Any] | None) -> Text:
    if language is None:
        return Text("·", "dim")
    return Text(language["state"], _STYLES.get(language["state"], ""))


def _reasons(rows: list[dict[str, Any]]) -> list[str]:
    reasons = Counter(
        f"{language['state']}: {language['error']}"
        for row in rows
        for language in row["languages"].values()
        if language["error"]
    )
    return [f"{count} × {reason}" if count > 1 else reason for reason, count in reasons.most_common(20)]
