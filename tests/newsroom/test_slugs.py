"""Slugs that are free, however many pages have the same title."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page

from lingotype.newsroom import slugs
from lingotype.newsroom.slugs import free_slug
from tests.factories import article


@pytest.mark.parametrize("count", [0, 1, slugs._FEW - 2, slugs._FEW - 1, slugs._FEW, slugs._FEW + 3])
def test_the_next_number_is_free(newsroom, count):
    english = Locale.objects.get(language_code="en")
    for number in range(1, count + 1):
        article("bridge" if number == 1 else f"bridge-{number}", lang="en")
    article("bridge-club", lang="en")
    found = free_slug("Bridge", "en", english, Page())
    assert found == (f"bridge-{count + 1}" if count else "bridge")


def test_it_is_looked_up_and_not_looked_for(newsroom):
    with CaptureQueriesContext(connection) as queries:
        free_slug("Bridge", "en", Locale.objects.get(language_code="en"), Page())
    assert not any(" LIKE " in query["sql"] for query in queries)
