"""The front matter of an article file: YAML as values that know their line.

Scalars stay as they were written (`title: 1984` is the text 1984, `lang: no` is Norwegian): YAML's own types would
only surprise. What journalists never need, and others misuse, is refused: aliases, tags, deep nesting, repeated keys.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import yaml

from lingotype.importing.errors import LineError, nearest, shown
from lingotype.importing.text_file import refuse_forbidden

LONGEST_FRONT_MATTER = 100_000
"""Characters; the YAML reader takes about a second for as many."""

_DEEPEST = 8
_OPENING = re.compile(r"---[ \t]*$", re.MULTILINE)
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_YAML_TAG = "tag:yaml.org,2002:"
_TYPES = frozenset({"str", "int", "float", "bool", "null", "timestamp", "value", "merge", "map", "seq"})
# Begins only where white space does: tried at each blank of a long run, it would take quadratic time.
_LINE_END = re.compile(r"(?<!\s)\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Entry:
    """One value of the front matter: a text (`None` where nothing is written), a list, or keys with values."""

    name: str
    """As a message calls it."""
    line: int
    value: "str | tuple[Entry, ...] | Mapping[str, Entry] | None"

    def text(self) -> str:
        """The text, on one line; empty where nothing is written. Raises `LineError` for a list or keys."""
        if isinstance(self.value, str):
            return _LINE_END.sub(" ", self.value).strip()
        if self.value is None:
            return ""
        raise LineError(self.line, f"{self.name} must be a text; put quotation marks around it if it is one")

    def required(self) -> str:
        """The text, which must not be empty. Raises `LineError`."""
        text = self.text()
        if not text:
            raise LineError(self.line, f"{self.name} is empty")
        return text

    def items(self) -> "tuple[Entry, ...]":
        """The entries of a list; none where nothing is written. Raises `LineError` for anything else."""
        if isinstance(self.value, tuple):
            return self.value
        if self.value is None:
            return ()
        raise LineError(self.line, f"{self.name} must be a list: {self.name}: […, …]")

    def fields(self, known: Collection[str]) -> "Mapping[str, Entry]":
        """The values by key. Raises `LineError` for anything but keys with values, and for a key that is not known."""
        if not isinstance(self.value, Mapping):
            raise LineError(
                self.line, f"{self.name} must be keys and values: {', '.join(f'{key}: …' for key in known)}"
            )
        for key, entry in self.value.items():
            if key not in known:
                raise LineError(entry.line, f"unknown key {shown(key)} in {self.name}; {nearest(key, known)}")
        return self.value


def split_front_matter(text: str) -> tuple[str, str]:
    """The YAML and the body of an article file, each with as many empty lines before it as keep its line numbers."""
    opening = _OPENING.match(text)
    if opening is None:
        raise LineError(1, "no front matter: the file must begin with a line ---, then title: … and lang: …")
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        raise LineError(1, "the front matter has no end: a line --- must close it")
    yaml_text = "\n" + text[opening.end() + 1 : closing.start()]
    if len(yaml_text) > LONGEST_FRONT_MATTER:
        raise LineError(
            1, f"the front matter is longer than {LONGEST_FRONT_MATTER} characters; the text belongs below it"
        )
    return yaml_text, "\n" * text.count("\n", 0, closing.start()) + text[closing.end() :]


def read_front_matter(text: str) -> Entry:
    """The values of a YAML text, which must be keys and values. Raises `LineError`."""
    node = _compose(text)
    if not isinstance(node, yaml.MappingNode):
        raise LineError(_line(node) if node else 1, "the front matter must be keys and values, such as title: …")
    return _entry("the front matter", node)


class _Loader(yaml.SafeLoader):
    """The safe loader as far as nodes, without what could make them grow or loop."""

    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        is_alias = self.check_event(yaml.AliasEvent)
        # The event just looked at; the scanner's own place is further on.
        mark = self.current_event.start_mark
        if is_alias:
            raise yaml.MarkedYAMLError(problem="aliases (*name) are not known here", problem_mark=mark)
        self.depth += 1
        if self.depth > _DEEPEST:
            raise yaml.MarkedYAMLError(problem="too many lists inside one another", problem_mark=mark)
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


def _compose(text: str) -> yaml.Node | None:
    loader = None
    try:
        loader = _Loader(text)
        return loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        problem = str(error.problem)
        hint = "; put quotation marks around a text that holds a colon" if "mapping values" in problem else ""
        raise LineError(_line_of(error, text), f"broken YAML: {problem}{hint}") from None
    except yaml.reader.ReaderError as error:
        raise LineError(text.count("\n", 0, error.position) + 1, "broken YAML: a character that is not text") from None
    except (ValueError, OverflowError):
        # The reader lets these out for escapes beyond Unicode ("\UFFFFFFFF") and numbers beyond reason.
        raise LineError(loader.line + 1 if loader else 1, "broken YAML: an escape that is not a character") from None


def _line_of(error: yaml.MarkedYAMLError, text: str) -> int:
    marks = [mark for mark in (error.problem_mark, error.context_mark) if mark]
    # What was never closed is noticed at the very end; the writer looks for where it began.
    found = marks[-1] if marks[0].index >= len(text) else marks[0]
    return found.line + 1


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _entry(name: str, node: yaml.Node, line: int | None = None) -> Entry:
    line = line or _line(node)
    if node.tag.removeprefix(_YAML_TAG) not in _TYPES:
        raise LineError(line, f"broken YAML: the tag {shown(node.tag)} is not known here")
    if isinstance(node, yaml.MappingNode):
        return Entry(name, line, _fields(name, node))
    if isinstance(node, yaml.SequenceNode):
        return Entry(name, line, tuple(_entry(f"an entry of {name}", item) for item in node.value))
    refuse_forbidden(node.value, line)
    return Entry(name, line, None if node.tag == f"{_YAML_TAG}null" else str(node.value))


def _fields(name: str, node: yaml.MappingNode) -> Mapping[str, Entry]:
    fields: dict[str, Entry] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise LineError(_line(key), f"broken YAML: a key of {name} is not a word")
        if key.value in fields:
            raise LineError(_line(key), f"{shown(key.value)} is given twice in {name}")
        # The key's line: the value may begin lines later.
        fields[key.value] = _entry(key.value, value, _line(key))
    return fields
