"""What a worker does beside translating."""

from lingotype.config.full_store import KeepFull
from lingotype.delivery.rendering import make_fresh
from lingotype.importing.originals.beside import work_beside
from lingotype.newsroom.pictures import make_first_size, make_one_size
from lingotype.translation.names import draft_one_name
from lingotype.translation.near.keys import index_some_texts

CHORES = (KeepFull(), work_beside, make_one_size, draft_one_name, index_some_texts)


def make_what_readers_wait_for(is_busy: bool) -> bool:
    """A small piece of it, also while jobs wait: the first size of a new picture, and pages. Says whether it did."""
    was_picture = make_first_size()
    return make_fresh(is_busy) or was_picture
