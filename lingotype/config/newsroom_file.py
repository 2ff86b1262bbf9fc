"""`lingotype.toml`: the one file of settings of a newsroom, read and judged here and nowhere else."""

import difflib
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit
from zoneinfo import ZoneInfo

from lingotype.config.credentials import without_credentials
from lingotype.delivery.purgers import PurgeSettings
from lingotype.delivery.purgers import build as build_purger
from lingotype.desk.mail.services import MailSettings
from lingotype.desk.mail.services import judged as judged_mail
from lingotype.language.facts import LANGUAGES, unknown_language
from lingotype.translation.engines import BUILT_IN
from lingotype.translation.routes import ANY, Policy, Route, RouteTable

FILE_NAME = "lingotype.toml"

TABLES: Mapping[str, frozenset[str]] = {
    "site": frozenset({"name", "url", "time_zone"}),
    "languages": frozenset({"readers", "editorial"}),
    "gate": frozenset({"publish"}),
    "database": frozenset({"url"}),
    "store": frozenset({"url"}),
    "purge": frozenset({"type", "id", "url"}),
    "mail": frozenset({"type", "from", "url"}),
}
"""The tables with fixed keys, and those keys. Beside them stand `engines` and `routes`."""
ROUTE_KEYS = frozenset({"from", "to", "engines", "gate"})
"""The keys of each `[[routes]]`."""


class NewsroomFileError(Exception):
    """The settings file cannot be used. `str()` is one line: the file, the setting, and what to write instead."""


@dataclass(frozen=True, slots=True)
class NewsroomFile:
    """A newsroom's settings, complete and judged. Paths are absolute."""

    folder: Path
    site_name: str
    site_url: str
    """Without a slash at the end."""
    time_zone: str
    readers: tuple[str, ...]
    """Languages of the readers; the first is the default."""
    editorial: tuple[str, ...]
    """Languages articles are written in."""
    engines: Mapping[str, Mapping[str, object]]
    routes: RouteTable
    database_url: str
    store_url: str
    purge: PurgeSettings | None
    """What keeps pages in front of the newsroom; None where nothing does."""
    mail: MailSettings | None
    """What takes mail to people; None where no mail is sent."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Every language of the site: the readers' first, then those only written in."""
        return tuple(dict.fromkeys((*self.readers, *self.editorial)))


def read_newsroom_file(folder: Path) -> NewsroomFile:
    """Read the settings of the newsroom in `folder`. Raises `NewsroomFileError`, never anything else."""
    path = folder / FILE_NAME
    data = _content(path)
    try:
        return _newsroom(folder.resolve(), data)
    except ValueError as error:
        raise NewsroomFileError(f"{path}: {without_credentials(str(error))}") from error


