"""The glossary as a file: what goes out comes back, and bad files change nothing."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lingotype.translation.glossary.entries import Entry, GlossaryFileError, Wording, merge
from lingotype.translation.glossary.files import KINDS, read_glossary, write_glossary
from lingotype.translation.models import GlossaryEntry, GlossaryWording

CSV = """note,section,never_translate,case_sensitive,ru,ru forms,en,uk
the building,,,yes,Ратуша,Ратуши|Ратуше,City Hall,Ратуша
,sport,,,ничья,,draw,нічия
a ferry,,yes,,Северянка,,,
"""


@pytest.fixture
def filled(db):
    merge(read_glossary(CSV.encode(), "csv"))


def contents():
    return {
        (entry.note, entry.section, entry.never_translate, entry.case_sensitive,
         tuple(sorted((row.lang, row.text, row.forms) for row in entry.wordings.all())))
        for entry in GlossaryEntry.objects.prefetch_related("wordings")
    }  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_exported_comes_back(filled, kind):
    before, content = contents(), write_glossary(kind)
    GlossaryEntry.objects.all().delete()
    assert merge(read_glossary(content, kind)).added == 3
    assert contents() == before


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_file_twice_changes_nothing(filled, kind):
    merged = merge(read_glossary(write_glossary(kind), kind))
    assert (merged.added, merged.changed, merged.unchanged) == (0, 0, 3)


def test_a_changed_row_changes_its_entry_and_leaves_the_languages_it_does_not_name(filled):
    merged = merge(read_glossary("ru,en,case_sensitive,note\nРатуша,Town Hall,yes,the building\n".encode(), "csv"))
    assert (merged.added, merged.changed) == (0, 1)
    assert GlossaryWording.objects.get(lang="en", entry__note="the building").text == "Town Hall"
    assert GlossaryWording.objects.get(lang="uk", entry__note="the building").text == "Ратуша"


def test_the_same_word_in_two_sections_is_two_terms(filled):
    assert merge([Entry({"ru": Wording("ничья"), "en": Wording("nobody’s")}, section="books")]).added == 1


@pytest.mark.parametrize(
    ("content", "kind", "why"),
    [
        (b"ru,en\n\xff\xfe,b\n", "csv", "not UTF-8"),
        (b"russian,en\na,b\n", "csv", "line 1: no such column “russian”"),
        (b"", "csv", "line 1: no such column"),
        (b"ru,en\na,b,c\n", "csv", "line 2: more cells than columns"),
        (b'ru,en\n"a"b,c\n', "csv", "line 2:"),
        (b"ru,note\n,a note\n", "csv", "line 2: a term without a wording"),
        (("ru\n" + "а" * 301).encode(), "csv", "line 2: the wording in ru is longer than 300 characters"),
        (b"<tbx", "tbx", "not XML that can be read safely"),
        (b"<a/>", "tbx", "no conceptEntry in it"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><tbx>&b;</tbx>', "tbx", "not XML that can be read safely"),
        (b"<tbx><conceptEntry/></tbx>", "tbx", "entry 1: a term without a wording"),
        (b"x" * (20 * 2**20 + 1), "csv", "larger than 20 MB"),
    ],
)
def test_a_bad_file_is_refused_in_one_line(content, kind, why):
    with pytest.raises(GlossaryFileError) as refused:
        read_glossary(content, kind)
    assert why in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_bad_row_writes_nothing_of_the_file(db):
    with pytest.raises(GlossaryFileError):
        merge(read_glossary("ru,en\nМост,bridge\n,\n,bridge,\n".encode(), "csv"))
    assert not GlossaryEntry.objects.exists()


def test_tbx_of_other_systems_is_read():
    languages = [("EN-US", "ferry"), ("ru", "паром")]
    sections = (f'<langSet xml:lang="{code}"><tig><term>{text}</term></tig></langSet>' for code, text in languages)
    entry = f'<termEntry id="1">{"".join(sections)}</termEntry>'
    content = f"<martif><text><body>{entry}</body></text></martif>".encode()
    assert read_glossary(content, "tbx") == [Entry({"en": Wording("ferry"), "ru": Wording("паром")})]


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]), min_size=1, max_size=20)


@given(text=TEXT, note=TEXT)
def test_any_wording_survives_csv(text, note):
    out = io.StringIO(newline="")
    csv.writer(out).writerows([["ru", "note"], [text, note]])
    (entry,) = read_glossary(out.getvalue().encode(), "csv")
    assert (entry.wordings["ru"].text, entry.note) == (text, note)
