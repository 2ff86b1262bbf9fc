"""Pictures on pages: what a browser is offered, and what it is not offered before a worker has made it."""

import json
from dataclasses import replace
from io import BytesIO

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from lxml import html
from PIL import Image

from lingotype.delivery.models import Change
from lingotype.delivery.stores import installed
from lingotype.newsroom.models import Person, Picture, PictureRendition
from lingotype.newsroom.pictures import make_first_size, make_one_size, missing_of, prepare, renditions_of
from tests.delivery.quiet import come_to_rest, differences, fill
from tests.factories import PUBLISHED, article, block

PATHS = ["/ru/", "/ru/city/", "/ru/city/port/", "/ru/tag/port/", "/ru/people/ann/", "/ru/feed.xml", "/ru/feed.json"]


def upload(name):
    data = BytesIO()
    Image.new("RGB", (700, 400), (20, 60, 120)).save(data, "JPEG")
    return Picture.objects.create(title=name, file=ContentFile(data.getvalue(), f"{name}.jpg"))


@pytest.fixture
def pictures(newsroom, settings, tmp_path):
    """The lead picture, one inside, and a portrait, all on their pages and none prepared."""
    settings.MEDIA_ROOT = tmp_path / "media"
    cache.clear()
    lead, inside, portrait = (upload(name) for name in ("lead", "inside", "portrait"))
    body = [block("image", {"image": inside.pk, "alt": "Вид", "caption": "Причал", "credit": ""})]
    facts = {"lead_image": lead, "lead_image_alt": 'Порт "Южный"', "first_published_at": PUBLISHED}
    article("port", body=body, tags=["port"], authors=["ann"], **facts)
    Person.objects.update(photo=portrait)
    return lead, inside, portrait


def shown(client, path="/ru/city/port/"):
    return html.fromstring(client.get(path).content.decode())


def test_a_browser_is_offered_avif_then_webp_and_jpeg_for_all_others(pictures, client):
    for picture in pictures:
        prepare(picture)
    lead = shown(client).xpath("//article/figure/picture")[0]
    assert lead.xpath(".//source/@type") == ["image/avif", "image/webp"]
    offered = [part.split() for part in lead.xpath(".//source/@srcset")[0].split(", ")]
    assert [width for _, width in offered] == ["320w", "640w", "700w"]
    assert all(address.endswith(".avif") for address, _ in offered)
    image = lead.xpath(".//img")[0]
    assert image.get("src").endswith(".jpg")
    assert [part.split()[1] for part in image.get("srcset").split(", ")] == ["480w", "700w"]
    assert (image.get("width"), image.get("height"), image.get("alt")) == ("700", "400", 'Порт "Южный"')
    assert lead.xpath(".//source/@sizes") == [image.get("sizes")] * 2


def test_the_lead_picture_comes_first_and_all_below_it_wait(pictures, client):
    for picture in pictures:
        prepare(picture)
    images = shown(client).xpath("//img")
    assert [(one.get("fetchpriority"), one.get("loading")) for one in images] == [("high", None), (None, "lazy")]
    assert {one.get("decoding") for one in images} == {"async"}
    for path in PATHS[:5]:
        images = shown(client, path).xpath("//img")
        assert images[0].get("fetchpriority") == "high", path
        assert all(one.get("loading") == "lazy" for one in images[1:]), path


@pytest.mark.parametrize("path", PATHS)
def test_no_request_makes_a_picture_or_shows_the_file_as_it_was_uploaded(pictures, client, path):
    text = client.get(path).content.decode()
    assert "<img" not in text
    assert "/media/" not in text
    assert PictureRendition.objects.count() == 0
    prepare(pictures[0])
    made = PictureRendition.objects.count()
    text = client.get(path).content.decode()
    assert "original_images" not in text
    assert PictureRendition.objects.count() == made


def test_a_format_is_offered_when_all_its_sizes_are_there(pictures, client):
    lead = pictures[0]
    while len(missing_of(lead)) > 1:
        assert make_one_size()
        made = renditions_of([lead]).get(lead.pk, {})
        offered = shown(client).xpath("//article/figure/picture//source/@type")
        complete = [kind for kind in ("avif", "webp") if sum(f"-{kind}-" in spec for spec in made) == 3]
        assert offered == [f"image/{kind}" for kind in complete]


def test_what_is_shared_is_there_as_soon_as_anything_is(pictures, client):
    def shared():
        page = shown(client)
        data = json.loads(page.xpath("//script[@type='application/ld+json']/text()")[0])
        return page.xpath("//meta[@property='og:image']/@content"), data.get("image", [])

    assert shared() == ([], [])
    while make_first_size():
        pass
    assert ["width-960" in address for found in shared() for address in found] == [True] * 2
    prepare(pictures[0])
    assert ["fill-1200x630" in address for found in shared() for address in found] == [True] * 2


def test_a_picture_makes_its_pages_stale_twice_however_many_sizes_it_has(pictures):
    Change.objects.all().delete()
    lead = pictures[2]
    while make_one_size():
        pass
    assert PictureRendition.objects.filter(image=lead).count() == 9
    assert Change.objects.filter(key=f"picture:{lead.pk}").count() == 2
    lead.get_rendition("max-165x165")  # for the desk
    assert Change.objects.filter(key=f"picture:{lead.pk}").count() == 2
    PictureRendition.objects.filter(image=lead).first().delete()
    assert Change.objects.filter(key=f"picture:{lead.pk}").count() == 3


def test_stored_pages_get_their_pictures_when_they_are_made(pictures, settings, tmp_path):
    settings.LINGOTYPE = replace(settings.LINGOTYPE, folder=tmp_path)
    fill()
    come_to_rest()
    stored = installed.store().file("/ru/city/port/")
    assert b"<img" not in stored.read_bytes()
    while make_first_size():
        pass
    come_to_rest()
    assert stored.read_bytes().count(b"<img") == 2
    assert b"<source" not in stored.read_bytes()
    while make_one_size():
        pass
    come_to_rest()
    assert stored.read_bytes().count(b"<source") == 4
    assert differences() == {}
