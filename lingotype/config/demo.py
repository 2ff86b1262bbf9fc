"""`lingotype demo [DIR] [--port N]`: the invented newsroom, made, translated and served."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from lingotype.cli import BAD_INPUT
from lingotype.config.command_line import CommandLine, port
from lingotype.config.new import ADMIN_NAME, PASSWORD_FILE, CannotMakeError, first_admin, make_folder
from lingotype.config.newsroom_file import FILE_NAME, NewsroomFileError

_READY = ".demo-is-ready"
_DEFAULT_FOLDER = Path("demo-site")


def demo(arguments: Sequence[str]) -> int:
    """Make the invented newsroom if it is not there yet, and serve it until Ctrl-C."""
    parser = CommandLine(prog="lingotype demo", description="The invented newsroom, ready to look at.")
    parser.add_argument("dir", type=Path, nargs="?", default=_DEFAULT_FOLDER, metavar="DIR")
    parser.add_argument("--port", type=port, default=8000, metavar="N", help="of 127.0.0.1; 8000")
    parser.add_argument("--no-serve", action="store_true", help="make it and stop")
    options = parser.parse_args(list(arguments))
    folder: Path = options.dir
    try:
        if not (folder / _READY).exists():
            _make(folder, contents())
        if options.no_serve:
            return 0
        return _serve(folder, options.port)
    except (CannotMakeError, NewsroomFileError) as error:
        print(f"lingotype: {error}", file=sys.stderr)
        return BAD_INPUT


def contents() -> Path:
    """Where the invented newsroom's files are: in the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "demo", package.parent / "demo"):
        if (folder / FILE_NAME).exists():
            return folder
    raise CannotMakeError("the files of the invented newsroom are not installed")


def _make(folder: Path, source: Path) -> None:
    if (folder / FILE_NAME).exists():
        print(f"Going on with {folder}, which an earlier start left unfinished.", file=sys.stderr)
    else:
        print(f"Making the invented newsroom in {folder} …", file=sys.stderr)
        make_folder(folder, (source / FILE_NAME).read_text(encoding="utf-8"))
    first_admin(folder)
    from lingotype.config.demo_newsroom import fill

    fill(source)
    (folder / _READY).touch()


def _serve(folder: Path, port: int) -> int:
    os.environ["LINGOTYPE_SITE"] = str(folder.resolve())
    from lingotype.config.newsroom_file import read_newsroom_file
    from lingotype.config.supervisor import PortTakenError, serve

    languages = read_newsroom_file(folder).readers
    try:
        return serve(port, lambda address: _tell(folder, address, languages))
    except PortTakenError as error:
        raise CannotMakeError(str(error)) from error


def _tell(folder: Path, address: str, languages: Sequence[str]) -> None:
    print(f"\n  The paper     {address}/")
    for code in languages:
        print(f"                {address}/{code}/")
    print(f"  The desk      {address}/admin/")
    password = folder / PASSWORD_FILE
    if password.exists():
        print(f"                name {ADMIN_NAME}, one-time password {password.read_text(encoding='ascii').strip()}")
    print("\n  Ctrl-C ends it.\n", flush=True)
