"""The house's budget and its words: beautiful code has no bad days."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

from tests.newsrooms import ROOT

LONGEST_FILE, LONGEST_FUNCTION, LONGEST_TEST = 400, 50, 30
WRITTEN = {".py", ".html", ".css", ".js", ".txt", ".md", ".toml", ".yaml", ".xml", ".svg", ".sh", ""}
LISTS = ("requirements", "OFL")
"""Files whose length is not ours: locks, licences."""
NAMELESS = {"utils", "util", "helpers", "helper", "common", "misc", "shared", "stuff"}


def files() -> list[Path]:
    """Every file that belongs to the project: what git knows, or would if it were asked to add everything."""
    list_them = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(list_them, cwd=ROOT, check=True, capture_output=True).stdout.decode()
    return [ROOT / name for name in sorted(set(listed.split("\0")) - {""}) if (ROOT / name).is_file()]


FILES = files()
PROGRAMS = [path for path in FILES if path.suffix == ".py" and "migrations" not in path.parts]


def text_of(path: Path) -> str:
    """The text of a file; none where it is a picture or a typeface."""
    content = path.read_bytes()
    return "" if b"\0" in content[:8000] else content.decode()


def test_no_file_is_too_long() -> None:
    written = [path for path in FILES if path.suffix in WRITTEN and not any(word in path.name for word in LISTS)]
    lengths = {str(path.relative_to(ROOT)): len(text_of(path).splitlines()) for path in written}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_function_is_too_long() -> None:
    long = {}
    for path in PROGRAMS:
        for node in ast.walk(ast.parse(text_of(path))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = node.end_lineno - node.lineno + 1
                if length > (LONGEST_TEST if node.name.startswith("test_") else LONGEST_FUNCTION):
                    long[f"{path.relative_to(ROOT)}: {node.name}"] = length
    assert long == {}


def test_every_file_has_a_name_that_says_something() -> None:
    assert [path for path in FILES if path.suffix == ".py" and path.stem in NAMELESS] == []


PLACES = re.compile(r"(?<![\w.:/-])/(?:work|root|tmp|Users|home/\w+)/\w")
# Written so that they do not find themselves.
INDEXES = re.compile(r"(?<!no-emit-)(?:index[-]url|find[-]links)|pypi\.|python[h]osted|registry\.npm")


@pytest.mark.parametrize("pattern", [PLACES, INDEXES], ids=["places", "indexes"])
def test_no_file_knows_somebodys_machine_or_package_index(pattern: re.Pattern[str]) -> None:
    found = {str(path.relative_to(ROOT)): match[0] for path in FILES if (match := pattern.search(text_of(path)))}
    assert found == {}
