"""The door as granian opens it, with the newsroom's own folders: below /media/ stand pictures and nothing else."""

import asyncio
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.conf import settings

from lingotype.config.asgi import application

INSIDE = ("images/a.jpg", "images/deep/b.webp", "images/c.avif")
BESIDE = (
    "original_images/a.jpg", "documents/plan.pdf", "documents/page.html", "images_old/a.jpg", "imports/a.jpg", "a.jpg",
    "images.jpg",
)  # fmt: skip
OUTSIDE = ("../lingotype.toml", "../secret")
SECRET = b"for nobody"


@pytest.fixture(scope="module", autouse=True)
def media(tmp_path_factory):
    """Files in the media folder of the newsroom of these tests, which the door was opened with; gone afterwards."""
    root, made = Path(settings.MEDIA_ROOT), []
    for name in (*INSIDE, *BESIDE, "../secret"):
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"picture" if name in INSIDE else SECRET)
        made.append(file)
    for name, target in (("images/way-out.jpg", "../secret"), ("images/documents", "documents")):
        (root / name).symlink_to((root / target).resolve())
        made.append(root / name)
    yield
    for file in made:
        file.unlink()


def ask(path, raw=b""):
    """What the door answers. `path` is as servers hand it on: with %-escapes already resolved."""
    sent = []

    async def send(message):
        sent.append(message)

    scope = {
        "type": "http", "http_version": "1.1", "method": "GET", "scheme": "http", "path": path, "root_path": "",
        "raw_path": raw or path.encode("utf-8", "replace"), "query_string": b"", "headers": [(b"host", b"localhost")],
        "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 8000), "extensions": {},
    }  # fmt: skip
    asyncio.run(application(scope, None, send))
    return sent[0]["status"], b"".join(message.get("body", b"") for message in sent[1:])


@pytest.mark.parametrize("name", INSIDE)
def test_pictures_go_out(name):
    assert ask(f"/media/{name}") == (200, b"picture")


@pytest.mark.parametrize("name", [*BESIDE, *OUTSIDE])
def test_what_stands_beside_them_does_not(name):
    assert (Path(settings.MEDIA_ROOT) / name).is_file()
    assert ask(f"/media/{name}") == (404, b"Not found")


@pytest.mark.parametrize(
    "way",
    [
        "images/../documents/plan.pdf", "images/%2e%2e/documents/plan.pdf", "images/%2E%2E%2Fdocuments/plan.pdf",
        "images/%252e%252e/documents/plan.pdf", "images//../documents/plan.pdf", "/documents/plan.pdf",
        "//documents/plan.pdf", "./documents/plan.pdf", "images/./../documents/plan.pdf",
        "images\\..\\documents\\plan.pdf", "images/..\\documents/plan.pdf", "images%5c..%5cdocuments%5cplan.pdf",
        "images/deep/../../documents/plan.pdf",
        "images/%00/../../documents/plan.pdf", "images/a.jpg%00", "images/a.jpg%00.pdf", "%00", "images%00/a.jpg",
        "documents/plan.pdf%00.jpg", "images/documents/plan.pdf", "images/way-out.jpg", "images/a.jpg/../../a.jpg",
        "images/../../secret", "images/../../lingotype.toml", "/etc/passwd", "images//etc/passwd", "", "/", ".", "..",
        "images", "images/", "images/..", "images/" + "../" * 40 + "etc/passwd", "images/" + "a" * 5000,
        "images/%ff%fe", "images/a.jpg ", "IMAGES/a.jpg", "~/secret", "images/..;/documents/plan.pdf",
    ],
)  # fmt: skip
def test_no_way_leads_round_that(way):
    for path in (way, unquote(way)):
        assert ask(f"/media/{path}", raw=f"/media/{way}".encode()) == (404, b"Not found"), path


@pytest.mark.parametrize("way", ["../media/documents/plan.pdf", "../secret", "theme/../../secret", "", "\\..\\secret"])
def test_nor_does_the_door_beside_it(way):
    assert ask(f"/static/{way}") == (404, b"Not found")
