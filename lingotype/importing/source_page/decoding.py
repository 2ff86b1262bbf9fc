"""From bytes to text: by what the site says, by what the page says, else as UTF-8."""

import codecs
import re
from contextlib import suppress

from lingotype.importing.source_page.errors import SourcePageError

_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_HEAD = 4096
_KNOWN = re.compile(r"utf|ascii|cp125\d|windows|iso-?8859|latin|koi8|cp866|cp855|big5|gb|shift|euc|mac|iso2022|hz|cp9")
"""Encodings of pages: Python knows others that are none of a text (zip, rot13, idna)."""


def decoded(body: bytes, charset: str = "", *, is_html: bool = False) -> str:
    """The text. Raises `SourcePageError` when it is in no encoding that was named, nor in UTF-8."""
    names = [name for mark, name in _BOMS if body.startswith(mark)] + [charset]
    if is_html and (found := _META.search(body[:_HEAD])):
        names.append(found[1].decode("ascii"))
    for name in (*names, "utf-8"):
        if (known := _lookup(name)) is not None:
            with suppress(UnicodeError):
                text = body.decode(known)
                if "\0" not in text:
                    return text
    if is_html:  # a few broken bytes in a long page are no reason to refuse it
        text = body.decode(_lookup(names[-1]) or "utf-8", "replace")
        if text.count("\ufffd") <= len(text) // 200 and "\0" not in text:
            return text
    raise SourcePageError("The text is in an unknown encoding: save it as UTF-8, or paste it.")


def _lookup(name: str) -> str | None:
    try:
        known = codecs.lookup(name).name if name else ""
    except LookupError:
        return None
    if known == "iso8859-1":
        return "cp1252"  # as browsers read it
    return known if known and _KNOWN.match(known.replace("_", "-")) else None
