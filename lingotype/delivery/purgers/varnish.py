"""Varnish with the module xkey, by a PURGE request that `deploy/varnish.vcl` understands."""

from collections.abc import Sequence

from lingotype.delivery.purgers.base import EVERYTHING, Header, PurgeError, Purger, keep
from lingotype.delivery.purgers.http import call


class Varnish(Purger):
    """One Varnish or several, each at its `url`; it knows by the address of whoever asks that it may."""

    most_keys = 200
    most_bytes = 4000
    """Varnish takes headers of up to 8 kB."""

    def headers(self, path: str) -> tuple[Header, ...]:
        """`xkey` and `Surrogate-Control`; the VCL takes both out before a reader sees them."""
        return ((b"xkey", f"{path} {EVERYTHING}".encode()), (b"surrogate-control", keep()))

    def purge(self, keys: Sequence[str]) -> None:
        """In each of them. One that does not answer keeps none of the others from it."""
        errors = []
        for url in self.urls:
            try:
                call(
                    "PURGE", f"{url}/", headers={"xkey-purge": " ".join(keys)},
                    refused="name this machine in the list of purgers in its VCL",
                )  # fmt: skip
            except PurgeError as error:
                errors.append(error)
        if errors:
            raise PurgeError("; ".join(map(str, errors)), max((error.after or 0 for error in errors), default=None))
