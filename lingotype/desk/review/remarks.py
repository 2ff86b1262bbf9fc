"""Comments on a paragraph: Wagtail's own, with the text that they are about beside the field's path."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Comment

from lingotype.desk.review.editing import RefusedTextError
from lingotype.desk.review.texts import Paragraph, Waiting

_LONGEST = 2_000


def comments_of(waiting: Waiting) -> dict[int, list[Comment]]:
    """The open comments by the paragraph's id, the oldest first. One query.

    A block may have several paragraphs: a comment whose text has changed stays at its block's first one.
    """
    found: defaultdict[int, list[Comment]] = defaultdict(list)
    for row in Comment.objects.filter(page=waiting.page.pk, resolved_at=None).select_related("user").order_by("pk"):
        place = _place(row, waiting.paragraphs)
        if place is not None:
            found[place.id].append(row)
    return found


def comment(waiting: Waiting, paragraph: Paragraph, text: str, user: Any) -> None:
    """Write one. Raises `RefusedTextError`."""
    words = text.strip()
    if not words or len(words) > _LONGEST or "\0" in words:
        raise RefusedTextError(_("a comment has between 1 and {most} characters").format(most=_LONGEST))
    with transaction.atomic():
        row = Comment(
            page=waiting.page, user=user, text=words, contentpath=paragraph.segment.path,
            position=str(paragraph.segment.string_id),
        )  # fmt: skip
        row.save(update_position=True)
        row.log_create(user=user)


def resolve(waiting: Waiting, number: int, user: Any) -> None:
    """Close one; it is kept, and in Wagtail's log."""
    row = Comment.objects.filter(pk=number, page=waiting.page.pk, resolved_at=None).first()
    if row is not None:
        with transaction.atomic():
            # Not by `save`: Wagtail's own takes no names of fields.
            Comment.objects.filter(pk=row.pk).update(resolved_at=timezone.now(), resolved_by=user)
            row.log_resolve(user=user)


def _place(row: Comment, paragraphs: Sequence[Paragraph]) -> Paragraph | None:
    there = [one for one in paragraphs if one.segment.path == row.contentpath]
    own = (one for one in there if str(one.segment.string_id) == row.position)
    return next(own, there[0] if there else None)
