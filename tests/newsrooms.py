"""Newsrooms for tests from outside: made once by `lingotype new`, copied for each test, worked on by commands."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.migrated import once, shared

ROOT = Path(__file__).resolve().parents[1]
LINGOTYPE = Path(sys.executable).with_name("lingotype")
SETTINGS = (Path(__file__).parent / "newsroom.toml").read_text(encoding="utf-8")
LANGUAGES = "en,ru,uk,es,be"
_ENOUGH_SECONDS = 180
"""A command that takes longer hangs; far more than a busy machine needs."""


def environment(**more: str) -> dict[str, str]:
    """What a shell in the checkout would hand on, without the newsroom of the tests that run inside this process."""
    ours = ("LINGOTYPE_SITE", "DJANGO_SETTINGS_MODULE")
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    return {**kept, "PYTHONPATH": str(ROOT), "COLUMNS": "200", **more}


@dataclass(frozen=True)
class Ran:
    """A command that has ended."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on standard output."""
        return json.loads(self.out)

    @property
    def refusal(self) -> str:
        """The one clear line of a command that refuses what it was given; it says nothing else and exits with 2."""
        assert (self.status, self.out) == (2, ""), self
        assert self.err.startswith("lingotype: "), self.err
        assert self.err.count("\n") == 1, self.err
        return self.err.strip()


def run(
    *words: str | Path, stdin: bytes = b"", cwd: Path | None = None, lingotype: Path = LINGOTYPE, **env: str
) -> Ran:
    """Run the real command to its end."""
    done = subprocess.run(
        [lingotype, *map(str, words)], input=stdin, capture_output=True, cwd=cwd, env=environment(**env),
        timeout=_ENOUGH_SECONDS, check=False,
    )  # fmt: skip
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


@dataclass
class Newsroom:
    """A newsroom's folder. `command` runs words in it: the real command, unless a test takes a quicker way."""

    folder: Path
    command: Callable[..., Ran] = field(default=run)
    lingotype: Path = LINGOTYPE
    """The command that is started here, and where it finds the engines of its settings."""
    python_path: str = str(ROOT)

    def run(self, *words: str | Path, **how: Any) -> Ran:
        """Run a command of this newsroom, in its folder."""
        return self.command(*words, **{"cwd": self.folder, **how})

    def start(self, *words: str | Path) -> "subprocess.Popen[bytes]":
        """Start a command of this newsroom that goes on by itself; what it says goes to `said.txt`."""
        with (self.folder / "said.txt").open("ab") as said:
            return subprocess.Popen(
                [self.lingotype, *map(str, words)], cwd=self.folder, env=environment(PYTHONPATH=self.python_path),
                stdin=subprocess.DEVNULL,
                stdout=said, stderr=said, preexec_fn=_as_from_a_terminal,  # noqa: PLW1509 - no threads here
            )  # fmt: skip

    def write(self, name: str, text: str) -> Path:
        """A file in the newsroom's folder, by its name there."""
        (self.folder / name).write_text(text, encoding="utf-8")
        return Path(name)

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """What stands in the database, looked at from outside without a chance to change it."""
        with closing(sqlite3.connect(f"file:{self.folder / 'lingotype.sqlite3'}?mode=ro", uri=True)) as database:
            return database.execute(query, values).fetchall()

    def everything(self) -> "Rows":
        """All rows of all tables."""
        names = [name for (name,) in self.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        return {name: self.rows(f'SELECT * FROM "{name}"') for name in names}

    def asked(self) -> list[str]:
        """The texts that this newsroom's engines were asked to translate, in order."""
        return [row["text"] for row in self.questions()]

    def questions(self) -> list[dict[str, str]]:
        """The same, each `text` with the language it was asked `to`."""
        log = self.folder / "asked.jsonl"
        return [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()] if log.exists() else []


Rows = Mapping[str, list[tuple[Any, ...]]]
"""Of every table."""


def difference(before: Rows, after: Rows) -> dict[str, set[tuple[Any, ...]]]:
    """The rows that came or went, by table; nothing where nothing did."""
    return {name: set(before[name]) ^ set(rows) for name, rows in after.items() if rows != before[name]}


def _as_from_a_terminal() -> None:
    # Whoever runs the tests may have it ignored, as nohup does.
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def template(factory: pytest.TempPathFactory) -> Path:
    """An empty newsroom made by `lingotype new`, its output beside it; made once a run. Look, but do not write."""

    def make(parent: Path) -> None:
        parent.mkdir()
        folder = parent / "Harbor Courier"
        made = run("new", folder, "--languages", LANGUAGES)
        assert made.status == 0, made.err
        folder.with_name("said.txt").write_text(made.out, encoding="utf-8")
        folder.with_name("as-made.toml").write_bytes((folder / "lingotype.toml").read_bytes())
        (folder / "lingotype.toml").write_text(SETTINGS, encoding="utf-8")

    return once(shared(factory) / "template", make) / "Harbor Courier"


def copied(factory: pytest.TempPathFactory, folder: Path, settings: str = SETTINGS) -> Newsroom:
    """A newsroom of a test's own in that folder."""
    shutil.copytree(template(factory), folder)
    (folder / "lingotype.toml").write_text(settings, encoding="utf-8")
    return Newsroom(folder)
