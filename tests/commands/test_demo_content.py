"""The invented newsroom's own pages: each can stand where it says."""

import pytest
from django.conf import settings

from lingotype.config.demo import contents
from lingotype.config.demo_newsroom import standing_pages
from lingotype.newsroom.models import StaticPage

FILES = sorted((contents() / "pages").glob("*.md"))


@pytest.mark.parametrize("slug", sorted({file.name.split(".")[0] for file in FILES}))
def test_a_standing_page_is_published_in_every_language(newsroom, slug):
    files = [
        file
        for file in FILES
        if file.name.split(".")[0] == slug and file.suffixes[0][1:] in settings.LINGOTYPE.languages
    ]
    standing_pages(files)
    found = StaticPage.objects.live().filter(slug=slug)
    assert {page.locale.language_code for page in found} == set(settings.LINGOTYPE.languages)
    assert len(files) == len(found)
