"""What the front matter of an article file says."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from lingotype.importing.article_file import (
    ArticleFile,
    Correction,
    ImageReference,
    OriginalReference,
    SourceReference,
    read_article_file,
)

Read = Callable[..., ArticleFile]

WHOLE = """\
title: "Порт: закрыт"
lang: uk
slug: port-closed
section: world     # made if absent
dek: >
  Первая строка
  и вторая.
tags: [Москва, порт, Москва]
authors:
  - Анна Ковальчук
  - Jane Doe
image: {file: harbor.jpg, alt: Порт, caption: Утром, credit: AP}
sources:
  - {id: nyp, publication: New York Post, url: "https://nypost.com/a?b=c&d", lang: en}
  - id: bild
    publication: Bild
    url: http://bild.de
    lang: de
editions: [new-york]
published: 2026-11-20T09:30:00-05:00
updated: 2026-11-21T08:00:00Z
corrections: [{date: 2026-11-21, text: "Имя: исправлено"}]
translation_of: {lang: ru, slug: port-zakryt}
translator: Марія Левченко
"""


def test_every_key_is_read(read: Read, folder: Path) -> None:
    article = read(front=WHOLE)
    assert (article.path, article.title, article.lang) == (folder / "article.md", "Порт: закрыт", "uk")
    assert (article.slug, article.section, article.dek) == ("port-closed", "world", "Первая строка и вторая.")
    assert (article.tags, article.authors) == (("Москва", "порт"), ("Анна Ковальчук", "Jane Doe"))
    assert article.image == ImageReference(folder.resolve() / "harbor.jpg", "Порт", "Утром", "AP")
    assert article.sources == (
        SourceReference("nyp", "New York Post", "https://nypost.com/a?b=c&d", "en"),
        SourceReference("bild", "Bild", "http://bild.de", "de"),
    )
    assert article.editions == ("new-york",)
    assert article.published == datetime(2026, 11, 20, 14, 30, tzinfo=UTC)
    assert article.updated == datetime(2026, 11, 21, 8, tzinfo=UTC)
    assert article.corrections == (Correction(date(2026, 11, 21), "Имя: исправлено"),)
    assert article.translation_of == OriginalReference("ru", "port-zakryt")
    assert article.translator == "Марія Левченко"


@pytest.mark.parametrize("rest", ["", "slug:\nsection: ~\ndek: ''\ntags:\nimage:\npublished:\ntranslation_of:\n"])
def test_only_title_language_and_text_are_needed(read: Read, rest: str) -> None:
    article = read(front=f"title: Порт\nlang: ru\n{rest}")
    assert (article.slug, article.section, article.image, article.translation_of) == (None, None, None, None)
    assert (article.tags, article.authors, article.sources, article.editions, article.corrections) == ((),) * 5
    assert (article.published, article.updated, article.dek, article.translator) == (None, None, "", "")


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("1984", "1984"),
        ("yes", "yes"),
        ("2026-11-20", "2026-11-20"),
        ("a \u2067b\u202ac\u202c\u2069 \u200fd", "a \u2067b\u202ac\u202c\u2069 \u200fd"),
        ("0x1F", "0x1F"),
        ('"Кавычки \\"внутри\\""', 'Кавычки "внутри"'),
        ("'5 < 6 & «7»'", "5 < 6 & «7»"),
        ("|\n  Две\n  строки", "Две строки"),
        ("  Пробелы   внутри остаются  ", "Пробелы   внутри остаются"),
        ("А\N{NO-BREAK SPACE}Б -- 'в' ...", "А\N{NO-BREAK SPACE}Б -- 'в' ..."),
    ],
)
def test_texts_stay_as_they_were_written(read: Read, written: str, title: str) -> None:
    assert read(front=f"lang: ru\ntitle: {written}\n").title == title


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026-11-20T09:30:00-05:00", datetime(2026, 11, 20, 14, 30, tzinfo=UTC)),
        ("2026-11-20 09:30:00 -05:00", datetime(2026, 11, 20, 14, 30, tzinfo=UTC)),
        ('"2026-11-20T09:30Z"', datetime(2026, 11, 20, 9, 30, tzinfo=UTC)),
        ("2026-11-20T09:30", datetime(2026, 11, 20, 14, 30, tzinfo=UTC)),
        ("2026-11-20", datetime(2026, 11, 20, 5, tzinfo=UTC)),
        ("2026-07-01", datetime(2026, 7, 1, 4, tzinfo=UTC)),
    ],
)
def test_moments_without_a_zone_are_the_newsroom_s(read: Read, written: str, moment: datetime) -> None:
    article = read(front=f"title: a\nlang: ru\npublished: {written}\n", time_zone=ZoneInfo("America/New_York"))
    assert article.published == moment


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\N{BYTE ORDER MARK}"])
def test_line_ends_and_byte_order_mark_do_not_matter(tmp_path: Path, ending: str, mark: str) -> None:
    path = tmp_path / "a.md"
    path.write_bytes((mark + "---\ntitle: а\nlang: ru\n...\n\nРаз\nдва.\n\nТри.".replace("\n", ending)).encode())
    article = read_article_file(path, languages={"ru"})
    assert [(block.line, block.value) for block in article.body] == [(6, "<p>Раз два.</p>"), (9, "<p>Три.</p>")]
