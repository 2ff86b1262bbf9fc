"""A language taken out of the settings: its pages stay in the database, and no address leads to them."""

from dataclasses import replace

import pytest

from lingotype.channels.feeds import feed_addresses
from lingotype.delivery.addresses import public_addresses
from lingotype.delivery.context import versions_of
from lingotype.newsroom.models import ArticlePage, EditionPage, FrontPage, SectionPage, StaticPage
from tests.factories import article, translation


def test_it_is_named_nowhere(newsroom, settings):
    original = article("most")
    translation(original, "uk", "mist")
    assert "uk" in versions_of(original)
    settings.LINGOTYPE = replace(settings.LINGOTYPE, readers=("ru", "en"))
    assert set(versions_of(original)) == {"ru"}
    found = public_addresses()
    assert set(found) == {"ru", "en"}
    assert all("uk" not in address.versions.paths for addresses in found.values() for address in addresses)
    assert not [path for path in feed_addresses() if path.startswith("/uk/")]


@pytest.mark.parametrize("model", [ArticlePage, EditionPage, FrontPage, SectionPage, StaticPage])
def test_no_page_can_be_made_private_which_feeds_would_not_know_of(model):
    assert model.private_page_options == []
