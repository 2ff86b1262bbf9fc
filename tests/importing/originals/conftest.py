"""An article that retells a source, and the source's text."""

import pytest

from lingotype.importing.models import SourceText
from lingotype.importing.originals.wishes import sources_of, want_given

RETOLD = """
    ---
    title: Мост открыт
    lang: ru
    slug: most
    section: city
    sources:
      - {id: post, publication: Harbor Post, url: "https://post.example/bridge", lang: en}
    ---
    «Мост обошёлся в 14 миллионов долларов», — сказала мэр Ада Куинн.

    «Дети смогут ходить в школу пешком», — добавила она.

    «Я так не думаю», — ответил рыбак.
"""
SOURCE = """The bridge over the river was opened on Monday.
“The bridge has cost 14 million dollars,” said Mayor Ada Quinn. “Children will be able to walk to school.”
The ferry will stop running in May."""


@pytest.fixture
def article(publish):
    return publish(RETOLD).page


@pytest.fixture
def given(article):
    """A source's text that an editor has just pasted."""
    return lambda text=SOURCE, name="a.txt": want_given(article, sources_of(article)[0], text.encode(), name)


def row(article):
    return SourceText.objects.get(article=article)
