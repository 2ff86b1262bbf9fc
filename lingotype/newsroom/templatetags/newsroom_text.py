"""Rich text in templates."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from lingotype.newsroom.models import ArticlePage
from lingotype.newsroom.rich_text import reader_html as to_reader_html

register = template.Library()


@register.filter
def reader_html(value: object, page: object) -> SafeString:
    """`{{ value|reader_html:page }}`: rich text of an article for its readers."""
    html = str(getattr(value, "source", value))
    if not isinstance(page, ArticlePage):
        return mark_safe(to_reader_html(html, "", {}))
    return mark_safe(to_reader_html(html, page.lang, page.source_addresses))
