"""Every word of the interface, in every language: written, whole, and what the sources ask for."""

import io
import re
from collections import Counter
from functools import cache
from gettext import GNUTranslations
from pathlib import Path

import polib
import pytest
from django.utils import translation
from django.utils.translation import gettext, ngettext, npgettext, pgettext

from tools import catalogs
from tools.catalogs import DESK, READERS, ROOT, po_file

LANGUAGES = ["az", "be", "en", "es", "he", "ru", "uk"]
FOLDERS = (DESK, READERS)
ALL = [(folder, path.name) for folder in FOLDERS for path in sorted(folder.iterdir())]
EACH = pytest.mark.parametrize(("folder", "lang"), ALL, ids=[f"{folder.parent.name}-{lang}" for folder, lang in ALL])

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%%|\{\w*\}")
TAG = re.compile(r"</?\w[^<>]*>")
ALPHABETS = {
    "az": "abcçdeəfgğhxıijkqlmnoöprsştuüvyz",
    "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
    "en": "abcdefghijklmnopqrstuvwxyz",
    "es": "abcdefghijklmnopqrstuvwxyzáéíñóúü",
    "he": "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
}
NAMES = {
    "CSV", "TBX", "Apertium", "Enter", "Facebook", "Google", "Instagram", "Lingotype", "News", "Telegram",
    "lingotype", "toml", "LABEL", "doctor", "max", "characters", "per", "month",
}  # fmt: skip
"""Written in their own letters everywhere."""


read_catalog = cache(catalogs.read_catalog)
sources_say = cache(catalogs.catalogs)
"""What the sources ask for; not gathered where this file is only collected."""


def said(entry: polib.POEntry) -> list[str]:
    """What a catalog answers for a phrase: one text, or one for each form of the plural."""
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def asked(entry: polib.POEntry, number: int) -> str:
    """What Django answers for a phrase in the language that is active."""
    context = (entry.msgctxt,) if entry.msgctxt else ()
    if entry.msgid_plural:
        return (npgettext if context else ngettext)(*context, entry.msgid, entry.msgid_plural, number)
    return (pgettext if context else gettext)(*context, entry.msgid)


def numbers_of(catalog: polib.POFile) -> list[set[int]]:
    """For each form of the plural the numbers that it stands for, up to 200 and of a million."""
    form = GNUTranslations(io.BytesIO(catalog.to_binary())).plural
    count = int(re.findall(r"nplurals=(\d+)", catalog.metadata["Plural-Forms"])[0])
    return [{n for n in (*range(1, 201), 1_000_000) if form(n) == index} for index in range(count)]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_the_promised_languages_are_there(folder: Path) -> None:
    assert set(LANGUAGES) <= {path.name for path in folder.iterdir()}


@EACH
def test_a_catalog_holds_what_the_sources_say_and_nothing_else(folder: Path, lang: str) -> None:
    catalog = read_catalog(po_file(folder, lang))
    found = {(entry.msgctxt or "", entry.msgid): entry.msgid_plural for entry in catalog}
    assert found == {key: phrase.plural for key, phrase in sources_say()[folder].items()}, "run: make words"


@EACH
def test_every_phrase_is_translated_for_every_number(folder: Path, lang: str) -> None:
    catalog = read_catalog(po_file(folder, lang))
    assert [entry.msgid for entry in catalog if entry.fuzzy or entry.obsolete] == []
    assert [entry.msgid for entry in catalog if not all(text.strip() for text in said(entry))] == []
    assert {len(entry.msgstr_plural) for entry in catalog if entry.msgid_plural} <= {len(numbers_of(catalog))}


@EACH
def test_placeholders_and_tags_are_those_of_the_phrase(folder: Path, lang: str) -> None:
    catalog = read_catalog(po_file(folder, lang))
    numbers = numbers_of(catalog)
    for entry in catalog:
        for index, text in enumerate(said(entry)):
            wanted, given = (Counter(PLACEHOLDER.findall(words)) for words in (entry.msgid, text))
            if entry.msgid_plural and len(numbers[index]) == 1:  # one number only may be said in words
                assert given <= wanted, text
            else:
                assert given == wanted, text
            assert sorted(TAG.findall(text)) == sorted(TAG.findall(entry.msgid)), text


