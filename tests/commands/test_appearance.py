"""What makes every stored page stale: another program, and nothing that Python does on its own."""

import os
from pathlib import Path

import pytest

from lingotype.config.full_store import appearance


@pytest.fixture
def package(tmp_path: Path) -> Path:
    for name in ("theme/base.html", "delivery/pages.py", "translation/engines.py"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text("x")
    return tmp_path


def test_compiled_files_and_other_packages_change_nothing(package: Path) -> None:
    before = appearance(package)
    (package / "delivery/__pycache__").mkdir()
    (package / "delivery/__pycache__/pages.cpython-311.pyc").write_bytes(b"compiled")
    os.utime(package / "translation/engines.py", (1, 1))
    assert appearance(package) == before


@pytest.mark.parametrize("name", ["theme/base.html", "delivery/pages.py", "theme/new.html"])
def test_every_file_that_makes_pages_counts(package: Path, name: str) -> None:
    before = appearance(package)
    (package / name).write_text("another text")
    assert appearance(package) != before
