"""Which sizes a picture has, in what order they are made, and when they are made again."""

from io import BytesIO

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from PIL import Image
from wagtail.images import get_image_model
from wagtail.images.forms import get_image_form

from lingotype.newsroom.models import Picture, PictureRendition
from lingotype.newsroom.pictures import (
    ALL,
    FIRST,
    SHARE_SPEC,
    first_spec,
    make_first_size,
    make_one_size,
    missing_of,
    prepare,
    renditions_of,
)


def photo(size=(400, 300), colour=(20, 60, 120)):
    data = BytesIO()
    Image.new("RGB", size, colour).save(data, "JPEG")
    return ContentFile(data.getvalue(), "harbor.jpg")


@pytest.fixture
def upload(db, settings, tmp_path):
    """Take a picture in."""
    settings.MEDIA_ROOT = tmp_path / "media"
    cache.clear()  # where Wagtail remembers sizes, by numbers that another test's pictures had, too
    return lambda size=(400, 300): Picture.objects.create(title="Порт", file=photo(size))


@pytest.mark.parametrize(
    ("size", "avif", "jpeg"),
    [
        ((100, 80), [100], [100]),
        ((480, 320), [320, 480], [480]),
        ((1300, 700), [320, 640, 960, 1280, 1300], [480, 960]),
        ((3000, 2000), [320, 640, 960, 1280, 1600], [480, 960]),
    ],
)
def test_no_picture_is_enlarged(upload, size, avif, jpeg):
    picture = upload(size)
    prepare(picture)
    made = renditions_of([picture])[picture.pk]

    def widths(kind):
        return sorted(one.width for spec, one in made.items() if spec.startswith("width") and kind in spec)

    assert (widths("avif"), widths("webp"), widths("jpeg")) == (avif, avif, jpeg)
    assert abs(made[SHARE_SPEC].height / made[SHARE_SPEC].width - 630 / 1200) < 0.02
    assert made[SHARE_SPEC].width <= min(1200, size[0])


def test_the_size_that_everything_can_show_is_made_first_and_of_the_newest_picture(upload):
    older, newer = upload(), upload()
    assert make_first_size()
    assert list(renditions_of([older, newer])) == [newer.pk]
    assert list(renditions_of([newer])[newer.pk]) == [first_spec(newer)]
    assert make_first_size()
    assert not make_first_size()
    assert set(Picture.objects.values_list("prepared", flat=True)) == {FIRST}


def test_one_call_makes_one_size(upload):
    picture = upload()
    for number in range(1, 7):
        assert make_one_size()
        assert len(renditions_of([picture])[picture.pk]) == number
    assert not make_one_size()
    picture.refresh_from_db()
    assert picture.prepared == ALL


def test_another_focal_point_makes_the_shared_picture_again_and_nothing_else(upload):
    picture = upload((1300, 1300))
    prepare(picture)
    picture.refresh_from_db()
    before = {row.filter_spec: row.pk for row in picture.renditions.all()}
    picture.focal_point_x, picture.focal_point_y, picture.focal_point_width, picture.focal_point_height = 9, 9, 4, 4
    picture.save()
    assert missing_of(picture) == [SHARE_SPEC]
    assert make_one_size()
    assert not make_one_size()
    made = {row.filter_spec: row.pk for row in picture.renditions.order_by("pk")}
    assert {spec for spec in made if made[spec] != before[spec]} == {SHARE_SPEC}


def test_another_file_makes_every_size_again_and_the_earlier_ones_are_not_shown(upload):
    picture = upload()
    prepare(picture)
    picture.file = photo(colour=(200, 0, 0))
    picture.save()
    assert renditions_of([picture]) == {}
    prepare(picture)
    assert len(renditions_of([picture])[picture.pk]) == 6


def test_a_picture_that_was_only_renamed_is_looked_at_and_nothing_is_made(upload):
    picture = upload()
    prepare(picture)
    picture.refresh_from_db()
    before = set(picture.renditions.values_list("pk", flat=True))
    picture.title = "Причал"
    picture.save()
    assert make_one_size()
    assert not make_one_size()
    assert set(picture.renditions.values_list("pk", flat=True)) == before


def test_a_size_that_was_deleted_is_made_again(upload):
    picture = upload()
    prepare(picture)
    picture.renditions.exclude(filter_spec=SHARE_SPEC).first().delete()
    assert len(missing_of(picture)) == 1
    assert make_one_size()
    assert missing_of(picture) == []


def test_a_picture_that_changes_while_it_is_prepared_is_looked_at_again(upload):
    seen = upload()
    changed = Picture.objects.get(pk=seen.pk)
    changed.file = photo((500, 300))
    changed.save()
    prepare(seen)
    changed.refresh_from_db()
    assert changed.prepared == 0
    assert make_first_size()


def test_the_editors_thumbnails_are_nothing_to_readers(upload):
    picture = upload()
    picture.get_rendition("max-165x165")
    assert renditions_of([picture]) == {}
    assert PictureRendition.objects.count() == 1


@pytest.mark.parametrize("name", ["plan.svg", "plan.png"])
def test_a_drawing_that_is_a_program_is_not_taken_in(upload, name):
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
    form = get_image_form(get_image_model())({"title": "План"}, {"file": ContentFile(svg, name)})
    assert "file" in form.errors
