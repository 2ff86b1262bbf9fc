"""Pictures in the sizes that readers get, made by a worker and never while a reader waits."""

import logging
from collections.abc import Iterable

from django.db import DatabaseError

from lingotype.newsroom.models import Picture, PictureRendition

log = logging.getLogger(__name__)

WIDTHS = (480, 960, 1600)
"""Pixels: a phone, a phone with a dense screen or a tablet, a wide screen."""

SPECS = tuple(f"width-{width}|format-webp|webpquality-75" for width in WIDTHS)
SHARE_SPEC = "fill-1200x630|format-jpeg|jpegquality-80"
"""The picture that social networks show: Open Graph asks for 1.91 to 1."""

ALL_SPECS = (*SPECS, SHARE_SPEC)
_unreadable: set[str] = set()
"""Names of files that this process has tried in vain; another file in a picture's place has another name."""


def prepare(picture: Picture) -> None:
    """Make every size of a picture that is missing."""
    picture.get_renditions(*ALL_SPECS)


def prepare_one_picture() -> bool:
    """Prepare the oldest picture that lacks a size. Returns whether there was one."""
    done = PictureRendition.objects.filter(filter_spec=SHARE_SPEC).values("image_id")
    picture = Picture.objects.exclude(pk__in=done).exclude(file__in=_unreadable).order_by("pk").first()
    if picture is None:
        return False
    try:
        prepare(picture)
    except DatabaseError:
        raise
    except Exception as error:  # noqa: BLE001 - of a damaged file Pillow says SyntaxError, struct.error and more
        log.error("picture %s (%s) cannot be read: %s", picture.pk, picture.title, str(error))
        _unreadable.add(picture.file.name)
    return True


def renditions_of(pictures: Iterable[Picture]) -> dict[int, dict[str, PictureRendition]]:
    """The sizes that exist, by picture and specification, in one query."""
    found: dict[int, dict[str, PictureRendition]] = {}
    for rendition in PictureRendition.objects.filter(image_id__in={picture.pk for picture in pictures}):
        found.setdefault(rendition.image_id, {})[rendition.filter_spec] = rendition
    return found
