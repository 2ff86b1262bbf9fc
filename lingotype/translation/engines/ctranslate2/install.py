"""Fetch a published model and put it into the newsroom's folder: whole and checked, or not at all."""

import hashlib
import json
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from lingotype.translation.engines.addresses import host_of
from lingotype.translation.engines.ctranslate2.folders import Model, NoModelError, model_in
from lingotype.translation.engines.ctranslate2.unpacking import CannotUnpackError, unpack
from lingotype.translation.pairs import LanguagePair

INDEX_URL = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/index.json"
"""Argos Translate's own list of its models."""
_MOST_OF_INDEX = 5_000_000
MOST_OF_ARCHIVE = 2_000_000_000
_PATIENCE = httpx.Timeout(30, connect=10)
_SLOWEST = 10_000
"""Bytes a second below which, after a minute, a download is given up."""

Progress = Callable[[int, int], None]
"""Told how many bytes have come, and of how many; 0 where the server does not say."""


class CannotInstallError(Exception):
    """No model was installed, and nothing was changed. `str()` is one line."""


@dataclass(frozen=True, slots=True)
class Published:
    """A model as the index lists it."""

    pair: LanguagePair
    version: str
    links: tuple[str, ...]
    size: int | None
    """Bytes of the archive; None where the index does not say, as Argos's does not."""
    sha256: str
    """Of the archive, in hexadecimal; empty where the index does not say."""


@dataclass(frozen=True, slots=True)
class Installed:
    """What was put where."""

    model: Model
    version: str
    sha256: str
    is_verified: bool
    """Whether the index published the checksum that the archive has."""


def install(pair: LanguagePair, models: Path, index_url: str, progress: Progress) -> Installed:
    """Fetch the newest model of that pair into its folder in `models`, in place of an earlier one.

    Raises `CannotInstallError`: no network, no such model, not what was published, not usable.
    """
    published = find(pair, index_url)
    models.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".installing-", dir=models) as scratch:
        archive = Path(scratch) / "archive"
        checksum = _fetch(published, archive, progress)
        fresh = Path(scratch) / "model"
        try:
            unpack(archive, fresh)
            model = model_in(fresh)
        except (CannotUnpackError, NoModelError) as error:
            raise CannotInstallError(str(error).replace(str(fresh), "the archive")) from error
        if not model.serves(pair):
            raise CannotInstallError(f"the archive holds no model for {pair.source} → {pair.target}")
        place = models / f"{pair.source}-{pair.target}"
        if place.exists():
            place.rename(Path(scratch) / "earlier")
        fresh.rename(place)
    return Installed(model_in(place), published.version, checksum, bool(published.sha256))


def find(pair: LanguagePair, index_url: str) -> Published:
    """The newest model of a pair in the index. Raises `CannotInstallError`."""
    content = bytearray()
    with _answer(index_url) as response:
        for chunk in response.iter_bytes():
            content += chunk
            if len(content) > _MOST_OF_INDEX:
                raise CannotInstallError(f"{index_url}: longer than {_MOST_OF_INDEX} bytes, so it is no index")
    try:
        rows = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise CannotInstallError(f"{index_url}: not JSON, so it is no index") from error
    if not isinstance(rows, list):
        raise CannotInstallError(f"{index_url}: not a list of models")
    schemes = ("https://",) if index_url.startswith("https://") else ("https://", "http://")
    found = [published for row in rows if (published := _published(row, schemes)) is not None]
    best = max((row for row in found if row.pair == pair), key=lambda row: _order(row.version), default=None)
    if best is None:
        others = sorted(row.pair.target for row in found if row.pair.source == pair.source)
        hint = f"; from {pair.source} there are {', '.join(others)}" if others else ""
        raise CannotInstallError(f"{index_url} has no model from {pair.source} to {pair.target}{hint}")
    return best


def _published(row: object, schemes: tuple[str, ...]) -> Published | None:
    if not isinstance(row, Mapping):
        return None
    source, target, links = row.get("from_code"), row.get("to_code"), row.get("links")
    web = [link for link in links if str(link).startswith(schemes)] if isinstance(links, list) else []
    if not isinstance(source, str) or not isinstance(target, str) or not web:
        return None
    size, checksum = row.get("size"), row.get("sha256")
    return Published(
        LanguagePair(source, target),
        str(row.get("package_version", "")),
        tuple(map(str, web)),
        size if isinstance(size, int) and size > 0 else None,
        checksum.lower() if isinstance(checksum, str) else "",
    )


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdigit() else 0 for part in version.split("."))


def _fetch(published: Published, archive: Path, progress: Progress) -> str:
    """Fetch the archive from the first link that has it; returns its SHA-256."""
    refusals = []
    for link in published.links:
        try:
            checksum = _download(link, archive, published.size, progress)
        except CannotInstallError as error:
            refusals.append(str(error))
            continue
        if published.sha256 and checksum != published.sha256:
            refusals.append(f"{link}: its SHA-256 is {checksum}, and the index says {published.sha256}")
            continue
        return checksum
    raise CannotInstallError("; ".join(refusals))


def _download(link: str, archive: Path, size: int | None, progress: Progress) -> str:
    digest, received, began = hashlib.sha256(), 0, time.monotonic()
    with _answer(link) as response, archive.open("wb") as file:
        told = response.headers.get("Content-Length", "")
        expected = size or (int(told) if told.isdigit() else 0)
        if expected > MOST_OF_ARCHIVE or expected > shutil.disk_usage(archive.parent).free // 3:
            raise CannotInstallError(f"{link}: {expected:,} bytes are too many for this disk, or for a model")
        for chunk in response.iter_bytes():
            received += len(chunk)
            if received > (size or MOST_OF_ARCHIVE):
                raise CannotInstallError(f"{link}: longer than {size or MOST_OF_ARCHIVE:,} bytes")
            seconds = time.monotonic() - began
            if seconds > 60 and received < seconds * _SLOWEST:
                raise CannotInstallError(f"{link}: comes too slowly")
            digest.update(chunk)
            file.write(chunk)
            progress(received, expected)
    if size is not None and received != size:
        raise CannotInstallError(f"{link}: has {received:,} bytes, and the index says {size:,}")
    return digest.hexdigest()


@contextmanager
def _answer(url: str) -> Iterator[httpx.Response]:
    try:
        with (
            httpx.Client(timeout=_PATIENCE, follow_redirects=True) as client,
            client.stream("GET", url, headers={"Accept-Encoding": "identity"}) as response,
        ):
            if url.startswith("https://") and response.url.scheme != "https":
                raise CannotInstallError(f"{url}: leads to {response.url.scheme}://{host_of(str(response.url))}")
            if response.status_code != 200:
                raise CannotInstallError(f"{url}: the server answered {response.status_code}")
            yield response
    except httpx.TimeoutException as error:
        raise CannotInstallError(f"{url}: no answer from {host_of(url)}; is there a network?") from error
    except httpx.TransportError as error:
        raise CannotInstallError(f"{url}: no connection with {host_of(url)}; is there a network? ({error})") from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise CannotInstallError(f"{url}: {error}") from error
