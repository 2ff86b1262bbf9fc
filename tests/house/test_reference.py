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
from lingotype.translation.checks import CHECKS
from lingotype.translation.engines import BUILT_IN
from tests.newsrooms import ROOT

REFERENCE = ROOT / "docs" / "reference"
OURS = sorted(name for name, app in get_commands().items() if app == "lingotype.config")
SETTINGS = [f"{table}.{key}" for table, keys in TABLES.items() for key in keys]
SETTINGS += ["engines", "routes", *(f"routes.{key}" for key in ROUTE_KEYS)]


def headings(page: str) -> dict[str, str]:
    """The sections of a page of the reference by their headings, below the first."""
    parts = re.split(r"^##+ (.+)$", (REFERENCE / page).read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.parametrize(
    ("page", "name"),
    [
        *(("engines.md", name) for name in sorted(BUILT_IN)),
        *(("checks.md", check.code) for check in CHECKS),
        *(("commands.md", name) for name in sorted({*OURS, *COMMANDS} - {"overview"})),
        *(("settings.md", name) for name in sorted(SETTINGS)),
    ],
)
def test_it_has_its_heading(page: str, name: str) -> None:
    assert headings(page).get(name, "").strip(), f"docs/reference/{page} has nothing under “{name}”"


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
    assert {page.name for page in REFERENCE.glob("*.md")} - linked == set()


def test_the_file_of_settings_that_is_shown_is_complete_and_can_be_used(tmp_path: Path) -> None:
    [shown] = re.findall(r"```toml\n(.+?)```", (REFERENCE / "settings.md").read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "lingotype.toml").write_text(shown, encoding="utf-8")
    assert read_newsroom_file(tmp_path).readers[0] == "ru"
    data = tomllib.loads(shown)
    assert {table: set(data[table]) for table in TABLES} == TABLES
    assert {key for route in data["routes"] for key in route} == ROUTE_KEYS
