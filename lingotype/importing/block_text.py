"""Text inside blocks of an article file: paragraphs, lists, fenced text."""

from html import escape

from markdown_it.tree import SyntaxTreeNode

from lingotype.importing.errors import LineError, shown
from lingotype.importing.rich_text import RichText

LISTS = {"bullet_list": "ul", "ordered_list": "ol"}

_NAMES = {
    "blockquote": "a quotation",
    "bullet_list": "a list",
    "fence": "fenced text",
    "heading": "a heading",
    "hr": "a rule",
    "ordered_list": "a list",
}


def first_line(node: SyntaxTreeNode) -> int:
    """The line of the file on which this block begins, from 1."""
    return node.map[0] + 1 if node.map else 1


def paragraph_html(node: SyntaxTreeNode, writer: RichText) -> str:
    """The rich text of a paragraph or a heading, without the tags around it."""
    writer.line = first_line(node)
    return writer.html(node.children[0].children)


def list_html(node: SyntaxTreeNode, writer: RichText) -> str:
    """A list, and the lists inside it, as rich text. Raises `LineError` for what an item cannot hold."""
    start = node.attrs.get("start", 1)
    if start != 1:
        # Rich text has no other beginning, and "2024. A year to remember" must not lose its year.
        raise LineError(
            first_line(node), f"a numbered list begins with 1, not {start}; if no list is meant, write {start}\\."
        )
    tag = LISTS[node.type]
    return f"<{tag}>{''.join(_item_html(item, writer) for item in node.children)}</{tag}>"


def _item_html(item: SyntaxTreeNode, writer: RichText) -> str:
    texts: list[str] = []
    inner = ""
    for child in item.children:
        if inner or child.type not in ("paragraph", *LISTS):
            raise LineError(first_line(child), "an item of a list holds text and, at its end, at most one inner list")
        if child.type == "paragraph":
            texts.append(paragraph_html(child, writer))
        else:
            inner = list_html(child, writer)
    return f"<li>{'<br/>'.join(texts)}{inner}</li>"


def fenced_html(node: SyntaxTreeNode) -> str:
    """Fenced text, line by line: a poem, an address."""
    lines = escape(node.content, quote=False).strip("\n").split("\n")
    return f"<p>{'<br/>'.join(lines)}</p>"


def refusal(node: SyntaxTreeNode) -> LineError:
    """Why a block of this kind cannot stand here."""
    match node.type:
        case "html_block":
            message = f"raw HTML {shown(node.content.strip())}; write it as Markdown, or \\< for a mere <"
        case "table":
            message = "tables are not known in an article; write a list, a line for each row"
        case "attributes":
            message = "an attribute list stands alone here; write it right after its span or before its > block"
        case type_:
            message = f"{_NAMES.get(type_, type_)} stands inside another block; give it a place of its own"
    return LineError(first_line(node), message)
