"""The page store brought to rest, and compared with what a reader would get from the database."""

from contextlib import nullcontext

from django.utils import timezone

from lingotype.channels.addresses import channel_addresses
from lingotype.delivery.addresses import public_addresses
from lingotype.delivery.asking import asking
from lingotype.delivery.fullness import want_everything
from lingotype.delivery.models import StoredPage
from lingotype.delivery.not_found import is_not_found
from lingotype.delivery.reads import reading
from lingotype.delivery.rendering import grow_old, render_some
from lingotype.delivery.stale import settle
from lingotype.delivery.stores import installed


def fill() -> None:
    """Want everything, as a worker does when it begins."""
    want_everything(channel_addresses(timezone.now()), "as it is")


def come_to_rest() -> int:
    """Settle and render until nothing is due; returns how many pages were rendered."""
    rendered = 0
    for _ in range(200):
        StoredPage.objects.filter(not_before__gt=timezone.now()).update(not_before=timezone.now())  # maps may wait
        grow_old()
        was_busy = settle()
        done = render_some()
        rendered += done
        if not was_busy and not done:
            return rendered
    raise AssertionError("the store does not come to rest")


def differences() -> dict[str, str]:
    """Paths at which the store and a fresh rendering disagree, with what is wrong."""
    store, ask = installed.store(), asking()
    public = {one.path for addresses in public_addresses().values() for one in addresses} | set(
        channel_addresses(timezone.now())
    )
    wrong = dict.fromkeys(public - set(store.paths()), "is not stored")
    for path in store.paths():
        with reading() if is_not_found(path) else nullcontext():  # else what is stored answers for itself
            answer = ask(path)
        if answer.status_code != (404 if is_not_found(path) else 200):
            wrong[path] = f"is stored, and answers {answer.status_code}"
        elif answer.getvalue() != store.file(path).read_bytes():
            wrong[path] = "is another page by now"
    return wrong
