"""Which article a file without a slug is."""

from textwrap import dedent

import pytest

from lingotype.importing.errors import ArticleFileError
from lingotype.importing.publish import read_files

ARTICLE = """
    ---
    title: {}
    lang: ru
    section: city
    ---
    Текст.
"""


def test_a_file_without_a_slug_is_the_article_of_the_slug_that_its_title_makes(publish):
    own = publish(ARTICLE.format("Погода").replace("lang:", "slug: pogoda-zavtra\n    lang:")).page
    made = publish(ARTICLE.format("Погода")).page
    assert (made.slug, made.pk == own.pk) == ("pogoda", False)
    assert publish(ARTICLE.format("Погода!")).page.pk == made.pk
    twice = [publish(ARTICLE.format("City")) for _ in range(2)]
    assert twice[0].page.pk == twice[1].page.pk


@pytest.mark.parametrize("title", ["🎉", "—", "！？"])
def test_a_title_without_letters_needs_a_slug(publish, title):
    with pytest.raises(ArticleFileError, match=r"article\.md: its title has no letters .* give it a slug"):
        publish(ARTICLE.format(title))
    named = [publish(ARTICLE.format(f"{title}\n    slug: {slug}")).page for slug in ("party", "cake")]
    assert [page.slug for page in named] == ["party", "cake"]


def test_two_files_of_one_call_cannot_be_one_article(tmp_path):
    paths = [tmp_path / name for name in ("a.md", "b.md")]
    for path in paths:
        path.write_text(dedent(ARTICLE).lstrip().format("Погода"), encoding="utf-8")
    with pytest.raises(ArticleFileError, match=r"b\.md: the same article as .*a\.md"):
        read_files(paths)
