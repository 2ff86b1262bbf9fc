"""Publishing what was reviewed: every paragraph approved, exactly as this person has seen it."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import ngettext

from lingotype.desk.review.approving import approvals_of, seen
from lingotype.desk.review.differences import published_texts
from lingotype.desk.review.history import PUBLISH, note
from lingotype.desk.review.texts import Waiting
from lingotype.newsroom.models import ArticlePage
from lingotype.translation.publish_edited import CannotPublishError, publish_edited


class NotApprovedError(CannotPublishError):
    """Nobody has approved some of the paragraphs yet."""

    def __init__(self, count: int) -> None:
        said = ngettext(
            "{count} paragraph is not approved yet: approve it, or all of them at once",
            "{count} paragraphs are not approved yet: approve them one by one, or all at once",
            count,
        )
        super().__init__(said.format(count=count))


def publish_reviewed(waiting: Waiting, versions: Mapping[str, str], user: Any) -> ArticlePage:
    """Put the translation before readers as a person's review: who, when and what changed is on record.

    Raises `ChangedMeanwhileError` when it is not what this person has seen, `CannotPublishError` and Django's
    `ValidationError`.
    """
    invalid = None
    with transaction.atomic():
        now = seen(waiting, versions)
        if missing := len(now.paragraphs) - len(approvals_of(now)):
            raise NotApprovedError(missing)
        changed = _changed(now)
        try:
            page = publish_edited(now.translation, user)
        except ValidationError as error:  # raised again once the marks on the wrong texts are kept
            invalid = error
        else:
            note(page, PUBLISH, user, changed=changed)
    if invalid is not None:
        raise invalid
    return page


def _changed(waiting: Waiting) -> list[dict[str, Any]]:
    """Each text that readers will see in other words, as it was and as it is."""
    before = published_texts(waiting)
    return [
        {"string": one.segment.string_id, "before": before.get(one.id, ""), "after": one.text}
        for one in waiting.paragraphs
        if before.get(one.id) != one.text
    ]
