"""Several batches of pages in one go: the next one is rendered while the last one is brought to the disk."""

import pytest
from django.db import connection

from lingotype.delivery.models import StoredPage
from lingotype.delivery.rendering import render_some
from lingotype.delivery.stores import installed
from tests.delivery import quiet
from tests.factories import article


@pytest.fixture
def wanted(newsroom, store):
    """Everything of a small paper is wanted; a hundred pages or so."""
    for number in range(6):
        article(f"one-{number}", tags=["port"])
    quiet.fill()
    return StoredPage.objects.count()


def stored():
    return set(installed.store().paths())


def test_so_many_are_made_in_one_go(wanted):
    assert render_some(5) == 5
    assert len(stored()) == 5
    assert render_some(5, seconds=600) == wanted - 5
    assert len(stored()) == wanted
    assert render_some(5, seconds=600) == 0


def test_a_batch_that_is_rendered_stands_in_the_store_also_where_the_next_one_breaks(wanted):
    first = set(StoredPage.objects.order_by("weight", "not_before", "pk").values_list("path", flat=True)[:2])
    claims = []

    def gone(execute, sql, params, many, context):
        if StoredPage._meta.db_table in sql and "LIMIT" in sql:
            claims.append(sql)
            if len(claims) == 2:
                raise RuntimeError("no more of this")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(gone), pytest.raises(RuntimeError, match="no more"):
        render_some(2, seconds=600)
    assert stored() == first
    assert not StoredPage.objects.filter(path__in=first).exclude(lease="").exists()
