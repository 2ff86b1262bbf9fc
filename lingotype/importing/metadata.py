"""What the front matter of an article file says, judged value by value."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path

from lingotype.importing.addresses import web_address
from lingotype.importing.errors import LineError, shown
from lingotype.importing.front_matter import Entry
from lingotype.importing.images import find_image
from lingotype.importing.limits import limited
from lingotype.importing.text_file import refuse_unpaired
from lingotype.importing.values import Correction, ImageReference, OriginalReference, SourceReference
from lingotype.newsroom.blocks import LANGUAGE_CODE, SOURCE_ID
from lingotype.newsroom.reserved import RESERVED_SLUGS

KEYS = (
    "title",
    "lang",
    "slug",
    "section",
    "dek",
    "tags",
    "authors",
    "image",
    "sources",
    "editions",
    "published",
    "updated",
    "corrections",
    "translation_of",
    "translator",
)
_SLUG = re.compile(r"[a-z0-9][a-z0-9_-]*")
_FIRST_YEAR, _LAST_YEAR = 1600, 2999
"""Newspapers are not older, and moments near year 1 and 9999 cannot be moved between time zones."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """The front matter of one article. Every method raises `LineError` for what it cannot accept."""

    fields: Mapping[str, Entry]
    languages: Collection[str]
    folder: Path
    """Where the article file lies."""
    time_zone: tzinfo
    """Of moments that name none."""

    def title(self) -> str:
        """The title, which every article has."""
        return _limited("title", _needed(self.fields, "title"))

    def lang(self) -> str:
        """The article's language, one of the site's."""
        return _language(_needed(self.fields, "lang"), self.languages)

    def dek(self) -> str:
        """The lines below the title."""
        return _optional(self.fields, "dek")

    def translator(self) -> str:
        """Who translated this file."""
        return _optional(self.fields, "translator")

    def slug(self) -> str | None:
        """The slug of the article."""
        return _slug("slug", self.fields["slug"]) if _optional(self.fields, "slug") else None

    def section(self) -> str | None:
        """The slug of the article's section."""
        return _place("section", self.fields["section"]) if _optional(self.fields, "section") else None

    def editions(self) -> tuple[str, ...]:
        """The slugs of the editions, each once."""
        return tuple(dict.fromkeys(_place("edition", entry) for entry in _items(self.fields, "editions")))

    def names(self, key: str, one: str) -> tuple[str, ...]:
        """A list of names, each once. `one` is what a message calls one of them."""
        return tuple(dict.fromkeys(_limited(one, entry) for entry in _items(self.fields, key)))

    def image(self) -> ImageReference | None:
        """The lead picture."""
        entry = self.fields.get("image")
        if entry is None or entry.value is None:
            return None
        fields = entry.fields(("file", "alt", "caption", "credit"))
        file = _needed(fields, "file", entry)
        texts = {key: _optional(fields, key) for key in ("alt", "caption", "credit")}
        return ImageReference(find_image(self.folder, file.required(), file.line), **texts)

    def sources(self) -> dict[str, SourceReference]:
        """The sources by id."""
        found: dict[str, SourceReference] = {}
        for entry in _items(self.fields, "sources"):
            source = _source(entry)
            if source.id in found:
                raise LineError(entry.line, f"the source {shown(source.id)} is given twice")
            found[source.id] = source
        return found

    def moment(self, key: str) -> datetime | None:
        """A moment, aware of its time zone. A bare date is that day's beginning."""
        entry = self.fields.get(key)
        if entry is None or not entry.text():
            return None
        moment = _moment(entry)
        return moment if moment.tzinfo else moment.replace(tzinfo=self.time_zone)

    def corrections(self) -> tuple[Correction, ...]:
        """The dated notes, in the file's order."""
        return tuple(_correction(entry) for entry in _items(self.fields, "corrections"))

    def translation_of(self) -> OriginalReference | None:
        """The article that this one is a translation of."""
        entry = self.fields.get("translation_of")
        if entry is None or entry.value is None:
            return None
        fields = entry.fields(("lang", "slug"))
        lang = _language(_needed(fields, "lang", entry), self.languages)
        if lang == self.lang():
            raise LineError(entry.line, f"a translation into {shown(lang)} cannot be of an article in {shown(lang)}")
        return OriginalReference(lang, _slug("slug", _needed(fields, "slug", entry)))


def _needed(fields: Mapping[str, Entry], key: str, parent: Entry | None = None) -> Entry:
    if key in fields:
        return fields[key]
    owner = parent.name if parent else "the front matter"
    raise LineError(parent.line if parent else 1, f"{owner} has no {key}; add {key}: …")


def _optional(fields: Mapping[str, Entry], key: str) -> str:
    if key not in fields:
        return ""
    return limited(key, fields[key].text(), fields[key].line)


def _limited(name: str, entry: Entry) -> str:
    return limited(name, entry.required(), entry.line)


def _items(fields: Mapping[str, Entry], key: str) -> tuple[Entry, ...]:
    return fields[key].items() if key in fields else ()


def _language(entry: Entry, languages: Collection[str]) -> str:
    code = entry.required()
    if code not in languages:
        raise LineError(entry.line, f"unknown language {shown(code)}; this site has {', '.join(languages)}")
    return code


def _slug(name: str, entry: Entry) -> str:
    slug = _limited(name, entry)
    if not _SLUG.fullmatch(slug):
        raise LineError(entry.line, f"{name} {shown(slug)} must be small letters a-z, digits and hyphens")
    return slug


def _place(name: str, entry: Entry) -> str:
    slug = _slug(name, entry)
    if slug in RESERVED_SLUGS:
        raise LineError(entry.line, f"the site itself uses the address {shown(slug)}; choose another slug for {name}")
    return slug


def _source(entry: Entry) -> SourceReference:
    fields = entry.fields(("id", "publication", "url", "lang"))
    name, url, lang = (_needed(fields, key, entry) for key in ("id", "url", "lang"))
    source_id, code = _limited("source id", name), _limited("lang", lang)
    if not SOURCE_ID.fullmatch(source_id):
        raise LineError(name.line, f"a source's id {shown(source_id)} must be one short word, such as nyp")
    if not LANGUAGE_CODE.fullmatch(code):
        raise LineError(lang.line, f"a source's lang {shown(code)} must be a language code, such as en")
    publication = _limited("publication", _needed(fields, "publication", entry))
    return SourceReference(source_id, publication, web_address(url.required(), url.line), code)


def _correction(entry: Entry) -> Correction:
    fields = entry.fields(("date", "text"))
    day, text = _needed(fields, "date", entry), _needed(fields, "text", entry)
    refuse_unpaired("text", text.required(), text.line)
    return Correction(_moment(day).date(), text.required())


def _moment(entry: Entry) -> datetime:
    written = entry.required()
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        moment = None
    if moment is None or not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise LineError(
            entry.line, f"{entry.name} {shown(written)} is not a date; write 2026-11-20 or 2026-11-20T09:30:00-05:00"
        )
    return moment
