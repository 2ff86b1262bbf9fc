"""What the theme promises to readers and to machines, template by template."""

from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.template.loader import get_template, render_to_string
from django.utils import translation

import lingotype.theme
from lingotype.language.facts import language

TEMPLATES = Path(lingotype.theme.__file__).parent / "templates"
NAMES = sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html"))


def article(lang: str = "uk", **facts: Any) -> str:
    """An article's page in that language, with as little around it as there can be."""
    told: dict[str, Any] = {
        "title": "Порт", "made_by": "machine", "published_at": datetime(2026, 11, 20, 9, 30, tzinfo=UTC),
        "original": SimpleNamespace(lang=language("ru"), url="/ru/city/port/", title="Порт"),
        "side_by_side_url": "/uk/misto/port/side-by-side/", "report_url": "mailto:desk@example.org", "body": [],
    }  # fmt: skip
    context = {"lang": language(lang), "story": SimpleNamespace(**{**told, **facts}), "meta": {"title": "Порт"}}
    with translation.override("en"):
        return render_to_string("pages/article.html", context)


@pytest.mark.parametrize("name", NAMES)
def test_every_template_can_be_read(name: str) -> None:
    assert get_template(name)


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"made_by": "machine"}, "Translated by a machine and not edited."),
        ({"made_by": "machine-reviewed", "reviewed_by": "Leila"}, "Translated by a machine and reviewed by Leila."),
        ({"made_by": "machine-reviewed"}, "Translated by a machine and reviewed by an editor."),
        ({"made_by": "people", "translator": "Марія"}, "Translated by Марія."),
        ({"made_by": "people"}, "Translated by people, not by a machine."),
    ],
)
def test_a_translation_says_once_how_it_was_made(facts: dict[str, str], sentence: str) -> None:
    page = article(**facts)
    assert f'<article class="article" data-made-by="{facts["made_by"]}">' in page
    assert page.count('class="translation-notice') == 1
    assert sentence in page
    assert '<a href="/ru/city/port/" hreflang="ru">Read the original in Russian</a>' in page
    assert 'href="/uk/misto/port/side-by-side/"' in page
    assert 'href="mailto:desk@example.org"' in page


def test_an_original_has_no_notice() -> None:
    page = article("ru", made_by="original", original=None, side_by_side_url="", report_url="")
    assert 'data-made-by="original"' in page
    assert 'class="translation-notice' not in page
    assert "Written by our newsroom" in page


@pytest.mark.parametrize(("lang", "direction"), [("uk", "ltr"), ("he", "rtl")])
def test_the_page_says_its_language_and_direction(lang: str, direction: str) -> None:
    assert f'<html lang="{lang}" dir="{direction}">' in article(lang)


def test_text_is_escaped_where_it_stands() -> None:
    page = article(title='<b>"Порт"</b>', engine_name="<i>")
    assert "<h1>&lt;b&gt;&quot;Порт&quot;&lt;/b&gt;</h1>" in page
    assert "Engine: &lt;i&gt;" in page


@pytest.mark.parametrize(("lang", "direction"), [("en", "ltr"), ("he", "rtl")])
def test_the_page_for_failures_needs_nothing(lang: str, direction: str) -> None:
    with translation.override(lang):
        page = render_to_string("pages/500.html")
    assert f'<html lang="{lang}" dir="{direction}">' in page


def test_a_withdrawn_article_leaves_no_box() -> None:
    shown = SimpleNamespace(name="Порт", url="/ru/city/port/")
    box = "blocks/on_the_subject.html"
    assert "/ru/city/port/" in render_to_string(box, {"value": {"article": shown}})
    assert render_to_string(box, {"value": {"article": None}}).strip() == ""


@pytest.mark.parametrize(("url", "says"), [("/ru/city/port/", True), ("/en/city/port/", False)])
def test_a_box_says_when_its_article_is_in_another_language(url: str, says: bool) -> None:
    with translation.override("en"):
        box = render_to_string("components/on_the_subject.html", {"title": "Порт", "url": url})
    assert (f'<a href="{url}" lang="ru" hreflang="ru" dir="ltr">' in box) is says
    assert ("in Russian" in box) is says


def test_a_list_of_one_persons_articles_does_not_repeat_the_name() -> None:
    teaser = SimpleNamespace(title="Порт", url="/ru/port/", authors=[SimpleNamespace(name="Вера")], made_by="original")
    assert "Вера" in render_to_string("components/listing.html", {"teasers": [teaser]})
    assert "Вера" not in render_to_string("components/listing.html", {"teasers": [teaser], "hide_authors": True})
