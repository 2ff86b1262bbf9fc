"""An article of 25 paragraphs into three languages: Lingotype's pipeline beside wagtail-localize's own path.

Both run in one process on one SQLite database, with the same engine that returns at once, on articles made alike.
Counted: every statement sent to the database from the moment the source is public until all three translations are;
timed: the wall clock of the same stretch, each side several times in turn, medians compared as a ratio.
Proof of work: every translated page is public and every one of its 25 paragraphs is in the other language.
"""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.newsroom import article_file, start

ROUNDS = 5
FIRST_LIMIT, UPDATE_LIMIT, TIME_RATIO_LIMIT = 450, 280, 0.5

Stretch = tuple[int, float]


def main() -> int:
    """Run, print, and fail when a promise is broken."""
    folder = start()
    _warm_up(folder)
    ours, updates, theirs = [], [], []
    for number in range(1, ROUNDS + 1):
        ours.append(_ours(folder, number, changed=False))
        theirs.append(_theirs(folder, 100 + number))
        updates.append(_ours(folder, number, changed=True))
    _print("lingotype, first time", ours)
    _print("lingotype, one paragraph changed", updates)
    _print("wagtail-localize, first time", theirs)
    ratio = statistics.median(a[1] / b[1] for a, b in zip(ours, theirs, strict=True))
    print(
        f"time, lingotype / wagtail-localize: {ratio:.2f} (median of {ROUNDS} pairs; promised below {TIME_RATIO_LIMIT})"
    )
    broken = [
        name
        for name, is_kept in (
            (f"at most {FIRST_LIMIT} queries the first time", max(row[0] for row in ours) <= FIRST_LIMIT),
            (f"at most {UPDATE_LIMIT} queries for an update", max(row[0] for row in updates) <= UPDATE_LIMIT),
            ("less than half the time", ratio < TIME_RATIO_LIMIT),
        )
        if not is_kept
    ]
    for name in broken:
        print(f"NOT KEPT: {name}")
    return 1 if broken else 0


def _warm_up(folder: Path) -> None:
    _ours(folder, 900, changed=False)
    _theirs(folder, 901)


def _ours(folder: Path, number: int, *, changed: bool) -> Stretch:
    from lingotype.importing.publish import publish_file, read_files
    from lingotype.translation.worker import Worker

    published = publish_file(read_files([article_file(folder, number, changed=changed)])[0])
    worker = Worker()

    def work() -> None:
        while worker.work_one():
            pass

    stretch = _measured(work)
    _prove(published.page.translation_key)
    return stretch


def _theirs(folder: Path, number: int) -> Stretch:
    from wagtail.models import Locale
    from wagtail_localize.models import Translation
    from wagtail_localize.operations import translate_object
    from wagtail_localize.views.edit_translation import apply_machine_translation

    from lingotype.importing.publish import publish_file, read_files
    from lingotype.translation.models import Job

    page = publish_file(read_files([article_file(folder, number)])[0]).page
    Job.objects.filter(article=page).delete()  # nobody else works on it
    locales = list(Locale.objects.exclude(pk=page.locale_id))
    user = _user()

    def work() -> None:
        translate_object(page, locales, user=user)
        for translation in Translation.objects.filter(source__object_id=page.translation_key):
            apply_machine_translation(translation.pk, user, _Theirs())
            translation.save_target(user=user, publish=True)

    stretch = _measured(work)
    _prove(page.translation_key)
    Job.objects.filter(article__translation_key=page.translation_key).delete()
    return stretch


class _Theirs:
    """The same engine, as wagtail-localize calls one."""

    display_name = "immediate"

    def can_translate(self, source_locale: Any, target_locale: Any) -> bool:
        return True

    def translate(self, source_locale: Any, target_locale: Any, strings: Any) -> dict[object, object]:
        from wagtail_localize.strings import StringValue

        code = target_locale.language_code
        return {string: StringValue(f"{code} {string.data}") for string in strings}


def _user() -> object:
    from django.contrib.auth import get_user_model

    return get_user_model().objects.get_or_create(username="bench", is_superuser=True)[0]


def _measured(work: Callable[[], None]) -> Stretch:
    from django.db import connection

    count = 0

    def counter(execute: Callable[..., Any], *query: Any) -> Any:
        nonlocal count
        count += 1
        return execute(*query)

    with connection.execute_wrapper(counter):
        began = time.perf_counter()
        work()
        return count, time.perf_counter() - began


def _prove(translation_key: object) -> None:
    from lingotype.newsroom.models import ArticlePage

    pages = ArticlePage.objects.live().filter(translation_key=translation_key).exclude(locale__language_code="ru")
    assert pages.count() == 3, f"{pages.count()} languages instead of 3"
    for page in pages.select_related("locale"):
        texts = [str(block.value) for block in page.body]
        assert len(texts) == 25, f"{len(texts)} paragraphs instead of 25"
        assert all(text.count(f"{page.lang} ") for text in texts), f"not translated into {page.lang}"


def _print(name: str, rows: list[Stretch]) -> None:
    queries, seconds = [row[0] for row in rows], [row[1] for row in rows]
    print(f"{name}: {min(queries)}–{max(queries)} queries, {statistics.median(seconds):.3f} s (median of {len(rows)})")


if __name__ == "__main__":
    sys.exit(main())
