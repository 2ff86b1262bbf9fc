"""Parts of pages that a worker keeps: true as long as they are kept, and there as long as a page is in the making."""

import pytest

from lingotype.delivery import reads
from lingotype.delivery.fragments import Fragments, fragment, lacking
from lingotype.delivery.models import Change, Counter


@pytest.fixture
def kept(db):
    return Fragments(most=2)


def settle(*keys):
    counter, _ = Counter.objects.get_or_create(pk=1)
    Change.objects.bulk_create([Change(key=key, number=counter.number + 1) for key in keys])
    Counter.objects.filter(pk=1).update(number=counter.number + 1)


def part(pk, said="first"):
    def make():
        reads.note(reads.page_key(pk))
        return said

    return fragment(("teaser", pk), make)


def test_a_part_is_made_once_and_whoever_shows_it_has_read_what_it_read(kept):
    with kept.in_use():
        part(1)
        with reads.reading() as found:
            assert part(1, "second") == "first"
    assert found.keys == {"page:1"}


def test_what_has_changed_is_made_again_and_nothing_else(kept):
    kept.bring_up_to_date()
    with kept.in_use():
        part(1), part(2)
        settle("page:1")
        kept.bring_up_to_date()
        assert (part(1, "second"), part(2, "second")) == ("second", "first")


def test_a_page_in_the_making_finds_what_it_has_found_there_however_much_it_makes(kept):
    kept.bring_up_to_date()
    with kept.in_use():
        part(1), part(2)
        missing = lacking("teaser", [3, 4, 5, 1])
        assert missing == {3, 4, 5}
        for pk in (3, 4, 5):
            part(pk)
        assert part(1, "second") == "first"
        kept.bring_up_to_date()
        assert lacking("teaser", [1, 2, 3, 4, 5]) == {2, 3, 4}, "those used last stay"


def test_without_a_worker_everything_is_made_of_what_is_there_now():
    assert (part(1), part(1, "second")) == ("first", "second")
    assert lacking("teaser", [1]) == {1}
