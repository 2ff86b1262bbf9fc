"""Draws docs/images/performance.png from what benchmarks have recorded: `python -m benchmarks.plot RESULTS.json`.

Needs matplotlib: `pip install --group bench`.
"""

import json
import sys
from pathlib import Path
from typing import Any

PICTURE = Path(__file__).resolve().parents[1] / "docs" / "images" / "performance.png"
_OURS, _OTHERS = "#0b6e69", "#9aa3ab"


def main() -> int:
    """Draw, or say what is missing."""
    try:
        import matplotlib as drawing
        from matplotlib import pyplot
    except ModuleNotFoundError:
        print("needs matplotlib: pip install --group bench")
        return 2
    results = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    drawing.rcParams.update({"font.size": 9})
    figure, (left, right) = pyplot.subplots(1, 2, figsize=(9, 3), layout="constrained")
    _pages(left, results["front_door"]["figures"])
    _fresh(right, results["fresh_after_publishing"]["figures"])
    figure.savefig(PICTURE, dpi=160, metadata={"Software": None})
    return 0


def _pages(axes: Any, figures: dict[str, float]) -> None:
    """Pages a second of three servers; ten times as many is as far to the right each time."""
    names = ["plain Wagtail", "lingotype serve", "nginx, static file"]
    rates = [figures[name] for name in names]
    bars = axes.barh(names, rates, color=[_OTHERS, _OURS, _OTHERS])
    axes.set_xscale("log")
    axes.set_xlim(left=1, right=max(rates) * 8)
    axes.bar_label(bars, [f"{rate:,.0f}" for rate in rates], padding=4)
    axes.set_title("An article's page: answers a second, one process each", loc="left")
    _bare(axes)


def _fresh(axes: Any, figures: dict[str, float]) -> None:
    """From publication to fresh pages, by the size of the paper."""
    sizes = sorted(figures, key=int)
    seconds = [figures[size] for size in sizes]
    bars = axes.barh([f"{int(size):,} articles" for size in sizes], seconds, height=0.25 * len(sizes), color=_OURS)
    axes.set_ylim(-0.75, len(sizes) - 0.25)
    axes.set_xlim(right=max(seconds) * 1.3)
    axes.bar_label(bars, [f"{one:.2f} s" for one in seconds], padding=4)
    axes.set_title("From “publish” to fresh in four languages", loc="left")
    _bare(axes)


def _bare(axes: Any) -> None:
    axes.spines[["top", "right"]].set_visible(False)


if __name__ == "__main__":
    sys.exit(main())
