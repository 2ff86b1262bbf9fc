"""Security headers of public pages: the same from Django, from the page store and at the door; others at the desk."""

import asyncio
import re
from pathlib import Path

import pytest
from django.conf import settings as newsroom_settings

import lingotype.theme
from lingotype.delivery.encodings import encoded
from lingotype.delivery.files import listed
from lingotype.delivery.front import Front
from lingotype.delivery.headers import PUBLIC_HEADERS
from lingotype.delivery.stored import StoredPages
from lingotype.delivery.stores.disk import DiskStore
from tests.factories import article

TEMPLATES = Path(lingotype.theme.__file__).parent / "templates"
# What a strict policy refuses: styles, scripts and handlers in the text of a page. Blocks of data are no scripts.
INLINE = re.compile(r'<style|\sstyle=|\son[a-z]+=|<script(?![^>]* src=)(?! type="application/ld\+json")|javascript:')


def of_public_pages(headers):
    return tuple((name, headers[name]) for name, _ in PUBLIC_HEADERS)


def test_the_policy_is_strict():
    policy = dict(PUBLIC_HEADERS)["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert set(re.findall(r"[^ ;]+", policy)) - {"'none'", "'self'"} == {
        "base-uri", "connect-src", "default-src", "font-src", "form-action", "frame-ancestors", "img-src", "style-src",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/ru/", 200), ("/ru/city/port/", 200), ("/he/", 200), ("/ru/search/?q=port", 200), ("/ru/nothing/", 404),
        ("/", 302), ("/robots.txt", 200), ("/ru/feed.xml", 200), ("/search/", 302),
    ],
)  # fmt: skip
def test_django_sends_them(newsroom, client, path, status):
    article("port")
    answer = client.get(path)
    assert answer.status_code == status
    assert of_public_pages(answer) == PUBLIC_HEADERS


def test_so_does_the_page_for_failures(newsroom, client, settings, tmp_path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "search.html").write_text("{% include missing.name %}")
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path]}]
    client.raise_request_exception = False
    answer = client.get("/ru/search/")
    assert answer.status_code == 500
    assert of_public_pages(answer) == PUBLIC_HEADERS


def asked(app, path):
    sent = []

    async def send(message):
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": []}
    asyncio.run(app(scope, send))
    return {name.decode().title(): value.decode() for name, value in sent[0]["headers"]}


def test_the_page_store_sends_the_very_same(tmp_path):
    store = DiskStore(tmp_path)
    store.write([("/ru/", encoded(b"<!doctype html>"))])
    names = {name.title(): name for name, _ in PUBLIC_HEADERS}
    sent = {names.get(name, name): value for name, value in asked(StoredPages(store).answer, "/ru/").items()}
    assert of_public_pages(sent) == PUBLIC_HEADERS


def test_and_the_door_where_there_is_no_file():
    front = Front(None, {"/static/": listed({})})
    names = {name.title(): name for name, _ in PUBLIC_HEADERS}
    sent = asked(lambda scope, send: front(scope, None, send), "/static/nothing.css")
    assert of_public_pages({names.get(name, name): value for name, value in sent.items()}) == PUBLIC_HEADERS


def test_the_desk_has_a_looser_policy_and_a_draft_the_readers(newsroom, admin_client):
    page = article("port")
    policy = admin_client.get(f"/admin/pages/{page.pk}/edit/")["Content-Security-Policy"]
    assert "script-src 'self' 'unsafe-inline';" in policy
    assert "default-src 'self'" in policy
    draft = admin_client.get(f"/admin/pages/{page.pk}/view_draft/")
    assert draft.status_code == 200
    assert of_public_pages(draft) == PUBLIC_HEADERS


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.name)
def test_no_template_needs_an_exception(path):
    assert INLINE.search(path.read_text(encoding="utf-8")) is None


def test_what_a_page_may_use_is_said_in_one_place():
    assert dict(PUBLIC_HEADERS)["X-Frame-Options"] == newsroom_settings.X_FRAME_OPTIONS
    assert dict(PUBLIC_HEADERS)["Referrer-Policy"] == newsroom_settings.SECURE_REFERRER_POLICY
