"""Taking one source's text under a lease, and giving it back: what `translation.leases` does for translations."""

from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from lingotype.importing.models import SourceText
from lingotype.translation.leases import LEASE_SECONDS, holder, renewed

MAX_ATTEMPTS = 4
"""A text that has ended so many workers, or was asked for in vain so often, is given up."""
_CANDIDATES = 8


def claim(due: "QuerySet[SourceText]", seconds: float = LEASE_SECONDS, **changes: Any) -> SourceText | None:
    """Take the first row that is due, changed like this; of several workers one has it. None when there is none."""
    for row in due.order_by("attempts", "not_before", "id")[:_CANDIDATES]:
        as_seen = SourceText.objects.filter(
            pk=row.pk, wanted=row.wanted, state=row.state, attempts=row.attempts, lease=row.lease,
            lease_until=row.lease_until,
        )  # fmt: skip
        taken = {
            **changes, "attempts": row.attempts + 1, "lease": holder(),
            "lease_until": timezone.now() + timedelta(seconds=seconds),
        }  # fmt: skip
        if as_seen.update(**taken):
            for name, value in taken.items():
                setattr(row, name, value)
            return row
    return None


def kept(row: SourceText, seconds: float = LEASE_SECONDS) -> AbstractContextManager[None]:
    """Renew the lease for as long as the block runs."""
    return renewed(SourceText.objects.filter(pk=row.pk, lease=row.lease), seconds)


def give_back(row: SourceText, **outcome: Any) -> bool:
    """Write the outcome and end the lease; not when it is another's by now, or the wish is a new one."""
    ours = SourceText.objects.filter(pk=row.pk, lease=row.lease, wanted=row.wanted)
    return bool(ours.update(**outcome, lease="", lease_until=None))
