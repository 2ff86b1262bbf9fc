"""What keeps pages in front of us and gives them up by key: a CDN, a Varnish. Each is a file, by the vendor's name."""

from collections.abc import Mapping
from importlib import import_module

from lingotype.delivery.purgers.base import Purger, PurgeSettings

__all__ = ["BUILT_IN", "PurgeSettings", "Purger", "build"]

BUILT_IN: Mapping[str, str] = {
    "cloudflare": "lingotype.delivery.purgers.cloudflare.Cloudflare",
    "fastly": "lingotype.delivery.purgers.fastly.Fastly",
    "varnish": "lingotype.delivery.purgers.varnish.Varnish",
}
"""The values of `[purge] type`, and the classes behind them."""


def build(settings: PurgeSettings) -> Purger:
    """The purger that these settings describe. Raises `ValueError` for a type that is not there or lacks something."""
    if settings.type not in BUILT_IN:
        raise ValueError(f"purge.type must be one of {', '.join(sorted(BUILT_IN))}, not {settings.type!r}")
    module, _, name = BUILT_IN[settings.type].rpartition(".")
    kind: type[Purger] = getattr(import_module(module), name)
    return kind(settings)
