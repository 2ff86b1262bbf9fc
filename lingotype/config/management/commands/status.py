"""`lingotype status`: article × language × state, and what waits."""

import sys
from typing import Any
from unicodedata import bidirectional

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from lingotype.config.command import NewsroomCommand
from lingotype.config.statuses import all_statuses

_STYLES = {
    "published": "green", "reviewed": "green", "held": "yellow", "stale": "yellow", "waiting": "dim", "failed": "red",
}  # fmt: skip
_NEEDS_A_HAND = ("held", "failed")
_NAMED = 3
"""Places that a reason names; `--json` has them all."""
_SHORTEST_TITLE, _LONGEST_TITLE = 12, 64
_AS_WIDE_AS_IT_NEEDS = 10_000
_ISOLATE, _END_OF_ISOLATE = "\u2068", "\u2069"
_TURNING = {"R", "AL", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI", "PDF", "PDI"}
"""Unicode's classes of characters that may change the direction of what stands beside them."""


class Command(NewsroomCommand):
    """Shows where every language of every article stands."""

    help = "Show article × language × state, and what waits."

    def run(self, options: dict[str, Any]) -> int:
        """A table for people, one document for machines."""
        rows = all_statuses()
        if options["json"]:
            self.print_json(rows)
            return 0
        console = Console(file=sys.stdout)
        if not console.is_terminal:
            console = Console(file=sys.stdout, width=_AS_WIDE_AS_IT_NEEDS)
        bare = Measurement.get(console, console.options, _table(rows, 0)).maximum
        console.print(_table(rows, max(_SHORTEST_TITLE, min(_LONGEST_TITLE, console.width - bare))))
        for line in _reasons(rows):
            console.print(line, highlight=False, soft_wrap=True, markup=False)
        return 0


def _table(rows: list[dict[str, Any]], title_width: int) -> Table:
    codes = list(dict.fromkeys(code for row in rows for code in row["languages"]))
    table = Table(box=None, pad_edge=False)
    for name in ("article", "title", *codes):
        table.add_column(name if name != "title" or title_width else "", no_wrap=True)
    for row in rows:
        article = row["article"]
        slug = article["url"].rstrip("/").rpartition("/")[2]
        cells = [_cell(row["languages"].get(code), is_withdrawn=row["withdrawn"]) for code in codes]
        table.add_row(Text(f"{article['lang']}/{slug}"), Text(_shown(article["title"], title_width)), *cells)
    return table


def _shown(title: str, width: int) -> str:
    """The title in so many columns; isolated, so that Hebrew or Arabic turns nothing else on its line round."""
    cut = title if cell_len(title) <= width else set_cell_size(title, max(0, width - 1)) + "…" * (width > 0)
    return f"{_ISOLATE}{cut}{_END_OF_ISOLATE}" if any(map(_may_turn, cut)) else cut


def _may_turn(sign: str) -> bool:
    return bidirectional(sign) in _TURNING


def _cell(language: dict[str, Any] | None, *, is_withdrawn: bool) -> Text:
    if language is None:
        return Text("·", "dim")
    if is_withdrawn:
        return Text("withdrawn", "dim")
    return Text(language["state"], _STYLES.get(language["state"], ""))


def _reasons(rows: list[dict[str, Any]]) -> list[str]:
    """Why languages wait, each reason once, with all that it holds up: what needs a hand first, then what is common."""
    places: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        slug = row["article"]["url"].rstrip("/").rpartition("/")[2]
        for code, language in row["languages"].items():
            if language["error"] and not row["withdrawn"]:
                place = f"{row['article']['lang']}/{slug} → {code}"
                places.setdefault((language["state"], language["error"]), []).append(place)
    ordered = sorted(places.items(), key=lambda one: (one[0][0] not in _NEEDS_A_HAND, -len(one[1])))
    return [f"{_places(found)}: {state}: {error}" for (state, error), found in ordered]


def _places(found: list[str]) -> str:
    named = ", ".join(found[:_NAMED])
    return named if len(found) <= _NAMED else f"{named} and {len(found) - _NAMED} more"
