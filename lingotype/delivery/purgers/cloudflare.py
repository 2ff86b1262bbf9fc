"""Cloudflare: purge by cache tag, up to 100 in one call. https://developers.cloudflare.com/cache/how-to/purge-cache/"""

from collections.abc import Sequence
from urllib.parse import quote

from lingotype.delivery.purgers.base import EVERYTHING, Header, PurgeError, Purger, keep
from lingotype.delivery.purgers.http import call


class Cloudflare(Purger):
    """A zone of Cloudflare's; `id` is the zone's. Readers see neither header: Cloudflare takes them out."""

    most_keys = 100
    needs_id = True
    default_url = "https://api.cloudflare.com/client/v4"
    not_kept = ("Cloudflare-CDN-Cache-Control", "no-store")
    token_env = "CLOUDFLARE_API_TOKEN"  # noqa: S105 - a variable's name

    def headers(self, path: str) -> tuple[Header, ...]:
        """`Cache-Tag` and `Cloudflare-CDN-Cache-Control`."""
        return ((b"cache-tag", f"{path},{EVERYTHING}".encode()), (b"cloudflare-cdn-cache-control", keep()))

    def purge(self, keys: Sequence[str]) -> None:
        """Everywhere, by tag."""
        answer = call(
            "POST", f"{self.urls[0]}/zones/{quote(self.id, safe='')}/purge_cache",
            headers={"Authorization": f"Bearer {self.token}"}, body={"tags": list(keys)},
            refused=f"{self.token_env} needs the permission Cache Purge for this zone",
        )  # fmt: skip
        if not isinstance(answer, dict) or answer.get("success") is not True:
            raise PurgeError(f"Cloudflare did not do it: {_reason(answer)}")


def _reason(answer: object) -> str:
    errors = answer.get("errors") if isinstance(answer, dict) else None
    first = errors[0] if isinstance(errors, list) and errors else None
    return str(first.get("message", ""))[:200] if isinstance(first, dict) else "it gave no reason"
