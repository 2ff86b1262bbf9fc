"""The keys by which near texts find each other: a small index beside wagtail-localize's table of texts.

Two texts of which seven letters in ten are the same share most of their longest words, and near ones share every digit
and name (`sameness.outline`). A key is a number made of both: how a long word begins, and the outline of its text.
"""

import re
from collections.abc import Iterable
from zlib import crc32

from django.db.models import Exists, Max, OuterRef
from wagtail_localize.models import String

from lingotype.translation.checks.text import Text
from lingotype.translation.models import NearKey
from lingotype.translation.near.sameness import can_be_told, outline

MOST_KEYS = 6
_STEM = 5
_WORD = re.compile(r"[^\W\d_]+")
_CHUNK = 500
_OVERLAP = 1_000
"""So many texts behind the newest one are looked at again: one of them may have been written late."""
_LONGEST = 32_000


def keys_of(text: Text) -> frozenset[int]:
    """The keys of a text, one at least. Who changes how they are made has to empty the index in a migration."""
    outer = crc32(repr(outline(text)).encode()) if can_be_told(text.lang) else 0
    words = {word.lower().replace("ё", "е") for word in _WORD.findall(text.plain[:_LONGEST])}
    longest = sorted(words, key=lambda word: (-len(word), word))[:MOST_KEYS]
    return frozenset(crc32(word[:_STEM].encode(), outer) - 2**31 for word in longest or [""])


def rows_of(strings: Iterable[String]) -> list[NearKey]:
    """The rows of the index for these texts."""
    rows = []
    for string in strings:
        text = Text(string.data, string.locale.language_code)
        length = min(len(text.plain), _LONGEST)
        rows += [
            NearKey(string_id=string.pk, locale_id=string.locale_id, word=key, length=length) for key in keys_of(text)
        ]
    return rows


class Indexer:
    """Brings the index up to date, a few hundred texts at a time; safe beside others that do the same."""

    def __init__(self) -> None:
        self._done = 0

    def __call__(self) -> bool:
        """Index some texts that are not in the index yet. Returns whether there were any."""
        indexed = NearKey.objects.filter(string=OuterRef("pk"))
        missing = String.objects.filter(pk__gt=self._done).exclude(Exists(indexed)).select_related("locale")
        strings = list(missing.order_by("pk")[:_CHUNK])
        NearKey.objects.bulk_create(rows_of(strings), ignore_conflicts=True)
        if len(strings) < _CHUNK:
            newest = String.objects.aggregate(newest=Max("pk"))["newest"] or 0
            self._done = max(0, newest - _OVERLAP)
        return bool(strings)


_indexer = Indexer()


def index_some_texts() -> bool:
    """Index some texts of memory that are not in the index yet. Returns whether there were any."""
    return _indexer()