@EACH
def test_words_are_in_the_letters_of_their_language(folder: Path, lang: str) -> None:
    for entry in read_catalog(po_file(folder, lang)):
        for text in said(entry):
            words = re.findall(r"[^\W\d_]+", TAG.sub(" ", PLACEHOLDER.sub(" ", text)))
            letters = "".join(set(words) - NAMES).replace("İ", "i").lower()
            assert set(letters) <= set(ALPHABETS.get(lang, letters)), text


def test_no_azerbaijani_label_begins_with_the_letter_that_django_cannot_capitalise() -> None:
    labels = [text for entry in read_catalog(po_file(DESK, "az")) for text in said(entry)]
    assert [text for text in labels if text.startswith("i")] == []  # `capfirst` makes "I" of it, not "İ"


@EACH
def test_a_catalog_tells_of_no_machine_and_no_day(folder: Path, lang: str) -> None:
    catalog = read_catalog(po_file(folder, lang))
    assert catalog.metadata["Language"] == lang
    assert {key for key in catalog.metadata if "Date" in key or "Translator" in key} == set()
    files = {file for entry in catalog for file, _line in entry.occurrences}
    assert [file for file in files if not (ROOT / file).is_file()] == []
    assert {line for entry in catalog for _file, line in entry.occurrences} <= {""}


@EACH
def test_the_compiled_catalog_is_that_of_the_written_one(folder: Path, lang: str) -> None:
    path = po_file(folder, lang)
    assert path.with_suffix(".mo").read_bytes() == read_catalog(path).to_binary(), "run: make words"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_readers_get_these_words_and_not_those_of_another_application(lang: str) -> None:
    catalog = read_catalog(po_file(READERS, lang))
    with translation.override(lang):
        for index, numbers in enumerate(numbers_of(catalog)):
            for entry in catalog:
                text = entry.msgstr_plural[index] if entry.msgid_plural else entry.msgstr
                assert {asked(entry, number) for number in numbers} <= {text}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_desk_and_the_readers_use_the_same_word_for_the_same_thing(lang: str) -> None:
    desks, readers = (
        {(entry.msgctxt, entry.msgid): said(entry) for entry in read_catalog(po_file(folder, lang))}
        for folder in FOLDERS
    )
    assert {key: desks[key] for key in desks.keys() & readers.keys()} == {
        key: readers[key] for key in desks.keys() & readers.keys()
    }


@pytest.mark.parametrize(
    ("lang", "number", "shown"),
    [
        ("ru", 1, "Найдена 1 статья"), ("ru", 22, "Найдены 22 статьи"), ("ru", 11, "Найдено 11 статей"),
        ("uk", 21, "Знайдено 21 статтю"), ("uk", 3, "Знайдено 3 статті"), ("uk", 12, "Знайдено 12 статей"),
        ("be", 1, "Знойдзены 1 артыкул"), ("be", 4, "Знойдзены 4 артыкулы"), ("be", 5, "Знойдзена 5 артыкулаў"),
        ("az", 7, "7 məqalə tapıldı"), ("en", 1, "1 article found"), ("en", 21, "21 articles found"),
        ("es", 1, "1 artículo encontrado"), ("es", 2, "2 artículos encontrados"),
        ("es", 1_000_000, "1000000 de artículos encontrados"),
        ("he", 1, "נמצאה כתבה אחת"), ("he", 2, "נמצאו שתי כתבות"), ("he", 30, "נמצאו 30 כתבות"),
    ],
)  # fmt: skip
def test_counts_read_as_the_language_counts(lang: str, number: int, shown: str) -> None:
    with translation.override(lang):
        text = ngettext("%(number)s article found", "%(number)s articles found", number)
    assert text % {"number": number} == shown
