"""`lingotype publish --json`: the contract that machines rely on, state by state, and its exit statuses."""

import pytest

from tests.commands.articles import ENGLISH, RUSSIAN, UKRAINIAN
from tests.newsrooms import Newsroom

SITE = "https://courier.example"
FINDING = {"code", "severity", "message", "source_span", "target_span", "segment", "source", "translation"}


def test_one_document_says_what_became_of_every_file(paper: Newsroom) -> None:
    files = [paper.write("first.md", ENGLISH), paper.write("second.md", RUSSIAN)]
    published = paper.run("publish", *files, "--wait", "--json")
    assert [set(row) for row in published.json] == [{"file", "article", "languages"}] * 2
    assert [row["file"] for row in published.json] == ["first.md", "second.md"]
    for row in published.json:
        assert set(row["languages"]) == {"en", "ru", "uk", "es", "be"} - {row["article"]["lang"]}
        for language in row["languages"].values():
            assert set(language) == {"state", "url", "made_by", "engine", "findings", "error"}


def test_the_article_is_named_by_id_language_address_and_title(quick: Newsroom) -> None:
    [row] = quick.run("publish", quick.write("a.md", ENGLISH), "--json").json
    assert row["article"] == {
        "id": row["article"]["id"], "lang": "en", "url": f"{SITE}/en/city/ferry/", "title": "The ferry is late",
    }  # fmt: skip
    [(slug,)] = quick.rows("SELECT slug FROM wagtailcore_page WHERE id = ?", row["article"]["id"])
    assert slug == "ferry"


def test_a_published_language_has_an_address_and_says_how_it_was_made(quick: Newsroom) -> None:
    published = quick.run("publish", quick.write("a.md", ENGLISH), "--wait", "--json")
    assert published.status == 0, published.err
    spanish = published.json[0]["languages"]["es"]
    assert (spanish["state"], spanish["made_by"], spanish["engine"]) == ("published", "machine", "loud")
    assert spanish["url"].startswith(f"{SITE}/es/city/es-the-ferry")
    assert spanish["error"] is None


def test_a_language_without_an_engine_waits_and_says_what_to_configure(quick: Newsroom) -> None:
    published = quick.run("publish", quick.write("a.md", ENGLISH), "--wait", "--json")
    waiting = published.json[0]["languages"]["be"]
    assert (waiting["state"], waiting["url"], waiting["made_by"], waiting["engine"]) == ("waiting", None, None, None)
    assert all(word in waiting["error"] for word in ("lingotype.toml", "[[routes]]", "en", "be"))
    assert published.status == 0


@pytest.fixture
def troubled(quick: Newsroom):
    published = quick.run("publish", quick.write("a.md", RUSSIAN), "--wait", "--json")
    assert published.status == 3, published.err
    return published.json[0]["languages"]


def test_a_held_language_has_no_address_and_says_why(troubled: dict) -> None:
    held = troubled["en"]
    assert (held["state"], held["url"], held["made_by"], held["engine"]) == ("held", None, None, "forgetful")
    assert held["error"].startswith(tuple(finding["code"] for finding in held["findings"]))


def test_a_finding_says_what_is_wrong_and_where_in_both_texts(troubled: dict) -> None:
    assert all(set(finding) == FINDING for finding in troubled["en"]["findings"])
    lost = next(row for row in troubled["en"]["findings"] if row["code"] == "numbers" and "40" in row["source"])
    assert lost["severity"] == "error"
    assert lost["source"] == "Следующий будет через 40 минут."
    assert lost["translation"] == "[en] СЛЕДУЮЩИЙ БУДЕТ ЧЕРЕЗ  МИНУТ."
    assert lost["source"][slice(*lost["source_span"])].startswith("40")
    assert isinstance(lost["segment"], int)


def test_a_failed_language_names_engine_pair_and_reason(troubled: dict) -> None:
    failed = troubled["be"]
    assert (failed["state"], failed["url"], failed["made_by"]) == ("failed", None, None)
    assert all(word in failed["error"] for word in ("broken", "ru", "be", "the licence has run out"))
    assert "\n" not in failed["error"]


def test_trouble_in_one_language_keeps_no_other_from_its_readers(troubled: dict) -> None:
    assert (troubled["uk"]["state"], troubled["uk"]["engine"]) == ("published", "loud")
    assert troubled["es"]["state"] == "waiting"


def test_without_wait_it_returns_at_once_with_everything_queued(quick: Newsroom) -> None:
    published = quick.run("publish", quick.write("a.md", RUSSIAN), "--json")
    assert published.status == 0
    assert {row["state"] for row in published.json[0]["languages"].values()} == {"queued"}
    assert quick.asked() == []


def test_when_the_time_is_up_it_says_how_things_stand(quick: Newsroom) -> None:
    published = quick.run("publish", quick.write("a.md", UKRAINIAN), "--wait", "0.5", "--json")
    assert published.status == 4
    states = {code: row["state"] for code, row in published.json[0]["languages"].items()}
    assert states["en"] == "translating"
    assert set(states.values()) <= {"translating", "queued", "waiting"}


def test_people_get_lines_instead(quick: Newsroom) -> None:
    published = quick.run("publish", quick.write("a.md", RUSSIAN), "--wait")
    assert published.out.splitlines()[0] == f"a.md: published  {SITE}/ru/news/parom/"
    assert {line.split()[0]: line.split()[1] for line in published.out.splitlines()[1:]} == {
        "en": "held", "uk": "published", "es": "waiting", "be": "failed",
    }  # fmt: skip
    assert published.err.count("the licence has run out") == 1
    assert "Traceback" not in published.err


@pytest.mark.parametrize("seconds", ["soon", "-1", "nan"])
def test_a_time_that_is_none_is_refused(quick: Newsroom, seconds: str) -> None:
    refused = quick.run("publish", quick.write("a.md", ENGLISH), f"--wait={seconds}", "--json")
    assert (refused.status, refused.out) == (2, "")
    assert seconds in refused.err.splitlines()[-1]
