"""`lingotype status`: where every language of every article stands."""

from lingotype.config.management.commands.status import _reasons
from tests.commands.articles import BY_PEOPLE, ENGLISH, RUSSIAN
from tests.newsrooms import Newsroom


def test_machines_get_what_publish_said_of_every_article(paper: Newsroom) -> None:
    files = [paper.write("a.md", ENGLISH), paper.write("b.md", RUSSIAN), paper.write("c.md", BY_PEOPLE)]
    published = {row["article"]["id"]: row for row in paper.run("publish", *files, "--wait", "--json").json}
    status = paper.run("status", "--json")
    assert (status.status, status.err) == (0, "")
    assert {row["article"]["lang"] for row in status.json} == {"en", "ru"}
    for row in status.json:
        assert set(row) == {"article", "withdrawn", "cost", "languages"}
        assert row["withdrawn"] is False
        assert all(set(cost) == {"characters", "amounts"} for cost in row["cost"].values())
        assert row["article"] == published[row["article"]["id"]]["article"]
        assert row["languages"] == published[row["article"]["id"]]["languages"]


def test_people_get_a_table_and_why_things_wait(quick: Newsroom) -> None:
    quick.run("publish", quick.write("b.md", RUSSIAN), "--wait")
    status = quick.run("status")
    head, row, *reasons = status.out.splitlines()
    assert head.split() == ["article", "title", "en", "uk", "es", "be"]
    assert row.split() == ["ru/parom", "Паром", "опоздал", "held", "published", "waiting", "failed"]
    assert reasons[0].startswith("ru/parom → en: held: ")
    assert any(line.startswith("ru/parom → be: failed: ") and "the licence has run out" in line for line in reasons)
    assert any(line.startswith("ru/parom → es: waiting: ") and "[[routes]]" in line for line in reasons)


def test_no_reason_is_left_out_however_many_there_are() -> None:
    waits = {"state": "waiting", "error": "no engine"}
    rows = [
        {
            "article": {"lang": "ru", "url": f"/ru/city/a{number}/"},
            "withdrawn": False,
            "languages": {"en": {"state": "held", "error": f"numbers: {number} is missing"}, "uk": waits},
        }
        for number in range(30)
    ]
    told = _reasons(rows)
    assert len(told) == 31
    assert told[7] == "ru/a7 → en: held: numbers: 7 is missing"
    assert told[-1] == "ru/a0 → uk, ru/a1 → uk, ru/a2 → uk and 27 more: waiting: no engine"


def test_what_was_withdrawn_is_said_to_be(quick: Newsroom) -> None:
    quick.run("publish", quick.write("b.md", RUSSIAN), "--wait")
    before = quick.run("status", "--json").json
    quick.run("withdraw", "ru/parom")
    [row] = quick.run("status", "--json").json
    assert row["withdrawn"] is True
    assert row["languages"]["en"]["state"] == before[0]["languages"]["en"]["state"] == "held"
    assert row["languages"]["uk"]["url"] is None
    _, line, *reasons = quick.run("status").out.splitlines()
    assert line.split() == ["ru/parom", "Паром", "опоздал", *["withdrawn"] * 4]
    assert reasons == []


def test_the_first_column_is_what_withdraw_takes(quick: Newsroom) -> None:
    quick.run("publish", quick.write("a.md", ENGLISH.replace("slug: ferry", f"slug: {'long-' * 30}ferry")))
    [_, line, *_] = quick.run("status").out.splitlines()
    assert quick.run("withdraw", line.split()[0]).status == 0


def test_a_title_turns_nothing_round_but_itself(quick: Newsroom) -> None:
    turned = "\u202b" + "נמל" * 40
    quick.run("publish", quick.write("a.md", ENGLISH.replace("The ferry is late", f"'{turned}\u202c'")))
    [_, line, *_] = quick.run("status").out.splitlines()
    title = line.split()[1]
    assert (title[0], title[-1]) == ("\u2068", "\u2069")
    assert title[1:-2] == turned[: len(title) - 3]
    assert title[-2] == "…"


def test_an_empty_newsroom_has_nothing_to_tell(quick: Newsroom) -> None:
    assert quick.run("status", "--json").out == "[]\n"
    assert quick.run("status").status == 0
