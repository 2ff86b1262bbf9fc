"""The style sheet of every public page: small files, one a component, put together into one text.

It stands in the page itself. A first visit then needs no second trip to the server before the first line is drawn
(about 5 kB compressed), a stored page never meets a newer style sheet, and an error page is dressed even where static
files cannot be reached. Each part is looked for among the static files, so another app's part may stand in for ours.
"""

import re
from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from django.contrib.staticfiles import finders
from django.core.exceptions import ImproperlyConfigured
from django.templatetags.static import static

# In the order of the cascade; `tokens` also declares the order of the layers.
PARTS = (
    "tokens", "fonts", "page", "prose", "masthead", "language_switch", "teaser", "front", "listing", "article",
    "byline", "photo", "notice", "quotations", "cards", "read_also", "side_by_side", "search", "person", "follow",
    "footer", "pagination", "message", "print",
)  # fmt: skip

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
    return _NEIGHBOUR.sub(lambda found: f'url("{static("theme/" + found[1])}")', text).strip()


def stylesheet_hash() -> str:
    """What a Content-Security-Policy's `style-src` names to allow this style sheet and no other."""
    return f"'sha256-{b64encode(sha256(stylesheet().encode()).digest()).decode()}'"


def _part(name: str) -> str:
    path = finders.find(f"theme/css/{name}.css")
    if not isinstance(path, str):
        raise ImproperlyConfigured(f"theme/css/{name}.css is not among the static files")
    return Path(path).read_text(encoding="utf-8")
