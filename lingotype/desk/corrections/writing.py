"""Writing a correction: it is public at once, and no draft goes out with it."""

from datetime import date
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from lingotype.newsroom.models import ArticlePage, MadeBy
from lingotype.translation.wanted import hasten, return_to_people

ACTION = "lingotype.correct"
"""In Wagtail's history of the page."""


class CannotCorrectError(Exception):
    """This page takes no correction: it is a machine's translation, or readers do not see it."""


def correct(page: ArticlePage, day: date, text: str, by: Any, block: str = "") -> str:
    """Put a dated correction on a public page and publish it at once, in that user's name. Returns the block's id.

    On an original, every other language is asked for before everything else that waits. A page that people translated
    takes a correction in its own words: `block` is then the id that it has on the original. What stands in an
    unpublished draft stays there, with the correction beside it. All of it happens, or nothing.

    Raises `CannotCorrectError`.
    """
    with transaction.atomic():
        live: ArticlePage = ArticlePage.objects.select_for_update(of=("self",)).get(pk=page.pk)
        if not live.live or live.made_by not in (MadeBy.ORIGINAL, MadeBy.PEOPLE):
            raise CannotCorrectError
        block = block or str(uuid4())
        draft = live.latest_revision if live.has_unpublished_changes else None
        _publish(live, _raw(day, text, block), by)
        if draft is not None:
            _add_to_draft(draft.as_object(), _raw(day, text, block), by)
        log(instance=live, action=ACTION, user=by, data={"block": block, "text": text})
        if live.is_original:
            hasten(live)
        else:
            return_to_people(live)
    return block


def _raw(day: date, text: str, block: str) -> dict[str, Any]:
    return {"type": "correction", "value": {"date": day.isoformat(), "text": text}, "id": block}


def _publish(live: ArticlePage, correction: dict[str, Any], by: Any) -> None:
    _add(live, correction)
    # The revision bears nobody's name: publishing one's own words in a translation is no review of the rest of it.
    live.save_revision(user=by if live.is_original else None, clean=False).publish(user=by)


def _add_to_draft(draft: ArticlePage, correction: dict[str, Any], by: Any) -> None:
    _add(draft, correction)
    draft.save_revision(user=by, clean=False)


def _add(page: ArticlePage, correction: dict[str, Any]) -> None:
    field = page._meta.get_field("corrections")
    kept = [dict(block) for block in page.corrections.raw_data if block.get("id") != correction["id"]]
    page.corrections = field.to_python([*kept, correction])
    page.updated_at = timezone.now()  # feeds tell their readers by this
