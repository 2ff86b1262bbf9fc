"""Words of the desk in English."""

import pytest

from lingotype.translation import desk_routes
from tests.desk.board.conftest import person, roles  # noqa: F401 - fixtures


@pytest.fixture(autouse=True)
def _no_route_left_behind():
    yield
    desk_routes.forget()


@pytest.fixture(autouse=True)
def _in_english(in_english):
    """What the tests read is said by functions, not only by pages."""
