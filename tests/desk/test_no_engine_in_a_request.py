"""No engine works inside a web request, whatever view answers it."""

import pytest
from asgiref.sync import async_to_sync
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import AsyncClient
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from wagtail import hooks
from wagtail_localize.models import StringTranslation, Translation

from lingotype.newsroom.models import ArticlePage
from lingotype.translation import installed
from lingotype.translation.engines import build
from lingotype.translation.in_request import EngineInRequestError
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.routing import translate_by_route
from tests.desk.conftest import version, written
from tests.desk.test_translation_editor import press_publish, write_title
from tests.engines import Remembering

PAIR = LanguagePair("ru", "uk")
ENDING = ("logout", "sprite", "jsi18n", "error_test")
"""Parts of names of views that end the session, are no pages, or fail on purpose."""


def ask_route():
    translate_by_route(["Мост"], PAIR)


def ask_engine():
    installed.engine("upper").translate_all(["Мост"], PAIR)


def ask_server():
    build("far", {"type": "libretranslate", "url": "http://127.0.0.1:9"}).problems()


@pytest.mark.parametrize("ask", [ask_route, ask_engine, ask_server])
def test_a_view_that_asks_one_is_stopped(desk, article, ask):
    edit = reverse("wagtailadmin_pages:edit", args=[article.pk])
    with (
        hooks.register_temporarily("before_edit_page", lambda *_: ask()),
        pytest.raises(EngineInRequestError, match="inside a web request"),
    ):
        desk.get(edit)
    assert desk.get(edit).status_code == 200


def test_a_public_view_that_asks_one_is_stopped(client, article, monkeypatch):
    def serve(page, request, **_):
        ask_route()

    monkeypatch.setattr(ArticlePage, "serve", serve)
    with pytest.raises(EngineInRequestError):
        client.get(article.url)


def test_a_request_to_the_asynchronous_server_is_one_too(article, monkeypatch):
    monkeypatch.setattr(ArticlePage, "serve", lambda *_, **__: ask_route())
    with pytest.raises(EngineInRequestError):
        async_to_sync(AsyncClient().get)(article.url)


def test_outside_of_a_request_they_work(desk, article):
    desk.get(article.url)
    assert translate_by_route(["Мост"], PAIR).engine == "upper"


def without_arguments(patterns, before=""):
    """The names of views that take none."""
    for one in patterns:
        if isinstance(one, URLResolver) and not one.pattern.converters and "admin" not in (one.app_name or ""):
            inside = f"{before}{one.namespace}:" if one.namespace else before
            yield from without_arguments(one.url_patterns, inside)
        elif isinstance(one, URLPattern) and one.name and not one.pattern.regex.groups:
            yield before + one.name


@pytest.mark.filterwarnings("ignore:Pagination may yield inconsistent results")  # wagtail-localize's report
def test_no_view_that_can_be_called_without_arguments_asks_one(desk, article, work):
    work()
    Remembering.asked.clear()
    names = sorted(
        {name for name in without_arguments(get_resolver().url_patterns) if not any(e in name for e in ENDING)}
    )
    assert len(names) > 60
    for name in names:
        desk.get(reverse(name))  # an engine that is asked raises through the client
    assert Remembering.asked == []


def test_publishing_correcting_and_importing_ask_none(desk, publish, article, work):
    work()
    page = version(article, "uk")
    Remembering.asked.clear()
    write_title(desk, page, "Міст відкрито")
    press_publish(desk, page)
    add = reverse("wagtailadmin_pages:add", args=["newsroom", "articlepage", article.get_parent().pk])
    desk.post(add, {**written(), "action-publish": "action-publish"})
    translation = Translation.objects.get(source__object_id=page.translation_key, target_locale=page.locale_id)
    desk.get(reverse("desk_similar_translations", args=[translation.pk]))
    file = SimpleUploadedFile("a.csv", "ru,uk\nмост,міст\n".encode())
    desk.post(reverse("desk_glossary_import"), {"file": file})
    for lang in ("ru", "uk"):
        desk.get(version(article, lang).url)
    assert StringTranslation.objects.filter(data="Міст відкрито").exists()
    assert Remembering.asked == []
