"""The invented newsroom, from its files into the database: names first, then articles, then translations."""

import sys
import time
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Site

from lingotype.config.command import progress
from lingotype.config.management.commands.publish import wait_for
from lingotype.importing.article_file import ArticleFile, read_article_file
from lingotype.importing.publish import body_value, publish_file, read_files
from lingotype.importing.records import picture
from lingotype.importing.resolve import publish_in_order
from lingotype.newsroom.models import (
    EditionPage,
    FrontPage,
    NewsroomSettings,
    Person,
    PersonText,
    SectionPage,
    StaticPage,
    Tag,
    TagName,
    TitleState,
)
from lingotype.newsroom.pictures import make_first_size
from lingotype.newsroom.places import edition, section

_LINKS = {
    "google_news_url": "https://news.example.org/harbor-courier",
    "telegram_url": "https://telegram.example.org/harbor-courier",
    "facebook_url": "https://facebook.example.org/harbor-courier",
    "instagram_url": "https://instagram.example.org/harbor-courier",
    "donate_url": "https://donate.example.org/harbor-courier",
    "contact_email": "desk@example.org",
}


def fill(source: Path) -> None:
    """Fill an empty newsroom from the files in `source`; what is there already stays, so that it can be begun again."""
    with transaction.atomic():
        _names(yaml.safe_load((source / "names.yaml").read_text(encoding="utf-8")), source)
        standing_pages(sorted((source / "pages").glob("*.md")))
        NewsroomSettings.objects.update_or_create(site=Site.objects.get(is_default_site=True), defaults=_LINKS)
    files = read_files(sorted((source / "articles").glob("**/*.md")))
    with progress() as bar:
        task = bar.add_task("Publishing", total=len(files))

        def publish(file: ArticleFile) -> Any:
            done = publish_file(file)
            bar.advance(task)
            return done

        published = publish_in_order(files, publish)
    print("Translating, with the engines of its lingotype.toml …", file=sys.stderr)
    started = time.monotonic()
    wait_for(published, 600, make_first_size)  # the server's worker makes the other sizes
    print(f"Translated in {time.monotonic() - started:.0f} s.", file=sys.stderr)


def _names(names: Mapping[str, Any], source: Path) -> None:
    for lang, tagline in names["taglines"].items():
        FrontPage.objects.filter(locale__language_code=lang).update(tagline=tagline)
    default = Locale.objects.get(language_code=settings.LINGOTYPE.readers[0])
    for slug, titles in names["sections"].items():
        _titles(SectionPage, section(slug, default), titles)
    for slug, titles in names["editions"].items():
        _titles(EditionPage, edition(slug, default), titles)
    for slug, words in names["tags"].items():
        _tag(slug, words)
    for slug, person in names["people"].items():
        _person(slug, person, source)


def _titles(model: Any, place: SectionPage | EditionPage, titles: Mapping[str, Mapping[str, str]]) -> None:
    for lang, written in titles.items():
        page = model.objects.get(translation_key=place.translation_key, locale__language_code=lang)
        for name, value in written.items():
            setattr(page, name, value)
        page.draft_title, page.title_state = page.title, TitleState.PEOPLE
        page.save()


def _tag(slug: str, words: Mapping[str, str]) -> None:
    lang = next(iter(words))
    tag, is_new = Tag.objects.get_or_create(slug=slug, defaults={"name": words[lang], "lang": lang})
    if is_new:
        TagName.objects.bulk_create(TagName(tag=tag, lang=code, name=name) for code, name in words.items())


def _person(slug: str, person: Mapping[str, Any], source: Path) -> None:
    if Person.objects.filter(slug=slug).exists():
        return
    texts = person["texts"]
    name = texts[person["lang"]]["name"]
    photo = picture(source / person["photo"], name, "") if person.get("photo") else None
    made = Person.objects.create(slug=slug, name=name, lang=person["lang"], photo=photo)
    PersonText.objects.bulk_create(PersonText(person=made, lang=code, **text) for code, text in texts.items())


def standing_pages(paths: list[Path]) -> None:
    """Publish these files as standing pages; what is there stays. Those of one slug are each other's versions."""
    keys: dict[str, uuid.UUID] = {}
    for path in paths:
        file = read_article_file(path, languages=settings.LINGOTYPE.languages)
        front = FrontPage.objects.get(locale__language_code=file.lang)
        slug = file.slug or path.name.partition(".")[0]
        if StaticPage.objects.child_of(front).filter(slug=slug).exists():
            continue
        key = keys.setdefault(slug, uuid.uuid4())
        page = StaticPage(title=file.title, slug=slug, locale=front.locale, translation_key=key)
        page.body = body_value(file, page)
        front.add_child(instance=page)
