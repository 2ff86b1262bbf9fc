"""What is typed behind `lingotype`: help anywhere, and one clear line for what cannot be used."""

from pathlib import Path

import pytest

from lingotype.config.overview import COMMANDS
from tests.commands.articles import ENGLISH
from tests.newsrooms import Newsroom, run

OURS = [words.split()[0] for words in COMMANDS]
NEED_A_NEWSROOM = sorted({*OURS} - {"new", "demo", "check"})


@pytest.mark.parametrize("command", ["publish", "worker", "migrate"])
def test_help_about_a_command_needs_no_newsroom(tmp_path: Path, command: str) -> None:
    helped = run(command, "--help", cwd=tmp_path)
    assert (helped.status, helped.err) == (0, "")
    assert helped.out.startswith(f"usage: lingotype {command}")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words", [["help", "publish"], ["-h", "publish"], ["publish", "-h"], ["publish", "a.md", "--help"]]
)
def test_it_can_be_asked_for_in_other_words(tmp_path: Path, words: list[str]) -> None:
    helped = run(*words, cwd=tmp_path)
    assert (helped.status, helped.err) == (0, "")
    assert helped.out.startswith("usage: lingotype publish")


def test_a_mistake_in_the_settings_does_not_keep_help_away(tmp_path: Path) -> None:
    (tmp_path / "lingotype.toml").write_text("[site\n", encoding="utf-8")
    assert run("doctor", "--help", cwd=tmp_path).status == 0


@pytest.mark.parametrize("command", NEED_A_NEWSROOM)
def test_help_speaks_of_our_options_only(quick: Newsroom, command: str) -> None:
    helped = quick.run(command, "--help")
    assert helped.status == 0
    assert "--json" in helped.out
    for word in ("--settings", "--pythonpath", "--traceback", "--verbosity", "--no-color"):
        assert word not in helped.out


NEEDED = {
    "publish": ["a.md"], "new": ["x"], "withdraw": ["en/x"], "export": ["x"], "engines": ["list"],
    "translate": ["--from", "en", "--to", "es"], "glossary": ["import", "x.csv"], "memory": ["import", "x.tmx"],
}  # fmt: skip


@pytest.mark.parametrize("command", OURS)
def test_an_option_that_is_none_is_named_in_one_line(quick: Newsroom, command: str) -> None:
    refusal = quick.run(command, *NEEDED.get(command, []), "--colour").refusal
    assert refusal == f"lingotype: unrecognized arguments: --colour; see lingotype {command} --help"


MISTAKES = {
    "no file": (["publish"], "the following arguments are required: FILE; see lingotype publish --help"),
    "no article": (["withdraw"], "required: LANG/SLUG; see lingotype withdraw --help"),
    "no folder": (["new"], "required: DIR; see lingotype new --help"),
    "one argument too many": (["status", "en/x"], "unrecognized arguments: en/x; see lingotype status --help"),
    "no choice": (
        ["translate", "--from", "en", "--to", "es", "--format", "pdf"], "argument --format: invalid choice: 'pdf'",
    ),
    "a port in words": (["serve", "--port", "abc"], "argument --port: abc is not a port; choose one from 1024 to"),
    "a port too high": (["serve", "--port", "99999"], "99999 is not a port; choose one from 1024 to 65535"),
    "a port of the demo": (["demo", "--port", "http"], "argument --port: http is not a port"),
    "no time": (["publish", "--wait=soon", "a.md"], "argument --wait: soon is not a number of seconds"),
    "a time before now": (["publish", "--wait", "-5", "a.md"], "argument --wait: -5 is not a number of seconds"),
    "lines": (["status", "a\nb"], "unrecognized arguments: a b"),
}  # fmt: skip


@pytest.mark.parametrize(("words", "complaint"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_gets_one_line(quick: Newsroom, words: list[str], complaint: str) -> None:
    refusal = quick.run(*words).refusal
    assert complaint in refusal
    assert "_seconds" not in refusal


@pytest.mark.parametrize(
    "words", [["--wait", "a.md"], ["--wait", "30", "a.md"], ["a.md", "--wait"], ["--wait=30", "--", "a.md"]]
)
def test_wait_takes_a_number_and_no_file(quick: Newsroom, words: list[str]) -> None:
    quick.write("a.md", ENGLISH)
    published = quick.run("publish", "--json", *words)
    assert published.status == 0, published.err
    assert [row["file"] for row in published.json] == ["a.md"]
    assert published.json[0]["languages"]["es"]["state"] == "published"
