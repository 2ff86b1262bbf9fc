"""Where an address leads."""

import ipaddress

import httpx


def host_of(url: str) -> str:
    """Host and port of an address, without credentials; empty where it is none."""
    try:
        return httpx.URL(url).netloc.decode("ascii", "replace").rpartition("@")[2]
    except httpx.InvalidURL:
        return ""


def is_here(url: str) -> bool:
    """Whether an address is this very machine's."""
    host = httpx.URL(url).host
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
