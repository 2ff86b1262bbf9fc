"""A folder that is replaced as a whole, or not at all: whatever happens on the way, it is never half-written."""

import ctypes
import fcntl
import json
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from glob import escape
from pathlib import Path

MARKER = ".lingotype-export"
"""Stands in every folder that an export wrote and names what it put there."""

_HERE, _EXCHANGE = -100, 2
"""AT_FDCWD and RENAME_EXCHANGE of Linux's renameat2(2)."""


class CannotExportError(Exception):
    """The copy cannot be made there. `str()` is one line that says why and what to do."""


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """A new folder beside `folder`, which takes its place at the end of the block unless that raises.

    Raises `CannotExportError` for a folder with anything in it that no earlier export wrote, and for whatever the
    file system refuses. What killed exports left behind is removed.
    """
    target = Path(os.path.realpath(folder))
    try:
        _refuse_foreign(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        _sweep(target)
        new = target.with_name(f".{target.name}.new-{secrets.token_hex(4)}")
        new.mkdir()
        with (new / MARKER).open("w", encoding="utf-8") as marker:
            fcntl.flock(marker, fcntl.LOCK_EX)
            try:
                yield new
                json.dump({"entries": sorted(path.name for path in new.iterdir())}, marker, ensure_ascii=False)
                marker.flush()
                _put(new, target)
            finally:
                # By now this is the earlier copy, or what could not be finished.
                shutil.rmtree(new, ignore_errors=True)
    except OSError as error:
        raise CannotExportError(f"{folder} cannot be written: {error.strerror}") from error


def _refuse_foreign(target: Path) -> None:
    if not target.exists():
        return
    if not target.is_dir():
        raise CannotExportError(f"{target} is a file; name a folder")
    there = {path.name for path in target.iterdir()}
    foreign = sorted(there - _written(target))
    if foreign:
        raise CannotExportError(
            f"{target} holds {foreign[0]}, which no export wrote and the new copy would remove; name another folder"
        )


def _written(target: Path) -> set[str]:
    try:
        return set(json.loads((target / MARKER).read_text(encoding="utf-8"))["entries"])
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def _sweep(target: Path) -> None:
    for left in target.parent.glob(f".{escape(target.name)}.new-*"):
        try:
            with (left / MARKER).open("a") as marker:
                fcntl.flock(marker, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(left, ignore_errors=True)
        except OSError:
            continue  # another export is at work there


def _put(new: Path, target: Path) -> None:
    if not target.exists():
        new.rename(target)
    elif not _exchange(new, target):
        old = new.with_name(f"{new.name}-old")
        target.rename(old)
        new.rename(target)
        old.rename(new)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; False where the system cannot."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    return bool(renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)
