"""Rich text in templates."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from lingotype.newsroom import rich_text
from lingotype.newsroom.models import ArticlePage

register = template.Library()


@register.filter
def reader_html(value: object, page: object) -> SafeString:
    """`{{ value|reader_html:page }}`: rich text of an article for its readers."""
    html = str(getattr(value, "source", value))
    if not isinstance(page, ArticlePage):
        return mark_safe(rich_text.reader_html(html, "", {}))
    return mark_safe(rich_text.reader_html(html, page.lang, page.source_addresses))


@register.filter
def is_verbatim(value: object, page: object) -> bool:
    """`{% if value|is_verbatim:page %}`: whether this block of an article stands in the very words that were said."""
    return isinstance(page, ArticlePage) and rich_text.is_verbatim(str(getattr(value, "source", value)), page.lang)
