"""What machines read about a page: canonical address, hreflang, Open Graph, JSON-LD.

hreflang by Google's rules: every version lists itself and all others with full addresses, mutually, and `x-default`.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

_SCRIPT_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@dataclass(frozen=True, slots=True)
class Alternate:
    """One language version of the page."""

    hreflang: str
    href: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that belongs to the page."""

    title: str
    href: str
    type: str


@dataclass(frozen=True, slots=True)
class Meta:
    """The metadata of one page; every address absolute."""

    title: str
    description: str
    canonical: str
    alternates: Sequence[Alternate]
    image: str
    type: str
    json_ld: SafeString
    noindex: bool
    feeds: Sequence[Feed]

    @classmethod
    def of(
        cls,
        title: str,
        here: str,
        versions: Mapping[str, str],
        *,
        description: str = "",
        image: str = "",
        is_article: bool = False,
        json_ld: Mapping[str, Any] | None = None,
        noindex: bool = False,
        feeds: Sequence[Feed] = (),
        default: str = "",
    ) -> "Meta":
        """Metadata from site paths; `default` is the language that `x-default` leads to."""
        return cls(
            title=title,
            description=description,
            canonical=absolute(here),
            alternates=alternates_of(versions, default),
            image=absolute(image) if image else "",
            type="article" if is_article else "website",
            json_ld=script_json(json_ld) if json_ld else SafeString(""),
            noindex=noindex,
            feeds=feeds,
        )


def alternates_of(versions: Mapping[str, str], default: str = "") -> list[Alternate]:
    """hreflang for a page at these site paths. `x-default` leads to `default`, else to the first reader language."""
    if not versions:
        return []
    ordered = sorted(versions)
    alternates = [Alternate(code, absolute(versions[code])) for code in ordered]
    first = next((code for code in (default, *settings.LINGOTYPE.readers) if code in versions), ordered[0])
    return [*alternates, Alternate("x-default", absolute(versions[first]))]


def absolute(path: str) -> str:
    """A full address from a path of this site; full addresses stay."""
    return path if path.startswith(("http://", "https://")) else settings.LINGOTYPE.site_url + path


def script_json(data: Mapping[str, Any]) -> SafeString:
    """JSON that may stand inside a `<script>` element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(_SCRIPT_ESCAPES))
