"""Addresses below a language that pages of the tree cannot have."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import get_resolver
from django.utils import translation
from wagtail.models import Locale

from lingotype.newsroom.models import EditionPage, FrontPage, SectionPage, StaticPage
from lingotype.newsroom.reserved import RESERVED_SLUGS


def test_every_address_that_the_site_itself_answers_is_reserved():
    below_a_language = get_resolver().url_patterns[-1].url_patterns[:-2]  # the last two are the tree's pages
    first_parts = {str(pattern.pattern).split("/")[0] for pattern in below_a_language}
    assert {part for part in first_parts if not part.startswith("<")} == RESERVED_SLUGS


@pytest.mark.parametrize("model", [SectionPage, EditionPage, StaticPage])
def test_a_reserved_slug_is_refused(newsroom, model):
    locale = Locale.objects.get(language_code="ru")
    page = model(title="Люди", slug="people", locale=locale)
    with translation.override("en"), pytest.raises(ValidationError, match="The site itself uses this address"):
        FrontPage.objects.get(locale=locale).add_child(instance=page)
