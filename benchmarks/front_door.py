"""An article's page as `lingotype serve` answers it, beside nginx with its file and plain Wagtail with its text.

Three servers on loopback, one process each, asked in turn by the same `wrk` (8 connections, gzip accepted), several
times; medians, as ratios to nginx with `gzip_static` on the very file of the page store. Then the memory of `serve`
with everything that it starts (PSS: shared pages are counted once), at rest and under load.
Proof of work: each server's answer is read once before the load and has the article's last paragraph; ours and nginx's
are the same bytes; after the load no answer was an error.

Needs Debian's nginx and wrk: `apt-get install nginx-light wrk`.
"""

import gzip
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from benchmarks.results import record
from benchmarks.served import ROOT, environment, free_port, make_newsroom, running, serving

ROUNDS, SECONDS, CONNECTIONS = 7, 4, 8
RATIO_LIMIT, MEMORY_LIMIT = 0.38, 350
NGINX = """
daemon off;
user root;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    types {{ text/html html; }}
    sendfile on;
    gzip_static on;
    server {{ listen 127.0.0.1:{port}; root {pages}; index index.html; }}
}}
"""


@dataclass(frozen=True)
class Server:
    """One that answers the article at an address."""

    name: str
    url: str


def main() -> int:
    """Run, print, and fail when a promise is broken."""
    missing = [name for name in ("nginx", "wrk") if shutil.which(name, path=_PATH) is None]
    if missing:
        print(f"needs {' and '.join(missing)}: apt-get install nginx-light wrk")
        return 2
    folder = Path(tempfile.mkdtemp(prefix="lingotype-bench-"))
    try:
        return _run(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


_PATH = f"{os.environ['PATH']}:/usr/sbin"


def _run(folder: Path) -> int:
    path = make_newsroom(folder)
    with serving(folder) as (port, pid), _nginx(folder) as nginx, _wagtail(folder) as wagtail:
        servers = [
            Server("nginx, static file", f"http://127.0.0.1:{nginx}{path}"),
            Server("lingotype serve", f"http://127.0.0.1:{port}{path}"),
            Server("plain Wagtail", f"http://127.0.0.1:{wagtail}/article/"),
        ]
        _prove(servers)
        time.sleep(5)
        at_rest = _memory(pid)
        rates: dict[str, list[float]] = {server.name: [] for server in servers}
        for _ in range(ROUNDS):
            for server in servers:
                rates[server.name].append(_load(server.url))
        seen: list[float] = []
        _load(servers[1].url, lambda: seen.append(_memory(pid)))
    medians = {name: statistics.median(found) for name, found in rates.items()}
    base = medians[servers[0].name]
    for name, found in rates.items():
        spread = f"{min(found):,.0f}–{max(found):,.0f}"
        print(f"{name}: {medians[name]:,.0f} pages/s (median of {ROUNDS}; {spread}), ratio {medians[name] / base:.4f}")
    print(f"memory of serve: {at_rest:.0f} MB at rest, {seen[0]:.0f} MB under load (PSS of all its processes)")
    record("front_door", {**medians, "MB at rest": at_rest, "MB under load": seen[0]})
    ratio = medians["lingotype serve"] / base
    kept = ratio >= RATIO_LIMIT and max(at_rest, *seen) <= MEMORY_LIMIT
    if not kept:
        print(f"NOT KEPT: at least {RATIO_LIMIT} of nginx, at most {MEMORY_LIMIT} MB")
    return 0 if kept else 1


@contextmanager
def _nginx(folder: Path) -> Iterator[int]:
    port, own = free_port(), folder / "nginx"
    own.mkdir()
    (own / "nginx.conf").write_text(NGINX.format(folder=own, port=port, pages=folder / "pages"), encoding="utf-8")
    nginx = shutil.which("nginx", path=_PATH) or ""
    words: list[str | Path] = [nginx, "-p", own, "-c", own / "nginx.conf"]
    with running(words, f"http://127.0.0.1:{port}/ru/", own, environment()):
        yield port


@contextmanager
def _wagtail(folder: Path) -> Iterator[int]:
    """Plain Wagtail under the same server, its template compiled once, as Django does without DEBUG."""
    port, own = free_port(), folder / "wagtail"
    own.mkdir()
    env = environment(PLAIN_WAGTAIL=str(own), DJANGO_SETTINGS_MODULE="benchmarks.plain_wagtail.settings")
    content = {"title": "Статья номер 1", "body": _paragraphs(folder)}
    make = [sys.executable, "-m", "benchmarks.plain_wagtail.make"]
    subprocess.run(make, input=json.dumps(content).encode(), env=env, cwd=ROOT, check=True)
    server: list[str | Path] = [Path(sys.executable).with_name("granian"), "--interface", "wsgi", "--host", "127.0.0.1"]
    words: list[str | Path] = [
        *server,
        "--port",
        str(port),
        "--blocking-threads",
        "2",
        "benchmarks.plain_wagtail.wsgi:application",
    ]
    with running(words, f"http://127.0.0.1:{port}/article/", own, env):
        yield port


def _paragraphs(folder: Path) -> list[str]:
    """The paragraphs of our own page, so that both show the same."""
    page = next((folder / "pages").glob("ru/*/*/index.html")).read_text(encoding="utf-8")
    return re.findall(r"<p>Абзац .*?</p>", page, re.DOTALL)


def _prove(servers: list[Server]) -> None:
    bodies = []
    for server in servers:
        request = urllib.request.Request(server.url, headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            body = answer.read()
            packed = answer.headers["Content-Encoding"] == "gzip"
        bodies.append(gzip.decompress(body) if packed else body)
        assert "Абзац 24 статьи 1".encode() in bodies[-1], f"{server.name} does not show the article"
        print(f"{server.name}: {len(body):,} bytes{' gzipped' if packed else ''}")
    assert bodies[0] == bodies[1], "nginx and we serve different pages"


def _load(url: str, meanwhile: Callable[[], object] = time.perf_counter) -> float:
    words = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-H", "Accept-Encoding: gzip", url]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as wrk:
        time.sleep(SECONDS / 2)
        meanwhile()
        said = wrk.communicate()[0]
    assert "Non-2xx" not in said, said
    assert "Socket errors" not in said, said
    found = re.search(r"Requests/sec:\s+([\d.]+)", said)
    assert found, said
    return float(found[1])


def _memory(pid: int) -> float:
    """Megabytes of a process and of everything that it has started: what they share is counted once."""
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = stat.read_text(errors="replace").rpartition(")")[2].split()
            children.setdefault(int(fields[1]), []).append(int(stat.parent.name))
    family, todo = [], [pid]
    while todo:
        one = todo.pop()
        family.append(one)
        todo += children.get(one, [])
    kilobytes = 0
    for one in family:
        with suppress(OSError):
            found = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{one}/smaps_rollup").read_text(), re.MULTILINE)
            kilobytes += int(found[1]) if found else 0
    return kilobytes / 1024


if __name__ == "__main__":
    sys.exit(main())
