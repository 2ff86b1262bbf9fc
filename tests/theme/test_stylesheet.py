"""The style sheet that stands in every public page."""

import re
from pathlib import Path

import pytest

import lingotype.theme
from lingotype.theme.stylesheet import PARTS, stylesheet, stylesheet_hash

STATIC = Path(lingotype.theme.__file__).parent / "static" / "theme"
# Left and right are other sides for readers of Hebrew: only logical properties turn round by themselves.
PHYSICAL = re.compile(r"(?<![\w-])((margin|padding|border)-)?(left|right)\s*:|(text-align|float)\s*:\s*(left|right)")


def test_every_part_is_used_and_nothing_else_lies_about() -> None:
    assert sorted(PARTS) == sorted(path.stem for path in (STATIC / "css").glob("*.css"))


def test_it_is_light_and_complete() -> None:
    assert len(stylesheet().encode()) < 30_000
    assert "/*" not in stylesheet()
    assert stylesheet().count("{") == stylesheet().count("}")


def test_its_typefaces_exist_and_have_their_licences() -> None:
    named = set(re.findall(r'url\("/static/theme/fonts/([^"]+)"\)', stylesheet()))
    assert named == {path.name for path in (STATIC / "fonts").glob("*.woff2")}
    assert 'url("../' not in stylesheet()
    assert {path.name for path in (STATIC / "fonts").glob("*.txt")} == {
        "frank-ruhl-libre-OFL.txt",
        "lingotype-serif-OFL.txt",
    }


@pytest.mark.parametrize("name", PARTS)
def test_right_to_left_needs_no_second_sheet(name: str) -> None:
    assert not PHYSICAL.search((STATIC / "css" / f"{name}.css").read_text(encoding="utf-8"))


def test_a_security_policy_can_name_it() -> None:
    assert re.fullmatch(r"'sha256-[\w+/]{43}='", stylesheet_hash())
