"""The body of an article file as blocks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from markdown_it.tree import SyntaxTreeNode

from lingotype.importing import markdown
from lingotype.importing.addresses import is_site_path, link_address, web_address
from lingotype.importing.attributes import Attributes
from lingotype.importing.block_text import fenced_html, first_line, list_html, paragraph_html, refusal
from lingotype.importing.errors import LineError
from lingotype.importing.images import find_image
from lingotype.importing.limits import limited
from lingotype.importing.markdown import ATTRIBUTES, LINES, attributes_of
from lingotype.importing.quotations import read_pull_quote, read_quotation, refuse_quotation_attributes
from lingotype.importing.rich_text import RichText
from lingotype.importing.values import Block, SourceReference

LONGEST_BODY = 1_000_000
"""Characters, as many as in two long novels. The Markdown reader takes up to 25 seconds for as many brackets."""

_BREAKS = ("softbreak", "hardbreak")


def read_body(text: str, *, sources: Mapping[str, SourceReference], folder: Path) -> tuple[Block, ...]:
    """The blocks of a Markdown text whose images lie in `folder`. Raises `LineError`, also for an empty body.

    Lines are counted in `text`: hand it over with an empty line for each line of the file that came before it.
    """
    if len(text) > LONGEST_BODY:
        raise LineError(None, f"the article is longer than {LONGEST_BODY} characters; divide it")
    blocks = tuple(_Body(folder, sources).blocks(markdown.parse(text)))
    if not blocks:
        raise LineError(text.count("\n") + 1, "the article has no text below its front matter")
    return blocks


@dataclass(frozen=True, slots=True)
class _Body:
    folder: Path
    sources: Mapping[str, SourceReference]

    def blocks(self, nodes: Sequence[SyntaxTreeNode]) -> Iterator[Block]:
        attributes = Attributes()
        for node in nodes:
            if node.type == ATTRIBUTES:
                attributes |= attributes_of(node)
                continue
            if node.type != "blockquote":
                refuse_quotation_attributes(attributes, first_line(node))
            yield from self._blocks_of(node, attributes)
            attributes = Attributes()

    def _blocks_of(self, node: SyntaxTreeNode, attributes: Attributes) -> Iterator[Block]:
        match node.type:
            case "paragraph":
                yield from self._paragraph(node)
            case "heading":
                yield self._heading(node)
            case "blockquote":
                read = read_pull_quote if "pull" in attributes.classes else read_quotation
                yield read(node, attributes, self._writer(node))
            case "bullet_list" | "ordered_list":
                yield Block("paragraph", list_html(node, self._writer(node)), first_line(node))
            case "fence" if node.content.strip():
                yield Block("paragraph", fenced_html(node), first_line(node))
            case "hr" | "fence":
                pass
            case _:
                raise refusal(node)

    def _writer(self, node: SyntaxTreeNode) -> RichText:
        return RichText(self.sources, first_line(node))

    def _paragraph(self, node: SyntaxTreeNode) -> Iterator[Block]:
        parts, line = node.children[0].children, first_line(node)
        words = [part for part in parts if part.type not in _BREAKS]
        if all(part.type == "image" for part in words):
            yield from self._images(parts, line)
        elif len(words) == 1 and (alone := _block_of_a_link(words[0], self._writer(node))):
            yield alone
        else:
            yield Block("paragraph", f"<p>{paragraph_html(node, self._writer(node))}</p>", line)

    def _heading(self, node: SyntaxTreeNode) -> Block:
        line = first_line(node)
        text = self._writer(node).plain(node.children[0].children)
        if not text:
            raise LineError(line, "a heading has no text")
        level = "h2" if node.tag in ("h1", "h2") else "h3"
        return Block("heading", {"text": limited("heading", text, line), "level": level}, line)

    def _images(self, parts: Sequence[SyntaxTreeNode], line: int) -> Iterator[Block]:
        for part in parts:
            if part.type == "image":
                yield Block("image", self._image(part, line), line)
            line += int(part.meta.get(LINES, 0)) if part.type == "image" else 1

    def _image(self, node: SyntaxTreeNode, line: int) -> dict[str, object]:
        caption, _, credit = str(node.attrs.get("title", "")).partition("|")
        texts = {"alt": _alternative(node), "caption": caption.strip(), "credit": credit.strip()}
        return {
            "file": find_image(self.folder, str(node.attrs["src"]), line),
            **{name: limited(name, " ".join(text.split("\n")), line) for name, text in texts.items()},
        }


def _block_of_a_link(node: SyntaxTreeNode, writer: RichText) -> Block | None:
    """The block that a link makes when nothing else stands in its paragraph; `None` for an ordinary link."""
    if node.type != "link":
        return None
    line, attributes, address = writer.line, attributes_of(node), str(node.attrs["href"])
    if "subject" in attributes.classes:
        if not is_site_path(address):
            raise LineError(line, "a .subject link leads to an article of this site: /lang/section/slug/")
        value: dict[str, object] = {"href": link_address(address, line), "text": writer.plain(node.children)}
        return Block("on_the_subject", value, line)
    is_autolink = node.nester_tokens is not None and node.nester_tokens.opening.info == "auto"
    if not is_autolink or address.lower().startswith("mailto:"):
        return None
    title = limited("embed title", attributes.get("title"), line)
    return Block("embed", {"url": web_address(address, line), "title": title}, line)


def _alternative(node: SyntaxTreeNode) -> str:
    return "".join(
        part.content if part.type in ("text", "text_special") else " " if part.type in _BREAKS else ""
        for part in node.walk(include_self=False)
    ).strip()
