"""The article inside a feed: complete, clean, with addresses that hold anywhere."""

import pytest
from lxml import html

from lingotype.channels.content import clean
from lingotype.channels.text import xml_text
from lingotype.newsroom.models import ArticlePage
from tests.channels.reading import json_feed

SITE = "http://127.0.0.1:8000"
BASE = "https://courier.example/ru/city/port/"


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ('<a href="/ru/world/">х</a>', '<a href="https://courier.example/ru/world/">х</a>'),
        ('<a href="#part">х</a>', '<a href="https://courier.example/ru/city/port/#part">х</a>'),
        ('<a href="https://nyp.example/1">х</a>', '<a href="https://nyp.example/1">х</a>'),
        ('<a href="mailto:desk@courier.example">х</a>', '<a href="mailto:desk@courier.example">х</a>'),
        ('<a href="javascript:alert(1)" onclick="alert(1)">х</a>', "<a>х</a>"),
        ('<a href="http://[half">х</a>', "<a>х</a>"),
        ('<img src="/media/a.jpg" onerror="x" alt="А">', '<img src="https://courier.example/media/a.jpg" alt="А">'),
        ("<p>а<script>alert(1)</script><style>p{}</style>б</p>", "<p>аб</p>"),
        ('<iframe src="https://x.example"></iframe><p class="x" style="y">а</p>', "<p>а</p>"),
        (
            '<q data-verbatim="" lang="en" cite="/s">а</q>',
            '<q data-verbatim="" lang="en" cite="https://courier.example/s">а</q>',
        ),
        ("<p>а\x0bб</p>", "<p>аб</p>"),
    ],
)
def test_only_what_readers_need_is_left(given, left):
    assert clean(given, BASE) == left


@pytest.mark.parametrize(
    ("given", "left"), [("а\x00б\x1f", "аб"), ("а\tб\nв", "а\tб\nв"), ("\ufffe\ud800х", "х"), ("🛳 é", "🛳 é")]
)
def test_what_xml_cannot_hold_is_dropped(given, left):
    assert xml_text(given) == left


@pytest.fixture
def rents(paper, client):
    return html.fromstring(json_feed(client, "/ru/feed.json")["items"][0]["content_html"])


def test_the_whole_article_is_there_in_order(rents):
    text = rents.text_content()
    parts = [
        "В первой версии была ошибка.", "А. Зубрицкая", "Совет принял закон.", "уже писали", "Что дальше", "У мэрии",
        "А. Площадь", "Мы подождем.", "Р. Коул", "Полминуты", "Паром подорожал", "New York Post",
    ]  # fmt: skip
    places = [text.rindex(part) for part in parts]
    assert places == sorted(places)


def test_every_address_is_absolute_and_every_quotation_keeps_its_source(rents):
    addresses = rents.xpath("//@href | //@src | //@cite")
    assert len(addresses) > 5
    assert all(address.startswith(("http://", "https://")) for address in addresses)
    assert rents.xpath("//a[text()='уже писали']/@href") == [f"{SITE}/ru/city/parom/"]
    assert rents.xpath("//q/@cite | //blockquote/@cite") == ["https://nyp.example.org/1"] * 2


def test_a_link_leads_to_the_readers_language(paper, client):
    page = ArticlePage.objects.get(slug="orenda")
    page.body = ArticlePage.objects.get(slug="arenda").body
    page.save_revision().publish()
    story = html.fromstring(json_feed(client, "/uk/feed.json")["items"][0]["content_html"])
    assert story.xpath("//a[text()='уже писали']/@href") == [f"{SITE}/uk/city/porom/"]
    assert story.xpath("//a[text()='Пором подорожчав']/@href") == [f"{SITE}/uk/city/porom/"]


def test_a_link_to_what_is_withdrawn_leads_nowhere(paper, client):
    ArticlePage.objects.get(slug="parom").unpublish()
    page = html.fromstring(json_feed(client, "/ru/feed.json")["items"][0]["content_html"])
    assert page.xpath("//a[text()='уже писали']/@href") == []
    assert "Паром подорожал" not in page.text_content()


def test_hebrew_brings_its_direction_along(paper, client):
    (story,) = json_feed(client, "/he/feed.json")["items"]
    assert story["content_html"].startswith('<div lang="he" dir="rtl">')
