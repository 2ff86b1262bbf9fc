"""`lingotype withdraw`: an article is off in every language when the command returns."""

import pytest

from tests.commands.articles import BY_PEOPLE, ENGLISH
from tests.newsrooms import Newsroom

LIVE = "SELECT count(*) FROM wagtailcore_page JOIN newsroom_articlepage ON id = page_ptr_id WHERE live"


def test_it_is_off_in_every_language_and_says_which(paper: Newsroom) -> None:
    published = paper.run("publish", paper.write("a.md", ENGLISH), "--wait", "--json").json[0]
    withdrawn = paper.run("withdraw", "en/ferry", "--json")
    assert withdrawn.status == 0, withdrawn.err
    urls = [published["article"]["url"], *(row["url"] for row in published["languages"].values() if row["url"])]
    assert sorted(row["url"] for row in withdrawn.json) == sorted(urls)
    assert paper.rows(LIVE) == [(0,)]


def test_any_of_its_languages_names_it(quick: Newsroom) -> None:
    quick.run("publish", quick.write("a.md", ENGLISH), quick.write("b.md", BY_PEOPLE), "--wait")
    assert quick.run("withdraw", "uk/porom-spizniuietsia").status == 0
    assert quick.rows(LIVE) == [(0,)]


@pytest.mark.parametrize(
    "address",
    ["https://courier.example/en/city/ferry/", "http://127.0.0.1:8001/en/city/ferry/?from=feed#top", "/en/city/ferry/",
     "en/city/ferry", " https://courier.example/en/city/ferry"],
)  # fmt: skip
def test_so_does_an_address_that_was_pasted(quick: Newsroom, address: str) -> None:
    quick.run("publish", quick.write("a.md", ENGLISH))
    assert quick.run("withdraw", address).status == 0
    assert quick.rows(LIVE) == [(0,)]


def test_so_does_the_address_of_a_translation(quick: Newsroom) -> None:
    published = quick.run("publish", quick.write("a.md", ENGLISH), "--wait", "--json").json[0]
    assert quick.run("withdraw", published["languages"]["es"]["url"]).status == 0
    assert quick.rows(LIVE) == [(0,)]


def test_what_was_being_translated_does_not_appear_after_all(quick: Newsroom) -> None:
    quick.run("publish", quick.write("a.md", ENGLISH))
    quick.run("withdraw", "en/ferry")
    other = ENGLISH.replace("slug: ferry", "slug: boat").replace("The ferry", "The boat")
    quick.run("publish", quick.write("b.md", other), "--wait")
    assert quick.rows(LIVE + " AND title LIKE '%ferry%' COLLATE NOCASE") == [(0,)]
    assert quick.rows(LIVE) == [(4,)]


def test_publishing_it_again_brings_every_language_back_without_an_engine(quick: Newsroom) -> None:
    first = quick.run("publish", quick.write("a.md", ENGLISH), quick.write("b.md", BY_PEOPLE), "--wait", "--json").json
    asked = quick.asked()
    quick.run("withdraw", "en/ferry")
    again = quick.run("publish", "a.md", "b.md", "--wait", "--json").json
    assert [row["languages"] for row in again] == [row["languages"] for row in first]
    assert quick.asked() == asked


def test_to_withdraw_twice_is_no_mistake(quick: Newsroom) -> None:
    quick.run("publish", quick.write("a.md", ENGLISH))
    quick.run("withdraw", "en/ferry")
    again = quick.run("withdraw", "en/ferry", "--json")
    assert (again.status, again.json) == (0, [])


@pytest.mark.parametrize("article", ["ferry", "en", "en/", "/", "", "en/boat", "xx/ferry", "en/news/ferry", "en/city",
                                     "https://courier.example/en/tag/ferry/", "https://[courier/en/ferry"])  # fmt: skip
def test_what_names_no_article_is_refused(quick: Newsroom, article: str) -> None:
    quick.run("publish", quick.write("a.md", ENGLISH))
    quick.run("withdraw", article).refusal  # noqa: B018 - reading it is what judges it
    assert quick.rows(LIVE) == [(1,)]
