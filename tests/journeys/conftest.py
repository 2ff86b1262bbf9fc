"""Newsrooms of the journeys."""

from pathlib import Path

import pytest

from tests.newsrooms import Newsroom, copied


@pytest.fixture
def paper(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Newsroom:
    """A newsroom of the test's own."""
    return copied(tmp_path_factory, tmp_path / "paper")
