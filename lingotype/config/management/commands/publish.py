"""`lingotype publish FILE…`: publish article files."""

import logging
import math
import re
import sys
import threading
import time
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from lingotype.config.command import BadInputError, NewsroomCommand, progress
from lingotype.config.statuses import article_json, languages_json
from lingotype.delivery.rendering import being_made, make_fresh, waiting_soon
from lingotype.importing.errors import ArticleFileError
from lingotype.importing.publish import Published, publish_file, read_files
from lingotype.importing.resolve import publish_in_order
from lingotype.newsroom.pictures import make_one_size
from lingotype.translation.models import Job, State
from lingotype.translation.wanted import ask_again
from lingotype.translation.worker import Worker

HELD_OR_FAILED, TIME_IS_UP = 3, 4
_DEFAULT_WAIT = 600.0
_NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)", re.ASCII)
_LOOK_SECONDS = 0.05
_TAKEN_OFF = (
    "{file}: the correction “{text}” is not in the file, and off the page now; to have it back, write it into the file "
    "(corrections:) and publish again"
)
"""What somebody has written at the desk must not go without a word."""
_BUSY = (State.QUEUED, State.TRANSLATING)


class Command(NewsroomCommand):
    """Makes or brings up to date the articles of the files; with `--wait`, sees every language to its end."""

    help = "Publish article files."
    asks_engines = True

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Files, and whether to wait."""
        super().add_arguments(parser)
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument(
            "--wait", nargs="?", type=_seconds, const=_DEFAULT_WAIT, metavar="S",
            help="wait until every language is published, held or failed; at most S seconds (600)",
        )  # fmt: skip

    def run_from_argv(self, argv: list[str]) -> None:
        """Read the command line, where `--wait` may stand before the files."""
        super().run_from_argv(_with_wait_alone(argv))

    def run(self, options: dict[str, Any]) -> int:
        """Judge all files first, write then, wait last."""
        # Why a language failed is said below its line; the worker's own log would say the same once more.
        logging.getLogger("lingotype.translation.routing").setLevel(logging.ERROR)
        try:
            files = read_files(options["files"])
            with transaction.atomic():  # what only the database knows can refuse the last file, too
                published = publish_in_order(files, publish_file)
        except ArticleFileError as error:
            raise BadInputError(str(error)) from error
        for row in published:
            ask_again(row.original)
            for text in row.taken_off:
                print(_TAKEN_OFF.format(file=row.file, text=text), file=sys.stderr)
        in_time = options["wait"] is None or wait_for(published, options["wait"])
        document = [
            {"file": str(row.file), "article": article_json(row.page), "languages": languages_json(row.original)}
            for row in published
        ]
        if options["json"]:
            self.print_json(document)
        else:
            _print_lines(published, document)
        return _status(document, in_time=in_time, waited=options["wait"] is not None)


def wait_for(published: Sequence[Published], seconds: float, make_size: Callable[[], bool] = make_one_size) -> bool:
    """Wait until no language of these articles is queued or being translated; help out where nobody else works.

    Then pictures are made, in all sizes or in those that `make_size` makes, and pages. Returns False when the time was
    up before; what is at hand then is left under its lease for the next worker.
    """
    deadline = time.monotonic() + seconds
    jobs = Job.objects.filter(article__in=[row.original.pk for row in published])
    # A thread, since an engine may take longer than anybody wants to wait; a daemon, since it must not outlive us.
    helper = Worker()
    thread = threading.Thread(target=helper.help_out, name="helper", daemon=True)
    thread.start()
    in_time = _ended(jobs, deadline)
    helper.stopping.set()
    thread.join(max(0.0, deadline - time.monotonic()))
    while in_time and (make_size() or _is_store_behind()):
        in_time = time.monotonic() < deadline
    return in_time


def _is_store_behind() -> bool:
    """Help with the page store. Returns whether pages are still to be made, by us or by a worker that lives."""
    if make_fresh():
        return True
    if is_behind := being_made() or waiting_soon():
        time.sleep(_LOOK_SECONDS)
    return is_behind


def _ended(jobs: "QuerySet[Job]", deadline: float) -> bool:
    with progress() as bar:
        total = jobs.count()
        task = bar.add_task("Translating", total=total)
        while busy := jobs.filter(state__in=_BUSY).count():
            bar.update(task, completed=total - busy)
            if time.monotonic() > deadline:
                return False
            time.sleep(_LOOK_SECONDS)
        bar.update(task, completed=total)
    return True


def _seconds(text: str) -> float:
    if not _NUMBER.fullmatch(text) or not 0 <= float(text) < math.inf:
        raise ArgumentTypeError(f"{text} is not a number of seconds")
    return float(text)


def _with_wait_alone(words: Sequence[str]) -> list[str]:
    """The words with a value for each `--wait` that a number does not follow: it must take no file for its seconds."""
    options = words[: words.index("--")] if "--" in words else words
    is_alone = [
        word == "--wait" and not (after and _NUMBER.fullmatch(after))
        for word, after in zip_longest(options, options[1:])
    ]
    spelled = [f"{word}={_DEFAULT_WAIT}" if alone else word for word, alone in zip(options, is_alone, strict=True)]
    return [*spelled, *words[len(options) :]]


def _status(document: list[dict[str, Any]], *, in_time: bool, waited: bool) -> int:
    if not in_time:
        return TIME_IS_UP
    states = {language["state"] for row in document for language in row["languages"].values()}
    return HELD_OR_FAILED if waited and states & {State.HELD, State.FAILED} else 0


def _print_lines(published: Sequence[Published], document: list[dict[str, Any]]) -> None:
    for row, entry in zip(published, document, strict=True):
        print(f"{row.file}: {'published' if row.is_changed else 'unchanged'}  {entry['article']['url']}")
        for code, language in entry["languages"].items():
            where = language["url"] or ""
            print(f"  {code}  {language['state']:<12}{where}".rstrip())
            if language["error"]:
                print(f"      {language['error']}", file=sys.stderr)
