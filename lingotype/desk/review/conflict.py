"""When somebody was faster: both versions, for the second one to choose from. Nothing is written before they do."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from lingotype.desk.review.door import is_script
from lingotype.desk.review.editing import ChangedMeanwhileError
from lingotype.desk.review.texts import Paragraph
from lingotype.desk.review.writing import typed
from lingotype.language.facts import LANGUAGES
from lingotype.translation.checks.text import Text
from lingotype.translation.word_changes import Change, changes


@dataclass(frozen=True, slots=True)
class Conflict:
    """One paragraph in two versions."""

    paragraph: Paragraph | None
    """As it stands; None when its source has left the article."""
    mine: str
    """As the second one would have it, as they typed it; empty when they only approved."""
    theirs: str
    who: str
    when: Any
    changes: Sequence[Change]
    """From theirs to mine."""


def in_conflict(request: HttpRequest, error: ChangedMeanwhileError, mine: str) -> HttpResponse:
    """Answer 409 with both."""
    found = error.paragraph
    row = found.row if found is not None else None
    user = row.last_translated_by if row is not None else None
    theirs = found.text if found is not None else ""
    conflict = Conflict(
        found, typed(mine), typed(theirs), (user.get_full_name() or user.get_username()) if user else "",
        row.updated_at if row is not None else None,
        changes(Text(theirs, "").plain, Text(mine, "").plain) if mine else (),
    )  # fmt: skip
    context = {
        "conflict": conflict, "page": error.waiting.page, "target": LANGUAGES[error.waiting.pair.target],
        "header_title": _("Review"), "header_icon": "warning",
    }  # fmt: skip
    if not is_script(request):
        return render(request, "desk/review/conflict_page.html", context, status=409)
    answer = {
        "message": _("Somebody else has changed this paragraph meanwhile. Nothing was written."),
        "version": found.version if found is not None else "",
        "html": render_to_string("desk/review/conflict.html", context, request),
    }
    return JsonResponse(answer, status=409)
