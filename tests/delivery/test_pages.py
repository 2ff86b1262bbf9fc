"""Public pages over HTTP: their hooks, their links between languages, what they cost."""

import json
import re

import pytest
from lxml import html

from lingotype.newsroom.models import ArticlePage, Person, PersonText

ARTICLE = """
    ---
    title: Совет ограничил рост аренды
    lang: ru
    slug: arenda
    section: city
    dek: Закон касается 48 тысяч квартир.
    tags: [аренда]
    authors: [Вера Сокольник]
    editions: [new-york]
    published: 2026-11-20T09:30:00Z
    sources:
      - {id: nyp, publication: New York Post, url: "https://nyp.example.org/1", lang: en}
    corrections: [{date: 2026-11-21, text: В первой версии была ошибка.}]
    ---
    Совет принял закон. Мэр назвала его
    [«победой здравого смысла»]{.quote source=nyp speaker="H. Okafor" original="a win for \\"common sense\\""}.

    Об этом мы [уже писали](/ru/city/parom/).

    [Паром](/ru/city/parom/){.subject}
"""
EARLIER = """
    ---
    title: Паром подорожал
    lang: ru
    slug: parom
    section: city
    tags: [аренда]
    published: 2026-11-10T09:30:00Z
    ---
    Билет стоит четыре доллара.
"""


@pytest.fixture
def paper(publish, work):
    publish(EARLIER, "earlier.md")
    published = publish(ARTICLE)
    work()
    return published


def read(client, url):
    response = client.get(url)
    assert response.status_code == 200, url
    return html.fromstring(response.content.decode())


def address(published, lang):
    page = ArticlePage.objects.get(translation_key=published.page.translation_key, locale__language_code=lang)
    return page.url


def test_an_original_says_what_it_is(paper, client):
    page = read(client, "/ru/city/arenda/")
    assert page.get("lang") == "ru"
    assert page.get("dir") == "ltr"
    assert page.xpath("//article/@data-made-by") == ["original"]
    assert page.xpath("//*[contains(@class, 'translation-notice')]") == []
    assert page.xpath("//h1")[0].text_content().strip() == "Совет ограничил рост аренды"
    assert "В первой версии была ошибка." in page.text_content()


def test_a_translation_carries_one_notice_with_its_original_and_the_view_side_by_side(paper, client):
    url = address(paper, "uk")
    page = read(client, url)
    assert page.xpath("//article/@data-made-by") == ["machine"]
    (notice,) = page.xpath("//*[contains(concat(' ', @class, ' '), ' translation-notice ')]")
    links = notice.xpath(".//a/@href")
    assert "/ru/city/arenda/" in links
    assert f"{url}side-by-side/" in links


def test_a_quotation_stands_in_its_own_words_in_the_language_it_was_said_in(paper, client):
    (quotation,) = read(client, address(paper, "en")).xpath("//q[@data-verbatim]")
    assert quotation.text_content() == '“a win for "common sense"”'
    assert quotation.get("lang") == "en"
    assert quotation.get("cite") == "https://nyp.example.org/1"
    assert read(client, address(paper, "uk")).xpath("//q[@data-verbatim]") == []
    assert "победой здравого смысла" in read(client, "/ru/city/arenda/").xpath("//q")[0].text_content()


def test_no_engine_sees_what_is_given_verbatim(publish, work):
    from tests.engines import Remembering

    Remembering.asked.clear()
    publish(ARTICLE)
    work()
    seen = [text for text in Remembering.asked if "common sense" in text]
    assert seen == ['a win for "common sense"']  # on its own, for readers of Spanish


def test_links_and_boxes_lead_to_the_readers_language(paper, client):
    page = read(client, address(paper, "uk"))
    hrefs = page.xpath("//article//a/@href")
    assert not [href for href in hrefs if href.startswith("/ru/city/parom")]
    assert len([href for href in hrefs if re.match(r"/uk/city/uk-parom", href)]) >= 2


def test_alternates_are_mutual_and_only_for_pages_that_exist(paper, client):
    def alternates(url):
        links = read(client, url).xpath("//link[@rel='alternate'][@hreflang]")
        return {link.get("hreflang"): link.get("href") for link in links}

    russian, ukrainian = alternates("/ru/city/arenda/"), alternates(address(paper, "uk"))
    assert russian == ukrainian
    assert set(russian) == {"ru", "en", "uk", "x-default"}
    assert all(href.startswith("http://127.0.0.1:8000/") for href in russian.values())


