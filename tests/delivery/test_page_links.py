"""Links inside texts lead to the reader's language, and never to what is not public."""

import pytest

from lingotype.newsroom.models import ArticlePage
from lingotype.newsroom.withdraw import withdraw
from tests.factories import article, block, translation


@pytest.fixture
def bridge(newsroom):
    """A public article in Russian and Ukrainian."""
    page = article("most")
    translation(page, "uk", "mist")
    return page


def linking(*targets, lang="ru", times=1):
    """An article with a link to each of these pages in a paragraph and in a quotation, and a box about each."""
    body = []
    for _ in range(times):
        for target in targets:
            html = f'<p>before <a linktype="page" id="{target}">there</a> after</p>'
            body += [
                block("paragraph", html),
                block("quotation", {"text": html, "source": "", "speaker": ""}),
                block("on_the_subject", {"article": target}),
            ]
    return article("now", lang=lang, body=body)


def text_of(client, url):
    html = client.get(url).content.decode()
    return html[html.index("<p>before") : html.rindex("after")]


def test_a_link_leads_to_the_readers_language_where_the_page_stands_in_it(bridge, client):
    now = linking(bridge.pk)
    ukrainian = translation(now, "uk", "teper")
    ArticlePage.objects.filter(pk=ukrainian.pk).update(body=now.body.stream_block.get_prep_value(now.body))
    assert text_of(client, now.url).count('href="/ru/city/most/"') == 3
    assert text_of(client, ukrainian.url).count('href="/uk/city/mist/"') == 3


def test_it_leads_to_the_original_where_there_is_no_translation(bridge, client):
    assert text_of(client, linking(bridge.pk, lang="en").url).count('href="/ru/city/most/"') == 3


def test_a_withdrawn_page_is_no_link_and_has_no_box(bridge, client):
    now = linking(bridge.pk)
    withdraw(bridge)
    shown = text_of(client, now.url)
    assert "most" not in shown
    assert "on-the-subject" not in shown
    assert "<a>there</a>" in shown


@pytest.mark.parametrize("key", ["abc", "", "99999999999999999999999", "-1", "0"])
def test_a_key_that_is_none_breaks_nothing(newsroom, client, key):
    html = f'<p>before <a linktype="page" id="{key}">there</a> after</p>'
    page = article("now", body=[block("paragraph", html)])
    assert client.get(page.url).status_code == 200


def test_side_by_side_links_lead_somewhere_too(bridge, client):
    now = linking(bridge.pk)
    ukrainian = translation(now, "uk", "teper")
    shown = client.get(f"{ukrainian.url}side-by-side/").content.decode()
    assert 'href="/uk/city/mist/"' in shown


@pytest.mark.parametrize("times", [1, 12])
def test_any_number_of_links_is_one_question(bridge, client, django_assert_max_num_queries, times):
    url = linking(bridge.pk, times=times).url
    client.get(url)
    with django_assert_max_num_queries(26):
        client.get(url)
