"""Entries of a glossary on their way between a file and the database."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db import transaction

from lingotype.translation.models import GlossaryEntry, GlossaryWording

FACTS = ("note", "section", "never_translate", "case_sensitive")
"""What a file says about an entry beside its wordings."""
_YES = frozenset({"1", "true", "yes", "да", "так", "sí", "x"})


class GlossaryFileError(Exception):
    """A file cannot be read as a glossary; `str()` is one line that says where and why."""


@dataclass(frozen=True, slots=True)
class Wording:
    """How one language says it."""

    text: str
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a file."""

    wordings: Mapping[str, Wording]
    note: str = ""
    section: str = ""
    never_translate: bool = False
    case_sensitive: bool = False


@dataclass(frozen=True, slots=True)
class Merged:
    """What an import did."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0


@dataclass(slots=True)
class Draft:
    """An entry while it is being read: wordings by language, facts by name."""

    wordings: dict[str, Wording] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)


def merge(entries: Iterable[Entry]) -> Merged:
    """Bring the glossary up to date with these entries, all of them or none; what they do not name stays.

    An entry is known by one of its wordings in the same section. Seeds are left alone: the newsroom's own words go
    before them.
    """
    counts = {"added": 0, "changed": 0, "unchanged": 0}
    with transaction.atomic():
        for entry in entries:
            counts[_merge_one(entry)] += 1
    return Merged(**counts)


def _merge_one(entry: Entry) -> str:
    known = GlossaryWording.objects.filter(entry__section=entry.section, entry__is_seed=False).select_related("entry")
    found = next(
        (row.entry for lang, said in entry.wordings.items() for row in known.filter(lang=lang, text=said.text)[:1]),
        None,
    )
    record = found or GlossaryEntry(section=entry.section)
    facts = {"note": entry.note, "never_translate": entry.never_translate, "case_sensitive": entry.case_sensitive}
    has_changed = found is None or any(getattr(record, name) != value for name, value in facts.items())
    if has_changed:
        for name, value in facts.items():
            setattr(record, name, value)
        record.save()
    for lang, said in entry.wordings.items():
        forms = "\n".join(said.forms)
        row = GlossaryWording.objects.filter(entry=record, lang=lang).first()
        if row is None or (row.text, row.forms) != (said.text, forms):
            has_changed = True
            GlossaryWording.objects.update_or_create(
                entry=record, lang=lang, defaults={"text": said.text, "forms": forms}
            )
    return "added" if found is None else "changed" if has_changed else "unchanged"


def finished(draft: Draft, place: str) -> Entry:
    """The entry of a draft; `place` says where in its file it stands. Raises `GlossaryFileError`."""
    if not draft.wordings:
        raise GlossaryFileError(f"{place}: a term without a wording in any language")
    for lang, said in draft.wordings.items():
        if len(said.text) > 300:
            raise GlossaryFileError(f"{place}: the wording in {lang} is longer than 300 characters")
    facts = draft.facts
    return Entry(
        draft.wordings, facts.get("note", ""), facts.get("section", "")[:255],
        never_translate=facts.get("never_translate", "").lower() in _YES,
        case_sensitive=facts.get("case_sensitive", "").lower() in _YES,
    )  # fmt: skip
