"""Pictures without what nobody should read in them: no place where they were taken, no camera, no colour profile."""

from contextlib import nullcontext, suppress
from functools import cached_property
from io import BytesIO
from typing import Any

from django.conf import settings
from PIL import Image, ImageCms, UnidentifiedImageError
from wagtail.images.image_operations import FilterOperation
from wagtail.images.models import Filter
from willow.plugins.pillow import PillowImage

FORMATS = ("avif", "webp", "jpeg")
"""What readers get."""


class TooManyPixelsError(Exception):
    """The file says that it is larger than any picture that we take in; reading it could need all memory."""


class ForReaders(FilterOperation):
    """`readers-avif-48`: format and quality as readers get them. Another file in its place is another size."""

    vary_fields = ("file",)

    def construct(self, kind: str, quality: str) -> None:
        """Take one of `FORMATS`, and how good from 0 to 100."""
        if kind not in FORMATS or int(quality) not in range(101):
            raise ValueError(f"readers get {', '.join(FORMATS)} with a quality of 0 to 100, not {kind} with {quality}")
        self.kind, self.quality = kind, int(quality)

    def run(self, willow: Any, image: Any, env: dict[str, Any]) -> Any:
        """Say which format, and how good."""
        env |= {"output-format": self.kind, f"{self.kind}-quality": self.quality}
        return willow


class _Bare(FilterOperation):
    def construct(self) -> None:
        """Take nothing."""

    def run(self, willow: Any, image: Any, env: dict[str, Any]) -> Any:
        """The picture's pixels only."""
        return PillowImage(bare(willow.get_pillow_image()))


class BareFilter(Filter):
    """Whatever the specification says, and nothing but the picture: Wagtail would copy EXIF into each JPEG and PNG."""

    @cached_property
    def operations(self) -> list[Any]:
        """Those of the specification, and ours."""
        return [*super().operations, _Bare("bare")]

    def run(self, image: Any, output: Any, source: Any = None) -> Any:
        """Make it. Raises `TooManyPixelsError` before it reads more than the head of a file that is too large."""
        with nullcontext(source) if source is not None else image.open_file() as file:
            _refuse_huge(file)
            return super().run(image, output, source=file)


def bare(image: Image.Image) -> Image.Image:
    """The pixels in sRGB, with transparency where there is any; no metadata."""
    mode = "RGBA" if image.has_transparency_data else "RGB"
    if image.mode.startswith("I"):  # 16 bits a pixel: Pillow would cut what is above 255
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    made = _in_srgb(image, mode).convert(mode)
    made.info = {}
    return made


def _in_srgb(image: Image.Image, mode: str) -> Image.Image:
    profile = image.info.get("icc_profile")
    if profile:
        # A profile that is damaged, or is for pictures of another kind, is as good as none.
        with suppress(ImageCms.PyCMSError, OSError):
            read = ImageCms.ImageCmsProfile(BytesIO(profile))
            return ImageCms.profileToProfile(image, read, ImageCms.createProfile("sRGB"), outputMode=mode) or image
    return image


def _refuse_huge(file: Any) -> None:
    file.seek(0)
    with suppress(UnidentifiedImageError), Image.open(file) as head:
        if head.width * head.height > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
            raise TooManyPixelsError(f"it has {head.width} by {head.height} pixels")
    file.seek(0)
