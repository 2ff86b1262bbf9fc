"""`lingotype status`: where every language of every article stands."""

from tests.commands.articles import BY_PEOPLE, ENGLISH, RUSSIAN
from tests.newsrooms import Newsroom


def test_machines_get_what_publish_said_of_every_article(paper: Newsroom) -> None:
    files = [paper.write("a.md", ENGLISH), paper.write("b.md", RUSSIAN), paper.write("c.md", BY_PEOPLE)]
    published = {row["article"]["id"]: row for row in paper.run("publish", *files, "--wait", "--json").json}
    status = paper.run("status", "--json")
    assert (status.status, status.err) == (0, "")
    assert {row["article"]["lang"] for row in status.json} == {"en", "ru"}
    for row in status.json:
        assert set(row) == {"article", "languages"}
        assert row["article"] == published[row["article"]["id"]]["article"]
        assert row["languages"] == published[row["article"]["id"]]["languages"]


def test_people_get_a_table_and_why_things_wait(quick: Newsroom) -> None:
    quick.run("publish", quick.write("b.md", RUSSIAN), "--wait")
    status = quick.run("status")
    head, row, *reasons = status.out.splitlines()
    assert head.split() == ["article", "en", "uk", "es", "be"]
    assert row.split() == ["ru", "Паром", "опоздал", "held", "published", "waiting", "failed"]
    assert any(line.startswith("failed: ") and "the licence has run out" in line for line in reasons)
    assert any(line.startswith("waiting: ") and "[[routes]]" in line for line in reasons)


def test_an_empty_newsroom_has_nothing_to_tell(quick: Newsroom) -> None:
    assert quick.run("status", "--json").out == "[]\n"
    assert quick.run("status").status == 0
