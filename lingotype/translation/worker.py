"""The worker: polls for what is wanted, takes one thing under a lease, does it, and looks again."""

import logging
import signal
import threading
import time
from collections.abc import Callable
from types import FrameType

from django.core.management import call_command
from django.db import DatabaseError, InterfaceError, OperationalError, close_old_connections

from lingotype.translation import desk_routes, health, jobs, leases, news, wanted

log = logging.getLogger(__name__)

POLL_SECONDS = 0.1
LOOK_SECONDS = 1.0
"""How often to look for what time brings (an hour that has come, a lease that ran out), where nobody has written."""
SCHEDULE_SECONDS = 30.0
"""How often articles are published whose hour has come."""
CHORE_SECONDS = 2.0
"""How long to leave the chores alone when there was nothing to do."""

Chore = Callable[[], object]
"""Does one small thing, if there is one; says whether it did."""
Between = Callable[[bool], object]
"""Does a piece of work, a smaller one where it is told that jobs wait; says whether there was any."""


class Worker:
    """One worker process.

    `between` does a small piece of what readers wait for: after every job, so that neither waits for the other, and
    again and again while there is no job. `chores` are further small things for that time; `timely` ones are done
    whatever waits, and say themselves when it is time. All are idempotent.
    """

    def __init__(
        self, chores: tuple[Chore, ...] = (), between: Between | None = None, timely: tuple[Chore, ...] = ()
    ) -> None:
        self.chores = chores
        self.between = between
        self.timely = timely
        self.stopping = threading.Event()
        self._next_chores = 0.0

    def stop_on_signals(self) -> None:
        """Finish the job at hand on SIGTERM or Ctrl-C, then end."""

        def stop(number: int, frame: FrameType | None) -> None:
            self.stopping.set()

        signal.signal(signal.SIGTERM, stop)
        signal.signal(signal.SIGINT, stop)

    def run(self) -> None:
        """Work until told to stop, on whatever there is."""
        self._start()
        next_schedule = 0.0

        def step() -> bool:
            nonlocal next_schedule
            if time.monotonic() >= next_schedule:
                _survived("publish_scheduled", lambda: call_command("publish_scheduled", verbosity=0))
                health.write_down()
                next_schedule = time.monotonic() + SCHEDULE_SECONDS
            return self.work_one()

        self._repeat(step)

    def help_out(self) -> None:
        """Work on jobs and chores until told to stop, and leave everything else to the newsroom's own workers."""
        self._repeat(self.work_one)

    def _repeat(self, step: Callable[[], bool]) -> None:
        # A database that goes away is waited for.
        while not self.stopping.is_set():
            try:
                before = news.version()
                desk_routes.keep_fresh(before)
                if not step():
                    self._rest(before)
            except DatabaseError as error:
                log.error("the database does not answer (%s); trying again", str(error).strip())
                close_old_connections()
                self.stopping.wait(1.0)

    def _rest(self, before: int | None) -> None:
        """Until there may be something to do: somebody has written since then, or time has passed."""
        until = time.monotonic() + LOOK_SECONDS
        self.stopping.wait(POLL_SECONDS)
        while before is not None and before == news.version() and time.monotonic() < until:
            if self.stopping.wait(POLL_SECONDS):
                break

    def work_one(self) -> bool:
        """Do one thing, if there is one. Returns whether there was."""
        job = leases.claim()
        if job is not None:
            jobs.work(job)
        for chore in self.timely:
            _survived(_name(chore), chore)
        was_between = self._did_between(is_busy=job is not None)
        if job is not None or was_between:
            return True
        if time.monotonic() < self._next_chores:
            return False
        busy = [_survived(_name(chore), chore) for chore in self.chores]
        was_busy = any(busy)
        self._next_chores = time.monotonic() + (0.0 if was_busy else CHORE_SECONDS)
        return was_busy

    def _did_between(self, *, is_busy: bool) -> bool:
        between = self.between
        return between is not None and _survived("making pages", lambda: between(is_busy))

    def _start(self) -> None:
        leases.release_dead()
        wanted.ask_again_by_settings()


def _name(chore: Chore) -> str:
    return getattr(chore, "__name__", "a chore")


def _survived(name: str, do: Callable[[], object]) -> bool:
    """Whether it did something; what goes wrong in it is logged, for nothing beside translating may stop translating.

    A database that has gone away is not its fault, and passes through.
    """
    try:
        return bool(do())
    except (OperationalError, InterfaceError):
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, the translations are not to blame
        log.error("%s failed and will be tried again (%s: %s)", name, type(error).__name__, error)
        return False
