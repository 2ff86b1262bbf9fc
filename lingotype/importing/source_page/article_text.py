"""The text of an article, without the page around it, as plain paragraphs that can harm nobody."""

import json
import os
import subprocess
import sys
import unicodedata
from dataclasses import dataclass

from lingotype.importing.source_page.errors import SourcePageError

MOST_CHARACTERS = 300_000
"""Of a source's text: some 40,000 words."""
SECONDS = 15
"""Of one processor for reading one page; as long again by the clock."""
MEMORY = 1_500_000_000
FEWEST_LETTERS = 40
"""A text with fewer is no article: a wall of cookies, a page that a script would fill."""

_JOINERS = "\u200c\u200d"  # part of Persian's spelling, and others'
_EXTRACTOR = "lingotype.importing.source_page.extractor"


@dataclass(frozen=True, slots=True)
class ArticleText:
    """Paragraphs, a line each."""

    text: str
    title: str = ""


def text_of_html(html: str, *, seconds: int = SECONDS) -> ArticleText:
    """What is the article in a page. Raises `SourcePageError`."""
    answer = _child(html.encode("utf-8", "replace"), seconds)
    try:
        found = json.loads(answer)
        text, title = str(found["text"]), str(found["title"])
    except (ValueError, KeyError, TypeError) as error:
        raise SourcePageError("The page could not be read: paste the article's text instead.") from error
    return _whole(text, title, "No article was found on that page: paste its text instead.")


def text_of_plain(text: str) -> ArticleText:
    """A text that needs no reading; Markdown stays as it is written. Raises `SourcePageError`."""
    return _whole(text, "", "There is no text in it: paste or upload the article's words.")


def _whole(text: str, title: str, if_empty: str) -> ArticleText:
    if len(text) > 2 * MOST_CHARACTERS:
        raise SourcePageError("The text is longer than 300,000 characters: paste the part that is quoted.")
    lines = (" ".join(_printable(line).split()) for line in text.splitlines())
    clean = "\n".join(line for line in lines if line)
    if sum(sign.isalpha() for sign in clean) < FEWEST_LETTERS:
        raise SourcePageError(if_empty)
    if len(clean) > MOST_CHARACTERS:
        raise SourcePageError("The text is longer than 300,000 characters: paste the part that is quoted.")
    return ArticleText(clean, " ".join(_printable(title).split())[:300])


def _printable(text: str) -> str:
    """The text without control characters, and without those that turn the direction of what stands around them."""
    kept = (" " if sign.isspace() else sign for sign in text if _is_text(sign))
    return unicodedata.normalize("NFC", "".join(kept))


def _is_text(sign: str) -> bool:
    return sign.isspace() or sign in _JOINERS or unicodedata.category(sign)[0] != "C"


def _child(data: bytes, seconds: int) -> bytes:
    """What the extractor answers; it gets nothing of this process but where its modules lie."""
    environment = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"}
    try:
        done = subprocess.run(
            [sys.executable, "-m", _EXTRACTOR, str(seconds), str(MEMORY)],
            input=data, capture_output=True, timeout=2 * seconds, env=environment, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise SourcePageError("The page takes too long to read: paste the article's text instead.") from error
    if done.returncode:
        raise SourcePageError("The page is too tangled to be read: paste the article's text instead.")
    return done.stdout
