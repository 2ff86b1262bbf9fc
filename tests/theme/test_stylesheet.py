"""The style sheet of every public page."""

import re
from hashlib import sha256
from pathlib import Path

import pytest

import lingotype.theme
from lingotype.theme.stylesheet import PARTS, kept_address, sheet_name, stylesheet

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
    named = set(re.findall(r'url\("/static/theme/fonts/([^"?]+)\?v=[0-9a-f]{16}"\)', stylesheet()))
    assert named == {path.name for path in (STATIC / "fonts").glob("*.woff2")}
    assert 'url("../' not in stylesheet()
    assert {path.name for path in (STATIC / "fonts").glob("*.txt")} == {
        "frank-ruhl-libre-OFL.txt",
        "lingotype-serif-OFL.txt",
    }


@pytest.mark.parametrize("name", PARTS)
def test_right_to_left_needs_no_second_sheet(name: str) -> None:
    assert not PHYSICAL.search((STATIC / "css" / f"{name}.css").read_text(encoding="utf-8"))


def test_its_name_and_the_addresses_in_it_say_what_is_in_them() -> None:
    assert sheet_name() == f"theme/sheets/{sha256(stylesheet().encode()).hexdigest()[:16]}.css"
    icon = sha256((STATIC / "img" / "icon.svg").read_bytes()).hexdigest()[:16]
    assert kept_address("theme/img/icon.svg") == f"/static/theme/img/icon.svg?v={icon}"


FACE = re.compile(r"@font-face\{(.*?)\}")
RANGE = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?")
FRAME = "".join(map(chr, range(0x20, 0x7F))) + "«»„“”‘’—–…\u202f\u00a0"
LETTERS = {
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя№", "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюя", "az": "abcçdeəfgğhxıijkqlmnoöprsştuüvyz", "es": "áéíóúüñ¿¡",
    "en": "", "he": "אבגדהוזחטיכךלמםנןסעפףצץקרשת־״׳",
}  # fmt: skip


def weight(family: str, style: str, text: str) -> int:
    """Bytes of the files that a browser fetches to show this text."""
    files = {}
    for face in FACE.findall(stylesheet()):
        if family in face and ("font-style:italic" in face.replace(": ", ":")) == (style == "italic"):
            parts = [(int(low, 16), int(high or low, 16)) for low, high in RANGE.findall(face)]
            name = re.search(r"fonts/([^?]+)", face)[1]
            files[name] = any(low <= ord(letter) <= high for letter in text for low, high in parts)
    return sum((STATIC / "fonts" / name).stat().st_size for name, is_wanted in files.items() if is_wanted)


@pytest.mark.parametrize("code", LETTERS)
def test_typefaces_leave_room_for_the_page(code: str) -> None:
    letters = LETTERS[code]
    text = letters + letters.upper() + FRAME
    if code == "he":  # italics are set in bold there
        assert 0 < weight("Frank Ruhl Libre", "normal", text) < 83_000
    else:
        assert 0 < weight("Lingotype Serif", "normal", text) + weight("Lingotype Serif", "italic", text) < 83_000
