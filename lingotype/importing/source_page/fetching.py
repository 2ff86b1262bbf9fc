"""One page from the web, for a worker: within a time, a size and a number of redirects, and from public sites only."""

import ssl
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import httpcore

import lingotype
from lingotype.importing.source_page.addresses import Address, Allow, Resolve, addresses_of, is_public, parse
from lingotype.importing.source_page.connecting import Checked, Deadline
from lingotype.importing.source_page.errors import SourcePageError

MOST_BYTES = 5_000_000
"""Of a page as it is read, and again after it is unpacked."""
MOST_REDIRECTS = 5
SECONDS = 20.0
CHUNK = 65_536

_TYPES = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "txt", "text/markdown": "md"}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
_REFUSED = {401: "asks for a password", 402: "asks for payment", 403: "refuses programs", 451: "may not show it here"}
_TOO_LARGE = "The page is larger than 5 MB: paste the article's text instead."


@dataclass(frozen=True, slots=True)
class Page:
    """What a site answered."""

    url: str
    """Where it was found in the end."""
    kind: str
    """`html`, `txt` or `md`."""
    charset: str
    """As the site names it; empty where it does not."""
    body: bytes


@dataclass(frozen=True, slots=True)
class Rules:
    """What a fetch keeps to. The defaults are the product's; only a test that serves its own pages has others."""

    resolve: Resolve = addresses_of
    allow: Allow = is_public
    seconds: float = SECONDS
    most_bytes: int = MOST_BYTES
    certificates: Callable[[], ssl.SSLContext] = ssl.create_default_context


def fetch(url: str, rules: Rules | None = None) -> Page:
    """The page at an address, after its redirects. Raises `SourcePageError` with a line that says what to do."""
    rules = rules or Rules()
    deadline = Deadline(rules.seconds)
    address = parse(url)
    for _ in range(MOST_REDIRECTS + 1):
        found = _ask(address, rules, deadline)
        if isinstance(found, Page):
            return found
        address = found
    raise SourcePageError("The address leads from one page to another without end: check it, or paste the text.")


def _ask(address: Address, rules: Rules, deadline: Deadline) -> Page | Address:
    """One request, on a connection of its own that keeps no cookies: the page, or where it has moved."""
    backend = Checked(rules.resolve, rules.allow, deadline)
    try:
        context = rules.certificates() if address.scheme == "https" else None
        with (
            httpcore.ConnectionPool(ssl_context=context, network_backend=backend) as pool,
            pool.stream("GET", _url(address), headers=_headers(address), extensions=_timeouts()) as response,
        ):
            return _answer(address, response, rules, deadline)
    except (httpcore.TimeoutException, TimeoutError) as error:
        raise SourcePageError("The site was too slow: try again later, or paste the text.", retryable=True) from error
    except (httpcore.NetworkError, httpcore.ProtocolError, ssl.SSLError, OSError) as error:
        why = "its certificate is not in order" if "certificate" in str(error).lower() else "the connection failed"
        raise SourcePageError(
            f"{address.host} does not answer ({why}): try again later, or paste the text.", retryable=True
        ) from error


def _url(address: Address) -> httpcore.URL:
    return httpcore.URL(
        scheme=address.scheme.encode(), host=address.host.encode(), port=address.port, target=address.target.encode()
    )


def _headers(address: Address) -> list[tuple[str, str]]:
    return [
        ("Host", address.url.split("/")[2]),
        ("User-Agent", f"Lingotype/{lingotype.__version__} (an editor reads a source)"),
        ("Accept", "text/html, application/xhtml+xml, text/plain;q=0.8"),
        ("Accept-Encoding", "gzip"),
        ("Connection", "close"),
    ]


def _timeouts() -> dict[str, dict[str, float]]:
    return {"timeout": {"connect": 5.0, "read": 10.0, "write": 10.0, "pool": 5.0}}


def _answer(address: Address, response: httpcore.Response, rules: Rules, deadline: Deadline) -> Page | Address:
    headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
    if response.status in _REDIRECTS and headers.get("location"):
        return parse(headers["location"], base=address)
    if response.status != 200:
        raise _refusal(address, response.status)
    media, _, parameters = headers.get("content-type", "text/html").partition(";")
    kind = _TYPES.get(media.strip().lower())
    if kind is None:
        raise SourcePageError(
            f"That address holds no page with text ({media.strip()[:60]}): paste or upload the text instead."
        )
    charset = parameters.lower().partition("charset=")[2].partition(";")[0].strip(" \"'")
    chunks = _bounded(response.iter_stream(), rules.most_bytes, deadline)
    body = _unpacked(chunks, headers.get("content-encoding", "").strip().lower(), rules.most_bytes)
    return Page(address.url, kind, charset, body)


def _refusal(address: Address, status: int) -> SourcePageError:
    if status in (404, 410):
        return SourcePageError(f"{address.host} has no such page (any more): check the address, or paste the text.")
    why = _REFUSED.get(status, f"answers with status {status}")
    return SourcePageError(f"{address.host} {why}: paste the text instead.", retryable=status in _BUSY)


def _bounded(chunks: Iterator[bytes], most: int, deadline: Deadline) -> Iterator[bytes]:
    read = 0
    for chunk in chunks:
        deadline.left()
        read += len(chunk)
        if read > most:
            raise SourcePageError(_TOO_LARGE)
        yield chunk


def _unpacked(chunks: Iterator[bytes], encoding: str, most: int) -> bytes:
    """The whole body, plain; one that unpacks to more than `most` is given up when it has grown so large."""
    if encoding in ("", "identity"):
        return b"".join(chunks)
    if encoding not in ("gzip", "x-gzip"):
        raise SourcePageError("The site packs its pages in an unknown way: paste the text instead.")
    unpack = zlib.decompressobj(16 + zlib.MAX_WBITS)
    body = bytearray()
    try:
        for chunk in chunks:
            body += unpack.decompress(chunk, most + 1 - len(body))
            if len(body) > most:
                raise SourcePageError(_TOO_LARGE)
    except zlib.error as error:
        raise SourcePageError("The page came damaged: try again later, or paste the text.", retryable=True) from error
    if not unpack.eof:
        raise SourcePageError("The page came damaged: try again later, or paste the text.", retryable=True)
    return bytes(body)
