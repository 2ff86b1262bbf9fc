"""How long the texts of an article file may be: as long as the newsroom's tables and blocks hold, in characters."""

from collections.abc import Mapping
from types import MappingProxyType

from lingotype.importing.errors import LineError
from lingotype.importing.text_file import refuse_forbidden, refuse_unpaired

LONGEST: Mapping[str, int] = MappingProxyType(
    {
        "title": 255,
        "dek": 2000,
        "slug": 255,
        "section": 255,
        "edition": 255,
        "tag": 200,
        "author": 200,
        "translator": 200,
        "speaker": 200,
        "source id": 60,
        "publication": 200,
        "lang": 12,
        "alt": 300,
        "caption": 500,
        "credit": 255,
        "heading": 250,
        "embed title": 250,
        "address": 2000,
    }
)


def limited(name: str, text: str, line: int) -> str:
    """The text itself, if a page can carry it and it is no longer than a text of that name may be; else `LineError`."""
    refuse_forbidden(text, line)
    if len(text) > LONGEST[name]:
        raise LineError(line, f"{name} is longer than {LONGEST[name]} characters; shorten it")
    refuse_unpaired(name, text, line)
    return text
