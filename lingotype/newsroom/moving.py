"""An article that moves to another section takes its translations along; their old addresses redirect."""

from typing import Any

from wagtail.models import Page

from lingotype.newsroom.models import ArticlePage
from lingotype.newsroom.places import section_in


def follow_move(instance: Page, parent_page_before: Page, parent_page_after: Page, **_signal: Any) -> None:
    """After an original has moved, move each of its translations to the same section of its own language."""
    page = instance.specific
    if parent_page_before.pk == parent_page_after.pk or not isinstance(page, ArticlePage) or not page.is_original:
        return
    others = ArticlePage.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk)
    for translation in others.select_related("locale"):
        section = section_in(page, translation.locale)
        if not translation.is_child_of(section):
            translation.move(section, pos="last-child")
