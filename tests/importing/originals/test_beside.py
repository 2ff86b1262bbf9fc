"""Sources are read and compared beside a worker's translations, one at a time."""

import threading

import pytest

from lingotype.importing.models import TextState
from lingotype.importing.originals.beside import work_beside
from tests.importing.originals.conftest import row


def the_thread():
    return next((one for one in threading.enumerate() if one.name == "originals"), None)


@pytest.mark.usefixtures("database_as_it_was")
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_text_is_read_and_compared_in_a_thread_of_its_own(article, given):
    assert work_beside() is False
    given()
    assert work_beside() is True
    if (working := the_thread()) is not None:
        working.join(30)
    read = row(article)
    assert read.state == TextState.READY
    assert read.compared_with is not None
    assert read.proposals
    assert work_beside() is False
