"""The glossary as CSV, for spreadsheets.

A row is an entry: `note`, `section`, `never_translate`, `case_sensitive`, and for each language a column of its code
and one of its code followed by ` forms`, where forms are parted by `|`.
"""

import csv
import io
from collections.abc import Iterable, Mapping

from lingotype.language.facts import LANGUAGES
from lingotype.translation.glossary.entries import FACTS, Draft, Entry, GlossaryFileError, Wording, finished
from lingotype.translation.models import GlossaryEntry


def read_csv(content: bytes) -> list[Entry]:
    """The entries of a file. Raises `GlossaryFileError`."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise GlossaryFileError("not UTF-8") from error
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        columns = list(reader.fieldnames or ())
        unknown = [name for name in columns if not _is_column(name)]
        if unknown or not columns:
            raise GlossaryFileError(f"line 1: no such column “{(unknown or [''])[0]}”: a language's code is wanted")
        return [entry for row in reader if (entry := _row(row, reader.line_num)) is not None]
    except csv.Error as error:
        raise GlossaryFileError(f"line {reader.line_num + 1}: {error}") from error


def _is_column(name: str) -> bool:
    return name in FACTS or name.removesuffix(" forms") in LANGUAGES


def _row(row: Mapping[str | None, str | None], line: int) -> Entry | None:
    if None in row:
        raise GlossaryFileError(f"line {line}: more cells than columns")
    cells = {str(name): (cell or "").strip() for name, cell in row.items()}
    draft = Draft(facts={name: cells.get(name, "") for name in FACTS})
    for name, cell in cells.items():
        if name in LANGUAGES and cell:
            forms = tuple(form.strip() for form in cells.get(f"{name} forms", "").split("|") if form.strip())
            draft.wordings[name] = Wording(cell, forms)
    return finished(draft, f"line {line}") if any(cells.values()) else None


def write_csv(entries: Iterable[GlossaryEntry]) -> bytes:
    """These entries as a file."""
    rows = [(entry, {row.lang: row for row in entry.wordings.all()}) for entry in entries]
    languages = sorted({lang for _, wordings in rows for lang in wordings})
    columns = [*FACTS, *(name for lang in languages for name in (lang, f"{lang} forms"))]
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns)
    writer.writeheader()
    for entry, wordings in rows:
        cells = {"note": entry.note, "section": entry.section}
        cells |= {name: "yes" if getattr(entry, name) else "" for name in FACTS[2:]}
        for lang, row in wordings.items():
            cells |= {lang: row.text, f"{lang} forms": "|".join(row.forms.splitlines())}
        writer.writerow(cells)
    return out.getvalue().encode()
