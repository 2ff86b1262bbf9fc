"""The `lingotype` command: finds the newsroom, then hands over to the command that was asked for."""

import difflib
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from lingotype import __version__

BAD_INPUT = 2
"""Exit status when what was given cannot be used."""
INTERRUPTED = 130
"""Exit status after Ctrl-C, as shells have it."""

_HELP = {"help", "--help", "-h"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns its exit status; bad input is one clear line on standard error and 2."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _speak_utf_8()
    try:
        return _run(given)
    except KeyboardInterrupt:
        return INTERRUPTED


def _speak_utf_8() -> None:
    # JSON is UTF-8 whatever the terminal's locale; half a character, which no encoding has, goes out as JSON writes it.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _run(given: list[str]) -> int:
    try:
        site, given = _take_site(given)
    except ValueError as error:
        return _refuse(str(error))
    if given[:1] in (["--version"], ["version"]):
        print(__version__)
        return 0
    os.environ["DJANGO_SETTINGS_MODULE"] = "lingotype.config.settings"
    if site is not None:
        os.environ["LINGOTYPE_SITE"] = str(site.resolve())
    if not given or given[0] in _HELP:
        about = [word for word in given if word not in _HELP]
        given = [*about, "--help"] if about else ["overview"]
    from lingotype.config.without_newsroom import COMMANDS

    if given[0] in COMMANDS:
        return COMMANDS[given[0]](given[1:])
    return _with_newsroom(given)


def _take_site(given: list[str]) -> tuple[Path | None, list[str]]:
    """`--site DIR` may stand anywhere; what is left belongs to the command."""
    site: Path | None = None
    rest: list[str] = []
    words = iter(given)
    for word in words:
        if word == "--site":
            folder = next(words, None)
            if folder is None:
                raise ValueError("--site needs a folder: --site DIR")
            site = Path(folder)
        elif word.startswith("--site="):
            site = Path(word.removeprefix("--site="))
        else:
            rest.append(word)
    return site, rest


def _with_newsroom(given: list[str]) -> int:
    from lingotype.config.newsroom_file import FILE_NAME, NewsroomFileError, read_newsroom_file

    try:
        read_newsroom_file(Path(os.environ.get("LINGOTYPE_SITE", ".")))
    except NewsroomFileError as error:
        if not _HELP & set(given[1:]):
            return _refuse(str(error))
        with TemporaryDirectory() as stand_in:  # help about a command is for whoever has no newsroom yet, too
            Path(stand_in, FILE_NAME).write_text('[languages]\nreaders = ["en"]\n', encoding="utf-8")
            os.environ["LINGOTYPE_SITE"] = stand_in
            return _run_command(given)
    return _run_command(given)


def _run_command(given: list[str]) -> int:
    import django
    from django.core.management import execute_from_command_line, get_commands
    from django.db import DatabaseError

    from lingotype.config.databases import what_ails

    django.setup()
    if given[0] not in (known := set(get_commands())):
        near = difflib.get_close_matches(given[0], known, 1)
        hint = f"did you mean {near[0]}?" if near else "lingotype help lists them"
        return _refuse(f"{given[0]} is not a command; {hint}")
    try:
        execute_from_command_line(["lingotype", *given])
    except DatabaseError as error:
        ailment = what_ails(error)
        if ailment is None:
            raise
        return _refuse(ailment)
    return 0


def _refuse(message: str) -> int:
    print(f"lingotype: {message}", file=sys.stderr)
    return BAD_INPUT


if __name__ == "__main__":
    sys.exit(main())
