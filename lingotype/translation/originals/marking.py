"""Writing the original wording into a body: on the quotation's link, or as a new one around its words."""

import copy
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from lingotype.newsroom.rich_text import QUOTATION
from lingotype.translation.originals.article import Place, quotations_with_places, rich_text_in

ATTRIBUTES: Sequence[str] = ("source", "speaker", "original", "lang")
"""In the order in which the editor writes them."""


class CannotMarkError(Exception):
    """The quotation is not there any more, or cannot be marked by a program."""


def with_attributes(
    body: Sequence[Mapping[str, Any]], lang: str, key: str, attributes: Mapping[str, str]
) -> list[dict[str, Any]]:
    """The body with a quotation that says exactly this of itself. Raises `CannotMarkError`."""
    for quotation, place in quotations_with_places(body, lang):
        if quotation.key == key:
            if not quotation.can_be_marked:
                break
            return _changed(body, place, _tagged(place, attributes))
    raise CannotMarkError(key)


def without_mark(body: Sequence[Mapping[str, Any]], lang: str, key: str) -> list[dict[str, Any]]:
    """The body with a quotation's words as they are, unmarked. Raises `CannotMarkError`."""
    for quotation, place in quotations_with_places(body, lang):
        if quotation.key == key and place.mark is not None:
            html = place.run.html
            (begin, opened), (closing, end) = place.mark.tag, place.mark.closing
            return _changed(body, place, html[:begin] + html[opened:closing] + html[end:])
    raise CannotMarkError(key)


def _tagged(place: Place, attributes: Mapping[str, str]) -> str:
    html = place.run.html
    given = "".join(f' {name}="{_escaped(attributes[name])}"' for name in ATTRIBUTES if attributes.get(name))
    tag = f'<a linktype="{QUOTATION}"{given}>'
    if place.mark is not None:
        begin, end = place.mark.tag
        return html[:begin] + tag + html[end:]
    begin, end = place.run.span(place.start, place.end)
    return f"{html[:begin]}{tag}{html[begin:end]}</a>{html[end:]}"


def _escaped(text: str) -> str:
    return escape(text).replace("&#x27;", "'")


def _changed(body: Sequence[Mapping[str, Any]], place: Place, html: str) -> list[dict[str, Any]]:
    changed = [dict(block) for block in body]
    block = changed[place.block]
    assert rich_text_in(block)
    block["value"] = {**copy.deepcopy(block["value"]), "text": html} if block["type"] == "quotation" else html
    return changed
