"""Every command finds its newsroom: the current folder, or `--site DIR` wherever that stands among its words."""

from pathlib import Path

import pytest

from tests.commands.articles import ENGLISH
from tests.newsrooms import Newsroom, run

SITE = "{site}"


@pytest.mark.parametrize(
    "words",
    [
        ["--site", SITE, "status"],
        ["status", "--site", SITE],
        ["status", "--json", "--site", SITE],
        [f"--site={SITE}", "status", "--json"],
        ["publish", "--wait", f"--site={SITE}", "a.md"],
        ["translate", "--from", "ru", "--site", SITE, "--to", "uk"],
        ["serve", "--port", "8000", "--site", SITE],
        ["worker", "--site", SITE],
        ["doctor", f"--site={SITE}"],
        ["migrate", "--site", SITE],
    ],
)
def test_site_may_stand_anywhere(tmp_path: Path, words: list[str]) -> None:
    nowhere = tmp_path / "no paper here"
    refusal = run(*(word.replace(SITE, str(nowhere)) for word in words), cwd=tmp_path).refusal
    assert refusal.startswith(f"lingotype: {nowhere / 'lingotype.toml'}: not found.")
    assert "--site DIR" in refusal
    assert "lingotype new DIR" in refusal


@pytest.mark.parametrize("command", ["status", "publish", "serve", "worker", "translate", "doctor"])
def test_without_it_the_current_folder_is_meant(tmp_path: Path, command: str) -> None:
    assert run(command, cwd=tmp_path).refusal.startswith("lingotype: lingotype.toml: not found.")


def test_site_without_a_folder_is_refused(tmp_path: Path) -> None:
    assert "--site needs a folder" in run("status", "--site", cwd=tmp_path).refusal


@pytest.mark.parametrize("words", [[], ["help"], ["--help"], ["-h"], ["help", "--site", "nowhere"]])
def test_help_needs_no_newsroom(tmp_path: Path, words: list[str]) -> None:
    helped = run(*words, cwd=tmp_path)
    assert (helped.status, helped.err) == (0, "")
    assert {"publish", "serve", "doctor"} <= {line.split()[0] for line in helped.out.splitlines() if line[:2] == "  "}


def test_a_command_that_is_none_is_refused_with_the_nearest(quick: Newsroom) -> None:
    assert quick.run("pubish", "a.md").refusal == "lingotype: pubish is not a command; did you mean publish?"
    assert quick.run("xyz").refusal == "lingotype: xyz is not a command; lingotype help lists them"


def test_paths_in_the_settings_are_relative_to_them_and_files_to_the_shell(paper: Newsroom, tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "a.md").write_text(ENGLISH, encoding="utf-8")
    published = run("publish", "a.md", "--json", "--site", "../paper", cwd=tmp_path / "drafts")
    assert published.status == 0, published.err
    assert published.json[0]["file"] == "a.md"
    assert paper.rows("SELECT title FROM wagtailcore_page WHERE id = ?", published.json[0]["article"]["id"])
    assert [path.name for path in (tmp_path / "drafts").iterdir()] == ["a.md"]
