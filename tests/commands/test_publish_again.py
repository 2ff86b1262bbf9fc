"""Publishing again: the same file changes nothing, a changed one changes what it must, people's words stay."""

import json

import pytest

from tests.commands.articles import BY_PEOPLE, ENGLISH, RUSSIAN
from tests.newsrooms import Newsroom, Ran, difference

SITE = "https://courier.example"


def publish(newsroom: Newsroom, *texts: str) -> Ran:
    files = [newsroom.write(f"{number}.md", text) for number, text in enumerate(texts)]
    return newsroom.run("publish", *files, "--wait", "--json")


def body(newsroom: Newsroom, lang: str) -> list[str]:
    """The paragraphs that readers of a language see, as they are stored."""
    [(stored,)] = newsroom.rows(
        "SELECT body FROM newsroom_articlepage JOIN wagtailcore_page AS page ON page.id = page_ptr_id "
        "JOIN wagtailcore_locale AS locale ON locale.id = locale_id WHERE language_code = ? AND live", lang,
    )  # fmt: skip
    return [block["value"] for block in json.loads(stored)]


def states(published: Ran) -> dict[str, str]:
    return {code: row["state"] for code, row in published.json[0]["languages"].items()}


@pytest.mark.parametrize("wait", [[], ["--wait"]])
def test_the_same_file_again_changes_nothing_at_all(quick: Newsroom, wait: list[str]) -> None:
    first = publish(quick, ENGLISH)
    before, asked = quick.everything(), quick.asked()
    again = quick.run("publish", "0.md", "--json", *wait)
    assert (again.status, again.json) == (0, first.json)
    assert difference(before, quick.everything()) == {}
    assert quick.asked() == asked


def test_a_changed_paragraph_is_all_that_engines_are_asked_again(quick: Newsroom) -> None:
    first = publish(quick, ENGLISH)
    before, asked = body(quick, "es"), len(quick.asked())
    again = publish(quick, ENGLISH.replace("in 40 minutes", "in 50 minutes"))
    assert quick.asked()[asked:] == ["The next one leaves in 50 minutes."] * 3
    assert again.json[0]["article"] == first.json[0]["article"]
    assert body(quick, "es")[:2] == before[:2]
    assert "IN 50 MINUTES" in body(quick, "es")[2]


def test_addresses_stay_when_headlines_change(quick: Newsroom) -> None:
    first = publish(quick, ENGLISH)
    again = publish(quick, ENGLISH.replace("The ferry is late", "The ferry never came"))
    assert again.json[0]["article"]["title"] == "The ferry never came"
    assert [row["url"] for row in again.json[0]["languages"].values()] == [
        row["url"] for row in first.json[0]["languages"].values()
    ]


def test_a_paragraph_that_moves_asks_nobody(quick: Newsroom) -> None:
    publish(quick, ENGLISH)
    asked = len(quick.asked())
    head, first, second, third = ENGLISH.replace("---\nThe ferry left", "---\n\nThe ferry left").split("\n\n")
    publish(quick, "\n\n".join([head, third.strip(), first, second]) + "\n")
    assert quick.asked()[asked:] == []
    assert "40 MINUTES" in body(quick, "uk")[0]


def test_a_held_language_is_held_still_when_nothing_changed(quick: Newsroom) -> None:
    first = publish(quick, RUSSIAN.replace("slug: parom", "slug: parom\nsection: city"))
    again = quick.run("publish", "0.md", "--wait", "--json")
    assert (first.status, again.status) == (3, 3)
    assert again.json[0]["languages"]["en"] == first.json[0]["languages"]["en"]


def test_an_engine_that_failed_is_asked_again_by_whoever_publishes_again(quick: Newsroom) -> None:
    publish(quick, RUSSIAN)
    failed_with = quick.asked()
    publish(quick, RUSSIAN)
    assert len(quick.asked()) > len(failed_with)


def test_people_come_before_engines(quick: Newsroom) -> None:
    published = publish(quick, ENGLISH, BY_PEOPLE)
    article, translation = published.json
    assert translation["article"]["lang"] == "uk"
    assert translation["languages"] == article["languages"]
    ukrainian = article["languages"]["uk"]
    assert (ukrainian["state"], ukrainian["made_by"], ukrainian["engine"]) == ("published", "people", None)
    assert ukrainian["url"] == translation["article"]["url"] == f"{SITE}/uk/city/porom-spizniuietsia/"
    assert {row["to"] for row in quick.questions()} == {"ru", "es"}


def test_people_take_the_place_of_a_machine_at_its_address(quick: Newsroom) -> None:
    machine = publish(quick, ENGLISH).json[0]["languages"]["uk"]
    people = publish(quick, ENGLISH, BY_PEOPLE).json[0]["languages"]["uk"]
    assert (machine["made_by"], people["made_by"]) == ("machine", "people")
    assert people["url"] == machine["url"]
    assert "пояснили" in body(quick, "uk")[1]


def test_no_engine_touches_what_people_wrote_when_the_original_changes(quick: Newsroom) -> None:
    publish(quick, ENGLISH, BY_PEOPLE)
    before = body(quick, "uk")
    changed = publish(quick, ENGLISH.replace("40 minutes", "50 minutes"))
    assert states(changed) == {"ru": "published", "uk": "stale", "es": "published", "be": "waiting"}
    assert changed.json[0]["languages"]["uk"]["made_by"] == "people"
    assert body(quick, "uk") == before
    assert "50 MINUTES" in body(quick, "es")[2]


def test_people_who_return_to_their_translation_make_it_fresh(quick: Newsroom) -> None:
    publish(quick, ENGLISH, BY_PEOPLE)
    changed = ENGLISH.replace("40 minutes", "50 minutes")
    publish(quick, changed)
    returned = publish(quick, changed, BY_PEOPLE.replace("40 хвилин", "50 хвилин"))
    assert states(returned)["uk"] == "published"
    assert "50 хвилин" in body(quick, "uk")[2]


def test_a_correction_that_the_file_does_not_have_goes_with_a_word(quick: Newsroom) -> None:
    corrected = ENGLISH.replace("---\nThe", "corrections:\n  - {date: 2026-11-20, text: It left at ten.}\n---\nThe")
    assert "It left at ten." not in publish(quick, corrected).err
    said = publish(quick, ENGLISH).err
    assert "0.md: the correction “It left at ten.” is not in the file, and off the page now" in said
    assert "It left at ten." not in publish(quick, ENGLISH).err
