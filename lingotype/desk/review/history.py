"""Who did what when, in Wagtail's log: one entry a sitting, however often the text was saved by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.log_actions import LogActionRegistry, LogFormatter, log
from wagtail.models import PageLogEntry

from lingotype.desk.review.texts import Paragraph, Waiting
from lingotype.newsroom.models import ArticlePage
from lingotype.translation.checks.text import Text

EDIT, APPROVE, TAKE_BACK = "lingotype.review.edit", "lingotype.review.approve", "lingotype.review.take_back"
APPROVE_ALL, PUBLISH = "lingotype.review.approve_all", "lingotype.review.publish"
SITTING = timedelta(minutes=10)
"""Changes of one paragraph by one person that follow each other within this time are one entry."""
MOST = 40
"""Entries that the screen shows."""
_START = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the history."""

    who: str
    when: Any
    what: str


def note(page: ArticlePage, action: str, user: Any, paragraph: Paragraph | None = None, **data: Any) -> None:
    """Write an entry into Wagtail's log of the page."""
    if paragraph is not None:
        data = {"string": paragraph.segment.string_id, "start": start(paragraph.segment.html), **data}
    log(instance=page, action=action, user=user, data=data)


def note_edit(waiting: Waiting, paragraph: Paragraph, after: str, user: Any) -> None:
    """Note what a person has changed, from what stood there when they began."""
    sitting = _sitting(waiting.page, paragraph, user)
    if sitting is not None:
        sitting.data = {**sitting.data, "after": after}
        sitting.timestamp = timezone.now()
        sitting.save(update_fields=["data", "timestamp"])
        return
    row = paragraph.row
    engine = row.tool_name if row is not None and row.translation_type == row.TRANSLATION_TYPE_MACHINE else ""
    note(waiting.page, EDIT, user, paragraph, before=paragraph.text, after=after, engine=engine)


def sitting_began_with(page: ArticlePage, paragraph: Paragraph, user: Any) -> str:
    """What stood in the paragraph before this person began to change it; empty where they have not."""
    sitting = _sitting(page, paragraph, user)
    return str(sitting.data.get("before", "")) if sitting is not None else ""


def log_of(page: ArticlePage) -> list[PageLogEntry]:
    """The newest entries of the page first. One query."""
    rows = PageLogEntry.objects.filter(page=page.pk).exclude(action="wagtail.edit").select_related("user")
    return list(rows.order_by("-timestamp", "-pk")[:MOST])


def entries(log_rows: Sequence[PageLogEntry]) -> list[Entry]:
    """The log in words."""
    return [Entry(row.user_display_name, row.timestamp, str(row.message)) for row in log_rows]


def start(html: str) -> str:
    """The beginning of a text, without markup."""
    plain = Text(html, "").plain.strip()
    return plain if len(plain) <= _START else plain[:_START].rsplit(" ", 1)[0] + "…"


def _sitting(page: ArticlePage, paragraph: Paragraph, user: Any) -> PageLogEntry | None:
    rows = PageLogEntry.objects.filter(page=page.pk, action=EDIT, timestamp__gte=timezone.now() - SITTING)
    last = next((row for row in rows.order_by("-timestamp", "-pk")[:MOST] if _is_about(row, paragraph)), None)
    return last if last is not None and last.user_id == user.pk else None


def _is_about(row: PageLogEntry, paragraph: Paragraph) -> bool:
    return bool(row.data.get("string") == paragraph.segment.string_id)


def register(actions: LogActionRegistry) -> None:
    """Tell Wagtail's log what our entries mean."""

    @actions.register_action(EDIT)
    class Edit(LogFormatter):
        label = gettext_lazy("Edit a paragraph in review")

        def format_message(self, log_entry: PageLogEntry) -> str:
            return _("Changed “{text}”").format(text=log_entry.data.get("start", ""))

    @actions.register_action(APPROVE)
    class Approve(LogFormatter):
        label = gettext_lazy("Approve a paragraph")

        def format_message(self, log_entry: PageLogEntry) -> str:
            return _("Approved “{text}”").format(text=log_entry.data.get("start", ""))

    @actions.register_action(TAKE_BACK)
    class TakeBack(LogFormatter):
        label = gettext_lazy("Take back an approval")

        def format_message(self, log_entry: PageLogEntry) -> str:
            return _("Took back the approval of “{text}”").format(text=log_entry.data.get("start", ""))

    @actions.register_action(APPROVE_ALL)
    class ApproveAll(LogFormatter):
        label = gettext_lazy("Approve a whole translation")

        def format_message(self, log_entry: PageLogEntry) -> str:
            count = int(log_entry.data.get("count", 0))
            return ngettext("Approved {count} paragraph", "Approved {count} paragraphs", count).format(count=count)

    @actions.register_action(PUBLISH)
    class Publish(LogFormatter):
        label = gettext_lazy("Publish a reviewed translation")

        def format_message(self, log_entry: PageLogEntry) -> str:
            count = len(log_entry.data.get("changed", ()))
            said = ngettext(
                "Reviewed and published; {count} text changed for readers",
                "Reviewed and published; {count} texts changed for readers",
                count,
            )
            return said.format(count=count)
