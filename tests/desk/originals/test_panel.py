"""The way from the article's editor to the screen."""

from django.urls import reverse

from lingotype.newsroom.models import ArticlePage, MadeBy
from tests.desk.conftest import version
from tests.desk.originals.conftest import address


def editor_of(desk, page):
    return desk.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()


def test_it_stands_below_the_sources(desk, compared):
    html = editor_of(desk, compared)
    assert f'href="{address(compared)}"' in html
    assert "1 source has been read." in html
    assert html.index('data-contentpath="sources"') < html.index(f'href="{address(compared)}"')


def test_a_translation_and_a_new_article_have_none(desk, compared, work):
    work()
    assert "desk/originals" not in editor_of(desk, version(compared, "uk"))
    add = reverse("wagtailadmin_pages:add", args=["newsroom", "articlepage", compared.get_parent().pk])
    assert "desk/originals" not in desk.get(add).content.decode()


def test_a_translation_by_people_has_none(desk, compared):
    ArticlePage.objects.filter(pk=compared.pk).update(made_by=MadeBy.PEOPLE)
    assert "desk/originals" not in editor_of(desk, compared)
