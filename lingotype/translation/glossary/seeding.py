"""Seeding the glossary with usual names, again and again without harm."""

from collections.abc import Iterable, Sequence

from django.db import IntegrityError, transaction

from lingotype.translation.glossary.cldr import seeds
from lingotype.translation.glossary.entries import Entry, Merged
from lingotype.translation.models import GlossaryEntry, GlossaryWording


def seed_glossary(languages: Sequence[str]) -> Merged:
    """Bring the seeds up to date with CLDR, in these languages. What a person has changed stays as it is.

    A seed that a person has deleted comes back; one that they have changed is theirs for good.
    """
    wanted = seeds(languages)
    try:
        return _bring_in(wanted)
    except IntegrityError:  # somebody else has just brought the same in
        return _bring_in(wanted)


def _bring_in(wanted: dict[str, Entry]) -> Merged:
    with transaction.atomic():
        known = {row.seed: row for row in GlossaryEntry.objects.exclude(seed="").prefetch_related("wordings")}
        new = [GlossaryEntry(seed=key, is_seed=True, case_sensitive=True) for key in wanted.keys() - known.keys()]
        GlossaryEntry.objects.bulk_create(new)
        stale = [known[key] for key in wanted.keys() & known.keys() if known[key].is_seed]
        stale = [row for row in stale if _differs(row, wanted[row.seed])]
        GlossaryWording.objects.bulk_create(
            _rows([*new, *stale], wanted), update_conflicts=True, unique_fields=["entry", "lang"],
            update_fields=["text", "forms"],
        )  # fmt: skip
    return Merged(len(new), len(stale), len(wanted) - len(new) - len(stale))


def _differs(row: GlossaryEntry, entry: Entry) -> bool:
    present = {wording.lang: (wording.text, wording.forms) for wording in row.wordings.all()}
    return any(present.get(lang) != (said.text, "\n".join(said.forms)) for lang, said in entry.wordings.items())


def _rows(records: Iterable[GlossaryEntry], wanted: dict[str, Entry]) -> list[GlossaryWording]:
    return [
        GlossaryWording(entry=record, lang=lang, text=said.text[:300], forms="\n".join(said.forms))
        for record in records
        for lang, said in wanted[record.seed].wordings.items()
    ]
