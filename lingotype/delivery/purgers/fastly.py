"""Fastly: purge by surrogate key, up to 256 in one call. https://www.fastly.com/documentation/reference/api/purging/"""

from collections.abc import Sequence
from urllib.parse import quote

from lingotype.delivery.purgers.base import EVERYTHING, Header, PurgeError, Purger, keep
from lingotype.delivery.purgers.http import call


class Fastly(Purger):
    """A Fastly service; `id` is the service's. Readers see neither header: Fastly takes them out."""

    most_keys = 256
    needs_id = True
    default_url = "https://api.fastly.com"
    token_env = "FASTLY_API_TOKEN"  # noqa: S105 - a variable's name

    def headers(self, path: str) -> tuple[Header, ...]:
        """`Surrogate-Key` and `Surrogate-Control`."""
        return ((b"surrogate-key", f"{path} {EVERYTHING}".encode()), (b"surrogate-control", keep()))

    def purge(self, keys: Sequence[str]) -> None:
        """At once, and not merely marked stale: what was withdrawn must not be shown any more."""
        answer = call(
            "POST", f"{self.urls[0]}/service/{quote(self.id, safe='')}/purge",
            headers={"Fastly-Key": self.token, "Accept": "application/json"}, body={"surrogate_keys": list(keys)},
            refused=f"{self.token_env} needs the scope purge_select for this service",
        )  # fmt: skip
        done = set(answer) if isinstance(answer, dict) else set()
        if missing := [key for key in keys if key not in done]:
            raise PurgeError(f"Fastly did not confirm {len(missing)} of {len(keys)} keys, {missing[0]} among them")
