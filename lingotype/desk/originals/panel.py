"""In the article's editor, below its sources: the way to the screen that finds the originals."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from lingotype.importing.models import SourceText, TextState


class OriginalsPanel(Panel):
    """A line and a link; on originals only."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "desk/originals/panel.html"

        def is_shown(self) -> bool:
            """Whether this is an article that is written here and stands in the database."""
            return bool(super().is_shown() and self.instance.pk and self.instance.is_original)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """How many of the article's sources have been read."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            read = SourceText.objects.filter(article_id=self.instance.pk, state=TextState.READY).count()
            return {**context, "article": self.instance, "read": read}


def with_originals(panels: Sequence[Any]) -> list[Any]:
    """The article's panels with ours behind that of its sources."""
    at = next(number for number, panel in enumerate(panels) if getattr(panel, "field_name", "") == "sources") + 1
    return [*panels[:at], OriginalsPanel(heading=_("Originals of the quotations")), *panels[at:]]
