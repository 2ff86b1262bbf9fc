"""What the desk does when Wagtail tells that a page was published or taken off by a person."""

from typing import Any

from wagtail.models import Page, Revision

from lingotype.desk.languages.figures import count_report
from lingotype.newsroom.models import ArticlePage, MadeBy, ReaderReport
from lingotype.translation.review import review, take_off


def page_published(instance: Page, revision: Revision | None = None, **_signal: Any) -> None:
    """A translation that went out in a person's name is reviewed by them. Workers publish in nobody's name."""
    user = revision.user if revision is not None else None
    if user is not None and _is_translation(instance):
        review(instance, user)


def reader_reported(instance: ReaderReport, created: bool = False, raw: bool = False, **_signal: Any) -> None:
    """A reader's report about a machine's work counts for its pair, also when it is thrown away later."""
    if created and not raw:
        count_report(instance.page)


def page_unpublished(instance: Page, **_signal: Any) -> None:
    """A translation that went off while its original stays was taken off on purpose."""
    if not _is_translation(instance):
        return
    originals = ArticlePage.objects.live().filter(made_by=MadeBy.ORIGINAL)
    if originals.filter(translation_key=instance.translation_key).exists():
        take_off(instance)


def _is_translation(page: Page) -> bool:
    return isinstance(page, ArticlePage) and not page.is_original and page.alias_of_id is None
