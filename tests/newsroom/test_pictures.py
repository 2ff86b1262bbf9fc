"""Pictures in the sizes of readers: a worker makes them, and no picture that it cannot read stops it."""

import gc
import os
import tempfile
import zlib
from io import BytesIO
from pathlib import Path
from struct import pack
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from PIL import Image

from lingotype.newsroom.models import Picture, PictureRendition
from lingotype.newsroom.pictures import make_one_size, missing_of, prepare, renditions_of
from lingotype.translation.worker import Worker


def photo(kind="JPEG", size=(1300, 700)):
    data = BytesIO()
    Image.effect_noise(size, 60).convert("RGB").save(data, kind)
    return data.getvalue()


def chunk(name, data):
    return pack(">I", len(data)) + name + data + pack(">I", zlib.crc32(name + data))


def png(width, height, *data):
    """A PNG that says it is so large; what its data holds is another matter."""
    head = chunk(b"IHDR", pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(data) + chunk(b"IEND", b"")


ROWS = zlib.compress(bytes(1001 * 1000))
SECOND_CHUNK_BROKEN = chunk(b"IDAT", ROWS[:300]) + b"\0\0\0\x10\xff\xff\xff\xff" + ROWS[300:]
DAMAGED = {
    "bomb": png(60_000, 60_000, chunk(b"IDAT", zlib.compress(bytes(60_001 * 100)))),
    "cut-off": photo()[:20_000],
    "broken-chunk": png(1000, 1000, SECOND_CHUNK_BROKEN),
    "no-data": png(1000, 1000),
    "webp": photo("WEBP")[:4000],
    "gif": photo("GIF")[:9000],
    "noise": os.urandom(5000),
    "text": b"<html>not found</html>",
    "empty": b"",
}


# Wagtail closes no file of a size that it could not make; they are gone as soon as the error is.
given_up = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture
def upload(db, settings, tmp_path):
    """Put a picture into the database, then another file into its place, as a disk or an import may have left it."""
    settings.MEDIA_ROOT = tmp_path / "media"
    cache.clear()  # where Wagtail remembers sizes, by numbers that another test's pictures had, too

    def put(name, content=None):
        picture = Picture.objects.create(title=name, file=ContentFile(photo(size=(400, 300)), f"{uuid4()}.jpg"))
        picture.file.close()
        if content is not None:
            Path(picture.file.path).write_bytes(content)
        return picture

    yield put
    gc.collect()


SIZES = 6
"""Of a picture of 400 pixels: one of JPEG, two each of AVIF and WebP, and the one for social networks."""


def sizes(picture):
    return len(renditions_of([picture]).get(picture.pk, {}))


def work_until_idle(chores=(make_one_size,), steps=30):
    """How many times a worker found something to do."""
    worker = Worker(chores)
    return next(number for number in range(steps) if not worker.work_one())


@given_up
@pytest.mark.parametrize("damage", DAMAGED)
def test_a_damaged_picture_is_tried_once_and_keeps_no_other_from_readers(upload, caplog, damage):
    bad, good = upload(f"bad-{damage}", DAMAGED[damage]), upload(f"good-{damage}")
    assert work_until_idle() == 1 + SIZES
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert f"picture {bad.pk} (bad-{damage}) cannot be read" in caplog.text
    assert (sizes(bad), sizes(good)) == (0, SIZES)


@given_up
def test_a_picture_that_says_it_is_larger_than_any_is_not_read(upload, caplog):
    upload("huge", png(8000, 7000))  # 56 megapixels; Pillow itself refuses from 179 on
    assert work_until_idle() == 1
    assert "it has 8000 by 7000 pixels" in caplog.text


@given_up
def test_what_a_worker_does_beside_it_is_done(upload):
    upload("bad-beside", DAMAGED["bomb"])
    done = []
    work_until_idle((make_one_size, lambda: done.append("another chore")))
    assert done


@given_up
def test_a_picture_whose_file_is_gone_is_tried_once(upload):
    Path(upload("gone").file.path).unlink()
    assert work_until_idle() == 1


@given_up
def test_a_file_that_took_the_place_of_a_damaged_one_is_prepared(upload):
    picture = upload("mended", DAMAGED["cut-off"])
    assert work_until_idle() == 1
    picture.file = ContentFile(photo(size=(400, 300)), f"{uuid4()}.jpg")
    picture.save()
    picture.file.close()
    assert work_until_idle() == SIZES
    assert missing_of(picture) == []


def test_nothing_is_left_open_and_no_temporary_file_stays(upload, tmp_path, monkeypatch):
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    upload("good")
    gc.collect()
    before = files_held()
    assert work_until_idle() == SIZES
    gc.collect()  # a file that nobody closed would be a warning by now, which is an error
    assert files_held() == before


@given_up
@pytest.mark.parametrize("damage", ["cut-off", "bomb"])
def test_nothing_stays_of_a_picture_that_was_given_up(upload, tmp_path, monkeypatch, damage):
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    upload(damage, DAMAGED[damage])
    before = files_held()
    assert work_until_idle() == 1
    gc.collect()
    assert files_held() == before


def files_held():
    """Files that this process has open, and what stands in the folder for temporary ones."""
    links = [_target(fd) for fd in Path("/proc/self/fd").iterdir()]
    media = [link for link in links if link.startswith(tempfile.gettempdir()) or "/media/" in link]
    return {*media, *map(str, Path(tempfile.gettempdir()).iterdir())}


def _target(fd):
    try:
        return os.readlink(fd)
    except OSError:  # the one that was open for looking
        return ""


def test_sizes_that_are_there_are_not_made_again(upload):
    picture = upload("again")
    prepare(picture)
    made = {row.pk for row in PictureRendition.objects.all()}
    prepare(picture)
    assert {row.pk for row in PictureRendition.objects.all()} == made
