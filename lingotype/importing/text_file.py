"""Text from a file, as far as it can be trusted to be text."""

import re
import stat
from pathlib import Path

from lingotype.importing.errors import LineError

LARGEST_ARTICLE = 5 * 1024 * 1024
"""Bytes."""

# No database, feed or page can carry these: what XML 1.0 forbids. A tab and a line's end are fine.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")

_PARTNERS = {
    **dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"),  # embeddings and overrides
    **dict.fromkeys("\u2066\u2067\u2068", "\u2069"),  # isolates
}
"""Direction marks, each with the one that ends it."""

_LINE_ENDS = re.compile(r"\r\n?|\n")


def read_text(path: Path) -> str:
    """The text of a UTF-8 file, without a byte order mark, its lines ended by `\\n`.

    Raises `LineError` if there is no such file, it is larger than 5 MB (it is not read then), is not UTF-8, or holds
    characters that no page can carry.
    """
    try:
        content = _read_bytes(path)
    except FileNotFoundError:
        raise LineError(None, "there is no such file") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "no file can have this name"
        raise LineError(None, f"the file cannot be read: {reason}") from None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The error's own object: it begins after a byte order mark.
        line = len(_LINE_ENDS.findall(error.object[: error.start].decode("latin-1"))) + 1
        byte = error.object[error.start]
        raise LineError(line, f"not UTF-8: byte 0x{byte:02X}; save the file as UTF-8") from None
    text = _LINE_ENDS.sub("\n", text)
    refuse_forbidden(text, 1)
    return text


def refuse_forbidden(text: str, line: int) -> None:
    """Raise `LineError` if this text, which begins on that line, holds a character that no page can carry."""
    found = _FORBIDDEN.search(text)
    if found:
        raise LineError(
            line + text.count("\n", 0, found.start()), f"the character U+{ord(found[0]):04X} is not text; remove it"
        )


def refuse_unpaired(name: str, text: str, line: int) -> None:
    """Raise `LineError` if a direction mark in this one-line text lacks its partner: it would turn what follows."""
    is_open: list[str] = []
    for sign in text:
        if sign in _PARTNERS:
            is_open.append(sign)
        elif sign in _PARTNERS.values() and (not is_open or _PARTNERS[is_open.pop()] != sign):
            is_open = [sign]
            break
    if is_open:
        raise LineError(
            line, f"{name} holds the direction mark U+{ord(is_open[-1]):04X} without its partner; remove it"
        )


def _read_bytes(path: Path) -> bytes:
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise LineError(None, "this is a folder; name an article file in it")
    if not stat.S_ISREG(status.st_mode):
        raise LineError(None, "this is not an ordinary file")
    if status.st_size > LARGEST_ARTICLE:
        raise LineError(
            None, f"larger than {LARGEST_ARTICLE // 2**20} MB; an article file holds text, pictures lie beside it"
        )
    return path.read_bytes()
