"""The doors from a translation's editor: to its review, and to the similar translations that memory holds."""

from collections.abc import Mapping
from typing import Any

from django import template
from wagtail_localize.models import Translation

register = template.Library()


@register.inclusion_tag("desk/memory_door.html", takes_context=True)
def memory_door(context: Mapping[str, Any], translation: Translation) -> dict[str, Any]:
    """Links; the pages behind them look, so that opening the editor of a long article costs nothing for them."""
    match = context["request"].resolver_match
    return {"translation": translation, "page_id": match.kwargs.get("page_id") if match is not None else None}
