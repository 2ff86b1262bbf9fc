"""Addresses in article files: which are allowed, and how they are written down."""

import re
from urllib.parse import urlsplit

from markdown_it.common.normalize_url import normalizeLink

from lingotype.importing.errors import LineError, shown
from lingotype.importing.limits import limited

_WEB = re.compile(r"https?://[^\s/?#]", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[^\s@<>\"]+@[^\s@<>\"]+", re.IGNORECASE)
# "//host" and "/\host" lead to other sites, though they begin like a path.
_SITE_PATH = re.compile(r"/(?![/\\])[^\s\\]*")
_HOST = re.compile(r"[\w.-]+|[0-9a-f:.]+")


def is_site_path(address: str) -> bool:
    """Whether this address is a page of the newsroom's own site: `/ru/city/slug/`."""
    return _SITE_PATH.fullmatch(address) is not None


def link_address(address: str, line: int) -> str:
    """A link's address, percent-encoded where it must be. Raises `LineError` for any but web, mail and site paths."""
    if not address:
        raise LineError(line, "a link has no address")
    if _MAIL.fullmatch(address) or is_site_path(address):
        return _encoded(address, line)
    if _WEB.match(address):
        return web_address(address, line)
    raise LineError(line, f"a link leads to {shown(address)}; it must begin with https://, http://, mailto: or /")


def web_address(address: str, line: int) -> str:
    """An `http` or `https` address, percent-encoded where it must be. Raises `LineError` for any other."""
    encoded = _encoded(address, line) if _WEB.match(address) and not re.search(r"\s", address) else ""
    try:
        parts = urlsplit(encoded)
        # Reading the port is what judges it.
        is_good = bool(parts.hostname and _HOST.fullmatch(parts.hostname)) and parts.port != 0
    except ValueError:
        is_good = False
    if not is_good:
        raise LineError(line, f"{shown(address)} is not a web address; write it whole, with https://")
    return encoded


def _encoded(address: str, line: int) -> str:
    try:
        return limited("address", normalizeLink(address), line)
    except ValueError:
        raise LineError(line, f"{shown(address)} is not an address") from None
