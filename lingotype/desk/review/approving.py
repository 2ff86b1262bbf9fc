"""Approving: a person stands by a paragraph, or by all of them, exactly as they have seen them."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from lingotype.desk.models import Approval
from lingotype.desk.review.editing import ChangedMeanwhileError, RefusedTextError
from lingotype.desk.review.history import APPROVE, APPROVE_ALL, TAKE_BACK, note
from lingotype.desk.review.texts import Paragraph, Waiting, waiting_of
from lingotype.translation.publish_edited import UnfinishedError, lock_job


def approvals_of(waiting: Waiting) -> dict[int, Approval]:
    """The approvals that still count, by the paragraph's id: of this very source and this very text. One query."""
    rows = Approval.objects.filter(page=waiting.page.pk).select_related("approved_by")
    known = {(row.context_id, row.string_id): row for row in rows}
    return {
        one.id: known[one.key]
        for one in waiting.paragraphs
        if one.key in known and known[one.key].version == one.version and one.is_valid
    }


def approve(waiting: Waiting, number: int, version: str, user: Any) -> Waiting:
    """Approve one paragraph. Raises `ChangedMeanwhileError`, and `RefusedTextError` when it has no valid text."""
    with transaction.atomic():
        now, paragraph = _locked(waiting, number, version)
        _refuse_invalid([paragraph])
        _write(now, [paragraph], user)
        note(now.page, APPROVE, user, paragraph)
    return now


def take_back(waiting: Waiting, number: int, version: str, user: Any) -> Waiting:
    """Approve it no longer. Raises `ChangedMeanwhileError`."""
    with transaction.atomic():
        now, paragraph = _locked(waiting, number, version)
        context, string = paragraph.key
        if Approval.objects.filter(page=now.page.pk, context=context, string=string).delete()[0]:
            note(now.page, TAKE_BACK, user, paragraph)
    return now


def approve_all(waiting: Waiting, versions: Mapping[str, str], user: Any) -> Waiting:
    """Approve every paragraph, each as it was seen. Raises as `approve` does, before anything is written."""
    with transaction.atomic():
        now = seen(waiting, versions)
        _refuse_invalid(now.paragraphs)
        approved = approvals_of(now)
        missing = [one for one in now.paragraphs if one.id not in approved]
        if missing:
            _write(now, missing, user)
            note(now.page, APPROVE_ALL, user, count=len(missing))
    return now


def seen(waiting: Waiting, versions: Mapping[str, str]) -> Waiting:
    """The texts as they stand now, which are those that were seen; nobody changes them before the transaction ends.

    Raises `ChangedMeanwhileError` with the first one that is another.
    """
    lock_job(waiting.translation)
    now = waiting_of(waiting.page, waiting.translation)
    for one in now.paragraphs:
        if versions.get(str(one.id)) != one.version:
            raise ChangedMeanwhileError(now, one)
    return now


def _locked(waiting: Waiting, number: int, version: str) -> tuple[Waiting, Paragraph]:
    lock_job(waiting.translation)
    now = waiting_of(waiting.page, waiting.translation)
    paragraph = now.paragraph(number)
    if paragraph is None or paragraph.version != version:
        raise ChangedMeanwhileError(now, paragraph)
    return now, paragraph


def _refuse_invalid(paragraphs: Iterable[Paragraph]) -> None:
    invalid = [one.segment.html for one in paragraphs if not one.is_valid]
    if invalid:
        raise RefusedTextError(str(UnfinishedError(invalid)))


def _write(waiting: Waiting, paragraphs: Iterable[Paragraph], user: Any) -> None:
    Approval.objects.bulk_create(
        [
            Approval(
                page=waiting.page, context_id=one.segment.context_id, string_id=one.segment.string_id,
                version=one.version, approved_by=user, approved_at=timezone.now(),
            )
            for one in paragraphs
        ],
        update_conflicts=True,
        unique_fields=["page", "context", "string"],
        update_fields=["version", "approved_by", "approved_at"],
    )  # fmt: skip
