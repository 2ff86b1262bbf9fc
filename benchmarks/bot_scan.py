"""Readers while a machine tries random addresses: what they wait for an article's page, with it and without it.

Measured: one reader asks `lingotype serve` for the article 100 times a second on one connection and notes how long
each answer took, first alone, then while `wrk` asks for addresses that do not exist as fast as two connections can, at
least 10,000 of them; several times in turn, medians compared.
Proof of work: every answer to the reader is the page; at least 10,000 addresses were tried; all were answered 404.

Needs Debian's wrk: `apt-get install wrk`.
"""

import http.client
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.results import record
from benchmarks.served import make_newsroom, serving

ROUNDS, SECONDS, EACH_SECOND, ADDRESSES = 5, 6, 100, 10_000
SLOWER_LIMIT = 1.10
_SCRIPT = """
math.randomseed(os.time())
request = function()
    return wrk.format("GET", "/ru/" .. math.random(1, 1e12) .. "/wp-login-" .. math.random(1, 1e12) .. ".php")
end
local threads = {}
setup = function(thread) table.insert(threads, thread) end
response = function(status) if status ~= 404 then other = (other or 0) + 1 end end
done = function(summary)
    local other = 0
    for _, thread in ipairs(threads) do other = other + (thread:get("other") or 0) end
    io.write("ANSWERS ", summary.requests, " OTHER ", other, "\\n")
end
"""


def main() -> int:
    """Run, print, and fail when a promise is broken."""
    if shutil.which("wrk") is None:
        print("needs wrk: apt-get install wrk")
        return 2
    folder = Path(tempfile.mkdtemp(prefix="lingotype-bench-"))
    try:
        path = make_newsroom(folder)
        (folder / "scan.lua").write_text(_SCRIPT, encoding="utf-8")
        with serving(folder) as (port, _):
            alone, beside, tried = _measure(folder, port, path)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    ratios: dict[str, float] = {}
    figures: dict[str, float] = {"addresses": tried}
    for name, part in (("median", 0.5), ("19 of 20", 0.95)):
        a, b = (statistics.median(_part(found, part) for found in rounds) * 1000 for rounds in (alone, beside))
        ratios[name] = b / a
        figures |= {f"{name} alone, ms": a, f"{name} beside, ms": b}
        print(f"{name}: {a:.2f} ms alone, {b:.2f} ms beside the scan, ratio {b / a:.2f}")
    print(f"addresses tried: {tried:,} in {ROUNDS * SECONDS} s")
    record("bot_scan", figures)
    assert tried >= ADDRESSES, f"only {tried} addresses were tried"
    if ratios["median"] > SLOWER_LIMIT:
        print(f"NOT KEPT: at most {SLOWER_LIMIT} times as long")
        return 1
    return 0


def _measure(folder: Path, port: int, path: str) -> tuple[list[list[float]], list[list[float]], int]:
    alone, beside, tried = [], [], 0
    _read(port, path)
    for _ in range(ROUNDS):
        alone.append(_read(port, path))
        scan: list[str | Path] = [
            "wrk",
            "-t1",
            "-c2",
            f"-d{SECONDS}s",
            "-s",
            folder / "scan.lua",
            f"http://127.0.0.1:{port}/",
        ]
        with subprocess.Popen(scan, stdout=subprocess.PIPE, text=True) as wrk:
            beside.append(_read(port, path))
            said = wrk.communicate()[0]
        found = re.search(r"ANSWERS (\d+) OTHER (\d+)", said)
        assert found, said
        assert int(found[2]) == 0, said
        tried += int(found[1])
    return alone, beside, tried


def _read(port: int, path: str) -> list[float]:
    """How long each answer took, in seconds."""
    connection, took = http.client.HTTPConnection("127.0.0.1", port, timeout=30), []
    begin = time.perf_counter()
    for number in range(int((SECONDS - 1) * EACH_SECOND)):
        time.sleep(max(0.0, begin + number / EACH_SECOND - time.perf_counter()))
        asked = time.perf_counter()
        connection.request("GET", path, headers={"Accept-Encoding": "br"})
        answer = connection.getresponse()
        answer.read()
        took.append(time.perf_counter() - asked)
        assert answer.status == 200, answer.status
    connection.close()
    return took


def _part(took: list[float], part: float) -> float:
    return sorted(took)[int(len(took) * part)]


if __name__ == "__main__":
    sys.exit(main())
