"""The ASGI front: files go out whole, cached and only from where they belong; the rest is the app's."""

import asyncio

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from wagtail.documents.models import Document

from lingotype.delivery.files import PICTURE_FOLDERS, below, listed
from lingotype.delivery.front import Front


async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 299, "headers": []})
    await send({"type": "http.response.body", "body": b"app"})


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "a.css").write_text("body{}")
    (tmp_path / "secret").write_text("no")
    (tmp_path / "media" / "link").symlink_to(tmp_path / "secret")
    return tmp_path


def ask(folder, path, method="GET", headers=(), extensions=None, query=b""):
    front = Front(app, {"/media/": below(folder / "media"), "/static/": listed({"x.css": folder / "media" / "a.css"})})
    sent = []

    async def send(message):
        sent.append(message)

    scope = {"type": "http", "path": path, "method": method, "headers": list(headers), "query_string": query,
             "extensions": extensions or {}}  # fmt: skip
    asyncio.run(front(scope, None, send))
    return sent[0]["status"], dict(sent[0].get("headers", [])), sent[1:]


def test_a_file_goes_out_with_its_length_type_and_cost(folder):
    status, headers, bodies = ask(folder, "/media/a.css")
    assert status == 200
    assert headers[b"content-length"] == b"6"
    assert headers[b"content-type"] == b"text/css; charset=utf-8"
    assert b"0 queries" in headers[b"server-timing"]
    assert b"".join(body["body"] for body in bodies) == b"body{}"


def test_the_server_sends_the_file_itself_where_it_can(folder):
    _, headers, bodies = ask(folder, "/media/a.css", extensions={"http.response.pathsend": {}})
    assert headers[b"content-length"] == b"6"
    assert bodies == [{"type": "http.response.pathsend", "path": str(folder / "media" / "a.css")}]


def test_what_a_reader_has_is_not_sent_again(folder):
    etag = ask(folder, "/media/a.css")[1][b"etag"]
    assert ask(folder, "/media/a.css", headers=[(b"if-none-match", etag)])[0] == 304
    assert ask(folder, "/media/a.css", headers=[(b"if-none-match", b'"other"')])[0] == 200


def test_head_has_no_body(folder):
    status, headers, bodies = ask(folder, "/media/a.css", method="HEAD")
    assert (status, headers[b"content-length"]) == (200, b"6")
    assert b"".join(body.get("body", b"") for body in bodies) == b""


@pytest.mark.parametrize(
    ("wanted", "status", "part", "of_all"),
    [
        (b"bytes=0-3", 206, b"body", b"bytes 0-3/6"),
        (b"bytes=4-", 206, b"{}", b"bytes 4-5/6"),
        (b"bytes=-1", 206, b"}", b"bytes 5-5/6"),
        (b"bytes=-99", 206, b"body{}", b"bytes 0-5/6"),
        (b"bytes=5-999", 206, b"}", b"bytes 5-5/6"),
        (b"bytes=6-", 416, b"", b"bytes */6"),
        (b"bytes=-0", 416, b"", b"bytes */6"),
        (b"bytes=3-1", 200, b"body{}", None),
        (b"bytes=0-1,3-4", 200, b"body{}", None),
        (b"bytes=-", 200, b"body{}", None),
        (b"lines=0-1", 200, b"body{}", None),
        (b"bytes=\xff-1", 200, b"body{}", None),
        (b"bytes=" + b"9" * 5000 + b"-", 200, b"body{}", None),
    ],
)
def test_parts_of_a_file(folder, wanted, status, part, of_all):
    asked = [(b"range", wanted)]
    found, headers, bodies = ask(folder, "/media/a.css", headers=asked, extensions={"http.response.pathsend": {}})
    assert (found, headers.get(b"content-range")) == (status, of_all)
    if status == 206:
        assert b"".join(body["body"] for body in bodies) == part
        assert headers[b"content-length"] == str(len(part)).encode()
        assert ask(folder, "/media/a.css", "HEAD", asked)[0] == 200


def test_a_part_of_another_version_is_the_whole_file(folder):
    asked = [(b"range", b"bytes=0-1"), (b"if-range", b'"another"')]
    assert ask(folder, "/media/a.css", headers=asked)[0] == 200


@pytest.mark.parametrize(
    "path",
    ["/media/../secret", "/media/link", "/media//etc/passwd", "/media/", "/media/nope", "/media/a\0.css", "/media/..",
     "/static/../a.css", "/static/nope", "/media/" + "a" * 5000],
)  # fmt: skip
def test_nothing_outside_its_folder_is_found(folder, path):
    assert ask(folder, path)[0] == 404


def test_only_reading_is_allowed(folder):
    assert ask(folder, "/media/a.css", method="POST")[0] == 405


def test_everything_else_is_the_apps(folder):
    assert ask(folder, "/ru/")[0] == 299
    assert ask(folder, "/mediafoo")[0] == 299


def test_a_versioned_address_is_kept_for_a_year(folder):
    assert b"immutable" in ask(folder, "/media/a.css", query=b"v=1")[1][b"cache-control"]
    assert b"immutable" not in ask(folder, "/media/a.css")[1][b"cache-control"]


@pytest.mark.parametrize(
    ("path", "status"),
    [("images/a.jpg", 200), ("original_images/a.jpg", 404), ("documents/a.html", 404), ("a.jpg", 404),
     ("images/../documents/a.html", 404), ("images_of_others/a.jpg", 404)],
)  # fmt: skip
def test_below_media_only_prepared_pictures_are_found(tmp_path, path, status):
    for name in ("images/a.jpg", "original_images/a.jpg", "documents/a.html", "images_of_others/a.jpg", "a.jpg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert (below(tmp_path, only=PICTURE_FOLDERS)(path) is not None) == (status == 200)


def test_documents_go_out_as_attachments_and_web_pages_are_refused(newsroom, client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    document = Document.objects.create(title="Plan", file=ContentFile(b"%PDF-1.4", "plan.pdf"))
    document.file.close()
    answer = client.get(document.url)
    assert b"".join(answer.streaming_content) == b"%PDF-1.4"
    answer.close()
    assert answer["Content-Disposition"].startswith("attachment")
    with pytest.raises(ValidationError, match="html"):
        Document(title="Page", file=ContentFile(b"<script>", "page.html")).clean()
