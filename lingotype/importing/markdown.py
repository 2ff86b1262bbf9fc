"""CommonMark as article files use it: with attribute lists, and without what would change a newspaper's text.

Against the standard: backticks are letters (in Ukrainian they stand for an apostrophe, and a code span would eat
them), and an indented paragraph is a paragraph. Tables are recognised only in order to be refused with a clear word.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline, autolink, html_inline, image, link
from markdown_it.tree import SyntaxTreeNode

from lingotype.importing.addresses import link_address
from lingotype.importing.attributes import Attributes, looks_like_attributes, read_attributes
from lingotype.importing.errors import LineError

InlineRule = Callable[[StateInline, bool], bool]

ATTRIBUTES = "attributes"
"""The key of a node's `meta` that holds its `Attributes`; also the type of an attribute list on a line of its own."""
LINES = "lines"
"""The key of an inline node's `meta` that holds how many line ends its source has."""
UNREADABLE = "unreadable"
"""The type of a node where a span, a link or an attribute list begins that cannot be read."""

# The parser silently drops what is nested deeper than its limit; whoever comes near it is told.
_NESTING_LIMIT = 20
_DEEPEST = _NESTING_LIMIT - 3


def parse(text: str) -> list[SyntaxTreeNode]:
    """The blocks of a Markdown text. Raises `LineError` where it is nested too deeply to be read whole."""
    env: dict[str, Any] = {}
    tokens = _parser().parse(text, env)
    _judge_references(env)
    line = None
    for token in tokens:
        line = token.map[0] + 1 if token.map else line
        if any(part.level > _DEEPEST for part in (token, *(token.children or ()))):
            raise LineError(line, "too many marks inside one another; write it flat")
    return SyntaxTreeNode(tokens).children


def _judge_references(env: dict[str, Any]) -> None:
    """Refuse `[Anna]: Yes.`, which the standard would take for a link's definition and drop from the text."""
    for reference in (*env.get("references", {}).values(), *env.get("duplicate_refs", ())):
        link_address(reference["href"], reference["map"][0] + 1)


def attributes_of(node: SyntaxTreeNode) -> Attributes:
    """The attribute list that stands with this node; empty if none does."""
    found = node.meta.get(ATTRIBUTES)
    return found if isinstance(found, Attributes) else Attributes()


class _Markdown(MarkdownIt):
    """Addresses stay as written: they are judged, with their line, where they are used."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the parser's own name
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the parser's own name
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - the parser's own name
        return link


@cache
def _parser() -> MarkdownIt:
    markdown = _Markdown("commonmark", {"maxNesting": _NESTING_LIMIT}).enable("table").disable(["backticks", "code"])
    rules = markdown.inline.ruler
    rules.at("link", _measured(_with_attributes(link)))
    rules.at("autolink", _measured(_with_attributes(autolink)))
    rules.at("image", _measured(image))
    rules.at("html_inline", _measured(html_inline))
    rules.before("link", "span", _measured(_span))
    rules.push("unreadable", _unreadable)
    markdown.block.ruler.before("fence", ATTRIBUTES, _attribute_line, {"alt": ["paragraph", "reference", "blockquote"]})
    return markdown


def _measured(rule: InlineRule) -> InlineRule:
    def rule_with_lines(state: StateInline, silent: bool) -> bool:
        start, first = state.pos, len(state.tokens) + bool(state.pending)
        if not rule(state, silent):
            return False
        if not silent:
            state.tokens[first].meta[LINES] = state.src.count("\n", start, state.pos)
        return True

    return rule_with_lines


def _with_attributes(rule: InlineRule) -> InlineRule:
    def rule_with_attributes(state: StateInline, silent: bool) -> bool:
        first = len(state.tokens) + bool(state.pending)
        if not rule(state, silent):
            return False
        found = read_attributes(state.src, state.pos, state.posMax)
        if found is not None:
            attributes, state.pos = found
            if not silent:
                state.tokens[first].meta[ATTRIBUTES] = attributes
        return True

    return rule_with_attributes


def _span(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[":
        return False
    label_start, end = state.pos + 1, state.posMax
    label_end = state.md.helpers.parseLinkLabel(state, state.pos)
    found = read_attributes(state.src, label_end + 1, end) if label_end >= 0 else None
    if found is None:
        return False
    attributes, after = found
    if not silent:
        state.pos, state.posMax = label_start, label_end
        state.push("span_open", "span", 1).meta[ATTRIBUTES] = attributes
        state.md.inline.tokenize(state)
        state.push("span_close", "span", -1)
    state.pos, state.posMax = after, end
    return True


def _unreadable(state: StateInline, silent: bool) -> bool:
    """What is left over of a span or a link that failed: published as it stands, it would show its marks to readers."""
    if silent:
        return False
    bracket = state.src.startswith("](", state.pos, state.posMax)
    if not bracket and not looks_like_attributes(state.src, state.pos, state.posMax):
        return False
    state.push(UNREADABLE, "", 0).content = "](" if bracket else "{"
    state.pos += 1
    return True


def _attribute_line(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    first, last = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    found = read_attributes(state.src, first, last) if looks_like_attributes(state.src, first, last) else None
    if found is None or state.src[found[1] : last].strip():
        return False
    if not silent:
        token = state.push(ATTRIBUTES, "", 0)
        token.map, token.meta = [start, start + 1], {ATTRIBUTES: found[0]}
        state.line = start + 1
    return True
