"""What a worker does beside translating."""

import time

from lingotype.config.full_store import KeepFull
from lingotype.config.statistics import gather_statistics
from lingotype.delivery.rendering import grow_old, make_fresh
from lingotype.delivery.reporting.retention import throw_away
from lingotype.desk.mail.sending import Sender, throw_away_given_up
from lingotype.desk.notices.telling import look_and_tell
from lingotype.importing.originals.beside import work_beside
from lingotype.newsroom.pictures import make_first_size, make_one_size
from lingotype.translation.dry_run.beside import dry_run_beside
from lingotype.translation.names import draft_one_name
from lingotype.translation.near.keys import index_some_texts
from lingotype.translation.worker import Chore


class Seldom:
    """A chore that is left alone for a while after it has found nothing: a worker looks ten times a second."""

    def __init__(self, chore: Chore, seconds: float) -> None:
        self._chore = chore
        self._seconds = seconds
        self._next = 0.0

    def __call__(self) -> bool:
        """Do it, if it is time. Returns whether there was anything."""
        now = time.monotonic()
        if now < self._next:
            return False
        self._next = now + self._seconds  # also where it fails
        was_busy = bool(self._chore())
        if was_busy:
            self._next = now
        return was_busy


throw_away_reports = Seldom(throw_away, 600.0)
throw_away_mail = Seldom(throw_away_given_up, 600.0)
mail_sender = Sender()
tell_people = Seldom(look_and_tell, 30.0)
CHORES = (
    Seldom(gather_statistics, 600.0), KeepFull(), throw_away_reports, throw_away_mail, work_beside, dry_run_beside,
    make_one_size, draft_one_name, index_some_texts,
)  # fmt: skip
TIMELY = (tell_people, Seldom(mail_sender, 5.0))
"""What people wait for, however many translations do."""

_first_size, _grow_old = Seldom(make_first_size, 0.5), Seldom(grow_old, 1.0)


def make_what_readers_wait_for(is_busy: bool) -> bool:
    """A small piece of it, also while jobs wait: the first size of a new picture, and pages. Says whether it did."""
    was_picture = _first_size()
    _grow_old()
    return make_fresh(is_busy) or was_picture
