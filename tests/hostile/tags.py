"""Answers whose tags and addresses are not those of the source."""

import re
from random import Random

from tests.hostile.pairs import Pair

_ELEMENT = re.compile(r"<(\w+)[^>]*>(.*?)</\1>")


def invented_tag(pair: Pair, dice: Random) -> str:
    """A tag that the source has not."""
    word, rest = pair.translation.split(" ", 1) if " " in pair.translation else (pair.translation, "")
    tag = dice.choice(["<b>{}</b>", "<b>{}", '<a id="a9">{}</a>', "{}</i>", "<script>{}</script>", "<img src=x>{}"])
    return f"{tag.format(word)} {rest}" if "<" not in word else f"{pair.translation} {tag.format('x')}"


def dropped_tag(pair: Pair, dice: Random) -> str | None:
    """A tag less; what it was around stays."""
    found = list(_ELEMENT.finditer(pair.translation))
    if not found:
        return None
    gone = dice.choice(found)
    return pair.translation[: gone.start()] + gone[2] + pair.translation[gone.end() :]


def half_a_tag(pair: Pair, dice: Random) -> str | None:
    """A tag that is not closed, or not opened."""
    found = list(re.finditer(r"<[^>]*>", pair.translation))
    if not found:
        return None
    gone = dice.choice(found)
    return pair.translation[: gone.start()] + pair.translation[gone.end() :]


def renested_tags(pair: Pair, dice: Random) -> str | None:
    """Tags one inside the other that stood side by side, or across one another."""
    found = list(_ELEMENT.finditer(pair.translation))
    if len(found) < 2:
        return None
    one, two = found[0], found[1]
    opening, closing = one[0][: one[0].index(">") + 1], f"</{one[1]}>"
    inner = two[0].replace(f"</{two[1]}>", "")
    ends = [f"{closing}</{two[1]}>", f"</{two[1]}>{closing}"]
    between = pair.translation[one.end() : two.start()]
    return (
        pair.translation[: one.start()]
        + opening
        + one[2]
        + between
        + inner
        + dice.choice(ends)
        + pair.translation[two.end() :]
    )


def changed_tag(pair: Pair, dice: Random) -> str | None:
    """Another tag, or another link's number."""
    changes = [('id="a1"', 'id="a2"'), ("<b>", "<h1>"), ("<i>", "<u>"), ("<b>", '<b onclick="x()">')]
    fitting = [(one, other) for one, other in changes if one in pair.translation]
    if not fitting:
        return None
    one, other = dice.choice(fitting)
    changed = pair.translation.replace(one, other)
    return (
        changed.replace("</b>", "</h1>")
        if other == "<h1>"
        else changed.replace("</i>", "</u>")
        if other == "<u>"
        else changed
    )


def emptied_tag(pair: Pair, dice: Random) -> str | None:
    """A tag that is there, around nothing."""
    found = list(_ELEMENT.finditer(pair.translation))
    if not found:
        return None
    one = dice.choice(found)
    empty = one[0].replace(f">{one[2]}<", "><")
    return pair.translation[: one.start()] + empty + one[2] + pair.translation[one.end() :]


def wrong_address(pair: Pair, dice: Random) -> str | None:
    """Another address, or none."""
    found = list(re.finditer(r"https?://[^\s;,]+|[\w.]+@[\w.]+\w", pair.translation))
    if not found:
        return None
    one = dice.choice(found)
    other = dice.choice([one[0].replace("example", "examp1e"), "", one[0].replace("grants", "donate"), f"{one[0]}1"])
    return pair.translation[: one.start()] + other + pair.translation[one.end() :]
