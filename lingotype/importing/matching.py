"""Keeping the ids of an article's blocks when its file comes again.

A block's id is where its translations hang: a paragraph that did not change keeps it, and so does one that was
rewritten in its place.
"""

import uuid
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

RawBlock = dict[str, Any]


def with_kept_ids(new: Sequence[RawBlock], old: Sequence[Mapping[str, Any]]) -> list[RawBlock]:
    """The new blocks (`type`, `value`), each with the id of the old block that it continues, or a new id."""
    blocks = [{**block, "id": ""} for block in new]
    matcher = SequenceMatcher(None, [_key(block) for block in old], [_key(block) for block in new], autojunk=False)
    for kind, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if kind not in ("equal", "replace"):
            continue
        for before, after in zip(old[old_from:old_to], blocks[new_from:new_to], strict=False):
            if before["type"] == after["type"]:
                after["id"] = before["id"]
    for block in blocks:
        block["id"] = block["id"] or str(uuid.uuid4())
    return blocks


def twins_by_order(blocks: Sequence[RawBlock], original: Sequence[Mapping[str, Any]]) -> list[RawBlock]:
    """The translation's blocks under the ids of its original's, when both have the same kinds in the same order.

    People who translate a file keep its paragraphs: the side-by-side view then has them beside each other.
    """
    if [block["type"] for block in blocks] != [block["type"] for block in original]:
        return []
    return [{**block, "id": twin["id"]} for block, twin in zip(blocks, original, strict=True)]


def _key(block: Mapping[str, Any]) -> str:
    return repr((block["type"], block["value"]))
