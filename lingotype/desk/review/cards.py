"""What the screen shows of each paragraph: marked texts, findings, fixes, terms, quotations, approval, comments."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Comment

from lingotype.desk.models import Approval
from lingotype.desk.review.approving import approvals_of
from lingotype.desk.review.differences import Difference, Texts, difference, last_source, published_texts
from lingotype.desk.review.fixes import Ground, certain_fixes, with_wrong_words
from lingotype.desk.review.marked import Mark, Run, marks_of, runs
from lingotype.desk.review.remarks import comments_of
from lingotype.desk.review.suggestions import Suggestion, from_fixes, known_wrong_wordings
from lingotype.desk.review.texts import Paragraph, Waiting
from lingotype.desk.review.writing import typed
from lingotype.newsroom.models import ArticlePage
from lingotype.newsroom.rich_text import QUOTATION
from lingotype.translation.checks.base import Finding, Severity, Text, has_error
from lingotype.translation.checks.glossary import Glossary, TermPlace
from lingotype.translation.glossary.terms import terms_of
from lingotype.translation.memory import BEGUN
from lingotype.translation.models import Job, TermSuggestion
from lingotype.translation.recheck import Given, given_words, in_full, rejudge

_KINDS: Mapping[str, str | Promise] = {
    "title": gettext_lazy("Headline"),
    "dek": gettext_lazy("Dek"),
    "lead_image_alt": gettext_lazy("Picture, for those who cannot see it"),
    "lead_image_caption": gettext_lazy("Caption"),
    "heading": gettext_lazy("Heading"),
    "correction": gettext_lazy("Correction"),
    "image": gettext_lazy("Picture"),
    "picture": gettext_lazy("Picture"),
}


@dataclass(frozen=True, slots=True)
class QuotationLine:
    """A quotation of the paragraph, with the words that were said."""

    original: str
    lang: str
    speaker: str
    publication: str


@dataclass(frozen=True, slots=True)
class Card:
    """One paragraph, as the screen shows it."""

    paragraph: Paragraph
    kind: str | Promise
    source: Sequence[Run]
    target: Sequence[Run]
    findings: Sequence[Finding]
    suggestions: Sequence[Suggestion]
    terms: Sequence[TermPlace]
    quotations: Sequence[QuotationLine]
    difference: Difference
    approval: Approval | None
    comments: Sequence[Comment]
    typed: str
    note: str

    @property
    def has_error(self) -> bool:
        """Whether the checks are sure that something is wrong."""
        return has_error(self.findings) or not self.paragraph.is_valid


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the cards of a translation need besides its texts."""

    job: Job | None
    original: ArticlePage | None
    ground: Ground
    given: Mapping[int, Given]
    recorded: Mapping[tuple[str, str], Sequence[Finding]]
    approvals: Mapping[int, Approval]
    comments: Mapping[int, Sequence[Comment]]
    published: Texts
    last_source: Texts


def surroundings_of(waiting: Waiting) -> Surroundings:
    """All of it, in a number of queries that does not grow with the article."""
    pair, source = waiting.pair, waiting.translation.source
    original = ArticlePage.objects.filter(translation_key=source.object_id, locale=source.locale_id).first()
    if original is not None:
        original.locale = source.locale
    job = Job.objects.filter(article__translation_key=source.object_id, lang=pair.target).first()
    terms = terms_of(pair, original)
    corrected = TermSuggestion.objects.filter(source_lang=pair.source, target_lang=pair.target).order_by("-pk")
    ground = Ground(pair, terms, Glossary().with_terms(terms), known_wrong_wordings(corrected[:500] if terms else ()))
    given = given_words([one.segment for one in waiting.paragraphs], pair)
    return Surroundings(
        job=job,
        original=original,
        ground=ground,
        given={one.id: words for one, words in zip(waiting.paragraphs, given, strict=True)},
        recorded=_recorded(job),
        approvals=approvals_of(waiting),
        comments=comments_of(waiting),
        published=published_texts(waiting),
        last_source=last_source(waiting, original),
    )


