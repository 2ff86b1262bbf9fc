"""Newsrooms to run commands in: `paper` by the real command, `quick` by one that has done its imports."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.warm import Warm
from tests.newsrooms import Newsroom, copied, template


@pytest.fixture
def paper(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Newsroom:
    """A newsroom of the test's own; every command is a new process of the installed `lingotype`."""
    return copied(tmp_path_factory, tmp_path / "paper")


@pytest.fixture(scope="session")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warm]:
    folder = tmp_path_factory.mktemp("warm") / "paper"
    shutil.copytree(template(tmp_path_factory), folder)
    with Warm(folder, folder.with_name("files")) as running:
        yield running


@pytest.fixture
def quick(warm: Warm, tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    """A newsroom as `paper`, at a place where the imports are done already; emptied and made anew for each test."""
    shutil.rmtree(warm.folder)
    shutil.copytree(template(tmp_path_factory), warm.folder)
    return Newsroom(warm.folder, warm.run)
