"""What the form carries instead of a cookie: a signed word that says for what it was made, and when.

Stored pages know no visitor, so the form is safe against forged requests by what only a form of ours can hold: a
signature over the article, the paragraph, the text that was shown, the moment, and a word that is good for one use.
"""

import secrets
from dataclasses import dataclass
from hashlib import sha256

from django.core.signing import BadSignature, Signer

SOONEST_SECONDS = 3.0
"""Nobody reads a paragraph and writes what is wrong with it in less."""
LATEST_SECONDS = 12 * 3600.0
"""Older forms are shown again, with what was written in them."""

_SIGNER = Signer(salt="lingotype.reports.form")


class ForgedTokenError(Exception):
    """No form of ours carried this."""


@dataclass(frozen=True, slots=True)
class Token:
    """What a form said of itself."""

    age: float
    """Seconds since it was shown."""
    nonce: str

    @property
    def is_too_new(self) -> bool:
        """Whether a machine sent it."""
        return self.age < SOONEST_SECONDS

    @property
    def is_too_old(self) -> bool:
        """Whether it has to be shown again."""
        return self.age > LATEST_SECONDS


def token(page: int, key: str, seen: str, now: float) -> str:
    """A new one, for the form about that paragraph that shows this text."""
    return _SIGNER.sign(f"{now:.1f}:{secrets.token_urlsafe(9)}:{_print(page, key, seen)}")


def read_token(value: str, page: int, key: str, seen: str, now: float) -> Token:
    """Judge what came back. Raises `ForgedTokenError` for whatever was not made for this very form."""
    try:
        made, nonce, digest = _SIGNER.unsign(value).split(":")
        age = now - float(made)
    except (BadSignature, ValueError) as error:
        raise ForgedTokenError from error
    if digest != _print(page, key, seen) or age < -1.0:
        raise ForgedTokenError
    return Token(age, nonce)


def _print(page: int, key: str, seen: str) -> str:
    return sha256(f"{page}\n{key}\n{seen}".encode()).hexdigest()[:32]