def card(waiting: Waiting, paragraph: Paragraph, around: Surroundings) -> Card:
    """One paragraph with everything that is known about it. Asks no database."""
    given = around.given[paragraph.id]
    found = with_wrong_words(paragraph, findings_of(paragraph, around), given, around.ground)
    terms = list(
        around.ground.glossary.places(
            Text(paragraph.segment.html, waiting.pair.source), Text(paragraph.text, waiting.pair.target)
        )
    )
    links = [link for link, attrs in paragraph.segment.attrs.items() if attrs.get("linktype") == QUOTATION]
    marks = [*marks_of(found, of_source=True), *_term_marks(paragraph, terms, waiting.pair.source)]
    return Card(
        paragraph=paragraph,
        kind=_KINDS.get(paragraph.kind, ""),
        source=runs(paragraph.segment.html, marks, links),
        target=runs(paragraph.text, marks_of(found, of_source=False), links),
        findings=found,
        suggestions=from_fixes(paragraph, certain_fixes(paragraph, found, given, around.ground)),
        terms=terms,
        quotations=_quotations(waiting.page, paragraph),
        difference=difference(paragraph, around.published, around.last_source),
        approval=around.approvals.get(paragraph.id),
        comments=around.comments.get(paragraph.id, ()),
        typed=typed(paragraph.text),
        note=_note(paragraph),
    )


def findings_of(paragraph: Paragraph, around: Surroundings) -> list[Finding]:
    """What the checks say of the text as it stands now.

    What a machine made was judged when it was made, and that is on record; what a person wrote is judged now.
    """
    row, given, html = paragraph.row, around.given[paragraph.id], paragraph.segment.html
    if row is None:
        return list(around.recorded.get((html, ""), ()))
    if row.translation_type == row.TRANSLATION_TYPE_MANUAL:
        return rejudge(html, row.data, around.ground.pair, around.ground.terms, given)
    told = [*around.recorded.get((html, row.data), ()), *around.recorded.get((html, ""), ())]
    return [in_full(one, html, row.data, given) for one in told]


def _recorded(job: Job | None) -> dict[tuple[str, str], list[Finding]]:
    found: dict[tuple[str, str], list[Finding]] = {}
    for row in job.findings if job is not None else ():
        spans = [tuple(row[name]) if row.get(name) else None for name in ("source_span", "target_span")]
        finding = Finding(row["code"], Severity(row["severity"]), row["message"], *spans)
        found.setdefault((row.get("source", ""), row.get("translation", "")), []).append(finding)
    return found


def _term_marks(paragraph: Paragraph, terms: Sequence[TermPlace], lang: str) -> list[Mark]:
    text = Text(paragraph.segment.html, lang)
    return [
        Mark(text.html_span(*place.source_span), title=f"{place.written} → {wording(place)}", is_term=True)
        for place in terms
    ]


def wording(place: TermPlace) -> str:
    """What the newsroom has agreed to call it."""
    return place.written if place.term.never_translate else place.term.target


def _quotations(page: ArticlePage, paragraph: Paragraph) -> list[QuotationLine]:
    attributes = [attrs for attrs in paragraph.segment.attrs.values() if attrs.get("linktype") == QUOTATION]
    if not attributes:
        return []
    names = {block.value["id"]: block.value["publication"] for block in page.sources}
    return [
        QuotationLine(
            attrs.get("original", ""), attrs.get("lang", ""), attrs.get("speaker", ""),
            names.get(attrs.get("source", ""), ""),
        )
        for attrs in attributes
    ]  # fmt: skip


def _note(paragraph: Paragraph) -> str:
    row: Any = paragraph.row
    if row is None:
        return _("No translation yet")
    if row.has_error:
        return _("Not valid: {reason}").format(reason=row.get_error() or _("readers cannot be given this"))
    if row.tool_name == BEGUN:
        return _("Begun with a similar text’s translation; go through it")
    user = row.last_translated_by
    name = (user.get_full_name() or user.get_username()) if user else ""
    if row.translation_type == row.TRANSLATION_TYPE_MANUAL:
        return _("By {name}").format(name=name) if name else _("By people")
    if name:
        return _("By a machine ({engine}), reviewed by {name}").format(engine=row.tool_name, name=name)
    return _("By a machine ({engine})").format(engine=row.tool_name)
