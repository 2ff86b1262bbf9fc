"""Making the translated article: Wagtail's own copy, revision and publish actions, in one transaction with the job."""

import json
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.models import SegmentOverride, StringTranslation, Translation
from wagtail_localize.segments import OverridableSegmentValue, StringSegmentValue
from wagtail_localize.segments.ingest import ingest_segments
from wagtail_localize.strings import StringValue

from lingotype.newsroom.indexing import indexed_once
from lingotype.newsroom.models import ArticlePage, MadeBy
from lingotype.newsroom.models.article import LONGEST_TITLE
from lingotype.newsroom.places import section_in
from lingotype.newsroom.slugs import free_slug
from lingotype.translation.leases import LeaseLostError, finish
from lingotype.translation.models import Job, State
from lingotype.translation.pinning import remember_quoted
from lingotype.translation.proposals import Origin, Proposal, Work

_LISTS = ("tags", "editions")
"""Relations of which wagtail-localize copies every change but the last one: to nothing at all."""


def publish(job: Job, article: ArticlePage, work: Work) -> ArticlePage:
    """Put the translated article before readers. All of it happens, or nothing.

    `article` is used up: its body becomes the translation's. Raises `LeaseLostError`.
    """
    with transaction.atomic(), indexed_once() as pages:
        finish(job, State(job.made_state))
        _still_public(job)
        remember(work)
        page = _translated(article, work)
        page.save_revision(clean=False).publish()
        pages.append(page)
    return page


def hold(job: Job, article: ArticlePage, work: Work) -> None:
    """Keep the translation for the desk as a draft; what readers see stays as it is. Raises `LeaseLostError`."""
    with transaction.atomic(), indexed_once() as pages:
        finish(job, State.HELD)
        _still_public(job)
        remember(work)
        page = _translated(article, work)
        page.save_revision(clean=False)
        if not page.live:  # what readers search is what they can read
            pages.append(page)


def bring_back(job: Job, page: ArticlePage) -> None:
    """Put a translation that was withdrawn with its original before readers again, as it stood.

    Raises `LeaseLostError`.
    """
    with transaction.atomic():
        finish(job, State(job.made_state))
        _still_public(job)
        page.save_revision(clean=False).publish()


def _still_public(job: Job) -> None:
    # Locked: a withdrawal that is under way is waited for, and one that comes later finds this translation.
    public = Page.objects.select_for_update().filter(pk=job.article_id, live=True)
    if not list(public.values_list("pk", flat=True)):
        raise LeaseLostError(f"{job}: its article was withdrawn")


def remember(work: Work) -> None:
    """Write the new translations where the editor shows them. A row that a person wrote meanwhile stays."""
    remember_quoted(work)
    new = [proposal for proposal in work.proposals if proposal.is_new and proposal.html is not None]
    rows = [_row(work, proposal) for proposal in new if proposal.row_id is None]
    unique = {(row.translation_of_id, row.context_id): row for row in rows}
    StringTranslation.objects.bulk_create(unique.values(), ignore_conflicts=True)
    machine = StringTranslation.objects.filter(translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE)
    for proposal in new:
        if proposal.row_id is not None:
            machine.filter(pk=proposal.row_id).update(
                data=proposal.html, tool_name=proposal.engine, last_translated_by=None, updated_at=timezone.now()
            )
    known = Translation.objects.filter(source=work.texts.source, target_locale=work.target_locale)
    if not known.update(enabled=True, translations_last_updated_at=timezone.now()):
        Translation.objects.create(source=work.texts.source, target_locale=work.target_locale)


def _row(work: Work, proposal: Proposal) -> StringTranslation:
    by_people = proposal.origin is Origin.MANUAL
    return StringTranslation(
        translation_of_id=proposal.segment.string_id,
        locale=work.target_locale,
        context_id=proposal.segment.context_id,
        data=proposal.html or "",
        translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL
        if by_people
        else StringTranslation.TRANSLATION_TYPE_MACHINE,
        tool_name=proposal.engine,
    )


def _translated(article: ArticlePage, work: Work) -> ArticlePage:
    """The article's page in the target language, filled; a new one stands in the tree, not public yet."""
    target_locale = work.target_locale
    page = translation_of(article, target_locale)
    is_new = page is None
    if page is None:
        page = ArticlePage(locale=target_locale, translation_key=article.translation_key, live=False)
    copy_synchronised_fields(article, page)
    for name in _LISTS:
        if not getattr(article, name).all():
            setattr(page, name, [])
    overrides = {} if is_new else _overrides(work)
    ingest_segments(article, page, article.locale, target_locale, _values(work, overrides))
    page.title = page.title[:LONGEST_TITLE] or article.title  # held, but its draft has to fit
    _say_how_it_was_made(page, work, timezone.now())
    if page.first_published_at is None:
        page.slug = free_slug(page.title, work.pair.target, target_locale, page)
    if is_new:
        section_in(article, target_locale).add_child(instance=page)
    return page


def translation_of(article: ArticlePage, locale: Locale) -> ArticlePage | None:
    """The article's page in that language, public or not; None when there is none."""
    found: ArticlePage | None = ArticlePage.objects.filter(
        translation_key=article.translation_key, locale=locale
    ).first()
    if found is not None:
        found.locale = locale  # known already: not read again
    return found


def _overrides(work: Work) -> dict[str, Any]:
    """What people have put in the place of links for this language, by path."""
    if not any(isinstance(value, OverridableSegmentValue) for value in work.texts.values):
        return {}
    rows = SegmentOverride.objects.filter(
        locale=work.target_locale, context__object_id=work.texts.source.object_id, has_error=False
    )
    return {path: json.loads(data) for path, data in rows.values_list("context__path", "data_json")}


def _values(work: Work, overrides: dict[str, Any]) -> list[Any]:
    """Everything extracted, with the translations in place of the strings, and people's own links in theirs."""
    translated = iter(work.proposals)
    values = []
    for value in work.texts.values:
        if isinstance(value, StringSegmentValue):
            string = StringValue(next(translated).html)
            values.append(StringSegmentValue(value.path, string, attrs=value.attrs, order=value.order))
        elif not isinstance(value, OverridableSegmentValue):
            values.append(value)
        elif value.path in overrides:  # every other link stays as it is
            values.append(OverridableSegmentValue(value.path, overrides[value.path], order=value.order))
    return values


def _say_how_it_was_made(page: ArticlePage, work: Work, now: datetime) -> None:
    if work.is_all_by_people:
        page.made_by = MadeBy.MACHINE_REVIEWED if page.reviewed_by else MadeBy.PEOPLE
        return
    if page.made_by == MadeBy.ORIGINAL or any(row.is_new and row.is_by_machine for row in work.proposals):
        page.made_by, page.reviewed_by = MadeBy.MACHINE, ""
        page.engine = work.engine or next((row.engine for row in work.proposals if row.engine), "")
        page.translated_at = now
