"""`lingotype new DIR --languages ru,en,uk`: a newsroom's folder with settings, database and first admin user."""

import os
import secrets
import shlex
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from lingotype.cli import BAD_INPUT
from lingotype.config.command_line import CommandLine
from lingotype.config.newsroom_file import FILE_NAME, NewsroomFileError, read_newsroom_file
from lingotype.language.facts import LANGUAGES

ADMIN_NAME = "editor"
PASSWORD_FILE = ".admin-password"
"""Holds the one-time password until somebody deletes it; mode 0600."""

_TEMPLATE = """\
# The settings of this newsroom. Secrets are never written here: they come from the environment.
# Every path is relative to this file's folder.

[site]
name = "{name}"
url = "http://127.0.0.1:8000"    # the address readers use
time_zone = "UTC"                # for example "Europe/Kyiv"

[languages]
readers = [{readers}]            # the first is the default
editorial = [{readers}]          # languages that articles are written in

# Engines and the pairs they translate. `lingotype doctor` says what answers.
[engines.local]
type = "apertium"                # on this machine: ru-uk, ru-be, en-es, both ways; draft quality

[[routes]]
from = "*"
to = "*"
engines = ["local"]

[gate]
publish = "checked"              # checked, reviewed or always

[database]
url = "sqlite:///lingotype.sqlite3"    # or "postgres://user@host/name"

[store]
url = "file:///pages"            # or "s3://bucket/prefix"
"""


class CannotMakeError(Exception):
    """A newsroom cannot be made there. `str()` is one line."""


def new(arguments: Sequence[str]) -> int:
    """Make a newsroom; prints what to do next."""
    parser = CommandLine(prog="lingotype new", description="Make a newsroom's folder.")
    parser.add_argument("dir", type=Path, metavar="DIR")
    parser.add_argument("--languages", default="en", metavar="ru,en,uk", help="the readers' languages, default first")
    parser.add_argument("--name", default="", help="the newsroom's name; DIR's by default")
    options = parser.parse_args(list(arguments))
    try:
        codes = _codes(options.languages)
        make_folder(options.dir, settings_text(options.name or options.dir.resolve().name, codes))
        password = first_admin(options.dir)
    except (CannotMakeError, NewsroomFileError) as error:
        print(f"lingotype: {error}", file=sys.stderr)
        return BAD_INPUT
    print(f"Made {options.dir}. Sign in at /admin/ as {ADMIN_NAME}, one-time password {password}, and change it there.")
    print(f"Next: {_own_name()} --site {shlex.quote(str(options.dir))} serve")
    return 0


def _own_name() -> str:
    """What to type for this command: its name where the shell would find it, else the path it was called by."""
    called = Path(sys.argv[0])
    return str(called) if called.name == "lingotype" and shutil.which("lingotype") is None else "lingotype"


def settings_text(name: str, codes: Sequence[str]) -> str:
    """The settings file of a new newsroom."""
    quoted = ", ".join(f'"{code}"' for code in codes)
    name = "".join(sign for sign in name if sign.isprintable() and sign != "\\").replace('"', "'").strip()
    return _TEMPLATE.format(name=name or "Newsroom", readers=quoted)


def make_folder(folder: Path, settings: str) -> None:
    """Make the folder with its settings file. Refuses a folder that already holds something."""
    try:
        if (folder / FILE_NAME).exists():
            raise CannotMakeError(f"{folder / FILE_NAME} is there already; choose another folder")
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise CannotMakeError(f"{folder} is not empty; choose another folder")
        (folder / FILE_NAME).write_text(settings, encoding="utf-8")
    except FileExistsError:
        raise CannotMakeError(f"{folder} is a file; choose another folder") from None
    except NotADirectoryError:
        raise CannotMakeError(f"{folder} cannot be made: part of that path is a file") from None
    except OSError as error:
        raise CannotMakeError(f"{folder} cannot be made: {error.strerror}") from error
    read_newsroom_file(folder)


def first_admin(folder: Path) -> str | None:
    """Prepare the database and make the first admin user; returns what `one_time_password` does."""
    start_django(folder)
    from django.contrib.auth import get_user_model

    from lingotype.config.secrets import write_secret
    from lingotype.config.up_to_date import bring_up_to_date

    bring_up_to_date()
    users = get_user_model().objects
    if not users.filter(is_superuser=True).exists():
        write_secret(folder / PASSWORD_FILE, secrets.token_urlsafe(12))
        users.create_superuser(ADMIN_NAME, "", _written_password(folder))
    return one_time_password(folder)


def one_time_password(folder: Path) -> str | None:
    """The password that the first admin user was made with; None once it was changed. Needs Django set up."""
    from django.contrib.auth import get_user_model

    if not (folder / PASSWORD_FILE).exists():
        return None
    password = _written_password(folder)
    admin = get_user_model().objects.filter(username=ADMIN_NAME).first()
    return password if admin is not None and admin.check_password(password) else None


def _written_password(folder: Path) -> str:
    return (folder / PASSWORD_FILE).read_text(encoding="ascii").strip()


def start_django(folder: Path) -> None:
    """Set Django up for the newsroom in that folder; once a process."""
    import django

    os.environ["LINGOTYPE_SITE"] = str(folder.resolve())
    os.environ["DJANGO_SETTINGS_MODULE"] = "lingotype.config.settings"
    django.setup()


def _codes(text: str) -> list[str]:
    codes = [code.strip().lower() for code in text.split(",") if code.strip()]
    unknown = [code for code in codes if code not in LANGUAGES]
    if unknown or not codes:
        raise CannotMakeError(f"--languages: {', '.join(unknown) or 'none given'}; known are {', '.join(LANGUAGES)}")
    return list(dict.fromkeys(codes))
