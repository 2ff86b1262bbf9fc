"""Block quotations and pull quotes of an article file."""

from collections.abc import Iterator

from markdown_it.tree import SyntaxTreeNode

from lingotype.importing.attributes import Attributes
from lingotype.importing.block_text import first_line, paragraph_html, refusal
from lingotype.importing.errors import LineError, nearest, shown
from lingotype.importing.rich_text import RichText, source_of, speaker_of, without_marks
from lingotype.importing.values import Block

_CLASSES = frozenset({"quote", "pull"})
_KEYS = ("source", "speaker")


def read_quotation(node: SyntaxTreeNode, attributes: Attributes, writer: RichText) -> Block:
    """A `> ` block. Its source and speaker stand on the line before it, or are those all of its spans agree on."""
    line = first_line(node)
    source = source_of(attributes.values, writer.sources, line)
    speaker = speaker_of(attributes.values, line)
    text = "".join(f"<p>{html}</p>" for html in _paragraphs(node, attributes, writer))
    sources = {quotation.source.id if quotation.source else "" for quotation in writer.quotations}
    speakers = {quotation.speaker for quotation in writer.quotations}
    value: dict[str, object] = {
        "text": text,
        "source": source.id if source else _only(sources),
        "speaker": speaker or _only(speakers),
    }
    return Block("quotation", value, line)


def read_pull_quote(node: SyntaxTreeNode, attributes: Attributes, writer: RichText) -> Block:
    """A `> ` block after a line `{.pull}`: words of the article without marks, a line for each paragraph."""
    line = first_line(node)
    text = "\n".join(without_marks(html) for html in _paragraphs(node, attributes, writer))
    return Block("pull_quote", {"text": text, "speaker": speaker_of(attributes.values, line)}, line)


def refuse_quotation_attributes(attributes: Attributes, line: int) -> None:
    """Raise `LineError` if these attributes stand before a block that is no quotation, though they say it is one."""
    if attributes.classes & _CLASSES or not attributes.values.keys().isdisjoint((*_KEYS, "original")):
        raise LineError(line, "this block stands after a line of quotation attributes, but does not begin with >")


def _paragraphs(node: SyntaxTreeNode, attributes: Attributes, writer: RichText) -> Iterator[str]:
    line = first_line(node)
    for key in attributes.values:
        if key == "original":
            raise LineError(line, 'the original of a > block stands in a span in it: > [text]{.quote … original="…"}')
        if key not in _KEYS:
            raise LineError(line, f"a quotation has no {shown(key)}; {nearest(key, _KEYS)}")
    if not node.children:
        raise LineError(line, "a quotation has no text")
    for child in node.children:
        if child.type != "paragraph":
            raise refusal(child)
        yield paragraph_html(child, writer)


def _only(values: set[str]) -> str:
    """The one value that all share, else an empty text."""
    return next(iter(values)) if len(values) == 1 else ""
