"""What has changed, word by word: in the translation since readers last got it, and in the source since then."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from wagtail.models import PageLogEntry
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from lingotype.desk.review.texts import Paragraph, Waiting
from lingotype.newsroom.models import ArticlePage
from lingotype.translation.checks.text import Text
from lingotype.translation.word_changes import Change, changes

_LEAST = 40
"""In percent: how near two texts of one block are to be taken for one text that was changed."""

Texts = Mapping[int, str]
"""Stored texts by the paragraph's id; a paragraph that is new is not among them."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Of one paragraph; None where nothing changed or nothing is known."""

    translation: Sequence[Change] | None
    source: Sequence[Change] | None
    is_new: bool
    """Whether readers have never had this paragraph."""


def published_texts(waiting: Waiting) -> Texts:
    """The texts as readers see them now; none where they see nothing. Reads the page that is at hand."""
    return _paired(waiting.paragraphs, waiting.page, of_source=False) if waiting.page.live else {}


def last_source(waiting: Waiting, original: ArticlePage | None) -> Texts:
    """The source as it stood when readers last got its translation; empty where that is not known, or the same."""
    page = waiting.page
    if original is None or not page.live or page.last_published_at is None:
        return {}
    published = PageLogEntry.objects.filter(page=original.pk, action="wagtail.publish", revision__isnull=False)
    entry = published.filter(timestamp__lte=page.last_published_at).select_related("revision").order_by("-pk").first()
    if entry is None or entry.revision_id == original.live_revision_id:
        return {}
    return _paired(waiting.paragraphs, original.with_content_json(entry.revision.content), of_source=True)


def difference(paragraph: Paragraph, published: Texts, source: Texts) -> Difference:
    """What changed in one paragraph."""
    return Difference(
        _changes(published.get(paragraph.id), paragraph.text),
        _changes(source.get(paragraph.id), paragraph.segment.html),
        bool(published) and paragraph.id not in published,
    )


def _changes(before: str | None, after: str) -> Sequence[Change] | None:
    if before is None:
        return None
    plain = [Text(html, "").plain for html in (before, after)]
    return changes(*plain) if plain[0] != plain[1] else None


def _paired(paragraphs: Sequence[Paragraph], page: ArticlePage, *, of_source: bool) -> Texts:
    """Each paragraph with the text that stood in its place."""
    stood: defaultdict[str, list[str]] = defaultdict(list)
    for value in extract_segments(page):
        if isinstance(value, StringSegmentValue):
            stood[value.path].append(value.string.data)
    places: defaultdict[str, list[Paragraph]] = defaultdict(list)
    for one in paragraphs:
        places[one.segment.path].append(one)
    return {
        pk: text
        for path, there in places.items()
        for pk, text in _matched(there, stood.get(path, []), of_source=of_source)
    }


def _matched(paragraphs: Sequence[Paragraph], texts: Sequence[str], *, of_source: bool) -> list[tuple[int, str]]:
    if len(paragraphs) == len(texts):
        return [(one.id, text) for one, text in zip(paragraphs, texts, strict=True)]
    left, found = list(texts), []
    for one in paragraphs:
        words = one.segment.html if of_source else one.text
        best = max(left, key=lambda text: fuzz.ratio(words, text), default=None)
        if best is not None and fuzz.ratio(words, best) >= _LEAST:
            left.remove(best)
            found.append((one.id, best))
    return found
