"""What the desk adds to Wagtail's history of a page, in words."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from lingotype.desk.corrections.writing import ACTION
from lingotype.desk.reports.settling import CORRECTED, REJECTED, REOPENED


def register(actions: Any) -> None:
    """Give the actions their words."""
    actions.register_action(ACTION, _("Write a correction"), _("Correction written"))
    actions.register_action(CORRECTED, _("Resolve a reader’s report"), _("Reader’s report resolved"))
    actions.register_action(REJECTED, _("Reject a reader’s report"), _("Reader’s report rejected"))
    actions.register_action(REOPENED, _("Open a reader’s report again"), _("Reader’s report opened again"))
