"""Near matches of an article's 25 texts in a memory of 100,000.

The memory is made of the sources in pairs.jsonl: each text is two of the Russian sentences joined, with a number put
in, so that its words are as common as a newspaper's and more: a memory of so few different words is the hardest for
an index of words. Every text that is looked up is a remembered one with one ordinary word added. Measured: the wall
clock for each text alone and for 25 at once, on the database that LINGOTYPE_BENCH_DATABASE names (SQLite without it),
and how long the index took. Proof of work: every looked-up text finds the one that it was made of.
"""

import json
import random
import statistics
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

from benchmarks.newsroom import start

TEXTS, LOOKED_UP = 100_000, 25
MEDIAN_LIMIT, ARTICLE_LIMIT = 0.1, 2.0


def main() -> int:
    """Run, print, and fail when a promise is broken."""
    start()
    texts = list(_texts())
    _remember(texts)
    seconds = _index()
    print(f"index of {TEXTS:,} texts: {seconds:.0f} s, {TEXTS / seconds:,.0f} texts/s, {_rows():,} rows")
    looked_up = random.Random(7).sample(texts, LOOKED_UP)
    _find(looked_up[:1])
    alone = [_find([text]) for text in looked_up]
    together = _find(looked_up)
    median, most = statistics.median(alone) * 1000, max(alone) * 1000
    print(f"one text: {median:.0f} ms (median of {LOOKED_UP}), {most:.0f} ms at most")
    print(f"{LOOKED_UP} texts at once: {together:.2f} s")
    is_kept = statistics.median(alone) < MEDIAN_LIMIT and together < ARTICLE_LIMIT
    if not is_kept:
        print(f"NOT KEPT: {MEDIAN_LIMIT * 1000:.0f} ms a text and {ARTICLE_LIMIT:g} s an article")
    return 0 if is_kept else 1


def _texts() -> Iterator[str]:
    lines = Path(__file__).with_name("pairs.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    sentences = sorted({row["source"] for row in rows if row["source_lang"] == "ru" and "<" not in row["source"]})
    dice = random.Random(20261128)
    for number in range(TEXTS):
        one, other = dice.sample(sentences, 2)
        yield f"{one} {other} Это было {number} раз."


def _remember(texts: list[str]) -> None:
    from wagtail.models import Locale
    from wagtail_localize.models import String, StringTranslation

    russian, english = (Locale.objects.get(language_code=code) for code in ("ru", "en"))
    for at in range(0, TEXTS, 5_000):
        rows = [
            String(locale=russian, data_hash=String._get_data_hash(text), data=text) for text in texts[at : at + 5_000]
        ]
        String.objects.bulk_create(rows)
        made = [
            StringTranslation(translation_of=row, locale=english, data=f"[en] {row.data}", translation_type="machine")
            for row in rows
        ]
        StringTranslation.objects.bulk_create(made)


def _index() -> float:
    from lingotype.translation.near.keys import Indexer

    index, began = Indexer(), time.perf_counter()
    while index():
        pass
    return time.perf_counter() - began


def _rows() -> int:
    from lingotype.translation.models import NearKey

    return NearKey.objects.count()


def _find(texts: list[str]) -> float:
    from wagtail.models import Locale

    from lingotype.translation.near.matches import Around, Wanted, near_matches

    russian, english = (Locale.objects.get(language_code=code) for code in ("ru", "en"))
    around = Around(russian, english, uuid.uuid4(), "")
    wanted = [Wanted(0, at, text.replace("Это было", "Это было уже")) for at, text in enumerate(texts)]
    began = time.perf_counter()
    found = near_matches(wanted, around)
    seconds = time.perf_counter() - began
    for text, one in zip(texts, wanted, strict=True):
        assert any(match.source == text for match in found[one]), f"not found: {one.html}"
    return seconds


if __name__ == "__main__":
    sys.exit(main())
