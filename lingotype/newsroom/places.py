"""Sections and editions: made in one language, they stand in every language from then on."""

from typing import TypeVar

from django.db.models import Q
from wagtail.models import Locale, Page

from lingotype.newsroom.models import ArticlePage, EditionPage, FrontPage, SectionPage, TitleState
from lingotype.newsroom.section_names import SECTION_NAMES

PlaceT = TypeVar("PlaceT", SectionPage, EditionPage)

DEFAULT_SECTION = "news"
"""Where an article goes that names no section."""


class SlugTakenError(ValueError):
    """A section or an edition cannot be made: another page has its address. The message says which."""


def section(slug: str, locale: Locale) -> SectionPage:
    """The section of that slug in that language; made everywhere if it is not there. Raises `SlugTakenError`."""
    return _place(SectionPage, slug, locale)


def edition(slug: str, locale: Locale) -> EditionPage:
    """The edition of that slug in that language; made everywhere if it is not there. Raises `SlugTakenError`."""
    return _place(EditionPage, slug, locale)


def section_in(article: ArticlePage, locale: Locale) -> SectionPage:
    """The article's section in another language; made if it is not there. Raises `SlugTakenError`."""
    own = article.get_parent()
    found = SectionPage.objects.filter(translation_key=own.translation_key, locale=locale).first()
    return found or copy_place(own.specific, FrontPage.objects.get(locale=locale))


def below(place: Page) -> Q:
    """The pages right below a place, as a condition that the index of their paths answers.

    `path__startswith` is LIKE, for which SQLite reads every page of a language: 8 ms of 25,000.
    """
    return Q(path__gt=place.path, path__lte=place.path + "Z" * Page.steplen)


def _place(model: type[PlaceT], slug: str, locale: Locale) -> PlaceT:
    found = model.objects.filter(slug=slug, locale=locale).first()
    if found is not None:
        return found
    front = FrontPage.objects.get(locale=locale)
    made = _added(front, _titled(model, slug, locale, slug.replace("-", " ").capitalize()))
    for other in FrontPage.objects.exclude(pk=front.pk):
        copy_place(made, other)
    return made


def copy_place(place: PlaceT, front: FrontPage) -> PlaceT:
    """The same section or edition under another language's front page; its name waits for people or an engine.

    Raises `SlugTakenError`.
    """
    found = type(place).objects.filter(translation_key=place.translation_key, locale_id=front.locale_id).first()
    if found is not None:
        return found
    copy = _titled(type(place), place.slug, front.locale, place.title)
    copy.translation_key = place.translation_key
    return _added(front, copy)


def _added(front: FrontPage, place: PlaceT) -> PlaceT:
    other = front.get_children().filter(slug=place.slug).first()
    if other is not None:
        what = "section" if isinstance(place, SectionPage) else "edition"
        address = f"{front.locale.language_code}/{place.slug}"
        raise SlugTakenError(f"the {what} {address} cannot be made: the page “{other.title}” stands there")
    return front.add_child(instance=place)


def _titled(model: type[PlaceT], slug: str, locale: Locale, otherwise: str) -> PlaceT:
    known = SECTION_NAMES.get(slug, {}).get(locale.language_code) if model is SectionPage else None
    state = TitleState.PEOPLE if known else TitleState.SOURCE
    return model(title=known or otherwise, slug=slug, locale=locale, title_state=state)
