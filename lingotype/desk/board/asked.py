"""What of the board an editor asks to see: read from the address, and written back into it."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MISSING = "missing"
STANDINGS: Mapping[str, str | Promise] = {
    "held": _("Held"), "failed": _("Failed"), "waiting": _("Waiting for an engine"), "stale": _("Stale"),
    MISSING: _("Missing"),
}  # fmt: skip
"""What can be asked for, by the value in the address; all but `missing` are values of `State`."""
MINE, ALL = "mine", "all"
_LONGEST = 200


class Place(NamedTuple):
    """Where a page of the list begins: the article that stands beside it."""

    published_at: datetime
    article: int

    def __str__(self) -> str:
        return f"{self.published_at.isoformat()}_{self.article}"


@dataclass(frozen=True, slots=True)
class Asked:
    """One view of the board."""

    words: str = ""
    standing: str = ""
    """A key of `STANDINGS`, or empty."""
    is_mine: bool = False
    """Only articles that this user owns or is an author of."""
    section: uuid.UUID | None = None
    lang: str = ""
    """A language's code, `MINE` for those the user may edit, `ALL`; empty: as it suits the user."""
    older: Place | None = None
    """Show what comes after this article."""
    newer: Place | None = None
    """Show what comes before this article."""

    @property
    def is_filtered(self) -> bool:
        """Whether articles may be left out."""
        return bool(self.words or self.standing or self.is_mine or self.section)

    def address(self, **changes: object) -> str:
        """The query of this view's first page, with some parts changed; begins with `?`."""
        values = {
            "q": self.words, "state": self.standing, "whose": MINE if self.is_mine else "", "section": self.section,
            "lang": self.lang, **changes,
        }  # fmt: skip
        return "?" + urlencode({key: str(value) for key, value in values.items() if value})


def read_asked(query: Mapping[str, str]) -> Asked:
    """What the address asks for; what makes no sense in it is as if it were not there."""
    return Asked(
        words=query.get("q", "").strip()[:_LONGEST],
        standing=query.get("state", "") if query.get("state") in STANDINGS else "",
        is_mine=query.get("whose") == MINE,
        section=_uuid(query.get("section", "")),
        lang=query.get("lang", "")[:12],
        older=_place(query.get("older", "")),
        newer=_place(query.get("newer", "")),
    )


def _uuid(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def _place(text: str) -> Place | None:
    moment, _sign, article = text.rpartition("_")
    try:
        found = Place(datetime.fromisoformat(moment), int(article))
    except ValueError:
        return None
    return found if found.published_at.tzinfo is not None and 0 <= found.article < 2**63 else None
