"""Every kind of picture that newsrooms have, as readers get it: upright, in true colours, and without what it tells."""

from io import BytesIO

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from PIL import ExifTags, Image, ImageCms, PngImagePlugin

from lingotype.newsroom.models import Picture
from lingotype.newsroom.pictures import prepare

RED, GREEN, BLUE, WHITE = (200, 20, 20), (20, 160, 40), (20, 60, 200), (255, 255, 255)
BEARING = b"Vera Sokolnik, 40.7128 N"


def halves(mode="RGB", size=(400, 300), left=RED, right=BLUE):
    """A picture whose left half has another colour than its right one."""
    image = Image.new("RGB", size, left)
    image.paste(right, (size[0] // 2, 0, *size))
    return image.convert(mode)


def exif(orientation=1):
    data = Image.Exif()
    data[ExifTags.Base.Orientation] = orientation
    data[ExifTags.Base.Artist] = BEARING.decode()
    data.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (40.0, 42.0, 46.0)
    return data.tobytes()


def saved(image, kind, **more):
    data = BytesIO()
    image.save(data, kind, **more)
    return data.getvalue()


@pytest.fixture
def for_readers(db, settings, tmp_path):
    """Take a picture in, and give the files that readers get, the widest of each format, and all of them opened."""
    settings.MEDIA_ROOT = tmp_path / "media"
    cache.clear()

    def made(content, name="a.jpg"):
        picture = Picture.objects.create(title="a", file=ContentFile(content, name))
        prepare(picture)
        rows = sorted(picture.renditions.all(), key=lambda row: (row.filter_spec.startswith("width"), row.width))
        files = [(tmp_path / "media" / row.file.name).read_bytes() for row in rows]
        assert len(files) == 6
        opened = [Image.open(BytesIO(file)) for file in files]
        return files, {image.format: image for image in opened}, opened

    return made


def is_like(image, place, colour, within=14):
    found = image.convert("RGB").getpixel(place)
    return max(abs(a - b) for a, b in zip(found, colour, strict=True)) <= within


def both_halves(images, left=RED, right=BLUE):
    """Whether every format has the colours on their sides."""
    assert images.keys() >= {"AVIF", "WEBP", "JPEG"}
    return all(
        is_like(one, (one.width // 4, 20), left) and is_like(one, (one.width * 3 // 4, 20), right)
        for one in images.values()
    )


def test_where_a_picture_was_taken_and_by_whom_is_in_nothing_that_readers_get(for_readers):
    picture = halves()
    kinds = [
        ("a.jpg", saved(picture, "JPEG", exif=exif(), xmp=BEARING, comment=BEARING)),
        ("a.webp", saved(picture, "WEBP", exif=exif(), xmp=BEARING)),
        ("a.png", saved(picture, "PNG", exif=exif(), pnginfo=text_of(BEARING))),
    ]
    for name, content in kinds:
        assert BEARING in content
        files, images, opened = for_readers(content, name)
        assert not any(BEARING in file for file in files)
        assert not any(one.getexif() or one.info.get("exif") or one.info.get("xmp") for one in opened)
        assert both_halves(images)


def text_of(words):
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", words.decode())
    return info


def test_the_editors_thumbnails_say_nothing_either(for_readers, tmp_path):
    for_readers(saved(halves(), "JPEG", exif=exif()))
    rendition = Picture.objects.get().get_rendition("original")
    made = (tmp_path / "media" / rendition.file.name).read_bytes()
    assert BEARING not in made
    assert both_halves({kind: Image.open(BytesIO(made)) for kind in ("AVIF", "WEBP", "JPEG")})


def test_a_camera_that_was_held_upright_gives_an_upright_picture(for_readers):
    turned = halves(size=(300, 400)).transpose(Image.Transpose.ROTATE_90)  # what the sensor saw
    _, images, _ = for_readers(saved(turned, "JPEG", exif=exif(orientation=6)))
    assert {one.size for one in images.values()} == {(300, 400)}
    assert both_halves(images)


def test_what_is_transparent_stays_so_and_is_white_where_nothing_can_be(for_readers):
    image = halves("RGBA")
    image.paste((0, 0, 0, 0), (0, 0, 200, 300))
    for content in (saved(image, "PNG"), saved(image.quantize(), "PNG"), saved(image, "WEBP", lossless=True)):
        _, images, _ = for_readers(content, "a.png")
        assert all(images[kind].convert("RGBA").getpixel((50, 50))[3] == 0 for kind in ("AVIF", "WEBP"))
        assert both_halves({**images, "AVIF": images["JPEG"], "WEBP": images["JPEG"]}, left=WHITE)


@pytest.mark.parametrize("mode", ["CMYK", "L", "P", "1", "LA", "I;16"])
def test_whatever_its_colours_are_made_of(for_readers, mode):
    greys = {"1": (0, 255), "L": (90, 200), "LA": (90, 200), "I;16": (90, 200)}
    left, right = [(grey,) * 3 for grey in greys[mode]] if mode in greys else (RED, BLUE)
    image = halves(left=left, right=right)
    if mode == "I;16":
        image = image.convert("L").convert("I").point(lambda value: value * 257).convert("I;16")
    image = image.quantize() if mode == "P" else image.convert(mode)
    content = saved(image, "JPEG" if mode in ("CMYK", "L") else "PNG")
    assert both_halves(for_readers(content)[1], left, right)


def profile(kind="sRGB"):
    return ImageCms.ImageCmsProfile(ImageCms.createProfile(kind)).tobytes()


def test_the_colours_of_a_profile_are_kept_without_the_profile(for_readers):
    names = {b"rXYZ": b"????", b"bXYZ": b"rXYZ", b"????": b"bXYZ"}  # for which red is blue, and blue red
    other = profile()
    for one, another in names.items():
        other = other.replace(one, another)
    _, images, opened = for_readers(saved(halves(), "JPEG", icc_profile=other))
    assert both_halves(images, left=(20, 20, 200), right=(200, 60, 20))
    assert not any(image.info.get("icc_profile") for image in opened)


@pytest.mark.parametrize("unfit", [b"no profile", profile("LAB")])
def test_a_profile_that_does_not_fit_is_none(for_readers, unfit):
    _, images, opened = for_readers(saved(halves(), "JPEG", icc_profile=unfit))
    assert both_halves(images)
    assert not any(image.info.get("icc_profile") for image in opened)


def test_of_a_moving_picture_readers_get_its_first_moment(for_readers):
    frames = [halves(left=GREEN), halves(right=GREEN)]
    for kind in ("GIF", "WEBP"):
        content = saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=100, loop=0)
        _, images, opened = for_readers(content, f"a.{kind.lower()}")
        assert not any(getattr(image, "is_animated", False) for image in opened)
        assert both_halves(images, left=GREEN)
