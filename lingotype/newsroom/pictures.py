"""Pictures in the sizes and formats that readers get, made by a worker and never while a reader waits.

The first size that is made is the one that every browser and feed reader can show; with it the picture is on its pages.
When all are there, the pages are rendered once more. Until then, and of a picture that cannot be read, readers get
nothing: the file as it was uploaded may say where it was taken, and may be as large as it likes.
"""

import logging
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import DatabaseError, transaction
from django.db.models import QuerySet
from wagtail.images.models import Filter, get_rendition_storage

from lingotype.newsroom.models import Picture, PictureRendition

log = logging.getLogger(__name__)

WIDTHS = (320, 640, 960, 1280, 1600)
"""Pixels: from a small picture in a list on a phone to the whole width of a screen with two pixels for one."""
_WIDTHS_OF = {"jpeg": (480, 960), "avif": WIDTHS, "webp": WIDTHS}
"""In the order in which they are made. JPEG is for feeds and for browsers of before 2020."""
NEW_FORMATS = ("avif", "webp")
"""Formats that a browser chooses from, the best first."""
_AS = {"avif": "readers-avif-48", "webp": "readers-webp-75", "jpeg": "readers-jpeg-78"}
"""How good: AVIF as near to the picture as WebP, in fewer bytes. `benchmarks/pictures.py` has the figures."""
SHARE_SPEC = f"fill-1200x630|{_AS['jpeg']}"
"""The picture that social networks show, around its focal point: Open Graph asks for 1.91 to 1."""
ALL_SPECS = (
    *(f"width-{width}|{_AS[kind]}" for kind, widths in _WIDTHS_OF.items() for width in widths),
    SHARE_SPEC,
)

FIRST, ALL = 1, 2
"""How far a picture is. Whoever changes sizes or qualities adds 2 to both: workers look at all pictures anew then."""

_unreadable: set[str] = set()
"""Names of files that this process has tried in vain; another file in a picture's place has another name."""
_of_file, _of_focus = Filter(ALL_SPECS[0]), Filter(SHARE_SPEC)


@dataclass(frozen=True, slots=True)
class Size:
    """A picture in one size that exists."""

    url: str
    width: int
    height: int


Sizes = Mapping[int, Mapping[str, Size]]
"""The sizes that exist, by picture and specification."""


def specs_of(picture: Picture, kind: str) -> list[str]:
    """The sizes that a picture has in a format: up to the first that is as wide as itself, for none is enlarged."""
    widths = _WIDTHS_OF[kind]
    below = (0, *widths)
    return [f"width-{width}|{_AS[kind]}" for width, less in zip(widths, below, strict=False) if less < picture.width]


def first_spec(picture: Picture) -> str:
    """The size that is made first, and that browsers get which know no newer format."""
    return specs_of(picture, "jpeg")[-1]


def make_first_size() -> bool:
    """Make what the newest picture without any needs to be on its pages at all. Returns whether there was one."""
    return _go_on_with(Picture.objects.filter(prepared__lt=FIRST))


def make_one_size() -> bool:
    """Make one size more of a picture that lacks some. Returns whether there was one."""
    return _go_on_with(Picture.objects.filter(prepared__lt=ALL))


def prepare(picture: Picture) -> None:
    """Make every size of a picture that is missing."""
    while spec := _next(missing_of(picture), picture):
        picture.create_rendition(Filter(spec))
    _note(picture, ALL)


def look_again(instance: PictureRendition, **_signal: object) -> None:
    """A size was deleted: have a worker see what is missing."""
    if instance.filter_spec in ALL_SPECS:
        Picture.objects.filter(pk=instance.image_id).update(prepared=0)


def missing_of(picture: Picture) -> list[str]:
    """The sizes that the picture should have and has not."""
    made = renditions_of([picture]).get(picture.pk, {})
    wanted = [spec for kind in _WIDTHS_OF for spec in specs_of(picture, kind)]
    return [spec for spec in (*wanted, SHARE_SPEC) if spec not in made]


def renditions_of(pictures: Iterable[Picture]) -> dict[int, dict[str, Size]]:
    """The sizes that exist of these pictures as they are now, in one query; none of an earlier file or focal point."""
    keys = {picture.pk: (_of_file.get_cache_key(picture), _of_focus.get_cache_key(picture)) for picture in pictures}
    if not keys:
        return {}
    rows = PictureRendition.objects.filter(image_id__in=keys, filter_spec__in=ALL_SPECS).values_list(
        "image_id", "filter_spec", "focal_point_key", "file", "width", "height"
    )
    storage = get_rendition_storage()
    found: dict[int, dict[str, Size]] = {}
    for pk, spec, key, name, width, height in rows:
        if key == keys[pk][spec == SHARE_SPEC]:
            found.setdefault(pk, {})[spec] = Size(storage.url(name), width, height)
    return found


def _go_on_with(pictures: "QuerySet[Picture]") -> bool:
    """One size of one of these; the newest first, for its article may be on its way to readers."""
    picture = pictures.exclude(file__in=_unreadable).order_by("prepared", "-pk").first()
    if picture is None:
        return False
    try:
        missing = missing_of(picture)
        if spec := _next(missing, picture):
            picture.create_rendition(Filter(spec))
    except DatabaseError:
        raise
    except Exception as error:  # noqa: BLE001 - of a damaged file Pillow says SyntaxError, struct.error and more
        log.error("picture %s (%s) cannot be read: %s", picture.pk, picture.title, str(error))
        _unreadable.add(picture.file.name)
        return True
    _note(picture, FIRST if len(missing) > 1 else ALL)
    return True


def _next(missing: Sequence[str], picture: Picture) -> str:
    """The first size first; of the others any, so that two workers seldom make the same one."""
    if not missing or (first := first_spec(picture)) in missing:
        return first if missing else ""
    return random.choice(missing)  # noqa: S311 - nothing to guess


def _note(picture: Picture, state: int) -> None:
    """Write down how far the picture is, unless somebody has changed it meanwhile. Its pages are rendered again."""
    if picture.prepared >= state:
        return
    with transaction.atomic():
        now = Picture.objects.select_for_update().filter(pk=picture.pk).first()
        if now and now.prepared < state and _of_focus.get_cache_key(now) == _of_focus.get_cache_key(picture):
            now.prepared = state
            now.save(update_fields=["prepared"])
