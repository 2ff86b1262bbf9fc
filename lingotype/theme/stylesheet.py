"""The style sheet of every public page: small files, one a component, put together into one text.

It is one file, about 6 kB compressed, named by its own content: browsers keep it for good, and a stored page never
meets another style sheet than its own. Each part is looked for among the static files, so another app's part may stand
in for ours.
"""

import re
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from django.contrib.staticfiles import finders
from django.core.exceptions import ImproperlyConfigured
from django.templatetags.static import static

# In the order of the cascade; `tokens` also declares the order of the layers.
PARTS = (
    "tokens", "fonts", "page", "prose", "masthead", "language_switch", "teaser", "front", "listing", "article",
    "byline", "photo", "notice", "quotations", "cards", "read_also", "side_by_side", "report", "search", "person",
    "follow", "footer", "pagination", "message", "print",
)  # fmt: skip

SHEETS = "theme/sheets/"
"""Where the style sheet stands among the static files."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_AROUND = re.compile(r" ?([{};,]) ?")
_NEIGHBOUR = re.compile(r'url\("\.\./([^"]+)"\)')


@lru_cache(maxsize=1)
def stylesheet() -> str:
    """All parts as one text, without comments and needless space, its addresses those of the static files.

    Raises `ImproperlyConfigured` if a part is not among the static files.
    """
    text = "\n".join(_part(name) for name in PARTS)
    text = _AROUND.sub(r"\1", _SPACE.sub(" ", _COMMENT.sub("", text)))
    return _NEIGHBOUR.sub(lambda found: f'url("{kept_address("theme/" + found[1])}")', text).strip()


def sheet_name() -> str:
    """The style sheet's name among the static files."""
    return f"{SHEETS}{_digest(stylesheet().encode())}.css"


def kept_address(name: str) -> str:
    """The address of one of the theme's static files: another one when its content is another, so browsers keep it."""
    return f"{static(name)}?v={_digest(_file(name).read_bytes())}"


def _part(name: str) -> str:
    return _file(f"theme/css/{name}.css").read_text(encoding="utf-8")


def _file(name: str) -> Path:
    path = finders.find(name)
    if not isinstance(path, str):
        raise ImproperlyConfigured(f"{name} is not among the static files")
    return Path(path)


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()[:16]
