r"""Attribute lists, as Pandoc writes them: `{.quote source=nyp original="axis of terror"}`.

Read by us because the ready-made readers do not give values to the character: they keep the backslash of `\"`, and
refuse braces and cut at line ends inside quoted values.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_SPACE = re.compile(r"[ \t\n]*")
_ITEM = re.compile(
    r"""
      \.(?P<class>[\w-]+)
    | \#(?P<id>[\w:.-]+)
    | (?P<key>[A-Za-z][\w:-]*) = (?: "(?P<quoted> [^"\\]* (?: \\. [^"\\]* )* )" | (?P<bare>[A-Za-z0-9_:./-]+) )
    """,
    re.VERBOSE | re.DOTALL,
)
_BEGINNING = re.compile(r"\{[ \t\n]*(?:[.#][\w-]|[A-Za-z][\w:-]*=)")
_ESCAPE = re.compile(r'\\(["\\])')
# A value may be wrapped in the file like any text: the line's end and the next line's indent are one space.
# Tried only where the white space begins, or long runs of it would take quadratic time.
_LINE_END = re.compile(r"(?<![ \t])[ \t]*\n[ \t]*")


@dataclass(frozen=True, slots=True)
class Attributes:
    """One attribute list. Values are to the character, `\\"` and `\\\\` undone."""

    classes: frozenset[str] = frozenset()
    values: Mapping[str, str] = field(default_factory=dict)

    def get(self, key: str) -> str:
        """The value of that key, or an empty text."""
        return self.values.get(key, "")

    def __or__(self, later: "Attributes") -> "Attributes":
        """Both lists as one; where both give a value, the later one's."""
        return Attributes(self.classes | later.classes, {**self.values, **later.values})


def looks_like_attributes(text: str, start: int, end: int) -> bool:
    """Whether a writer who put this brace at `start` surely meant an attribute list."""
    return _BEGINNING.match(text, start, end) is not None


def read_attributes(text: str, start: int, end: int) -> tuple[Attributes, int] | None:
    """The list that begins at `start`, and where it ends. `None` if there is none or it cannot be read."""
    if not text.startswith("{", start, end):
        return None
    classes: set[str] = set()
    values: dict[str, str] = {}
    position = _past_space(text, start + 1, end)
    while not text.startswith("}", position, end):
        item = _ITEM.match(text, position, end)
        if item is None or item["key"] in values:
            return None
        if item["class"]:
            classes.add(item["class"])
        elif item["key"]:
            values[item["key"]] = _value(item)
        position = _past_space(text, item.end(), end)
    return Attributes(frozenset(classes), values), position + 1


def _past_space(text: str, position: int, end: int) -> int:
    space = _SPACE.match(text, position, end)
    return space.end() if space else position


def _value(item: re.Match[str]) -> str:
    if item["bare"] is not None:
        return item["bare"]
    return _ESCAPE.sub(r"\1", _LINE_END.sub(" ", item["quoted"]))
