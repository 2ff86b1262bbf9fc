"""Connections to the very address that was checked, with one deadline for everything that passes over them."""

import ipaddress
import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore

from lingotype.importing.source_page.addresses import Allow, Resolve
from lingotype.importing.source_page.errors import SourcePageError


class Deadline:
    """A moment by which all must be done, however slowly the other side drips."""

    def __init__(self, seconds: float) -> None:
        self.until = time.monotonic() + seconds

    def left(self, at_most: float | None = None) -> float:
        """Seconds that are left. Raises `SourcePageError` when there are none."""
        left = self.until - time.monotonic()
        if left <= 0:
            raise SourcePageError("The site was too slow: try again later, or paste the text.", retryable=True)
        return left if at_most is None else min(left, at_most)


class Checked(httpcore.NetworkBackend):
    """Resolves a name, refuses what is not allowed, and connects to the address that it has just looked at."""

    def __init__(self, resolve: Resolve, allow: Allow, deadline: Deadline) -> None:
        self._resolve, self._allow, self._deadline = resolve, allow, deadline
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to one of the name's addresses; if any of them is not allowed, to none."""
        found = [ipaddress.ip_address(ip.partition("%")[0]) for ip in self._addresses(host, port)]
        if not found or not all(self._allow(ip, port) for ip in found):
            raise SourcePageError("This address does not lead to a public site: it is not fetched. Paste the text.")
        for ip in found[:-1]:
            try:
                return self._connect(str(ip), port)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):  # IPv6 that leads nowhere says nothing
                continue
        return self._connect(str(found[-1]), port)

    def _addresses(self, host: str, port: int) -> Iterable[str]:
        try:
            return [str(ipaddress.ip_address(host))]
        except ValueError:
            pass
        try:
            return self._resolve(host, port, self._deadline.left())
        except (OSError, UnicodeError) as error:
            raise SourcePageError(
                f"No site has the name {host}: check the address, or try again later.", retryable=True
            ) from error

    def _connect(self, ip: str, port: int) -> httpcore.NetworkStream:
        return _Timed(self._sockets.connect_tcp(ip, port, timeout=self._deadline.left(5.0)), self._deadline)


class _Timed(httpcore.NetworkStream):
    """A stream on which nothing waits beyond the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, timeout=self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, timeout=self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        secured = self._stream.start_tls(ssl_context, server_hostname, timeout=self._deadline.left(timeout))
        return _Timed(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
