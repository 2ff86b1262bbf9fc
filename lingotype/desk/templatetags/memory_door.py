"""The door from a translation's editor to the similar translations that memory holds."""

from typing import Any

from django import template
from wagtail_localize.models import Translation

register = template.Library()


@register.inclusion_tag("desk/memory_door.html")
def memory_door(translation: Translation) -> dict[str, Any]:
    """A link; the page behind it looks, so that opening the editor of a long article costs nothing for it."""
    return {"translation": translation}