def test_machines_read_what_the_page_is(paper, client):
    page = read(client, address(paper, "uk"))
    data = json.loads(page.xpath("//script[@type='application/ld+json']/text()")[0])
    assert data["@type"] == "NewsArticle"
    assert data["inLanguage"] == "uk"
    assert data["translationOfWork"]["inLanguage"] == "ru"
    assert data["digitalSourceType"].endswith("trainedAlgorithmicMedia")
    assert page.xpath("//link[@rel='canonical']/@href") == [f"http://127.0.0.1:8000{address(paper, 'uk')}"]
    assert page.xpath("//meta[@property='og:title']/@content")


def test_the_language_switch_goes_to_the_same_article_where_it_exists(paper, client):
    page = read(client, "/ru/city/arenda/")
    links = {link.get("hreflang"): link.get("href") for link in page.xpath("//a[@hreflang]")}
    assert links["uk"] == address(paper, "uk")
    assert links["es"] == "/es/"


def test_side_by_side_has_paragraph_beside_paragraph_and_is_not_indexed(paper, client):
    page = read(client, address(paper, "uk") + "side-by-side/")
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    sources = page.xpath("//*[@lang='ru'][contains(@class, 'pair-source')]")
    targets = page.xpath("//*[@lang='uk'][contains(@class, 'pair-target')]")
    assert len(sources) == len(targets) >= 4
    assert client.get("/ru/city/arenda/side-by-side/").status_code == 404


def test_section_edition_tag_and_person_have_pages(paper, client):
    vera = Person.objects.get(name="Вера Сокольник")
    PersonText.objects.create(person=vera, lang="en", name="Vera Sokolnik", role="city reporter")
    assert "Совет ограничил" in read(client, "/ru/city/").text_content()
    assert "Совет ограничил" in read(client, "/ru/new-york/").text_content()
    assert "Совет ограничил" in read(client, "/ru/tag/arenda/").text_content()
    assert "Vera Sokolnik" in read(client, f"/en/people/{vera.slug}/").text_content()


@pytest.mark.parametrize("query", ['"', "\0", "(", "а OR", "*", "'", "%", "--", "\\", "аренд" * 1000, "АРЕНДЫ", "🙂"])
def test_no_query_breaks_search(paper, client, query):
    assert client.get("/ru/search/", {"q": query}).status_code == 200


def test_search_finds_other_forms_of_a_word_in_the_readers_language(paper, client):
    assert "Совет ограничил" in read(client, "/ru/search/?q=арендой").text_content()
    assert "Совет ограничил" not in read(client, "/en/search/?q=арендой").text_content()


def test_what_is_not_there_is_said_in_the_language_of_the_address(paper, client):
    response = client.get("/uk/city/nope/")
    assert response.status_code == 404
    assert html.fromstring(response.content.decode()).get("lang") == "uk"


@pytest.mark.parametrize(
    ("asked", "language"), [("uk,ru;q=0.5", "uk"), ("he", "he"), ("fr", "ru"), ("", "ru"), ("xx;;;", "ru")]
)
def test_the_root_leads_to_the_readers_language(newsroom, client, asked, language):
    response = client.get("/", HTTP_ACCEPT_LANGUAGE=asked)
    assert (response.status_code, response["Location"]) == (302, f"/{language}/")


def test_the_old_address_redirects_after_a_slug_has_changed(paper, client, django_capture_on_commit_callbacks):
    page = ArticlePage.objects.get(pk=paper.page.pk)
    page.slug = "novyy-adres"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    response = client.get("/ru/city/arenda/")
    assert (response.status_code, response["Location"]) == (301, "/ru/city/novyy-adres/")


@pytest.mark.parametrize(
    ("path", "most"),
    [("/ru/", 30), ("/ru/city/", 30), ("/ru/city/arenda/", 40), ("/ru/search/?q=закон", 30)],
)
def test_pages_cost_few_queries_and_say_so(paper, client, path, most):
    timing = client.get(path)["Server-Timing"]
    queries = int(re.match(r'db;desc="(\d+) queries", total;dur=[\d.]+$', timing)[1])
    assert queries <= most


def test_right_to_left_pages_say_so(newsroom, client):
    assert read(client, "/he/").get("dir") == "rtl"