def _content(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise NewsroomFileError(
            f"{path}: not found. Go to a newsroom's folder, name one with --site DIR, or make one: lingotype new DIR"
        ) from None
    except NotADirectoryError:
        raise NewsroomFileError(f"{path.parent} is a file; --site names a newsroom's folder") from None
    except IsADirectoryError:
        raise NewsroomFileError(f"{path}: this is a folder") from None
    except OSError as error:
        raise NewsroomFileError(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        byte, line = error.object[error.start], error.object.count(b"\n", 0, error.start) + 1
        raise NewsroomFileError(f"{path}: not UTF-8: byte 0x{byte:02X} on line {line}; save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise NewsroomFileError(f"{path}: {error}") from error


def _newsroom(folder: Path, data: Mapping[str, Any]) -> NewsroomFile:
    _known_keys("", data, {*TABLES, "engines", "routes"})
    tables = {name: _table(data, name) for name in TABLES}
    for name, keys in TABLES.items():
        _known_keys(f"{name}.", tables[name], keys)
    readers = _languages(tables["languages"], "readers", ())
    if not readers:
        raise ValueError('[languages] readers is empty; write for example readers = ["ru", "en"]')
    engines = _engines(_table(data, "engines"))
    editorial = _languages(tables["languages"], "editorial", readers)
    routes = _routes(data.get("routes", []), engines, {*readers, *editorial})
    return NewsroomFile(
        folder=folder,
        site_name=_text(tables["site"], "site.name", "Newsroom"),
        site_url=_site_url(_text(tables["site"], "site.url", "http://127.0.0.1:8000")),
        time_zone=_time_zone(_text(tables["site"], "site.time_zone", "UTC")),
        readers=readers,
        editorial=editorial,
        engines=engines,
        routes=RouteTable(routes, _policy(tables["gate"].get("publish", Policy.CHECKED), "gate.publish")),
        database_url=_database_url(_text(tables["database"], "database.url", "sqlite:///lingotype.sqlite3")),
        store_url=_store_url(_text(tables["store"], "store.url", "file:///pages")),
        purge=_purge(tables["purge"]),
        mail=_mail(tables["mail"]),
    )


def _table(data: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    table = data.get(name, {})
    if not isinstance(table, Mapping):
        raise ValueError(f"[{name}] must be a table")
    return table


def _known_keys(prefix: str, table: Mapping[str, Any], known: Collection[str]) -> None:
    for key in table:
        if key not in known:
            near = difflib.get_close_matches(key, known, 1)
            hint = f"; did you mean {near[0]}?" if near else f"; known are {', '.join(sorted(known))}"
            raise ValueError(f"{prefix}{key} is not a setting{hint}")


def _text(table: Mapping[str, Any], name: str, default: str) -> str:
    value = table.get(name.rpartition(".")[2], default)
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{name} must be a text that is not empty")
    return value.strip()


def _site_url(value: str) -> str:
    parts = _parts(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise ValueError(f"site.url must be an address such as https://example.org, not {value!r}")
    if parts.path.strip("/"):
        raise ValueError(f"site.url must end with the host; the paper cannot stand below a path such as {parts.path!r}")
    return value.rstrip("/")


def _database_url(value: str) -> str:
    parts = _parts(value)
    is_file = parts.scheme == "sqlite" and not parts.netloc
    if not (is_file or parts.scheme in ("postgres", "postgresql")) or not parts.path.strip("/"):
        raise ValueError("database.url must be sqlite:///FILE or postgres://user@host/name")  # may hold a password
    return value


def _store_url(value: str) -> str:
    parts = _parts(value)
    is_folder = parts.scheme == "file" and not parts.netloc and parts.path.strip("/")
    if not is_folder and not (parts.scheme == "s3" and parts.netloc):
        raise ValueError(f"store.url must be file:///FOLDER or s3://bucket/prefix, not {value!r}")
    if parts.scheme == "s3" and find_spec("boto3") is None:
        raise ValueError("store.url: a bucket needs boto3; pip install 'lingotype[s3]' brings it")
    return value


def _purge(table: Mapping[str, Any]) -> PurgeSettings | None:
    if not table:
        return None
    urls = table.get("url", [])
    urls = [urls] if isinstance(urls, str) else urls
    if not isinstance(urls, list) or not all(_parts(str(url)).scheme in ("http", "https") for url in urls):
        raise ValueError('purge.url must be an address such as "http://127.0.0.1:6081", or a list of them')
    texts = {key: _text(table, f"purge.{key}", "") for key in ("type", "id") if key in table}
    read = PurgeSettings(texts.get("type", ""), texts.get("id", ""), tuple(str(url).rstrip("/") for url in urls))
    build_purger(read)
    return read


def _mail(table: Mapping[str, Any]) -> MailSettings | None:
    if not table:
        return None
    url = _text(table, "mail.url", "") if "url" in table else ""
    if url and not _parts(url).scheme:
        raise ValueError(f"mail.url must be an address, not {url!r}")
    return judged_mail(_text(table, "mail.type", ""), _text(table, "mail.from", ""), url)


def _parts(value: str) -> SplitResult:
    """The parts of an address; nothing at all where it is none."""
    try:
        parts = urlsplit(value)
        parts.port  # noqa: B018 - reading it is what judges it
    except ValueError:
        return SplitResult("", "", "", "", "")
    return parts


def _time_zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError):
        raise ValueError(f"site.time_zone {value!r} is not known; write for example Europe/Kyiv") from None
    return value


def _languages(table: Mapping[str, Any], key: str, default: tuple[str, ...]) -> tuple[str, ...]:
    value = table.get(key, list(default))
    if not isinstance(value, list) or not all(isinstance(code, str) for code in value):
        raise ValueError(f'languages.{key} must be a list of codes, such as ["ru", "en"]')
    for code in value:
        if code not in LANGUAGES:
            raise ValueError(f"languages.{key}: {code!r} is not known; {unknown_language(code)}")
    return tuple(dict.fromkeys(value))


def _engines(table: Mapping[str, Any]) -> dict[str, Mapping[str, object]]:
    for name, options in table.items():
        if not isinstance(options, Mapping) or not isinstance(options.get("type"), str):
            raise ValueError(f'[engines.{name}] needs a type, such as type = "apertium"')
        kind = str(options["type"])
        if kind not in BUILT_IN and "." not in kind:
            near = difflib.get_close_matches(kind, BUILT_IN, 1)
            hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(sorted(BUILT_IN))}, or a dotted path"
            raise ValueError(f'[engines.{name}] no engine has the type "{kind}"; {hint}')
    return dict(table)


def _policy(value: object, name: str) -> Policy:
    try:
        return Policy(str(value))
    except ValueError:
        raise ValueError(f"{name} must be one of {', '.join(Policy)}, not {value!r}") from None


def _routes(rows: object, engines: Collection[str], languages: Collection[str]) -> tuple[Route, ...]:
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise ValueError("routes must be tables, each headed [[routes]]")
    return tuple(_route(row, engines, languages) for row in rows)


def _route(row: Mapping[str, Any], engines: Collection[str], languages: Collection[str]) -> Route:
    _known_keys("routes.", row, ROUTE_KEYS)
    targets, names = row.get("to"), row.get("engines")
    targets = [targets] if isinstance(targets, str) else targets
    if not isinstance(targets, list) or not isinstance(names, list) or "from" not in row:
        raise ValueError('a route needs from = "ru", to = ["uk"] and engines = ["local"]')
    for code in (row["from"], *targets):
        if not isinstance(code, str) or code not in (ANY, *LANGUAGES):
            hint = f"; {unknown_language(code)}" if isinstance(code, str) else ""
            raise ValueError(f"routes: language {code!r} is not known{hint}")
    for name in names:
        if not isinstance(name, str) or name not in engines:
            near = difflib.get_close_matches(str(name), engines, 1)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise ValueError(f"routes: there is no [engines.{name}]{hint}")
    gate = _policy(row["gate"], "routes.gate") if "gate" in row else None
    return Route(str(row["from"]), tuple(targets), tuple(names), gate)
