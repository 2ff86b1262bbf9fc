"""The tree that every newsroom stands on: a locale and a front page for each language, and Wagtail's site record."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from django.db import transaction
from wagtail.models import Locale, Page, Site

from lingotype.language.facts import LANGUAGES
from lingotype.newsroom.models import EditionPage, FrontPage, SectionPage
from lingotype.newsroom.places import copy_place


def plant(languages: Sequence[str], site_name: str, site_url: str) -> None:
    """Bring locales, front pages and the site record up to date with the settings. Safe to call again and again."""
    with transaction.atomic():
        locales = [Locale.objects.get_or_create(language_code=code)[0] for code in languages]
        root = Page.objects.get(depth=1)
        fronts = {front.locale_id: front for front in FrontPage.objects.select_related("locale")}
        for locale in locales:
            if locale.pk not in fronts:
                fronts[locale.pk] = _new_front(root, locale, site_name, next(iter(fronts.values()), None))
        _site(fronts[locales[0].pk], site_name, site_url)


def _new_front(root: Page, locale: Locale, site_name: str, sibling: FrontPage | None) -> FrontPage:
    _remove_welcome_page()
    code = locale.language_code
    front = FrontPage(title=f"{site_name} – {LANGUAGES[code].name}", slug=code, locale=locale)
    if sibling is not None:
        front.translation_key = sibling.translation_key
    root.refresh_from_db()
    root.add_child(instance=front)
    if sibling is not None:
        for model in (SectionPage, EditionPage):
            for place in model.objects.child_of(sibling):
                copy_place(place, front)
    return front


def _remove_welcome_page() -> None:
    # A new Wagtail has a page "Welcome to your new Wagtail site!"; the paper has its own.
    for page in Page.objects.filter(depth=2, slug="home", content_type__model="page"):
        page.delete()


def _site(front: FrontPage, site_name: str, site_url: str) -> None:
    address = urlsplit(site_url)
    port = address.port or (443 if address.scheme == "https" else 80)
    wanted = {"hostname": address.hostname, "port": port, "site_name": site_name, "root_page_id": front.pk}
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        Site.objects.create(is_default_site=True, **wanted)
    elif any(getattr(site, name) != value for name, value in wanted.items()):
        for name, value in wanted.items():
            setattr(site, name, value)
        site.save()
