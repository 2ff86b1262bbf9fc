"""The style sheet as a file: made once, named by its content, sent compressed and kept by browsers for good."""

import asyncio
import gzip
from pathlib import Path

import brotli
import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

from lingotype.delivery.files import listed
from lingotype.delivery.front import Front
from lingotype.delivery.sheets import Sheets
from lingotype.theme.stylesheet import SHEETS, sheet_name, stylesheet


def ask(accepted: str = "", known: str = "") -> tuple[int, dict[str, str], bytes]:
    """What the door answers to a browser that asks for the style sheet."""
    files = {name: Path(storage.path(name)) for name, storage in Sheets().list([])}
    headers = [(b"accept-encoding", accepted.encode()), (b"if-none-match", known.encode())]
    scope = {
        "type": "http", "method": "GET", "path": f"/static/{sheet_name()}", "query_string": b"", "headers": headers,
    }  # fmt: skip
    sent = []

    async def send(message):
        sent.append(message)

    asyncio.run(Front(None, {"/static/": listed(files)})(scope, None, send))
    told = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], told, b"".join(message.get("body", b"") for message in sent[1:])


@pytest.mark.parametrize(
    ("accepted", "encoding", "unpack"),
    [("gzip, br", "br", brotli.decompress), ("gzip", "gzip", gzip.decompress), ("", None, bytes)],
)
def test_each_browser_gets_the_smallest_that_it_takes(accepted, encoding, unpack):
    status, headers, body = ask(accepted)
    assert (status, headers.get("content-encoding")) == (200, encoding)
    assert headers["content-type"] == "text/css; charset=utf-8"
    assert int(headers["content-length"]) == len(body)
    assert unpack(body).decode() == stylesheet()
    assert headers["vary"] == "Accept-Encoding"


def test_browsers_keep_it_for_good():
    _, headers, _ = ask("br")
    assert headers["cache-control"] == "public, max-age=31536000, immutable"
    assert ask("br", known=headers["etag"])[0] == 304


def test_it_is_a_static_file_like_any_other():
    found = finders.find(sheet_name())
    assert Path(found).read_text() == stylesheet()
    assert Path(found).is_relative_to(settings.LINGOTYPE.folder / "static")
    assert finders.find(f"{SHEETS}0123456789abcdef.css") is None
    assert Sheets().find(f"{SHEETS}../../../lingotype.toml") == []


def test_the_sheet_of_an_earlier_version_stays_for_the_pages_that_name_it():
    earlier = settings.LINGOTYPE.folder / "static" / SHEETS / "0123456789abcdef.css"
    earlier.parent.mkdir(parents=True, exist_ok=True)
    earlier.write_text("body{}")
    try:
        assert f"{SHEETS}0123456789abcdef.css" in {name for name, _ in Sheets().list([])}
    finally:
        earlier.unlink()


def test_a_folder_that_cannot_be_written_is_told_and_stops_nothing(settings, tmp_path, caplog):
    (tmp_path / "static").write_text("a file where the folder should be")
    settings.LINGOTYPE = type("Newsroom", (), {"folder": tmp_path})
    assert list(Sheets().list([])) == []
    assert "without their style sheet" in caplog.text
