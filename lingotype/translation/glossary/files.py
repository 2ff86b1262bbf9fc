"""Reading and writing the glossary, whatever the kind of file."""

from lingotype.translation.glossary.csv_file import read_csv, write_csv
from lingotype.translation.glossary.entries import Entry, GlossaryFileError
from lingotype.translation.glossary.tbx_file import read_tbx, write_tbx
from lingotype.translation.models import GlossaryEntry

LARGEST_FILE = 20 * 1024 * 1024
"""Bytes."""

_READERS = {"csv": read_csv, "tbx": read_tbx}
_WRITERS = {"csv": write_csv, "tbx": write_tbx}
KINDS = tuple(_READERS)
"""Kinds of files, which are also how their names end."""


def read_glossary(content: bytes, kind: str) -> list[Entry]:
    """The entries of a file's content. Raises `GlossaryFileError`."""
    if len(content) > LARGEST_FILE:
        raise GlossaryFileError(f"larger than {LARGEST_FILE // 2**20} MB")
    return _READERS[kind](content)


def write_glossary(kind: str) -> bytes:
    """The newsroom's whole glossary as a file's content, without the seeds: those are nobody's decisions."""
    return _WRITERS[kind](GlossaryEntry.objects.filter(is_seed=False).prefetch_related("wordings").order_by("pk"))
