"""What benchmarks have measured, kept for the page in docs/explanation/performance.md and its plot.

Nothing is written unless LINGOTYPE_BENCH_RESULTS names a file: a run for one's own eyes leaves the published figures.
"""

import json
import os
import platform
from datetime import UTC, datetime
from pathlib import Path

Figures = dict[str, float]


def record(name: str, figures: Figures) -> None:
    """Keep these figures as what that benchmark measured last, with the day and the machine."""
    named = os.environ.get("LINGOTYPE_BENCH_RESULTS")
    if not named:
        return
    path = Path(named)
    known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    rounded = {key: round(value, 4) for key, value in figures.items()}
    known[name] = {"date": f"{datetime.now(UTC):%Y-%m-%d}", "machine": _machine(), "figures": rounded}
    path.write_text(json.dumps(known, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _machine() -> str:
    with Path("/proc/cpuinfo").open(encoding="utf-8") as facts:
        named = [line.partition(":")[2].strip() for line in facts if line.startswith("model name")]
    kind = named[0] if named else platform.machine()
    return f"{len(named) or os.cpu_count()} × {kind}, Linux {platform.release()}, Python {platform.python_version()}"
