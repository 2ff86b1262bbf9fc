"""What a page costs that is rendered anew: a handful of queries, the same for ten articles and for a thousand."""

import json

import pytest
from django.utils.translation import override
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Locale

from lingotype.newsroom.models import ArticleAuthor, ArticlePage, FrontPage, Person, Picture, StaticPage, Tag
from lingotype.newsroom.pictures import prepare
from lingotype.newsroom.places import section
from tests.delivery.many import fill
from tests.factories import article, block, translation

AN_ARTICLE, A_LIST = 12, 15
"""Queries that an article and a front or a section may take."""


@pytest.fixture
def paper(newsroom, request):
    """A paper of `request.param` articles in each of four languages, and one on top that has everything."""
    keys = []
    for code in ("ru", "en", "uk", "es"):
        keys = fill(section("city", Locale.objects.get(language_code=code)), request.param, keys)
    for code in ("ru", "en"):
        FrontPage.objects.get(locale__language_code=code).add_child(instance=StaticPage(title="О нас", slug="about"))
    boxed, one = article("boxed", tags=["port"], place="port"), _picture("one")
    body = [
        block("paragraph", f'<p>См. <a linktype="page" id="{boxed.pk}">там</a> и {"слово " * 20}</p>'),
        *(block("image", {"image": _picture(name).pk, "alt": name, "caption": "", "credit": ""}) for name in "abc"),
        *(block("on_the_subject", {"article": page.pk}) for page in (boxed, article("boxed-too", place="port"))),
    ]
    facts = {"body": body, "lead_image": one, "place": "city", "dek": "О мосте и паромах"}
    rich = article("rich", tags=["most", "port"], authors=["ann", "bob"], editions=["new-york"], **facts)
    translation(rich, "en", "rich", body=body)
    return rich


def _picture(title: str) -> Picture:
    made = Picture.objects.create(title=title, file=get_test_image_file(f"{title}.png"))
    prepare(made)
    return made


@pytest.mark.parametrize("paper", [10, 1000], indirect=True)
def test_pages_are_lean_however_many_articles_there_are(paper, client, django_assert_max_num_queries):
    costs = {
        "/ru/city/rich/": AN_ARTICLE,
        "/en/city/rich/": AN_ARTICLE,
        "/en/city/rich/side-by-side/": AN_ARTICLE,
        "/uk/city/uk-7/": AN_ARTICLE,
        **dict.fromkeys(["/ru/", "/en/", "/ru/city/", "/ru/new-york/", "/ru/tag/most/", "/ru/people/ann/"], A_LIST),
        "/ru/about/": A_LIST,
        "/ru/feed.xml": A_LIST,
        "/ru/city/feed.json": A_LIST,
    }
    for path, most in costs.items():
        with django_assert_max_num_queries(most):
            assert client.get(path).status_code == 200, path


@pytest.mark.parametrize("paper", [10], indirect=True)
def test_what_has_everything_shows_everything(paper, client):
    html = client.get("/en/city/rich/").content.decode()
    assert html.count("<figure") >= 3
    assert "Ann" in html
    assert "Bob" in html
    assert "/ru/port/boxed/" in html
    assert "/en/new-york/" in html
    assert json.loads(html.split('<script type="application/ld+json">')[1].split("</script>")[0])["translationOfWork"]


def test_an_unknown_address_costs_few_queries_and_gets_a_page_that_says_so(
    newsroom, client, django_assert_max_num_queries
):
    with django_assert_max_num_queries(6):
        answer = client.get("/ru/city/there-is-no-such-article/")
    assert answer.status_code == 404


@pytest.mark.parametrize(
    "path", ["/ru/city/rich", "/ru//rich/", "/ru/city//", "/ru/rich/", "/en/city/ru-1/", "/ru/city/ru-1/x/"]
)
@pytest.mark.parametrize("paper", [3], indirect=True)
def test_only_its_own_address_leads_to_a_page(paper, client, path):
    assert client.get(path).status_code in (301, 404)


def test_a_preview_shows_tags_and_authors_that_are_not_saved_yet(newsroom):
    page = ArticlePage.objects.get(pk=article("draft", tags=["port"], authors=["ann"]).pk)
    page.tags = [Tag.objects.create(slug="ferry", name="паром", lang="ru")]
    page.article_authors = [ArticleAuthor(person=Person.objects.create(slug="bob", name="Боб", lang="ru"))]
    with override("en"):  # the editor's
        html = page.make_preview_request().content.decode()
    assert 'aria-label="Авторы"' in html
    assert "паром" in html
    assert "Боб" in html
    assert "/tag/port/" not in html
    assert "/people/ann/" not in html
