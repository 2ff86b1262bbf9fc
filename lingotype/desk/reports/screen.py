"""A report beside its paragraph: as the reader saw it, as it is now, and the original of both."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from wagtail_localize.models import StringSegment

from lingotype.language.facts import LANGUAGES, Language
from lingotype.newsroom.models import ArticlePage, MadeBy, ReaderReport
from lingotype.newsroom.models.reports import LONGEST_PARAGRAPH
from lingotype.newsroom.paragraphs import paragraphs_of, plain, same_paragraph, twin


@dataclass(frozen=True, slots=True)
class Screen:
    """What an editor looks at. Empty texts are those of a paragraph that is gone."""

    source: Language | None
    target: Language
    source_now: str
    now: str
    is_changed: bool
    """Whether readers see another text than the one that was reported."""
    is_source_changed: bool
    fix_url: str


def screen_of(report: ReaderReport) -> Screen:
    """Find the paragraph again, in the page and in its original. Three queries."""
    page: ArticlePage = report.page
    found = same_paragraph(paragraphs_of(page), report.block, report.number, report.seen)
    block, number = (found.block, found.number) if found else (report.block, report.number)
    originals = ArticlePage.objects.filter(translation_key=page.translation_key, made_by=MadeBy.ORIGINAL)
    original = originals.select_related("locale").first()
    source = twin(paragraphs_of(original), block, number) if original is not None else None
    now, source_now = found.text if found else "", source.text if source else ""
    return Screen(
        source=LANGUAGES[original.lang] if original is not None else None,
        target=LANGUAGES[page.lang],
        source_now=source_now,
        now=now,
        is_changed=now[:LONGEST_PARAGRAPH] != report.seen,
        is_source_changed=bool(report.source) and source_now[:LONGEST_PARAGRAPH] != report.source,
        fix_url=_fix_url(page, block, source_now),
    )


def _fix_url(page: ArticlePage, block: str, source: str) -> str:
    """Where the sentence is mended: the review screen at this very text, or the translation's editor."""
    try:
        review = reverse("desk_review", args=[page.pk])
    except NoReverseMatch:
        return reverse("wagtailadmin_pages:edit", args=[page.pk])
    segment = _segment(page, block, source)
    return f"{review}?segment={segment}#paragraph-{segment}" if segment else review


def _segment(page: ArticlePage, block: str, source: str) -> int | None:
    """The number of the text's row among those that the translation is made of."""
    rows = StringSegment.objects.filter(source__object_id=page.translation_key).order_by("order")
    for pk, path, html in rows.values_list("pk", "context__path", "string__data"):
        if block in path.split(".") and plain(html) == source:
            return int(pk)
    return None
