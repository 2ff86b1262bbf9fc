"""`lingotype doctor`: what it calls well is well."""

from tests.commands.articles import RUSSIAN
from tests.newsrooms import Newsroom

SETTINGS = """
[languages]
readers = ["ru", "en", "uk"]
editorial = ["ru"]
[engines.down]
type = "libretranslate"
url = "http://127.0.0.1:1"
[engines.local]
type = "tests.commands.engines.Loud"
[[routes]]
from = "ru"
to = ["en"]
engines = ["down"]
[[routes]]
from = "ru"
to = ["uk"]
engines = ["down", "local"]
"""


def test_a_route_is_well_as_long_as_one_of_its_engines_is(paper: Newsroom) -> None:
    paper.write("lingotype.toml", SETTINGS)
    examined = paper.run("doctor", "--json")
    assert examined.status == 3
    found = {row["about"]: row for row in examined.json}
    assert not found["engine down"]["is_well"]
    assert not found["ru → en"]["is_well"]
    assert "down (see above)" in found["ru → en"]["message"]
    assert found["ru → uk"]["is_well"]
    assert found["ru → uk"]["message"].startswith("down (see above), then local; gate: ")


def test_what_was_withdrawn_is_no_work_for_anybody(quick: Newsroom) -> None:
    quick.run("publish", quick.write("a.md", RUSSIAN), "--wait")
    assert "jobs" in {row["about"] for row in quick.run("doctor", "--json").json}
    quick.run("withdraw", "ru/parom")
    assert "jobs" not in {row["about"] for row in quick.run("doctor", "--json").json}
