"""How the theme's templates write dates and name languages."""

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.utils import timezone, translation

from lingotype.language.facts import LANGUAGES, language
from lingotype.theme.stylesheet import stylesheet
from lingotype.theme.templatetags.newspaper import host, in_language, other_language, preload_faces, when
from lingotype.theme.words import IN_LANGUAGE

MOMENT = datetime(2026, 7, 2, 13, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("lang", "day", "minute"),
    [
        ("en", "July 2, 2026", "July 2, 2026, 1:30 p.m."),
        ("ru", "2 июля 2026", "2 июля 2026, 13:30"),
        ("uk", "2 липня 2026", "2 липня 2026, 13:30"),
        ("be", "2 ліпеня 2026", "2 ліпеня 2026, 13:30"),
        ("az", "2 iyul 2026", "2 iyul 2026, 13:30"),
        ("es", "2 de julio de 2026", "2 de julio de 2026, 13:30"),
        ("he", "2 ביולי 2026", "2 ביולי 2026, 13:30"),
    ],
)
def test_a_moment_in_the_readers_language(settings: Any, lang: str, day: str, minute: str) -> None:
    settings.FORMAT_MODULE_PATH = ["lingotype.theme.formats"]
    with translation.override(lang), timezone.override(UTC):
        assert when(MOMENT) == f'<time datetime="2026-07-02T13:30:00+00:00">{day}</time>'
        assert when(MOMENT, "time") == f'<time datetime="2026-07-02T13:30:00+00:00">{minute}</time>'


def test_a_day_has_no_time_of_day_and_no_moment_shows_nothing() -> None:
    with translation.override("en"):
        assert when(date(2026, 11, 21)) == '<time datetime="2026-11-21">Nov. 21, 2026</time>'
    assert when(None) == ""


def test_every_language_can_be_named_as_an_originals() -> None:
    assert IN_LANGUAGE.keys() == LANGUAGES.keys()
    with translation.override("en"):
        assert in_language("ru") == "in Russian"
    assert in_language("xx") == ""


@pytest.mark.parametrize(
    ("lang", "faces"),
    [
        ("ru", ["lingotype-serif-cyrillic-normal", "lingotype-serif-latin-normal"]),
        ("az", ["lingotype-serif-latin-normal"]),
        ("he", ["frank-ruhl-libre-hebrew", "frank-ruhl-libre-latin"]),
    ],
)
def test_the_typefaces_of_a_script_are_fetched_at_once(lang: str, faces: list[str]) -> None:
    links = preload_faces(language(lang))
    assert re.findall(r"/static/theme/fonts/([\w-]+)\.woff2\?v=", links) == faces
    assert all(address in stylesheet() for address in re.findall(r'href="([^"]+)"', links))


def test_no_typeface_is_fetched_for_a_script_that_has_none_of_ours() -> None:
    assert preload_faces(language("ar")) == ""
    assert preload_faces("") == ""


@pytest.mark.parametrize(
    ("address", "shown"),
    [("https://www.youtube.com/watch?v=1", "youtube.com"), ("https://[broken", ""), ("not an address", "")],
)
def test_a_link_says_where_it_leads(address: str, shown: str) -> None:
    assert host(address) == shown


@pytest.mark.parametrize(
    ("address", "code"),
    [("/ru/city/port/", "ru"), ("/he/", "he"), ("/en/city/port/", None), ("/zz/city/", None), ("https://ru/", None)],
)
def test_an_address_in_another_language_is_known_by_its_beginning(address: str, code: str | None) -> None:
    with translation.override("en"):
        assert other_language(address) == (LANGUAGES[code] if code else None)
