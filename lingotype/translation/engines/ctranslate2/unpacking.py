"""Archives from elsewhere: what a model needs is taken out, and nothing can land outside its folder."""

import shutil
import stat
import zipfile
import zlib
from pathlib import Path, PurePosixPath

_MOST_FILES = 2_000
_MOST_BYTES = 4_000_000_000
_NEEDED = frozenset({"metadata.json", "README.md", "sentencepiece.model", "bpe.model"})
"""Files at the top of a package. Beside them only `model/` is taken: the rest is for other programs."""
_CHUNK = 1 << 20


class CannotUnpackError(Exception):
    """The archive is refused. `str()` is one line."""


def unpack(archive: Path, folder: Path) -> None:
    """Take a package out of its one folder in a zip archive into `folder`, which is new. Raises `CannotUnpackError`."""
    try:
        with zipfile.ZipFile(archive) as package:
            members = package.infolist()
            if len(members) > _MOST_FILES or sum(member.file_size for member in members) > _MOST_BYTES:
                raise CannotUnpackError("the archive is larger than any model")
            places = {member.filename: _place(member) for member in members}
            if len({place.parts[0] for place in places.values()}) != 1:
                raise CannotUnpackError("the archive is not one folder with a model in it")
            folder.mkdir()
            for member in members:
                inside = PurePosixPath(*places[member.filename].parts[1:])
                if not member.is_dir() and (str(inside) in _NEEDED or inside.parts[:1] == ("model",)):
                    _extract(package, member, folder / inside)
    except FileExistsError as error:
        raise CannotUnpackError("the archive holds a file twice") from error
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        raise CannotUnpackError(f"the archive cannot be read: {error}") from error


def _place(member: zipfile.ZipInfo) -> PurePosixPath:
    """Where a member wants to go. Raises `CannotUnpackError` for what could lead out of the folder."""
    name, mode = member.filename, member.external_attr >> 16
    place = PurePosixPath(name)
    if not place.parts or place.is_absolute() or ".." in place.parts or "\\" in name or ":" in name or "\0" in name:
        raise CannotUnpackError(f"the archive wants to write outside its folder: {name[:100]!r}")
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise CannotUnpackError(f"the archive holds something that is no file: {name[:100]!r}")
    return place


def _extract(package: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with package.open(member) as packed, path.open("xb") as file:
        shutil.copyfileobj(packed, file, _CHUNK)  # the library stops at the size that was announced
