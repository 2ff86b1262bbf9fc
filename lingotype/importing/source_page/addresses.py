"""Which addresses a worker may ask: public ones on the web's own ports, and nothing of this network."""

import ipaddress
import re
import socket
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lingotype.importing.source_page.errors import SourcePageError

LONGEST = 2000
PORTS = {"http": 80, "https": 443}

IP = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int, float], Sequence[str]]
"""From a host, a port and seconds to the IP addresses that the name stands for. Raises `OSError`."""
Allow = Callable[[IP, int], bool]
"""Whether a worker may connect to that address and port."""

_HOST = re.compile(r"(?=.{1,253}\Z)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?\.?")
"""A name with a dot, its last part not of digits: a number in whatever notation is no name."""
_UNPRINTABLE = re.compile(r"[\x00-\x20\x7f\\]")
_NAT64 = tuple(ipaddress.ip_network(net) for net in ("64:ff9b::/96", "64:ff9b:1::/48"))
_COMPATIBLE = ipaddress.ip_network("::/96")


@dataclass(frozen=True, slots=True)
class Address:
    """An address that may be asked for, as far as its spelling goes."""

    scheme: str
    host: str
    """In ASCII, small letters; an IPv6 address without its brackets."""
    port: int
    target: str
    """Path and query, in ASCII."""

    @property
    def url(self) -> str:
        """The whole address again."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.target}"


def parse(url: str, base: Address | None = None) -> Address:
    """An address as it is written, or as a redirect from `base` gives it. Raises `SourcePageError`."""
    url = (urljoin(base.url, url) if base else url).strip()
    if len(url) > LONGEST or _UNPRINTABLE.search(url):
        raise SourcePageError("This is not an address of a web page: correct it at the source.")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise SourcePageError("This is not an address of a web page: correct it at the source.") from error
    if parts.scheme not in PORTS or not host:
        raise SourcePageError("Only addresses that begin with http:// or https:// can be fetched.")
    if parts.username is not None or parts.password is not None:
        raise SourcePageError("An address with a user name or password in it is not fetched: paste the text instead.")
    target = _ascii(parts.path or "/") + (f"?{_ascii(parts.query)}" if parts.query else "")
    return Address(parts.scheme, _host(host), port or PORTS[parts.scheme], target)


def addresses_of(host: str, port: int, seconds: float) -> list[str]:
    """What a name stands for now, asked of this machine's resolver for so long at most. Raises `OSError`."""
    answers: list[str] = []
    errors: list[OSError] = []

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.extend(dict.fromkeys(str(row[4][0]) for row in found))
        except (OSError, UnicodeError) as error:
            errors.append(OSError(str(error)))

    thread = threading.Thread(target=ask, name=f"resolving {host}", daemon=True)  # getaddrinfo knows no time limit
    thread.start()
    thread.join(seconds)
    if errors:
        raise errors[0]
    if thread.is_alive() or not answers:
        raise TimeoutError("the name was not resolved in time")
    return answers


def is_public(ip: IP, port: int) -> bool:
    """Whether this is an address of the open internet, whatever it is wrapped in, and the port one of the web's."""
    return port in PORTS.values() and all(one.is_global and not _is_special(one) for one in (ip, *_embedded(ip)))


def _is_special(ip: IP) -> bool:
    if isinstance(ip, ipaddress.IPv6Address) and ip.is_site_local:
        return True
    return ip.is_multicast or ip.is_reserved or ip.is_loopback or ip.is_link_local or ip.is_unspecified


def _embedded(ip: IP) -> list[IP]:
    """The IPv4 addresses that an IPv6 address would be turned into on its way."""
    if isinstance(ip, ipaddress.IPv4Address):
        return []
    found: list[IP | None] = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
    if any(ip in net for net in (*_NAT64, _COMPATIBLE)):
        found.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
    return [one for one in found if one is not None]


def _host(host: str) -> str:
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        pass
    try:
        name = host.encode("idna").decode("ascii").lower() if not host.isascii() else host.lower()
    except UnicodeError:
        name = ""
    if not _HOST.fullmatch(name):
        raise SourcePageError("The address has no name of a public site in it: correct it at the source.")
    return name


def _ascii(text: str) -> str:
    return "".join(
        sign if sign.isascii() else "".join(f"%{byte:02X}" for byte in sign.encode("utf-8", "replace")) for sign in text
    )
