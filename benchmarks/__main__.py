"""`make bench`: every benchmark, one after the other, each in a process of its own."""

import subprocess
import sys
from pathlib import Path

_NO_BENCHMARKS = (
    "__init__", "__main__", "board_tables", "engines", "newsroom", "planting", "plot", "results", "served",
)  # fmt: skip
NAMES = tuple(path.stem for path in sorted(Path(__file__).parent.glob("*.py")) if path.stem not in _NO_BENCHMARKS)


def main() -> int:
    """Run the benchmarks that were named, or all; the exit status is that of the worst."""
    status = 0
    for name in sys.argv[1:] or NAMES:
        print(f"== {name}", flush=True)
        status = max(status, subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], check=False).returncode)
    return status


if __name__ == "__main__":
    sys.exit(main())
