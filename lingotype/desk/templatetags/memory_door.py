"""The door from a translation's editor to the similar translations that memory holds."""

from typing import Any

from django import template
from wagtail_localize.models import Translation

from lingotype.desk.similar_translations import rows_of

register = template.Library()


@register.inclusion_tag("desk/memory_door.html")
def memory_door(translation: Translation) -> dict[str, Any]:
    """A link with the number of texts that have similar ones; nothing where there are none."""
    return {"translation": translation, "count": len(rows_of(translation))}
