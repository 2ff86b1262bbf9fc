"""Pictures that article files name."""

import struct
import warnings
import zlib
from pathlib import Path
from urllib.parse import unquote

from PIL import Image

from lingotype.importing.errors import LineError, shown

LARGEST_IMAGE = 20 * 1024 * 1024
"""Bytes."""

MOST_PIXELS = 50_000_000
"""More than most cameras take; a small file can claim any size, and a worker would need the memory for it."""

# The first bytes of the formats that every browser and Wagtail can show.
_BEGINNINGS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a")


def find_image(folder: Path, name: str, line: int) -> Path:
    """The absolute path of the picture `name`, relative to `folder`.

    Raises `LineError` if it is not there, is not a JPEG, PNG, WebP or GIF by its first bytes, is larger than 20 MB
    or 50 megapixels, is cut off or damaged, or lies outside the folder: an article file must not publish what its
    author merely knows the path of.
    """
    try:
        return _found(folder.resolve(), name, line)
    except (OSError, ValueError, RuntimeError):
        # No such file, no right to read it, a name no file can have, a loop of links.
        raise LineError(line, f"there is no readable image {shown(name)} beside the article") from None


def _found(folder: Path, name: str, line: int) -> Path:
    if not name:
        raise LineError(line, "an image has no file")
    # Editors that write Markdown for us percent-encode spaces and Cyrillic in file names.
    written = folder / name
    file = (written if written.exists() else folder / unquote(name)).resolve()
    if Path(name).is_absolute() or not file.is_relative_to(folder):
        raise LineError(line, f"the image {shown(name)} lies outside the article's folder; put it beside the article")
    if not file.is_file():
        raise LineError(line, f"there is no image {shown(name)} beside the article")
    if file.stat().st_size > LARGEST_IMAGE:
        raise LineError(line, f"the image {shown(name)} is larger than {LARGEST_IMAGE // 2**20} MB; make it smaller")
    with file.open("rb") as opened:
        start = opened.read(12)
    if not start.startswith(_BEGINNINGS) and not (start[:4] == b"RIFF" and start[8:] == b"WEBP"):
        raise LineError(line, f"{shown(name)} is not a JPEG, PNG, WebP or GIF image")
    _refuse_unshowable(file, name, line)
    return file


def _refuse_unshowable(file: Path, name: str, line: int) -> None:
    is_large = False
    try:
        with (
            warnings.catch_warnings(action="error", category=Image.DecompressionBombWarning),
            Image.open(file) as image,
        ):
            is_large = image.width * image.height > MOST_PIXELS
            if not is_large:
                image.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        is_large = True
    except (OSError, SyntaxError, ValueError, EOFError, IndexError, struct.error, zlib.error):
        raise LineError(line, f"the image {shown(name)} is cut off or damaged; save it again") from None
    if is_large:
        raise LineError(
            line, f"the image {shown(name)} has more than {MOST_PIXELS // 10**6} megapixels; make it smaller"
        )
