"""On the first page of the desk: what happened since yesterday and is still so. Nothing is lost without e-mail."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component

from lingotype.desk.models import Kind, Notice
from lingotype.desk.notices.choices import Ears, ears_of
from lingotype.desk.notices.standing import heading, still_so

SINCE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Line:
    """“12 translations are held”, and where they are."""

    kind: str
    words: str
    url: str


def lines_for(ears: Ears) -> list[Line]:
    """Of each kind that this person may hear of, how many there are since yesterday. One query for each kind."""
    since = Notice.objects.filter(made_at__gt=timezone.now() - SINCE)
    found = []
    for kind in ears.kinds:
        notices = since.filter(kind=kind)
        if kind != Kind.BUDGET:
            notices = notices.filter(lang__in=ears.languages)
        if count := still_so(kind, notices):
            found.append(Line(kind.value, heading(kind, count), _address(kind)))
    return found


def _address(kind: Kind) -> str:
    board = reverse("desk_board")
    return {
        Kind.HELD: f"{board}?state=held", Kind.FAILED: f"{board}?state=failed", Kind.REPORT: reverse("desk_reports"),
        Kind.BUDGET: reverse("desk_pairs"),
    }[kind]  # fmt: skip


class SinceYesterday(Component):
    """The panel."""

    name = "desk_since_yesterday"
    template_name = "desk/notices/home.html"
    order = 90

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """The lines for whoever looks."""
        return {"lines": lines_for(ears_of(parent_context["request"].user))}


def add_panel(request: HttpRequest, panels: list[Component]) -> None:
    """Above Wagtail's own."""
    panels.append(SinceYesterday())
