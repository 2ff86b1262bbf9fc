"""No channel without its heading in the reference."""

import re
from pathlib import Path

from lingotype.channels.urls import language_patterns, root_patterns

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "channels.md"


def test_every_channel_has_its_heading():
    titles = re.findall(r"^## (.+)$", REFERENCE.read_text(encoding="utf-8"), re.MULTILINE)
    headings = {title.lower().removesuffix(".txt").replace(" ", "_") for title in titles}
    names = {str(pattern.name).removesuffix("_index") for pattern in (*root_patterns, *language_patterns)}
    assert names == headings
