"""The locks: pip alone installs exactly what was tested, from whatever index it is set to."""

import re
import tomllib

import pytest

from tests.newsrooms import ROOT

LOCKS = ["requirements.txt", "requirements-dev.txt"]
PINNED = re.compile(r"([a-z0-9-]+)(?:\[[\w,-]+\])?==[^\s;]+(?: ; .+)?(?: --hash=sha256:[0-9a-f]{64})+")


def requirements(lock: str) -> list[str]:
    """The requirements of a lock, a line each, without comments."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    lines = re.sub(r" *\\\n *", " ", re.sub(r"^ *#.*\n", "", text, flags=re.MULTILINE)).splitlines()
    return [line.strip() for line in lines if line.strip()]


def names(lock: str) -> set[str]:
    return {match[1] for line in requirements(lock) if (match := PINNED.fullmatch(line))}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_is_pinned_and_has_its_hashes(lock: str) -> None:
    assert [line for line in requirements(lock) if not PINNED.fullmatch(line)] == []
    assert len(requirements(lock)) > 20


def test_every_dependency_is_in_the_lock() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = {plain(line) for line in project["project"]["dependencies"]}
    assert wanted - names("requirements.txt") == set()
    groups = project["dependency-groups"]
    assert {plain(line) for line in [*groups["dev"], *groups["build"]]} - names("requirements-dev.txt") == set()


def plain(requirement: str) -> str:
    return re.match(r"[\w.-]+", requirement)[0].lower().replace("_", "-").replace(".", "-")


def test_both_locks_agree() -> None:
    first, second = ({line.split()[0] for line in requirements(lock)} for lock in LOCKS)
    assert first <= second
