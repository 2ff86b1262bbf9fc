"""Parts of a file, as players and interrupted downloads ask for them (RFC 9110, section 14)."""

import re

_ONE_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


class UnsatisfiableError(ValueError):
    """The part lies outside the file."""


def part_asked(header: str, size: int) -> range | None:
    """The bytes that a `Range` header asks for, of a file of that size; None where the whole file is the answer.

    A header that is wrong or asks for several parts at once means nothing: the standard lets a server send it all.
    Raises `UnsatisfiableError`.
    """
    found = _ONE_RANGE.fullmatch(header.replace(" ", ""))
    if found is None or not (found[1] or found[2]):
        return None
    if not found[1]:
        first, last = max(size - int(found[2]), 0), size - 1
    else:
        first, last = int(found[1]), min(int(found[2] or size - 1), size - 1)
        if found[2] and int(found[2]) < first:
            return None
    if first > last or first >= size:
        raise UnsatisfiableError
    return range(first, last + 1)
