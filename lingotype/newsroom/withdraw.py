"""Taking an article off: in every language at once, so that no translation outlives its original."""

from typing import Any

from django.db import transaction
from wagtail.models import Page

from lingotype.newsroom.models import ArticlePage, MadeBy
from lingotype.newsroom.signals import article_withdrawn


def withdraw(article: ArticlePage, *, by: Any = None) -> list[ArticlePage]:
    """Take an original off in every language: all of it, or nothing. Returns the pages that readers lost.

    `by` is the user who asked, for Wagtail's history. Does nothing more when nothing of it is public.
    """
    with transaction.atomic():
        public = list(_versions(article).select_related("locale"))
        if article.live:
            article.unpublish(user=by)  # the translations go with it: see `follow_off`
        else:
            _take_translations_off(article, by)
    return public


def follow_off(
    instance: Page, *, created: bool = False, raw: bool = False, update_fields: Any = None, **_signal: Any
) -> None:
    """When an original is saved as not public, its translations follow in the same transaction.

    Connected to the saving of pages, which every way of unpublishing ends in: the editor's button, a list of pages,
    an expiry date, a command.
    """
    is_about_live = update_fields is None or "live" in update_fields
    if raw or created or instance.live or not is_about_live:
        return
    page = instance.specific
    if isinstance(page, ArticlePage) and page.is_original:
        _take_translations_off(page)


def follow_away(instance: ArticlePage, **_signal: Any) -> None:
    """Before an original is deleted, in the same transaction, its translations are taken off.

    What machines made goes with it, so that its addresses are free; what people translated stays as a draft.
    """
    if instance.is_original:
        _take_translations_off(instance)
        by_machine = (MadeBy.MACHINE, MadeBy.MACHINE_REVIEWED)
        for page in ArticlePage.objects.filter(translation_key=instance.translation_key, made_by__in=by_machine):
            page.delete()


def _take_translations_off(original: ArticlePage, by: Any = None) -> None:
    for page in _versions(original).exclude(pk=original.pk):
        page.unpublish(user=by)
    article_withdrawn.send(sender=ArticlePage, article=original)


def _versions(article: ArticlePage) -> Any:
    return ArticlePage.objects.live().filter(translation_key=article.translation_key)


def original_at(lang: str, slug: str) -> ArticlePage | None:
    """The original of the article that has this slug in this language; None when there is no such article."""
    found = ArticlePage.objects.filter(locale__language_code=lang, slug=slug).first()
    if found is None or found.is_original:
        return found
    return ArticlePage.objects.filter(translation_key=found.translation_key, made_by=MadeBy.ORIGINAL).first()
