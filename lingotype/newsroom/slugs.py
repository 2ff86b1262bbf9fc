"""Slugs that are free: readable, and alone in their language, so that an article keeps its own in any section."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db.models import Model
from wagtail.models import Locale, Page

from lingotype.language.slugs import slug

_FEW = 20
"""Pages of one title, beyond which all that begin so are looked at."""


def free_slug(title: str, lang: str, locale: Locale, page: Page) -> str:
    """A slug made from the title that no other page of this language has; numbered only when it must be."""
    wanted = slug(title, lang)
    others = Page.objects.filter(locale=locale).exclude(pk=page.pk).order_by()
    # One by one in the index: LIKE makes SQLite read every page of the language.
    few = [wanted, *(f"{wanted}-{number}" for number in range(2, _FEW))]
    taken = set(others.filter(slug__in=few).values_list("slug", flat=True))
    if len(taken) == len(few):
        taken = set(others.filter(slug__startswith=wanted).values_list("slug", flat=True))
    return _free(wanted, taken)


def free_record_slug(model: type[Model], name: str, lang: str) -> str:
    """A slug for a tag or a person, made from the name, that no other record of the model has."""
    wanted = slug(name, lang)
    taken = model._default_manager.filter(slug__startswith=wanted).values_list("slug", flat=True)
    return _free(wanted, set(taken))


def _free(wanted: str, taken: set[str]) -> str:
    number, free = 2, wanted
    while free in taken:
        free, number = f"{wanted}-{number}", number + 1
    return free


_SET_BY_WAGTAIL = ("content_type", "page_ptr", "latest_revision", "live_revision")


class ReadableSlug(Page if TYPE_CHECKING else object):  # type: ignore[misc]  # a base that is chosen: mypy reads the first
    """Mixin of pages: a slug that was left empty is made from the title by the tables of the page's language."""

    def full_clean(self, exclude: Iterable[str] | None = None, *args: Any, **kwargs: Any) -> None:
        """Judge the page as Wagtail does, with its slug; what Wagtail itself has set is left to the database to judge:
        asking whether each row is there is a query each, at every save."""
        self._name()
        super().full_clean({*(exclude or ()), *_SET_BY_WAGTAIL}, *args, **kwargs)

    def minimal_clean(self) -> None:
        """Judge a draft as Wagtail does, with its slug."""
        self._name()
        super().minimal_clean()

    def _name(self) -> None:
        if not self.slug and self.title and self.locale_id:  # type: ignore[has-type]  # Wagtail's fields have no types
            self.slug = free_slug(self.title, self.locale.language_code, self.locale, self)
