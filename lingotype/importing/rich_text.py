"""Running text of an article file as rich text, in the form Wagtail keeps it.

Rich text cannot hold a link inside a link, and a quotation is a link of its own type. Where a quotation holds a link,
the link's words stay in the quotation and the link follows it in parentheses: cutting the quotation in two would show
its original wording twice. The link is dropped if it leads to the quotation's own source, which is cited anyway.
A quotation inside a quotation is part of the outer one.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape, unescape

from markdown_it.tree import SyntaxTreeNode

from lingotype.importing.addresses import link_address
from lingotype.importing.errors import LineError, nearest, shown
from lingotype.importing.limits import limited
from lingotype.importing.markdown import LINES, UNREADABLE, attributes_of
from lingotype.importing.text_file import refuse_forbidden
from lingotype.importing.values import SourceReference

_MARKS = {"strong": "b", "em": "i"}
_QUOTE_KEYS = ("source", "speaker", "original")
_TAG = re.compile(r"<[^>]*>")
_UNREADABLE_MESSAGES = {
    "{": r'an attribute list cannot be read; write [text]{.quote source=id speaker="Name" original="words"}'
    r" with straight quotation marks, \" for a mark inside a value, and \{ for a mere brace",
    "](": r"a link cannot be read; write [text](https://…), with no link or span inside, and \] for a mere bracket",
}


@dataclass(frozen=True, slots=True)
class Quotation:
    """What a quotation says of itself."""

    source: SourceReference | None
    speaker: str
    original: str


class RichText:
    """Writes inline nodes as rich text. Every method raises `LineError` for what an article cannot hold."""

    def __init__(self, sources: Mapping[str, SourceReference], line: int) -> None:
        self.sources = sources
        self.line = line
        """The line of the file that has been reached."""
        self.quotations: list[Quotation] = []
        """The quotations met so far, outermost only."""
        self._around: Quotation | None = None
        self._links: list[str] = []

    def html(self, nodes: Iterable[SyntaxTreeNode]) -> str:
        """The nodes as rich text HTML."""
        return "".join(self._counted(node) for node in nodes)

    def plain(self, nodes: Iterable[SyntaxTreeNode]) -> str:
        """The nodes as text without marks, on one line."""
        return without_marks(self.html(nodes))

    def _counted(self, node: SyntaxTreeNode) -> str:
        line = self.line
        html = self._written(node)
        self.line = max(self.line, line + int(node.meta.get(LINES, 0)))
        return html

    def _written(self, node: SyntaxTreeNode) -> str:
        match node.type:
            case "text" | "text_special":
                # A character reference (&#12;) makes what the file itself could not hold.
                refuse_forbidden(node.content, self.line)
                return escape(node.content, quote=False)
            case "softbreak" | "hardbreak":
                self.line += 1
                return " " if node.type == "softbreak" else "<br/>"
            case "strong" | "em":
                tag = _MARKS[node.type]
                return f"<{tag}>{self.html(node.children)}</{tag}>"
            case "link":
                return self._link(node)
            case "span":
                return self._span(node)
        raise LineError(self.line, _refusal(node))

    def _link(self, node: SyntaxTreeNode) -> str:
        href = link_address(str(node.attrs["href"]), self.line)
        text = self.html(node.children)
        link = f'<a href="{escape(href)}">{text}</a>'
        if self._around is None:
            return link
        if self._around.source is None or self._around.source.url != href:
            self._links.append(f" ({link})")
        return text

    def _span(self, node: SyntaxTreeNode) -> str:
        attributes = attributes_of(node)
        if "quote" not in attributes.classes:
            if not attributes.values.keys().isdisjoint(_QUOTE_KEYS):
                raise LineError(self.line, "a span with a source, speaker or original is a quotation: write {.quote …}")
            return self.html(node.children)
        quotation = self._quotation(attributes.values)
        if self._around is not None:
            return self._inner_quotation(node, quotation)
        self._around, line = quotation, self.line
        self.quotations.append(quotation)
        text = self.html(node.children)
        self._around = None
        if not without_marks(text):
            raise LineError(line, "a quotation has no text")
        links, self._links = "".join(self._links), []
        return f"<a {_link_attributes(quotation)}>{text}</a>{links}"

    def _inner_quotation(self, node: SyntaxTreeNode, inner: Quotation) -> str:
        if inner.original and self._around and not self._around.original:
            raise LineError(
                self.line, "a quotation with an original stands inside one without; end the outer one first"
            )
        return self.html(node.children)

    def _quotation(self, values: Mapping[str, str]) -> Quotation:
        for key in values:
            if key not in _QUOTE_KEYS:
                raise LineError(self.line, f"a quotation has no {shown(key)}; {nearest(key, _QUOTE_KEYS)}")
        quotation = Quotation(
            source=source_of(values, self.sources, self.line),
            speaker=speaker_of(values, self.line),
            original=values.get("original", ""),
        )
        if quotation.original and quotation.source is None:
            raise LineError(self.line, "a quotation with an original needs its source: source=id")
        return quotation


def source_of(values: Mapping[str, str], sources: Mapping[str, SourceReference], line: int) -> SourceReference | None:
    """The source that an attribute list names, if it names one. Raises `LineError` for an unknown id."""
    name = values.get("source", "")
    if name and name not in sources:
        raise LineError(line, f"{shown(name)} is not among the sources of this article; {nearest(name, sources)}")
    return sources.get(name)


def speaker_of(values: Mapping[str, str], line: int) -> str:
    """The speaker that an attribute list names, or an empty text."""
    return limited("speaker", values.get("speaker", "").strip(), line)


def without_marks(html: str) -> str:
    """Rich text written here as plain text on one line."""
    return unescape(_TAG.sub("", html.replace("<br/>", " "))).strip()


def _link_attributes(quotation: Quotation) -> str:
    source = quotation.source
    attributes = {
        "linktype": "quotation",
        "source": source.id if source else "",
        "speaker": quotation.speaker,
        "original": quotation.original,
        "lang": source.lang if source else "",
    }
    return " ".join(f'{name}="{escape(value)}"' for name, value in attributes.items() if value)


def _refusal(node: SyntaxTreeNode) -> str:
    match node.type:
        case "image":
            return "an image stands inside running text; give it a paragraph of its own"
        case "html_inline":
            return f"raw HTML {shown(node.content)}; write **bold**, *italic*, [text](address), or \\< for a mere <"
        case type_ if type_ == UNREADABLE:
            return _UNREADABLE_MESSAGES[node.content]
    return f"{node.type} is not known in an article"
