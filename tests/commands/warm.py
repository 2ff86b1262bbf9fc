"""A `lingotype` that has done its imports once, and forks a process for each command it is told.

Importing takes seconds, the command itself a fraction of one. What is run is the real `main`, in a process of its own
with its own standard files, which can be waited for and killed like any other; only its birth is quicker.
"""

import contextlib
import io
import json
import os
import select
import signal
import subprocess
import sys
import traceback
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.newsrooms import Ran, environment

_LOOK_SECONDS = 0.02


@dataclass
class Warm:
    """The tests' side: commands of the newsroom in `folder`, which is read once, when the first of them is run."""

    folder: Path
    files: Path
    """Where standard output and errors of the commands go."""
    _ended: dict[int, int] = field(default_factory=dict)

    def __enter__(self) -> "Warm":
        self.files.mkdir(exist_ok=True)
        self._driver = subprocess.Popen(
            [sys.executable, "-m", __name__, str(self.folder)], cwd=self.folder, env=environment(),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        try:
            assert self._heard() == {"ready": True}
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *why: object) -> None:
        with self._driver as driver:
            driver.stdin.close()  # which ends it, and whatever command still runs

    def run(self, *words: str | Path, stdin: bytes = b"", cwd: Path | None = None) -> Ran:
        """Run a command to its end."""
        pid = self.start(*words, stdin=stdin, cwd=cwd)
        status = self.wait(pid)
        out, err = (self.files / f"{pid}.{end}" for end in ("out", "err"))
        return Ran(status, out.read_text(encoding="utf-8"), err.read_text(encoding="utf-8"))

    def start(self, *words: str | Path, stdin: bytes = b"", cwd: Path | None = None) -> int:
        """Start a command; its process."""
        (self.files / "in").write_bytes(stdin)
        order = {"words": [str(word) for word in words], "cwd": str(cwd or self.folder), "files": str(self.files)}
        self._driver.stdin.write(json.dumps(order).encode() + b"\n")
        self._driver.stdin.flush()
        while "started" not in (heard := self._heard()):
            self._ended[heard["ended"]] = heard["status"]
        return int(heard["started"])

    def wait(self, pid: int) -> int:
        """Wait for the end of a command's process; its status, or the negative number of the signal that killed it."""
        while pid not in self._ended:
            heard = self._heard()
            self._ended[heard["ended"]] = heard["status"]
        return self._ended.pop(pid)

    def _heard(self) -> dict[str, Any]:
        line = self._driver.stdout.readline()
        assert line, "the driver of the newsroom's commands has ended"
        return json.loads(line)


def _drive(folder: str) -> None:
    """The other side: orders come as lines of JSON on standard input, what happens goes out on standard output."""
    os.environ["LINGOTYPE_SITE"], os.environ["DJANGO_SETTINGS_MODULE"] = folder, "lingotype.config.settings"
    _import_everything()
    orders, children = io.FileIO(0), set[int]()
    _tell(ready=True)
    while True:
        if select.select([orders], [], [], _LOOK_SECONDS)[0]:
            line = orders.readline()
            if not line:
                break
            children.add(_forked(json.loads(line)))
        for pid in list(children):
            ended, status = os.waitpid(pid, os.WNOHANG)
            if ended:
                children.remove(pid)
                _tell(ended=pid, status=os.waitstatus_to_exitcode(status))
    for pid in children:
        os.kill(pid, signal.SIGKILL)


def _import_everything() -> None:
    import django
    from django.core.management import get_commands, load_command_class

    django.setup()
    for name, app in get_commands().items():
        if app == "lingotype.config":
            load_command_class(app, name)


def _forked(order: dict[str, Any]) -> int:
    pid = os.fork()
    if pid:
        _tell(started=pid)
        return pid
    files = Path(order["files"])
    os.chdir(order["cwd"])
    os.dup2(os.open(files / "in", os.O_RDONLY), 0)
    for number, end in ((1, "out"), (2, "err")):
        os.dup2(os.open(files / f"{os.getpid()}.{end}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
    status = 1
    try:
        status = _status_of(order["words"])
    except BaseException:  # noqa: BLE001 - what the interpreter itself would do with it, were this its own process
        traceback.print_exc()
    finally:
        with contextlib.suppress(OSError):
            sys.stdout.flush()
        os._exit(status)


def _status_of(words: Sequence[str]) -> int:
    from lingotype.cli import main

    try:
        return main(words)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)


def _tell(**what: object) -> None:
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    _drive(sys.argv[1])
