"""A newsroom's real `lingotype serve` for one benchmark, on a free port of loopback."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from benchmarks.newsroom import article_file, settings_text

ROOT = Path(__file__).resolve().parents[1]
LINGOTYPE = Path(sys.executable).with_name("lingotype")


def environment(**more: str) -> dict[str, str]:
    """What a shell in the checkout would hand on."""
    return {**os.environ, "PYTHONPATH": str(ROOT), **more}


def make_newsroom(folder: Path) -> str:
    """A newsroom in that folder with one article, stored in four languages; returns the path of the original."""
    (folder / "lingotype.toml").write_text(settings_text(), encoding="utf-8")
    words: list[str | Path] = [LINGOTYPE, "publish", article_file(folder, 1).name, "--wait", "--json"]
    done = subprocess.run(words, cwd=folder, env=environment(), capture_output=True, text=True, check=True)
    url: str = json.loads(done.stdout)[0]["article"]["url"]
    return url[url.index("/ru/") :]


@contextmanager
def serving(folder: Path) -> Iterator[tuple[int, int]]:
    """Serve it; gives the port and the number of the process."""
    port = free_port()
    words: list[str | Path] = [LINGOTYPE, "serve", "--port", str(port)]
    with running(words, f"http://127.0.0.1:{port}/ru/", folder, environment()) as process:
        yield port, process.pid


@contextmanager
def running(
    words: Sequence[str | Path], url: str, folder: Path, env: dict[str, str]
) -> "Iterator[subprocess.Popen[bytes]]":
    """A server until the block ends, from the moment when it answers at that address."""
    with (folder / "said.txt").open("ab") as said:
        process = subprocess.Popen(
            words, cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=said, stderr=said
        )  # fmt: skip
    try:
        deadline = time.monotonic() + 60
        while not _answers(url):
            if time.monotonic() > deadline or process.poll() is not None:
                raise RuntimeError(f"{words[0]} does not answer: {(folder / 'said.txt').read_text()}")
            time.sleep(0.1)
        yield process
    finally:
        process.terminate()
        process.wait(60)


def _answers(url: str) -> bool:
    with suppress(OSError):
        urllib.request.urlopen(url, timeout=5).close()
        return True
    return False


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
