"""`lingotype new`: a newsroom's folder that works as it stands; nothing is written where something else lies."""

import stat
import tomllib
from pathlib import Path

import pytest

from tests.newsrooms import LANGUAGES, Newsroom, run, template


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A newsroom just made; only to be looked at."""
    return template(tmp_path_factory)


def test_it_makes_settings_secrets_and_database(made: Path) -> None:
    assert sorted(path.name for path in made.iterdir() if path.name != ".lock") == [
        ".admin-password", ".secret-key", "lingotype.sqlite3", "lingotype.toml",
    ]  # fmt: skip


@pytest.mark.parametrize("secret", [".admin-password", ".secret-key"])
def test_only_their_owner_can_read_secrets(made: Path, secret: str) -> None:
    assert stat.S_IMODE((made / secret).stat().st_mode) == 0o600


def test_its_settings_are_complete_and_hold_no_secret(made: Path) -> None:
    text = made.with_name("as-made.toml").read_text(encoding="utf-8")
    settings = tomllib.loads(text)
    assert settings["site"]["name"] == made.name
    assert settings["languages"] == {"readers": LANGUAGES.split(","), "editorial": LANGUAGES.split(",")}
    assert {"engines", "routes", "gate", "database", "store"} <= settings.keys()
    for secret in (".admin-password", ".secret-key"):
        assert (made / secret).read_text(encoding="ascii").strip() not in text


def test_it_says_once_how_to_sign_in(made: Path) -> None:
    said = made.with_name("said.txt").read_text(encoding="utf-8")
    password = (made / ".admin-password").read_text(encoding="ascii").strip()
    assert said.count(password) == 1
    assert len(password) >= 12
    assert "/admin/ as editor" in said


def test_the_first_admin_can_sign_in_and_every_language_has_a_front_page(made: Path) -> None:
    newsroom = Newsroom(made)
    assert newsroom.rows("SELECT username, is_superuser, is_active FROM auth_user") == [("editor", 1, 1)]
    fronts = newsroom.rows("SELECT slug FROM wagtailcore_page WHERE depth = 2 AND live ORDER BY slug")
    assert [slug for (slug,) in fronts] == sorted(LANGUAGES.split(","))


def test_the_roles_are_groups(made: Path) -> None:
    groups = {name for (name,) in Newsroom(made).rows("SELECT name FROM auth_group")}
    assert {"Reporter", "Editor", "Chief", "Admin", "Translator: Ukrainian (uk)"} <= groups


def test_its_settings_work_as_they_were_written(paper: Newsroom, made: Path) -> None:
    (paper.folder / "lingotype.toml").write_bytes(made.with_name("as-made.toml").read_bytes())
    examined = paper.run("doctor", "--json")
    found = {row["about"]: row for row in examined.json}
    assert found["database"]["is_well"]
    assert found["settings"]["message"].endswith("lingotype.toml: " + LANGUAGES.replace(",", ", "))
    assert not found["en → ru"]["is_well"]
    assert "lingotype.toml" in found["en → ru"]["message"]
    assert examined.status == 3


@pytest.mark.parametrize(
    ("languages", "complaint"),
    [("en,xx", "xx"), ("", "none given"), ("en,,ru,English", "english"), ("en;ru", "en;ru")],
)
def test_unknown_languages_are_refused_and_known_ones_told(tmp_path: Path, languages: str, complaint: str) -> None:
    refusal = run("new", tmp_path / "paper", "--languages", languages).refusal
    assert complaint in refusal
    assert "known are ru, en, uk" in refusal
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("inside", ["notes.txt", ".hidden", "lingotype.toml", "drafts/"])
def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path, inside: str) -> None:
    thing = tmp_path / inside
    thing.mkdir() if inside.endswith("/") else thing.write_text("mine", encoding="utf-8")
    assert "choose another folder" in run("new", tmp_path, "--languages", "en").refusal
    assert [path.name for path in tmp_path.iterdir()] == [inside.rstrip("/")]


@pytest.mark.parametrize(
    ("where", "complaint"),
    [
        ("file", "file is a file; choose another folder"),
        ("file/paper", "file/paper cannot be made: part of that path is a file"),
        ("x" * 300, "cannot be made: File name too long"),
    ],
)
def test_a_place_where_no_folder_can_be_is_refused(tmp_path: Path, where: str, complaint: str) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    assert run("new", where, cwd=tmp_path).refusal.endswith(complaint)
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"
