"""The screen: a translation's paragraphs beside their sources, and where the review stands."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lingotype.desk.review.cards import Card, card, surroundings_of
from lingotype.desk.review.history import Entry, entries, log_of
from lingotype.desk.review.presence import Other, others_on
from lingotype.desk.review.texts import Waiting
from lingotype.language.facts import LANGUAGES
from lingotype.translation.models import Job, State

_STATES: dict[str, str | Promise] = {
    State.QUEUED: _("The original has changed: it is about to be translated again, and texts here may change."),
    State.TRANSLATING: _("It is being translated right now: texts here may change."),
    State.HELD: _("Held: this version waits for somebody to go through it."),
    State.FAILED: _("The last attempt to translate it failed: what stands here may be incomplete."),
    State.WAITING: _("It waits for an engine: what stands here may be incomplete."),
    State.STALE: _("The original has changed since people translated it."),
    State.PUBLISHED: "",
    State.REVIEWED: "",
}


@dataclass(frozen=True, slots=True)
class Screen:
    """All of it."""

    waiting: Waiting
    cards: Sequence[Card]
    job: Job | None
    state: str | Promise
    """What the job's state means for whoever reviews; empty where nothing is to be said."""
    history: Sequence[Entry]
    others: Sequence[Other]
    source: Any
    target: Any
    """Facts of the two languages."""

    @property
    def approved(self) -> int:
        """Paragraphs that are approved."""
        return sum(one.approval is not None for one in self.cards)

    @property
    def versions(self) -> str:
        """Of every paragraph, for forms without the script."""
        return json.dumps(self.waiting.versions)

    @property
    def errors(self) -> int:
        """Paragraphs with an error in them."""
        return sum(one.has_error for one in self.cards)


def screen_of(waiting: Waiting, user: Any) -> Screen:
    """The screen as this person sees it. The number of queries does not grow with the article."""
    around = surroundings_of(waiting)
    job = around.job
    return Screen(
        waiting,
        [card(waiting, one, around) for one in waiting.paragraphs],
        job,
        _STATES.get(job.state, "") if job is not None else "",
        entries(log_of(waiting.page)),
        others_on(waiting.page, user),
        LANGUAGES[waiting.pair.source],
        LANGUAGES[waiting.pair.target],
    )
