"""Lighthouse on an article and a front page of the demo newsroom, as readers get them: from the page store, compressed.

`make lighthouse`, or `python -m benchmarks.lighthouse [--address http://127.0.0.1:8000 PATH…]` for pages of a newsroom
that is being served already. Needs Node and npm, which fetch Lighthouse into a folder that goes away with the run, and
Chromium. Each page is measured as a phone (Lighthouse's own slow network and processor) and as a desktop computer sees
it. Fails where one of the four categories stays below 100 in three attempts, and names what was found.
Proof of work: a page is measured only after the server has said that it took no query, and that it is compressed.
"""

import argparse
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx

PACKAGE = "lighthouse@12.8.2"
PAGES = ("/ru/city/sovet-ogranichil-rost-arendy/", "/ru/", "/he/culture/mikhtavim-shelo-higiu/", "/he/")
FORMS: Mapping[str, tuple[str, ...]] = {"phone": (), "desktop": ("--preset=desktop",)}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_CHROMIUM_FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --no-first-run"
_READY_SECONDS = 300.0


def main() -> int:
    """Measure, print, and say by the exit status whether every score is 100."""
    parser = argparse.ArgumentParser(description="Lighthouse on an article and a front page.")
    parser.add_argument("--address", help="of a newsroom that is being served; without it the demo is made")
    parser.add_argument("pages", nargs="*", default=PAGES, metavar="PATH")
    options = parser.parse_args()
    missing = [name for name in ("npm", "node", "chromium") if shutil.which(name) is None]
    if missing:
        print(f"not measured: {', '.join(missing)} is not installed", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="lingotype-lighthouse-") as folder:
        tool = _installed(Path(folder) / "npm")
        if options.address:
            return _measure(tool, options.address, options.pages)
        with _demo(Path(folder) / "demo") as address:
            return _measure(tool, address, options.pages)


def _installed(folder: Path) -> Path:
    folder.mkdir()
    subprocess.run(
        ["npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", folder, PACKAGE],
        check=True, env={**os.environ, "npm_config_cache": str(folder / "cache")},
    )  # fmt: skip
    return folder / "node_modules" / ".bin" / "lighthouse"


@contextmanager
def _demo(folder: Path) -> Iterator[str]:
    """The demo newsroom, made and served."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    lingotype = [sys.executable, "-m", "lingotype"]
    subprocess.run([*lingotype, "demo", folder, "--port", port, "--no-serve"], check=True, stdout=subprocess.DEVNULL)
    server = subprocess.Popen([*lingotype, "--site", folder, "serve", "--port", port], stdout=subprocess.DEVNULL)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(30)


def _measure(tool: Path, address: str, pages: Sequence[str]) -> int:
    worst = 100
    print(f"{PACKAGE}, {os.cpu_count()} cores; performance, accessibility, best practices, SEO")
    for path in pages:
        _wait_until_stored(address + path)
        for form, flags in FORMS.items():
            report = _best(tool, address + path, flags)
            scores = _scores(report)
            print(f"{form:8} {path:45} {' '.join(f'{score:4}' for score in scores)}   {_times(report)}", flush=True)
            worst = min(worst, *scores)
            for line in _found(report):
                print(f"         {line}")
    return int(worst < 100)


def _best(tool: Path, url: str, flags: tuple[str, ...]) -> dict[str, Any]:
    """The best of up to three reports: whatever else is at work on this machine can only lower a score."""
    best: dict[str, Any] = {}
    for _ in range(3):
        report = _report(tool, url, flags)
        if not best or sum(_scores(report)) > sum(_scores(best)):
            best = report
        if min(_scores(best)) == 100:
            break
    return best


def _scores(report: Mapping[str, Any]) -> list[int]:
    return [round(report["categories"][name]["score"] * 100) for name in CATEGORIES]


def _wait_until_stored(url: str) -> None:
    until = time.monotonic() + _READY_SECONDS
    while time.monotonic() < until:
        try:
            answer = httpx.get(url, headers={"Accept-Encoding": "br"})
        except httpx.TransportError:
            answer = None
        if answer is not None and '"0 queries"' in answer.headers.get("Server-Timing", ""):
            assert answer.headers["Content-Encoding"] == "br", url
            return
        time.sleep(0.2)
    raise SystemExit(f"{urlsplit(url).path} did not get into the page store in {_READY_SECONDS:.0f} s")


def _report(tool: Path, url: str, flags: tuple[str, ...]) -> dict[str, Any]:
    done = subprocess.run(
        [tool, url, "--output=json", "--quiet", "--no-enable-error-reporting", f"--chrome-flags={_CHROMIUM_FLAGS}",
         f"--only-categories={','.join(CATEGORIES)}", *flags],
        check=True, capture_output=True, env={**os.environ, "CHROME_PATH": str(shutil.which("chromium"))},
    )  # fmt: skip
    report: dict[str, Any] = json.loads(done.stdout)
    assert urlsplit(report["finalDisplayedUrl"]).path == urlsplit(url).path, report["finalDisplayedUrl"]
    return report


def _times(report: Mapping[str, Any]) -> str:
    audits = report["audits"]
    shown = {
        "first paint": "first-contentful-paint", "largest": "largest-contentful-paint",
        "blocked": "total-blocking-time", "shift": "cumulative-layout-shift", "bytes": "total-byte-weight",
    }  # fmt: skip
    return ", ".join(f"{name} {round(audits[key]['numericValue'], 3):g}" for name, key in shown.items())


def _found(report: Mapping[str, Any]) -> Iterator[str]:
    """Every audit that took something from a score."""
    for name in CATEGORIES:
        for part in report["categories"][name]["auditRefs"]:
            audit = report["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 1:
                items = audit.get("details", {}).get("items", [])
                yield f"{name}: {part['id']} {audit['score']} {audit.get('displayValue', '')} {str(items[:2])[:300]}"


if __name__ == "__main__":
    sys.exit(main())
