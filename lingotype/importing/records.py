"""The records that an article file names: people, tags, pictures; made when they are not there."""

import hashlib
import io
from collections.abc import Iterable
from pathlib import Path

from django.core.files.images import ImageFile
from django.db.models import Q

from lingotype.newsroom.models import Person, Picture, Tag
from lingotype.newsroom.slugs import free_record_slug


def people(names: Iterable[str], lang: str) -> list[Person]:
    """The people of these names, in this order; a name is known as first written or as written for a language."""
    return [_person(name, lang) for name in names]


def tags(names: Iterable[str], lang: str) -> list[Tag]:
    """The tags of these names."""
    return [_tag(name, lang) for name in dict.fromkeys(names)]


def picture(file: Path, title: str, credit: str) -> Picture:
    """The picture with this very content; taken in when it is new."""
    content = file.read_bytes()
    digest = hashlib.sha1(content, usedforsecurity=False).hexdigest()  # Wagtail's own choice for file_hash
    found = Picture.objects.filter(file_hash=digest).first()
    if found is not None:
        return found
    made = Picture(title=title[:255], credit=credit, file=ImageFile(io.BytesIO(content), name=file.name))
    made.file_size, made.file_hash = len(content), digest
    made.save()
    return made


def _person(name: str, lang: str) -> Person:
    known = Q(name=name, lang=lang) | Q(texts__name=name, texts__lang=lang)
    found = Person.objects.filter(known).first()
    return found or Person.objects.create(name=name, lang=lang, slug=free_record_slug(Person, name, lang))


def _tag(name: str, lang: str) -> Tag:
    known = Q(name=name, lang=lang) | Q(names__name=name, names__lang=lang)
    found = Tag.objects.filter(known).first()
    return found or Tag.objects.create(name=name, lang=lang, slug=free_record_slug(Tag, name, lang))
