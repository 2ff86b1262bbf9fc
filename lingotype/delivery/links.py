"""The addresses that a page of ours leads to or shows."""

from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from lingotype.delivery.metadata import absolute


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, None] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value for name, value in attrs if value}
        found = [named[name] for name in ("href", "src", "action") if name in named]
        found += [part.split()[0] for part in named.get("srcset", "").split(",") if part.strip()]
        if tag == "meta" and named.get("property") == "og:image":
            found.append(named.get("content", ""))
        self.found.update(dict.fromkeys(found))


def links_in(html: str, path: str) -> Iterator[str]:
    """The paths on this site to which the page at `path` leads, without query and fragment."""
    parser = _Links()
    parser.feed(html)
    return (link for value in parser.found if (link := own_path(value, path)))


def own_path(value: str, path: str) -> str | None:
    """An address on the page at `path` as a path of this site; None where it leads elsewhere or is none."""
    page = absolute(path)
    try:
        here, there = urlsplit(page), urlsplit(urljoin(page, value.strip()))
    except ValueError:
        return None
    return there.path if (there.scheme, there.netloc) == (here.scheme, here.netloc) else None
