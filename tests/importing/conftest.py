"""Article files to read."""

import struct
import zlib
from collections.abc import Callable
from datetime import UTC, tzinfo
from pathlib import Path

import pytest
from PIL import Image

from lingotype.importing.article_file import ArticleFile, read_article_file

FRONT = """\
title: Порт закрыт
lang: ru
sources: [{id: nyp, publication: New York Post, url: "https://nypost.com/a", lang: en}]
"""
"""Front matter of three lines: the body below it begins on line 6."""

Read = Callable[..., ArticleFile]


def claiming(side: int, png: bytes) -> bytes:
    """The picture with a header that claims so many pixels in both directions."""
    header = b"IHDR" + struct.pack(">II", side, side) + png[24:29]
    return png[:12] + header + struct.pack(">I", zlib.crc32(header)) + png[33:]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with pictures, good and bad."""
    folder = tmp_path_factory.mktemp("newsroom") / "articles"
    (folder / "images").mkdir(parents=True)
    for name in ("harbor.jpg", "images/порт ночью.png", "wave.gif", "pier.webp"):
        Image.new("RGB", (2, 2)).save(folder / name)
    whole = (folder / "images" / "порт ночью.png").read_bytes()
    (folder / "cut.png").write_bytes(whole[:45])
    (folder / "bomb.png").write_bytes(claiming(20_000, whole))
    (folder / "large.png").write_bytes(claiming(8_000, whole))
    (folder / "sound.webp").write_bytes(b"RIFF\0\0\0\0WAVE" + b"\0" * 16)
    (folder / "false.webp").write_bytes(b"RIFX\0\0\0\0WEBP" + b"\0" * 16)
    (folder / "notes.jpg").write_text("not a picture")
    (folder / "empty.jpg").touch()
    (folder.parent / "outside.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    (folder / "way-out.jpg").symlink_to(folder.parent / "outside.jpg")
    with (folder / "huge.jpg").open("wb") as huge:
        huge.write(b"\xff\xd8\xff\xe0")
        huge.truncate(20 * 1024 * 1024 + 1)
    return folder


@pytest.fixture(scope="session")
def read(folder: Path) -> Read:
    """Write an article file into the folder and read it. The site is in Russian, English and Ukrainian."""

    def read_article(body: str = "Текст.\n", *, front: str = FRONT, time_zone: tzinfo = UTC) -> ArticleFile:
        path = folder / "article.md"
        path.write_bytes(f"---\n{front}---\n{body}".encode())
        return read_article_file(path, languages=("ru", "en", "uk"), time_zone=time_zone)

    return read_article
