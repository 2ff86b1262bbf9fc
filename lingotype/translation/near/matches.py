"""Near matches of a text in memory: what was translated before and is almost this, in every number, name and denial.

They are a person's help at the desk. No translation is ever made of one by itself.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from django.db.models import Count
from rapidfuzz import fuzz
from wagtail.models import Locale
from wagtail_localize.models import String, StringTranslation

from lingotype.newsroom.models import ArticlePage
from lingotype.translation.checks.text import Text
from lingotype.translation.memory import finished_texts
from lingotype.translation.models import NearKey
from lingotype.translation.near.keys import keys_of
from lingotype.translation.near.sameness import can_be_told, says_the_same

MOST, LEAST_SCORE = 5, 70
"""How many are shown, and how near (in percent) the least of them is."""
_CANDIDATES = 100
_JUDGED = 25
"""The nearest so many are looked at closely."""
_SHARED = 3
"""A candidate has at least one in three of the keys."""
_BAND = 5
"""Scores that differ by less count as one: then the nearer place is first."""


class Place(StrEnum):
    """Where a remembered text stands, the nearest first."""

    ARTICLE = "article"
    SECTION = "section"
    ANYWHERE = "anywhere"


_PLACES = tuple(Place)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A text that needs a translation: which one it is, and in which place."""

    string_id: int
    context_id: int
    html: str


@dataclass(frozen=True, slots=True)
class Around:
    """Where the texts stand: their languages, their article and its section."""

    source_locale: Locale
    target_locale: Locale
    article_key: UUID
    section_path: str
    """The section's place in the page tree; empty where there is none."""


@dataclass(frozen=True, slots=True)
class NearMatch:
    """A remembered text and its translation."""

    row_id: int
    """The translation's row in memory."""
    source: str
    translation: str
    score: int
    """In percent; 100 only for the same words."""
    place: Place
    is_by_person: bool
    made_by: str
    """The person's name or the engine's; empty where it is not known."""
    title: str
    """Of the article in which it stands; empty for what came from a file."""


def near_matches(wanted: Iterable[Wanted], around: Around) -> dict[Wanted, list[NearMatch]]:
    """The near matches of each text, at most `MOST`, the best first.

    One query a text, and three for all of them together.
    """
    if not can_be_told(around.source_locale.language_code):
        return {}
    candidates = {text: _candidates(text, around.source_locale) for text in dict.fromkeys(wanted)}
    sources = _sources({pk for found in candidates.values() for pk in found})
    scored = {text: _scored(text, found, sources) for text, found in candidates.items()}
    memory = _Memory({pk for found in scored.values() for _, pk in found}, around)
    return {text: _best(text, found, sources, memory) for text, found in scored.items()}


def _candidates(text: Wanted, locale: Locale) -> list[int]:
    source = Text(text.html, locale.language_code)
    keys, length = keys_of(source), len(source.plain)
    rows = (
        NearKey.objects.filter(
            locale=locale, word__in=keys,
            length__gte=length * LEAST_SCORE // (200 - LEAST_SCORE),
            length__lte=length * (200 - LEAST_SCORE) // LEAST_SCORE + 1,
        )
        .values("string_id")
        .annotate(shared=Count("word"))
        .filter(shared__gte=max(1, len(keys) // _SHARED))
        .order_by("-shared", "-string_id")
    )  # fmt: skip
    return list(rows.values_list("string_id", flat=True)[:_CANDIDATES])


def _sources(strings: Collection[int]) -> dict[int, str]:
    return dict(String.objects.filter(pk__in=strings).values_list("pk", "data"))


def _scored(text: Wanted, candidates: Iterable[int], sources: Mapping[int, str]) -> list[tuple[int, int]]:
    """Scores and ids of the nearest candidates, the best first."""
    plain = Text(text.html, "").plain
    scores = ((_score(plain, Text(sources[pk], "").plain), pk) for pk in candidates if pk in sources)
    return sorted((one for one in scores if one[0] >= LEAST_SCORE), reverse=True)[:_JUDGED]


def _score(plain: str, other: str) -> int:
    """In percent, rounded down."""
    return 100 if plain == other else min(99, int(fuzz.ratio(plain, other, score_cutoff=LEAST_SCORE)))


class _Memory:
    """Candidates with their translations, and where those stand."""

    def __init__(self, strings: Collection[int], around: Around) -> None:
        self.around = around
        self.translations: defaultdict[int, list[StringTranslation]] = defaultdict(list)
        rows = finished_texts().filter(translation_of_id__in=strings, locale=around.target_locale)
        for row in rows.select_related("context", "last_translated_by"):
            self.translations[row.translation_of_id].append(row)
        keys = {row.context.object_id for twins in self.translations.values() for row in twins if row.context}
        pages = ArticlePage.objects.filter(translation_key__in=keys, locale=around.source_locale).order_by()
        self._pages = {
            key: (path[: -ArticlePage.steplen], title)
            for key, path, title in pages.values_list("translation_key", "path", "title")
        }

    def place(self, row: StringTranslation) -> Place:
        """How near to the article the translation stands."""
        key = row.context.object_id if row.context else None
        if key == self.around.article_key:
            return Place.ARTICLE
        section, _ = self._pages.get(key, ("", ""))
        return Place.SECTION if section and section == self.around.section_path else Place.ANYWHERE

    def title(self, row: StringTranslation) -> str:
        """Of the article in which it stands."""
        return self._pages.get(row.context.object_id if row.context else None, ("", ""))[1]

    def worth(self, row: StringTranslation) -> tuple[object, ...]:
        """Of several translations of one text the worthiest is shown: a person's, then the nearest, then the newest."""
        return is_by_person(row), -_PLACES.index(self.place(row)), row.updated_at


def is_by_person(row: StringTranslation) -> bool:
    """Whether a person wrote or signed this translation."""
    is_manual = row.translation_type == StringTranslation.TRANSLATION_TYPE_MANUAL
    return bool(is_manual or row.last_translated_by_id is not None)


def _best(
    text: Wanted, scored: Iterable[tuple[int, int]], sources: Mapping[int, str], memory: _Memory
) -> list[NearMatch]:
    source = Text(text.html, memory.around.source_locale.language_code)
    matches = []
    for score, pk in scored:
        rows = memory.translations.get(pk, ())
        twins = [row for row in rows if (pk, row.context_id) != (text.string_id, text.context_id)]
        if twins and says_the_same(source, other := Text(sources[pk], source.lang)):
            matches.append(_match(max(twins, key=memory.worth), other, score, memory))
    found: dict[str, NearMatch] = {}
    for match in sorted(matches, key=_order):
        found.setdefault(match.translation, match)
    return list(found.values())[:MOST]


def _match(row: StringTranslation, source: Text, score: int, memory: _Memory) -> NearMatch:
    user = row.last_translated_by
    return NearMatch(
        row.pk, source.html, row.data, score, memory.place(row), is_by_person(row),
        (user.get_full_name() or user.get_username()) if user else row.tool_name, memory.title(row),
    )  # fmt: skip


def _order(match: NearMatch) -> tuple[object, ...]:
    """This article's own first, then the nearer text; of two about as near, the one from the nearer place."""
    is_elsewhere = match.place is not Place.ARTICLE
    place = _PLACES.index(match.place)
    return is_elsewhere, -(match.score // _BAND), place, -match.score, not match.is_by_person, match.row_id
