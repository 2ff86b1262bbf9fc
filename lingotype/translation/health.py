"""What workers see of the engines, written down for the desk.

Breakers live in each process (see `breaker.py`), so the desk cannot look at them. Whoever asks an engine therefore
writes down that it has failed and that it answers again, which is seldom; that it goes on answering is kept in memory
and written down by the worker's loop. No job that goes well asks the database for it.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db import DatabaseError
from django.db.models import Case, F, Q, Value, When
from django.utils import timezone

from lingotype.translation.models import EngineHealth

log = logging.getLogger(__name__)

_SELDOM = timedelta(seconds=30)
"""The same failure is written down again after so long."""
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(slots=True)
class _Word:
    """What this process knows of an engine."""

    answered_at: datetime | None = None
    written_answer: datetime | None = None
    written_failure: tuple[str, bool] | None = None
    """The last failure and whether it was passed over then; None once it has answered."""
    failure_written_at: datetime = _NEVER


_words: dict[str, _Word] = {}


def answered(name: str) -> None:
    """The engine of that name has answered. Writes only where its last word was a failure."""
    word = _words.setdefault(name, _Word())
    word.answered_at = timezone.now()
    if word.written_failure is not None:
        word.written_failure = None
        _write_answer(name, word)


def failed(name: str, error: str, seconds_left: float) -> None:
    """It has failed in a way that may pass, and is passed over for that many seconds, perhaps none.

    Writes what is new, and else seldom.
    """
    word, now = _words.setdefault(name, _Word()), timezone.now()
    failure = error, seconds_left > 0
    if failure == word.written_failure and now - word.failure_written_at < _SELDOM:
        return
    word.written_failure, word.failure_written_at = failure, now
    until = now + timedelta(seconds=seconds_left) if seconds_left > 0 else None
    facts = {"failed_at": now, "error": error, "passed_over_until": until}
    with _as_a_remark(name):
        EngineHealth.objects.update_or_create(engine=name, defaults=facts)


def write_down() -> None:
    """Write down which engines have answered since the last time."""
    for name, word in list(_words.items()):
        if word.answered_at is not None and word.answered_at != word.written_answer:
            _write_answer(name, word)


def forget() -> None:
    """Know nothing any more: the database is another one."""
    _words.clear()


def _write_answer(name: str, word: _Word) -> None:
    """Only forward: another process may have written a later answer, or a failure since, whose pause stays."""
    at = word.written_answer = word.answered_at
    earlier = EngineHealth.objects.filter(Q(answered_at=None) | Q(answered_at__lt=at), engine=name)
    pause = Case(When(failed_at__gte=at, then=F("passed_over_until")), default=Value(None))
    with _as_a_remark(name):
        if not earlier.update(answered_at=at, passed_over_until=pause):
            EngineHealth.objects.get_or_create(engine=name, defaults={"answered_at": at})


@contextmanager
def _as_a_remark(name: str) -> Iterator[None]:
    """It is no reason to stop translating that it cannot be written down."""
    try:
        yield
    except DatabaseError as error:
        log.warning("the health of engine %s was not written down: %s", name, str(error).strip())
