"""Rich text in templates."""

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from lingotype.newsroom import rich_text
from lingotype.newsroom.models import ArticlePage
from lingotype.newsroom.paragraphs import key_of, with_marks

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


@register.simple_tag(takes_context=True)
def with_report_links(context: Context, html: str) -> SafeString:
    """A block's rich text, with a link at the end of each paragraph to the form for a report about it.

    As it is where the page takes no reports: an original, a draft, a copy of the site.
    """
    return mark_safe(with_marks(html, lambda number: report_link(context, number)))


@register.simple_tag(takes_context=True)
def report_link(context: Context, number: int = 0) -> str:
    """The link to the form for a report about a paragraph of the block at hand; its words come from the theme."""
    story, block = context.get("story"), str(getattr(context.get("block"), "id", None) or "")
    if story is None or not block or not getattr(story, "has_form", False):
        return ""
    # No text of its own: what readers copy, print or find by a search engine is the article and nothing else.
    link = '<a class="flaw" rel="nofollow" href="{}?p={}" aria-label="{}"></a>'
    return format_html(link, story.report_url, key_of(block, number), context.get("report_words", ""))
