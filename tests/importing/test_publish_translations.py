"""Translations by people, published from files."""

import pytest

from lingotype.importing.errors import ArticleFileError
from lingotype.newsroom.models import ArticlePage, FrontPage, SectionPage
from lingotype.translation.models import Job, State

ORIGINAL = """
    ---
    title: Мост
    lang: ru
    slug: most
    section: city
    ---
    Мост открыли.
"""
TRANSLATION = """
    ---
    title: Міст
    lang: uk
    translation_of: {lang: ru, slug: most}
    translator: Марія Левченко
    ---
    Міст відкрили.
"""


def test_a_translation_of_a_withdrawn_article_stays_away_from_readers(publish):
    publish(ORIGINAL).page.unpublish()
    with pytest.raises(ArticleFileError, match="its original is not public; publish it first"):
        publish(TRANSLATION)
    assert not ArticlePage.objects.filter(locale__language_code="uk").exists()


def test_another_translator_is_a_change(publish):
    publish(ORIGINAL)
    publish(TRANSLATION)
    again = publish(TRANSLATION.replace("Марія Левченко", "Олена Бондар"))
    assert again.is_changed
    assert ArticlePage.objects.get(pk=again.page.pk).translator == "Олена Бондар"
    assert not publish(TRANSLATION.replace("Марія Левченко", "Олена Бондар")).is_changed


def test_a_section_of_one_language_gets_its_counterpart(publish):
    ru = FrontPage.objects.get(locale__language_code="ru")
    ru.add_child(instance=SectionPage(title="Порт", slug="port", locale=ru.locale))
    publish(ORIGINAL.replace("section: city", "section: port"))
    assert publish(TRANSLATION).page.get_parent().slug == "port"


def test_an_unchanged_file_does_not_make_a_stale_translation_fresh(publish):
    publish(ORIGINAL)
    publish(TRANSLATION)
    publish(ORIGINAL.replace("Мост открыли.", "Мост снова закрыли.").replace("slug:", "updated: 2026-11-21\n    slug:"))
    article = publish(TRANSLATION).original
    assert Job.objects.get(article=article, lang="uk").state == State.STALE
    publish(TRANSLATION.replace("відкрили", "знову закрили"))
    assert Job.objects.get(article=article, lang="uk").state == State.PUBLISHED
