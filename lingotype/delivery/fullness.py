"""That everything public stands in the store: what is wanted at the start, and what is missing later."""

from collections.abc import Iterable

from django.db.models import F

from lingotype.delivery import stale
from lingotype.delivery.addresses import public_addresses
from lingotype.delivery.fan_out import FEED, LIST, MAP, is_new
from lingotype.delivery.models import StoredPage
from lingotype.delivery.not_found import not_found_addresses
from lingotype.delivery.reads import SITE
from lingotype.delivery.stores import installed

_LATER = 6
_AT_ONCE = 500


def want_everything(channels: Iterable[str], appearance: str) -> None:
    """Want every public address in the store, and all of them anew when what stands on every page is another.

    `channels` are feeds, below a language, and maps, beside the languages. `appearance` says what stands on every page:
    version, templates, settings. Quick when nothing is to do.
    """
    if is_new(SITE, appearance):
        StoredPage.objects.update(wanted=F("wanted") + 1)
    known = set(StoredPage.objects.values_list("path", flat=True))
    pages = {address.path for addresses in public_addresses().values() for address in addresses}
    stale.want((path, LIST if path.count("/") <= 3 else _LATER) for path in sorted(pages - known))
    channels = set(channels)
    maps = {path for path in channels if path.count("/") == 1}
    stale.want((path, FEED) for path in sorted({*channels, *not_found_addresses()} - maps - known))
    stale.want((path, MAP) for path in sorted(maps - known))


class Looker:
    """Looks through the store part by part, again and again: a page that is missing is wanted anew."""

    def __init__(self) -> None:
        self._after = 0

    def look(self) -> bool:
        """Look at the next part. Returns whether anything was missing in it."""
        rows = StoredPage.objects.filter(pk__gt=self._after, made__gte=F("wanted")).order_by("pk")[:_AT_ONCE]
        pages = dict(rows.values_list("pk", "path"))
        self._after = max(pages, default=0)
        paths = set(installed.store().missing(pages.values()))
        missing = [pk for pk, path in pages.items() if path in paths]
        StoredPage.objects.filter(pk__in=missing).update(wanted=F("wanted") + 1)
        return bool(missing)
