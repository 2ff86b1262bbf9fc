"""One kind of page."""

from typing import ClassVar

from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Page


class PlainArticle(Page):
    """A title and paragraphs."""

    body = StreamField([("paragraph", blocks.RichTextBlock())])
    template = "plain_article.html"
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
