"""What is not documented does not pass: each engine, check, command and setting has its heading in the reference."""

import re
import tomllib
from pathlib import Path

import pytest
from django.core.management import get_commands, load_command_class
from django.core.management.base import DjangoHelpFormatter

from lingotype.config import overview
from lingotype.config.newsroom_file import ROUTE_KEYS, TABLES, read_newsroom_file
from lingotype.config.without_newsroom import COMMANDS
from lingotype.translation.checks import Severity, Text
from lingotype.translation.checks.judging import CHECKS, judge
from lingotype.translation.engines import BUILT_IN
from lingotype.translation.terms import Term
from tests.newsrooms import ROOT

REFERENCE = ROOT / "docs" / "reference"
OURS = sorted(name for name, app in get_commands().items() if app == "lingotype.config")
SETTINGS = [f"{table}.{key}" for table, keys in TABLES.items() for key in keys]
SETTINGS += ["engines", "routes", *(f"routes.{key}" for key in ROUTE_KEYS)]

SECTIONS = (*("What it finds", "What it lets pass", "Languages", "Examples", "What an editor does", "Sources"),)
"""What the page of each check has."""


def headings(page: str) -> dict[str, str]:
    """The sections of a page of the reference by their headings, below the first."""
    parts = re.split(r"^##+ (.+)$", (REFERENCE / page).read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.parametrize(
    ("page", "name"),
    [
        *(("engines.md", name) for name in sorted(BUILT_IN)),
        *((f"checks/{check.code}.md", section) for check in CHECKS for section in SECTIONS),
        *(("commands.md", name) for name in sorted({*OURS, *COMMANDS} - {"overview"})),
        *(("settings.md", name) for name in sorted(SETTINGS)),
    ],
)
def test_it_has_its_heading(page: str, name: str) -> None:
    assert headings(page).get(name, "").strip(), f"docs/reference/{page} has nothing under “{name}”"


def examples(code: str, heading: str) -> list[str]:
    """The pairs that the page of a check shows as held, or as passed."""
    section = headings(f"checks/{code}.md")["Examples"]
    [shown] = re.findall(rf"^{heading}:\n\n```text\n(.+?)```", section, re.DOTALL | re.MULTILINE)
    return shown.splitlines()


def judged(code: str, row: str) -> set[str]:
    """The codes of errors in one of the page's pairs, with the terms that the page names."""
    lines = [line.removeprefix("term ") for line in examples(code, "Held") if line.startswith("term ")]
    terms = tuple(Term(*pair.split(), source, target) for pair, source, target in (line.split(" | ") for line in lines))
    languages, source, translation = row.split(" | ")
    one, other = languages.split()
    found = judge(Text(source, one), Text(translation, other), terms=terms)
    return {finding.code for finding in found if finding.severity is Severity.ERROR}


@pytest.mark.parametrize("code", [check.code for check in CHECKS])
def test_what_the_page_of_a_check_shows_is_so(code: str) -> None:
    held = [row for row in examples(code, "Held") if not row.startswith("term ")]
    assert held
    assert [row for row in held if code not in judged(code, row)] == []
    assert [row for row in examples(code, "Passed") if judged(code, row)] == []


def test_the_index_of_the_checks_names_each_of_them_once() -> None:
    index = (REFERENCE / "checks" / "README.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^\| \[(\w+)\]\(\1\.md\)", index, re.MULTILINE)) == sorted(check.code for check in CHECKS)


@pytest.mark.parametrize("name", OURS)
def test_every_option_of_a_command_stands_in_its_section(name: str) -> None:
    section = headings("commands.md")[name]
    options = {word for action in own_actions(name) for word in action.option_strings} - {"--json"}
    assert {word for word in options if word not in section} == set()


def own_actions(name: str) -> list:
    parser = load_command_class("lingotype.config", name).create_parser("lingotype", name)
    return [action for action in parser._actions if not set(action.option_strings) & DJANGOS]


DJANGOS = {"-h", *DjangoHelpFormatter.show_last}


def test_help_lists_every_command_once() -> None:
    listed = [words.split()[0] for words in overview.COMMANDS]
    assert sorted(listed) == sorted({*OURS, *COMMANDS} - {"overview"})


def test_every_page_of_the_reference_is_linked_from_another_page() -> None:
    pages = [*(ROOT / "docs").rglob("*.md"), ROOT / "README.md"]
    linked = {link for page in pages for link in re.findall(r"([\w-]+\.md)", page.read_text(encoding="utf-8"))}
    assert {page.name for page in REFERENCE.rglob("*.md")} - linked == set()


def test_the_file_of_settings_that_is_shown_is_complete_and_can_be_used(tmp_path: Path) -> None:
    [shown] = re.findall(r"```toml\n(.+?)```", (REFERENCE / "settings.md").read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "lingotype.toml").write_text(shown, encoding="utf-8")
    assert read_newsroom_file(tmp_path).readers[0] == "ru"
    data = tomllib.loads(shown)
    assert {table: set(data[table]) for table in TABLES} == TABLES
    assert {key for route in data["routes"] for key in route} == ROUTE_KEYS
