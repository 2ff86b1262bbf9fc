"""`lingotype demo [DIR] [--port N]`: the invented newsroom, made, translated and served."""

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from lingotype.cli import BAD_INPUT
from lingotype.config.command_line import CommandLine, port
from lingotype.config.new import ADMIN_NAME, CannotMakeError, first_admin, make_folder, one_time_password, start_django
from lingotype.config.newsroom_file import FILE_NAME, NewsroomFileError, read_newsroom_file
from lingotype.config.supervisor import HOST, PortTakenError, become_server

_READY = ".demo-is-ready"
_DEFAULT_FOLDER = Path("demo-site")
# Within [site] only: an engine may have an address of this machine, too.
_OUR_ADDRESS = re.compile(rf'(^\[site\]\n[^\[]*?^url = "http://{re.escape(HOST)}:)\d+(?=")', re.MULTILINE)


def demo(arguments: Sequence[str]) -> int:
    """Make the invented newsroom if it is not there yet, and serve it until Ctrl-C."""
    parser = CommandLine(prog="lingotype demo", description="The invented newsroom, ready to look at.")
    parser.add_argument("dir", type=Path, nargs="?", default=_DEFAULT_FOLDER, metavar="DIR")
    parser.add_argument("--port", type=port, default=8000, metavar="N", help="of 127.0.0.1; 8000")
    parser.add_argument("--no-serve", action="store_true", help="make it and stop")
    options = parser.parse_args(list(arguments))
    folder: Path = options.dir
    try:
        if (folder / _READY).exists():
            _go_on(folder, options.port)
        else:
            _make(folder, contents(), options.port)
        if not options.no_serve:
            _serve(folder, options.port)
    except (CannotMakeError, NewsroomFileError) as error:
        print(f"lingotype: {error}", file=sys.stderr)
        return BAD_INPUT
    return 0


def contents() -> Path:
    """Where the invented newsroom's files are: in the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "demo", package.parent / "demo"):
        if (folder / FILE_NAME).exists():
            return folder
    raise CannotMakeError("the files of the invented newsroom are not installed")


def at_port(settings: str, port: int) -> str:
    """The text of a settings file with this machine's address, where site.url is one, at that port."""
    return _OUR_ADDRESS.sub(rf"\g<1>{port}", settings, count=1)


def _move_to(folder: Path, port: int) -> None:
    path = folder / FILE_NAME
    before = path.read_text(encoding="utf-8")
    path.write_text(at_port(before, port), encoding="utf-8")
    url = read_newsroom_file(folder).site_url
    if at_port(before, port) != before:
        print(f"site.url in {path} is {url} now, for feeds, maps and links.", file=sys.stderr)
    elif url != f"http://{HOST}:{port}":
        print(f"Feeds, maps and links lead to {url}: that is site.url in {path}.", file=sys.stderr)


def _go_on(folder: Path, port: int) -> None:
    read_newsroom_file(folder)
    _move_to(folder, port)
    start_django(folder)
    from django.db import DatabaseError

    from lingotype.config.databases import what_ails
    from lingotype.config.up_to_date import bring_up_to_date

    try:
        bring_up_to_date()
    except DatabaseError as error:
        raise CannotMakeError(what_ails(error) or str(error)) from error


def _make(folder: Path, source: Path, port: int) -> None:
    if (folder / FILE_NAME).exists():
        _move_to(folder, port)
        print(f"Going on with {folder}, which an earlier start left unfinished.", file=sys.stderr)
    else:
        print(f"Making the invented newsroom in {folder} …", file=sys.stderr)
        make_folder(folder, at_port((source / FILE_NAME).read_text(encoding="utf-8"), port))
    first_admin(folder)
    from lingotype.config.demo_newsroom import fill

    fill(source)
    (folder / _READY).touch()


def _serve(folder: Path, port: int) -> NoReturn:
    when_ready = _words(folder, f"http://{HOST}:{port}", read_newsroom_file(folder).readers, one_time_password(folder))
    try:
        become_server(port, when_ready, sys.stdout)
    except PortTakenError as error:
        raise CannotMakeError(str(error)) from error


def _words(folder: Path, address: str, languages: Sequence[str], password: str | None) -> str:
    lines = ["", f"  The paper     {address}/", *(f"                {address}/{code}/" for code in languages)]
    lines.append(f"  The desk      {address}/admin/")
    if password is not None:
        lines.append(f"                name {ADMIN_NAME}, one-time password {password} (change it after signing in)")
    lines += [f"  Its settings  {folder / FILE_NAME}", "", "  Ctrl-C ends it.", ""]
    return "".join(f"{line}\n" for line in lines)
