"""Addresses: web links, e-mail addresses and handles come through to the character."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from lingotype.translation.checks.base import Check, Finding, Severity, Span, Text
from lingotype.translation.checks.text import TAG

_TOP_LEVELS = (
    "com|org|net|edu|gov|mil|int|info|biz|news|media|live|press|online|site|app|dev|io|tv|me|co|"
    "ru|su|ua|by|az|il|es|us|uk|eu|de|fr|pl|lt|lv|ee|ge|am|kz|md|tr|ca|nyc"
)
ADDRESS = re.compile(
    r"(?P<url>(?:https?://|(?<![\w.])www\.)[^\s<>\"«»“”]+)"
    r"|(?P<email>(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+)"
    r"|(?P<handle>(?<![\w@.])@[A-Za-z][A-Za-z0-9_]{2,63})"
    rf"|(?P<domain>(?<![\w@./-])(?:[A-Za-z0-9-]{{1,63}}\.){{1,4}}(?:{_TOP_LEVELS})(?![\w-])(?:/[^\s<>\"«»“”]*)?)",
    re.IGNORECASE,
)
"""A web address with or without its scheme, an e-mail address, a handle."""

_HINT = re.compile(r"\.[A-Za-z]|@[A-Za-z]|://")
"""What every address has: most texts have none of it and need no further search."""
_LINK_ATTRIBUTE = re.compile(r"""\b(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_CLOSING = {")": "(", "]": "[", "}": "{"}
_LANGUAGE_PART = re.compile(r"(?<=[/.])[a-z]{2}(?=[/.]|$)")


@dataclass(frozen=True, slots=True)
class _Link:
    address: str
    written: str
    place: Span
    is_in_tag: bool = False

    def span(self, text: Text) -> Span:
        """Where the link stands in the text's HTML."""
        return self.place if self.is_in_tag else text.html_span(*self.place)


def addresses_in(text: str) -> Iterator[Span]:
    """Where the addresses in a plain text stand, the punctuation after them left out."""
    if not _HINT.search(text):
        return
    for found in ADDRESS.finditer(text):
        yield found.start(), found.start() + len(_without_tail(found.group()))


class Links(Check):
    """Every web address, e-mail address and handle of the source stands in the translation, and no other."""

    code = "links"

    def findings(self, source: Text, target: Text) -> Iterator[Finding]:
        """Addresses that are missing, changed or invented."""
        before, after = _links(source), _links(target)
        missing = [link for address, link in before.items() if address not in after]
        extra = [link for address, link in after.items() if address not in before]
        for link in missing:
            twin = next((other for other in extra if _is_same_but_language(link, other, source, target)), None)
            changed = twin or next((other for other in extra if ("@" in other.address) == ("@" in link.address)), None)
            if changed is None:
                message = f"“{link.written}” is not in the translation."
                yield self.finding(message, source_span=link.span(source), severity=_weight(link))
                continue
            extra.remove(changed)
            message = f"“{link.written}” has become “{changed.written}”."
            severity = Severity.WARNING if twin else None
            yield self.finding(
                message, source_span=link.span(source), target_span=changed.span(target), severity=severity
            )
        for link in extra:
            message = f"“{link.written}” is not in the source."
            yield self.finding(message, target_span=link.span(target), severity=_weight(link))


def _weight(link: _Link) -> Severity | None:
    """A warning for what may be a name, to be written in the reader's letters: Gazeta.Ru."""
    is_name = link.written[:1].isupper() and not re.search("[/@]", link.written)
    return Severity.WARNING if is_name else None


def _links(text: Text) -> dict[str, _Link]:
    """The links of a text by their address, as a browser would take it."""
    links: dict[str, _Link] = {}
    for start, end in addresses_in(text.plain):
        written = text.plain[start:end]
        link = _Link(_address(written), written, (start, end))
        links.setdefault(link.address, link)
    for tag in TAG.finditer(text.html) if "=" in text.html else ():
        for found in _LINK_ATTRIBUTE.finditer(tag.group()):
            written = Text(found.group(1) or found.group(2) or "", text.lang).plain
            link = _Link(_address(written), written, tag.span(), is_in_tag=True)
            links.setdefault(link.address, link)
    return links


def _address(written: str) -> str:
    """One form for the ways to write an address: host in lower case, percent signs resolved, no final slash."""
    scheme, separator, rest = written.rpartition("://")
    host, slash, path = rest.partition("/")
    return scheme.lower() + separator + host.lower() + (slash + unquote(path)).rstrip("/")


def _without_tail(written: str) -> str:
    """The address without the punctuation of the sentence around it; a bracket stays if it was opened inside."""
    while written:
        last = written[-1]
        opened = _CLOSING.get(last)
        if last in ".,;:!?'’…*" or (opened and written.count(last) > written.count(opened)):
            written = written[:-1]
        else:
            break
    return written


def _is_same_but_language(link: _Link, other: _Link, source: Text, target: Text) -> bool:
    """Whether the translation leads to the same page in the reader's language (`/ru/` → `/en/`)."""

    def neutral(address: str, language: str) -> str:
        return _LANGUAGE_PART.sub(lambda part: "*" if part.group() == language else part.group(), address)

    address = "/" + link.address
    return neutral(address, source.language) == neutral("/" + other.address, target.language)
