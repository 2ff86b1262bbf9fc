"""The chore that reads and compares sources, beside a worker.

A site may be slow, an engine may be, and a long text takes seconds to compare.
"""

from lingotype.importing.originals import comparing, reading
from lingotype.translation.beside import Beside


def _is_due() -> bool:
    return reading.due().exists() or comparing.due().exists()


def _read_and_compare() -> None:
    reading.read_one_source()
    comparing.compare_one_source()


work_beside = Beside("originals", _is_due, _read_and_compare)
