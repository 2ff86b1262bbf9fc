"""A paragraph as an editor types it: tags stay, everything else is plain text without entities."""

import re
from html import escape, unescape

from lingotype.translation.checks.text import TAG
from lingotype.translation.markup import tokens

_ENTITY = re.compile(r"&#?\w+;")


def typed(html: str) -> str:
    """The stored text as the field shows it. `stored` gives back the same text."""
    parts = []
    for token in tokens(html):
        text = token.raw if token.key else unescape(token.raw)
        parts.append(token.raw if TAG.search(text) or _ENTITY.search(text) else text)
    return "".join(parts)


def stored(text: str) -> str:
    """What was typed as it is stored: one line, with only `&`, `<` and `>` escaped outside tags."""
    line = " ".join(text.split("\n")) if "\n" in text else text
    return "".join(
        token.raw if token.key else escape(unescape(token.raw), quote=False) for token in tokens(line.replace("\r", ""))
    ).strip()
