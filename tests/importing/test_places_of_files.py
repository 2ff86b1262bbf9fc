"""Sections and editions that an article file names and that cannot be made."""

import pytest
from PIL import Image

from lingotype.importing.errors import ArticleFileError
from lingotype.newsroom.models import FrontPage, StaticPage

ARTICLE = """
    ---
    title: Мост
    lang: ru
    {}
    ---
    Мост открыли.
"""


@pytest.mark.parametrize("place", ["section: people", "section: search", "editions: [kyiv, tag]"])
def test_an_address_that_the_site_itself_uses_is_refused(publish, place):
    with pytest.raises(ArticleFileError, match=r"article.md:4: the site itself uses the address “\w+”"):
        publish(ARTICLE.format(place))


@pytest.mark.parametrize(
    ("places", "refusal"),
    [
        ("section: kyiv\n    editions: [kyiv]", "the edition ru/kyiv cannot be made: the page “Kyiv” stands there"),
        ("section: about", "the section ru/about cannot be made: the page “About” stands there"),
        ("section: rules", "the section uk/rules cannot be made: the page “Rules” stands there"),
    ],
)
def test_an_address_that_another_page_has_is_refused(publish, places, refusal):
    for slug, lang in (("about", "ru"), ("rules", "uk")):
        front = FrontPage.objects.get(locale__language_code=lang)
        front.add_child(instance=StaticPage(title=slug.capitalize(), slug=slug, locale=front.locale))
    with pytest.raises(ArticleFileError, match=refusal):
        publish(ARTICLE.format(places))


def test_a_refused_file_leaves_no_picture_behind(publish, tmp_path, settings):
    settings.MEDIA_ROOT = str(tmp_path / "media")
    Image.new("RGB", (8, 8)).save(tmp_path / "most.png")
    with pytest.raises(ArticleFileError, match="the edition ru/kyiv cannot be made"):
        publish(ARTICLE.format("image: {file: most.png, alt: Мост}\n    section: kyiv\n    editions: [kyiv]"))
    assert not list((tmp_path / "media").rglob("*.png"))
