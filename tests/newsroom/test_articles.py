"""What an article promises whoever saves it."""

from wagtail.models import Locale

from lingotype.newsroom.models import ArticlePage

RUSSIAN = """
    ---
    title: Мост открыт
    lang: ru
    slug: most
    ---
    Мост открыли.
"""


def test_a_copy_for_translation_is_no_second_original(publish):
    article = publish(RUSSIAN).page
    copy = article.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    assert ArticlePage.objects.get(pk=copy.pk).made_by == "people"
    assert ArticlePage.objects.get(pk=article.pk).live


def test_a_plain_copy_is_an_article_of_its_own(publish):
    article = publish(RUSSIAN).page
    copy = article.copy(update_attrs={"slug": "most-2"}, keep_live=False)
    assert ArticlePage.objects.get(pk=copy.pk).made_by == "original"


def test_an_empty_slug_is_made_by_the_tables_of_the_pages_language(publish):
    article = publish(RUSSIAN).page
    uk = Locale.objects.get(language_code="uk")
    section = article.get_parent().get_translation(uk).specific
    page = section.add_child(instance=ArticlePage(title="Щасливий Юрій їде до Згурського", locale=uk, live=False))
    assert page.slug == "shchaslyvyi-yurii-yide-do-zghurskoho"
    twin = section.add_child(instance=ArticlePage(title="Щасливий Юрій їде до Згурського", locale=uk, live=False))
    assert twin.slug == "shchaslyvyi-yurii-yide-do-zghurskoho-2"


def test_translations_follow_their_original_into_another_section(publish, work):
    published = publish(RUSSIAN)
    work()
    publish(RUSSIAN.replace("slug: most", "slug: most\n    section: world"))
    moved = ArticlePage.objects.get(translation_key=published.page.translation_key, locale__language_code="uk")
    assert moved.url.startswith("/uk/world/")
    assert moved.live
