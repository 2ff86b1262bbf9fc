"""What keeps floods of reports away without knowing anybody: counts under keyed hashes, thrown away after a day."""

from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac

from lingotype.newsroom.models import ReaderReport, ReportState, ReportTrace

OF_ADDRESS_HOURLY, OF_ADDRESS_DAILY = 6, 20
"""Reports from one address, or from one network of the newer kind."""
OF_PAGE_HOURLY = 30
"""Reports about one page, from wherever."""
OPEN_OF_PAGE, OPEN_AT_ALL = 50, 5_000
"""Reports that wait at the desk at most: more would not be read, either."""
KEPT = timedelta(days=1)

_NETWORK_BITS = 64
"""One customer of a provider has that many addresses of IPv6, and may use another for each request."""


def is_too_much(page: int, address: str, nonce: str, now: datetime | None = None) -> bool:
    """Count one more report and say whether it is one too many, or has been sent before.

    `address` is the sender's; neither it nor anything that it could be made from is kept.
    """
    now = now or timezone.now()
    hour, day = f"{now:%Y-%m-%d %H}", f"{now:%Y-%m-%d}"
    sender = network_of(address)
    limits = (
        ("form", nonce, "", 1),
        ("address, hourly", sender, hour, OF_ADDRESS_HOURLY),
        ("address, daily", sender, day, OF_ADDRESS_DAILY),
        ("page, hourly", str(page), hour, OF_PAGE_HOURLY),
    )
    with transaction.atomic():
        # One after the other: whoever is over a limit of their own takes nothing from the page's.
        is_over = any(_count(kind, what, when) > most for kind, what, when, most in limits)
    return is_over or _is_desk_full(page)


def network_of(address: str) -> str:
    """What is counted as one sender: an address, or of IPv6 its network."""
    try:
        found = ip_address(address)
    except ValueError:
        return "unknown"
    if found.version == 4:
        return str(found)
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(ip_network((found, _NETWORK_BITS), strict=False))


def forget_traces(now: datetime | None = None) -> bool:
    """Throw away what is older than a day. Returns whether there was anything."""
    old = ReportTrace.objects.filter(at__lt=(now or timezone.now()) - KEPT)
    return old.exists() and bool(old.delete()[0])


def _count(kind: str, what: str, when: str) -> int:
    key = salted_hmac("lingotype.reports.traces", f"{kind}\n{what}\n{when}", algorithm="sha256").hexdigest()
    rows = ReportTrace.objects.filter(key=key)
    if not rows.update(count=F("count") + 1):
        try:
            with transaction.atomic():
                ReportTrace.objects.create(key=key)
        except IntegrityError:  # somebody else's first, a moment ago
            rows.update(count=F("count") + 1)
    return rows.values_list("count", flat=True).first() or 1


def _is_desk_full(page: int) -> bool:
    waiting = ReaderReport.objects.filter(state=ReportState.OPEN)
    return waiting.filter(page=page).count() >= OPEN_OF_PAGE or waiting.count() >= OPEN_AT_ALL
