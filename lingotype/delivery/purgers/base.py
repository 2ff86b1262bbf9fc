"""What a purger is: it says under which keys a page is kept in front of us, and has what bears a key given up."""

import os
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

Header = tuple[bytes, bytes]

EVERYTHING = "site"
"""The key that every page bears beside its own, which is its path."""
KEPT_SECONDS = 24 * 60 * 60
"""How long a page is kept that no purge reaches: the longest that a lost purge can be seen."""
WITHOUT_US_SECONDS = 7 * 24 * 60 * 60
"""How long after that it may still be shown while we do not answer."""


class PurgeError(Exception):
    """Nothing, or not all, was given up. `str()` is one line; `after` is for how many seconds to leave it alone."""

    def __init__(self, message: str, after: float | None = None) -> None:
        super().__init__(message)
        self.after = after


@dataclass(frozen=True, slots=True)
class PurgeSettings:
    """The table `[purge]`."""

    type: str
    id: str = ""
    urls: tuple[str, ...] = ()


class Purger(ABC):
    """Something in front of us that keeps pages. A purger is used by one thread at a time."""

    most_keys: ClassVar[int]
    """How many keys one call may name."""
    most_bytes: ClassVar[int] = 1_000_000
    """How long they may be together, with something between them."""
    needs_id: ClassVar[bool] = False
    default_url: ClassVar[str] = ""
    token_env: ClassVar[str] = ""
    """The variable of the environment that holds its secret, if it has one."""
    not_kept: ClassVar[tuple[str, str]] = ("Surrogate-Control", "max-age=0")
    """The header with which it keeps an answer for no moment: such as bear no key, which no purge would reach."""

    def __init__(self, settings: PurgeSettings) -> None:
        if self.needs_id and not settings.id:
            raise ValueError(f'[purge] type = "{settings.type}" needs id')
        self.id = settings.id
        self.urls = settings.urls or ((self.default_url,) if self.default_url else ())
        if not self.urls:
            raise ValueError(f'[purge] type = "{settings.type}" needs url')

    @abstractmethod
    def headers(self, path: str) -> tuple[Header, ...]:
        """What a stored page's answer carries for it alone: its keys, and how long to keep it. Names in lower case."""

    @abstractmethod
    def purge(self, keys: Sequence[str]) -> None:
        """Have everything given up that bears one of these keys; when this returns, it has been accepted.

        To do so twice does no harm. Raises `PurgeError`.
        """

    @property
    def token(self) -> str:
        """Its secret. Raises `PurgeError` where the environment has none."""
        token = os.environ.get(self.token_env, "").strip()
        if not token:
            raise PurgeError(f"{self.token_env} is not set in the environment")
        return token

    def problem(self) -> str:
        """Why it cannot be purged now; empty where it can. Asks it to give up a key that no page has."""
        try:
            self.purge(["lingotype-doctor"])
        except PurgeError as error:
            return str(error)
        return ""


def keep(seconds: int = KEPT_SECONDS) -> bytes:
    """How long to keep a page, as the value of a Cache-Control that only the purger reads."""
    return f"max-age={seconds}, stale-if-error={WITHOUT_US_SECONDS}".encode()
