"""What commands print may be shown to others."""

import json

import pytest

from lingotype.config.credentials import without_credentials
from tests.commands.articles import ENGLISH
from tests.newsrooms import SETTINGS, Newsroom

ADDRESSES = {
    "down": "http://anna:s3cret@127.0.0.1:1",
    "at": "http://anna:s3cr@et-s3cret@127.0.0.1:1/x",
    "slash": "http://anna:s3cret/s3cret@127.0.0.1:1",
    "space": "http://anna:s3 p4ss s3cret@127.0.0.1:1",
    "port": "http://anna:s3cret@127.0.0.1:port",
    "foreign": "ftp://anna:s3cret@lt.example:5000",
    "bare": "anna:s3cret@lt.example:5000",
    "misspelt": "http:/anna:s3cret@lt.example",
    "token": "https://s3cret@",
}
"""Of LibreTranslate servers that are down, and of none at all."""
LISTED = '[engines.listed]\ntype = "libretranslate"\nurl = ["http://anna:s3cret@lt.example"]\n'


def newsroom_with(paper: Newsroom, addresses: dict[str, str]) -> None:
    """Every engine has its own pair, so that each is named by its own line and by that of a route."""
    engines = [f'[engines.{name}]\ntype = "libretranslate"\nurl = "{url}"\n' for name, url in addresses.items()]
    names = json.dumps([*addresses, "listed"])
    own = zip(("ru", "uk", "es", "be"), ("port", "foreign", "bare", "listed"), strict=True)
    routes = [f'[[routes]]\nfrom = "en"\nto = ["{lang}"]\nengines = ["{name}"]\n' for lang, name in own]
    routes.append(f'[[routes]]\nfrom = "ru"\nto = ["*"]\nengines = {names}\n')
    head = SETTINGS[: SETTINGS.index("[engines.")]
    paper.write("lingotype.toml", "\n".join([head, *engines, LISTED, *routes]))


@pytest.mark.parametrize("how", [(), ("--json",)])
def test_doctor_names_no_user_and_no_password_on_any_line(paper: Newsroom, how: tuple[str, ...]) -> None:
    newsroom_with(paper, ADDRESSES)
    said = paper.run("doctor", *how)
    assert said.status == 3, said.err
    for name in ADDRESSES:
        assert f"engine {name}" in said.out
    assert "[engines.port]" in said.out
    for secret in ("anna", "s3", "p4ss"):
        assert [line for line in (said.out + said.err).splitlines() if secret in line] == []


@pytest.mark.parametrize("name", ["port", "foreign", "bare", "misspelt"])
def test_a_refusal_of_the_settings_names_none(paper: Newsroom, name: str) -> None:
    newsroom_with(paper, {**dict.fromkeys(ADDRESSES, "http://127.0.0.1:1"), name: ADDRESSES[name]})
    refusal = paper.run("publish", paper.write("a.md", ENGLISH)).refusal
    assert f"[engines.{name}]" in refusal
    assert "anna" not in refusal
    assert "s3cret" not in refusal


@pytest.mark.parametrize(
    "table",
    ['[site]\nurl = "ftp://anna:s3cret@paper.example"', '[store]\nurl = "s4://anna:s3cret@bucket/x"',
     '[database]\nurl = "mysql://anna:s3cret@db.example/paper"'],
)  # fmt: skip
def test_nor_does_a_wrong_address_in_another_table(paper: Newsroom, table: str) -> None:
    paper.write("lingotype.toml", f'[languages]\nreaders = ["ru", "en"]\n{table}\n')
    refusal = paper.run("doctor").refusal
    assert "url must be" in refusal
    assert "s3cret" not in refusal


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("right (https://anna:s3cr@et@lt.example:5000/x)?", "right (https://lt.example:5000/x)?"),
        ("no connection with 127.0.0.1:1: refused", "no connection with 127.0.0.1:1: refused"),
        ("is its address right (http://127.0.0.1:5000)?", "is its address right (http://127.0.0.1:5000)?"),
        ("see https://lt.example/@anna", "see https://lt.example/@anna"),
        ("write to: anna@lt.example", "write to: anna@lt.example"),
        ("no address: 'anna:pass@lt.example'", "no address: 'lt.example'"),
    ],
)
def test_only_that_is_taken_out_of_an_address(said: str, shown: str) -> None:
    assert without_credentials(said) == shown
