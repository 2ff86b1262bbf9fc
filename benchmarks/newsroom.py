"""A newsroom made for one run of a benchmark, in a folder that goes away with it."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from lingotype.config.new import start_django

_SETTINGS = """
[site]
name = "Benchmark"
[languages]
readers = READERS
[engines.immediate]
type = "benchmarks.engines.Immediate"
[[routes]]
from = "*"
to = "*"
engines = ["immediate"]
gate = "always"
[database]
url = "DATABASE"
"""


def start(*more: str) -> Path:
    """Make the newsroom, for readers of four languages and `more`, and set Django up for it.

    LINGOTYPE_BENCH_DATABASE names an empty database, if not SQLite.
    """
    folder = Path(tempfile.mkdtemp(prefix="lingotype-bench-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / "lingotype.toml").write_text(settings_text(*more), encoding="utf-8")
    start_django(folder)
    from lingotype.config.up_to_date import bring_up_to_date

    bring_up_to_date()
    return folder


def settings_text(*more: str) -> str:
    """The newsroom's settings file."""
    readers = ", ".join(f'"{code}"' for code in ("ru", "en", "uk", "es", *more))
    return _SETTINGS.replace("READERS", f"[{readers}]").replace(
        "DATABASE", os.environ.get("LINGOTYPE_BENCH_DATABASE", "sqlite:///lingotype.sqlite3")
    )


def article_file(folder: Path, number: int, *, changed: bool = False) -> Path:
    """An article of 25 paragraphs with links, marks, headings, tags and an author, unlike any other number's."""
    paragraphs = [
        f"Абзац {index} статьи {number}: совет **обсудил** вопрос, и [отчёт](https://example.org/{index}) "
        f"назвал {index * 7 + number} адресов."
        for index in range(25)
    ]
    if changed:
        paragraphs[12] = f"Абзац переписан в статье {number}, и никто этого не ждал."
    path = folder / f"article-{number}.md"
    head = f"title: Статья номер {number}\nlang: ru\nslug: article-{number}\nsection: city\ntags: [мост, совет]\n"
    front = f"---\n{head}authors: [Анна Ковальчук]\npublished: 2026-11-20T09:30:00Z\n---\n"
    path.write_text(front + "\n\n".join(paragraphs) + "\n", encoding="utf-8")
    return path
