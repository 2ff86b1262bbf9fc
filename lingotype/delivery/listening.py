"""What the page store hears of: every change of what readers see, in the transaction that makes it."""

from typing import Any

from django.db.models import Model
from wagtail.models import Page

from lingotype.delivery import reads, stale
from lingotype.delivery.addresses import part_of
from lingotype.delivery.fan_out import map_keys
from lingotype.newsroom.models import (
    ArticlePage,
    EditionPage,
    FrontPage,
    NewsroomSettings,
    Person,
    PersonText,
    Picture,
    PictureRendition,
    ReaderThanks,
    SectionPage,
    StaticPage,
    Tag,
    TagName,
)
from lingotype.newsroom.pictures import ALL_SPECS

PAGES = (ArticlePage, SectionPage, EditionPage, FrontPage, StaticPage)
_OWNERS: dict[type[Model], tuple[str, str]] = {
    Tag: ("tag", "pk"), TagName: ("tag", "tag_id"), Person: ("person", "pk"), PersonText: ("person", "person_id"),
    Picture: ("picture", "pk"), ReaderThanks: ("thanks", "article_id"),
}  # fmt: skip


def page_saved(
    instance: Page, *, created: bool = False, raw: bool = False, update_fields: Any = None, **_signal: Any
) -> None:
    """A page was saved. One that is not public is taken out of the store now, before anybody is told that it is off.

    Saves that write only what Wagtail notes about drafts change nothing that readers see.
    """
    if raw or (update_fields is not None and not _SHOWN & set(update_fields)):
        return
    keys = (reads.page_key(instance.pk), reads.version_key(instance.translation_key))
    if instance.live:
        stale.tell(*keys)
    elif not created and instance.first_published_at and (update_fields is None or "live" in update_fields):
        _take_off(instance)


_SHOWN = {"live", "title", "slug", "url_path", "path"}


def page_going(instance: Page, **_signal: Any) -> None:
    """A page is about to be deleted."""
    _take_off(instance)


def _take_off(page: Page) -> None:
    """Take it out of the store now, with every page that shows something of it and the site map that names it."""
    key, own_map = reads.page_key(page.pk), reads.map_key(page.locale.language_code, part_of(page.pk))
    stale.take_off([key, own_map])
    stale.tell(key, reads.version_key(page.translation_key), *sorted(map_keys(page)))


def record_changed(sender: type[Model], instance: Any, *, raw: bool = False, **_signal: Any) -> None:
    """A tag, a person or a picture was saved or deleted, or a name of theirs, or a page's thanks to a reader."""
    kind, field = _OWNERS[sender]
    if not raw and getattr(instance, field):
        stale.tell(reads.record_key(kind, getattr(instance, field)))


def size_gone(instance: PictureRendition, **_signal: Any) -> None:
    """A size of a picture was deleted. When sizes are made that matter to pages, the picture itself is saved."""
    if instance.filter_spec in ALL_SPECS:
        stale.tell(reads.record_key("picture", instance.image_id))


def settings_changed(instance: NewsroomSettings, **_signal: Any) -> None:
    """What stands on every page was saved."""
    stale.tell(reads.SITE)


def branch_moved(instance: Page, **_signal: Any) -> None:
    """A page was moved, or its slug changed: everything below it has another address."""
    below = Page.objects.filter(path__startswith=instance.path).values_list("pk", "translation_key")
    stale.tell(*(key for pk, tk in below for key in (reads.page_key(pk), reads.version_key(tk))))


def connect() -> None:
    """Listen."""
    from django.db.models.signals import post_delete, post_save, pre_delete
    from wagtail.signals import page_slug_changed, post_page_move

    for model in (Page, *PAGES):  # Wagtail saves a page also as what it is not
        name = f"lingotype.delivery.{model.__name__}"
        post_save.connect(page_saved, model, dispatch_uid=f"{name}.saved")
        pre_delete.connect(page_going, model, dispatch_uid=f"{name}.going")
    for record in _OWNERS:
        name = f"lingotype.delivery.{record.__name__}"
        post_save.connect(record_changed, record, dispatch_uid=f"{name}.saved")
        post_delete.connect(record_changed, record, dispatch_uid=f"{name}.deleted")
    post_delete.connect(size_gone, PictureRendition, dispatch_uid="lingotype.delivery.size_gone")
    post_save.connect(settings_changed, NewsroomSettings, dispatch_uid="lingotype.delivery.settings")
    post_page_move.connect(branch_moved, dispatch_uid="lingotype.delivery.moved")
    page_slug_changed.connect(branch_moved, dispatch_uid="lingotype.delivery.slug")
