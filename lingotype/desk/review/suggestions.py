"""What may stand in a paragraph's place, a key each: certain fixes first, then memory, then other engines."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from wagtail.models import PageLogEntry
from wagtail_localize.models import StringSegment, StringTranslation

from lingotype.desk.review.fixes import Fix
from lingotype.desk.review.history import EDIT
from lingotype.desk.review.texts import Paragraph, Waiting
from lingotype.desk.review.writing import typed
from lingotype.newsroom.models import ArticlePage
from lingotype.translation.checks.text import Text
from lingotype.translation.memory import finished_texts
from lingotype.translation.near.begin import fitting
from lingotype.translation.near.matches import Around, NearMatch, Wanted, is_by_person, near_matches
from lingotype.translation.word_changes import Change, changes

MOST = 9
"""There are as many keys."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One of them."""

    number: int
    label: str | Promise
    html: str
    is_begun: bool
    """Whether it was made for another text, and has to be gone through before readers get it."""
    changes: Sequence[Change]
    """From the present text to this one."""


@dataclass(frozen=True, slots=True)
class _Offer:
    label: str | Promise
    html: str
    is_begun: bool = False


def from_fixes(paragraph: Paragraph, fixes: Iterable[Fix]) -> list[Suggestion]:
    """The certain ones."""
    return _numbered(paragraph, [_Offer(fix.kind, fix.html) for fix in fixes], 0)


def from_memory(
    waiting: Waiting, paragraph: Paragraph, original: ArticlePage | None, log_rows: Iterable[PageLogEntry],
    fixes: Sequence[Suggestion],
) -> list[Suggestion]:  # fmt: skip
    """All others, numbered after the certain ones. Looks at memory: for one paragraph at a time."""
    twins = _twins(waiting, paragraph)
    people = [_Offer(_whose(row), row.data) for row in twins if is_by_person(row)]
    engines = [_Offer(_whose(row), row.data) for row in twins if not is_by_person(row)]
    offers = [*people, *_near(waiting, paragraph, original), *engines, *_earlier(paragraph, log_rows)]
    return _numbered(paragraph, offers, len(fixes), {fix.html for fix in fixes})


def _numbered(
    paragraph: Paragraph, offers: Iterable[_Offer], after: int, known: Iterable[str] = ()
) -> list[Suggestion]:
    before = Text(paragraph.text, "").plain
    # By what a person would see: a difference of spelling in the markup is none.
    seen = {typed(html) for html in known} | {typed(paragraph.text)}
    found: list[Suggestion] = []
    for offer in offers:
        if typed(offer.html) not in seen and after + len(found) < MOST:
            seen.add(typed(offer.html))
            number = after + len(found) + 1
            found.append(
                Suggestion(number, offer.label, offer.html, offer.is_begun, changes(before, Text(offer.html, "").plain))
            )
    return found


def _twins(waiting: Waiting, paragraph: Paragraph) -> list[StringTranslation]:
    """Translations of the very same text elsewhere, a person's first."""
    rows = finished_texts().filter(
        locale=waiting.translation.target_locale, translation_of=paragraph.segment.string_id
    ).exclude(context=paragraph.segment.context_id)  # fmt: skip
    newest = rows.select_related("last_translated_by").order_by("-updated_at")[:MOST]
    return sorted(newest, key=lambda row: not is_by_person(row))


def _near(waiting: Waiting, paragraph: Paragraph, original: ArticlePage | None) -> list[_Offer]:
    source, target = waiting.translation.source, waiting.translation.target_locale
    section = original.path[: -ArticlePage.steplen] if original is not None else ""
    wanted = Wanted(paragraph.segment.string_id, paragraph.segment.context_id, paragraph.segment.html)
    found = near_matches([wanted], Around(source.locale, target, source.object_id, section))
    segment = StringSegment.objects.select_related("string__locale").get(pk=paragraph.id)
    return [
        _Offer(_near_label(match), fitting(match.translation, segment, target.language_code), is_begun=True)
        for match in found.get(wanted, ())
    ]


def _near_label(match: NearMatch) -> str:
    if not match.made_by:
        return _("memory, {score} % the same").format(score=match.score)
    return _("memory, {score} % the same, by {name}").format(score=match.score, name=match.made_by)


def _whose(row: Any) -> str:
    if not is_by_person(row):
        return _("the same text by {engine}").format(engine=row.tool_name or _("a machine"))
    user = row.last_translated_by
    if user is None:
        return _("the same text by people")
    return _("the same text by {name}").format(name=user.get_full_name() or user.get_username())


def _earlier(paragraph: Paragraph, log_rows: Iterable[PageLogEntry]) -> list[_Offer]:
    """What engines had said before people changed it."""
    return [
        _Offer(_("as {engine} had it").format(engine=row.data["engine"]), row.data["before"])
        for row in log_rows
        if row.action == EDIT and row.data.get("string") == paragraph.segment.string_id and row.data.get("engine")
    ]


def known_wrong_wordings(rows: Iterable[Any]) -> Mapping[str, Sequence[str]]:
    """What machines had said where people corrected a word, by the source's word in lower case."""
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row.source.lower(), []).append(row.before)
    return found
