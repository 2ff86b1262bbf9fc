"""What a picture costs: bytes for readers, processor time for the worker.

Taken are the demo's pictures, 1600 by 1067 pixels and as grainy as photographs. First each format at several
qualities, 1280 pixels wide, with the bytes, the processor time and how near it is to the picture (PSNR of what the
eye sees as brightness, in decibels): from this the qualities in `newsroom/pictures.py` were chosen. Then whole
pictures as a worker makes them, one size after another. Proof of work: every size is opened again and has its width.
"""

import math
import statistics
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageStat

from benchmarks.newsroom import start

PICTURES = sorted((Path(__file__).parents[1] / "demo" / "articles" / "images").glob("*.jpg"))[:8]
TRIED = {"AVIF": (40, 44, 48, 52, 60), "WEBP": (65, 70, 75, 80), "JPEG": (70, 75, 78, 82)}
SIZE_LIMIT, PICTURE_LIMIT = 2.0, 8.0
"""Seconds of processor time: for one size, which a translation may wait for, and for all sizes of a picture."""


def main() -> int:
    """Run, print, and fail when a promise is broken."""
    start()
    _compare()
    each = [_seconds_of_sizes(path) for path in PICTURES[:4]]
    totals = [sum(seconds) for seconds in each]
    longest = max(max(seconds) for seconds in each)
    print(f"a whole picture, {len(each[0])} sizes: {statistics.median(totals):.2f} s of processor time (median)")
    print(f"the slowest size: {longest:.2f} s")
    is_kept = longest < SIZE_LIMIT and max(totals) < PICTURE_LIMIT
    if not is_kept:
        print(f"NOT KEPT: {SIZE_LIMIT:g} s a size and {PICTURE_LIMIT:g} s a picture")
    return 0 if is_kept else 1


def _compare() -> None:
    originals = [_scaled(path) for path in PICTURES]
    print("format quality  KB (median)  PSNR dB  CPU s")
    for kind, qualities in TRIED.items():
        options = {"optimize": True, "progressive": True} if kind == "JPEG" else {}
        for quality in qualities:
            rows = [_saved(image, kind, quality, options) for image in originals]
            size, nearness, seconds = (statistics.median(column) for column in zip(*rows, strict=True))
            print(f"{kind:<6} {quality:>7}  {size / 1024:>11.0f}  {nearness:>7.1f}  {seconds:>5.2f}")


def _scaled(path: Path) -> Image.Image:
    with Image.open(path) as image:
        return image.resize((1280, image.height * 1280 // image.width), Image.Resampling.LANCZOS)


def _saved(image: Image.Image, kind: str, quality: int, options: dict[str, bool]) -> tuple[int, float, float]:
    data = BytesIO()
    seconds = _cpu(lambda: image.save(data, kind, quality=quality, **options))
    again = Image.open(data)
    assert again.size == image.size
    (rms,) = ImageStat.Stat(ImageChops.difference(image.convert("L"), again.convert("L"))).rms
    return len(data.getvalue()), 20 * math.log10(255 / rms), seconds


def _cpu(do: Callable[[], object]) -> float:
    began = time.process_time()  # of all threads: AVIF takes as many as there are processors
    do()
    return time.process_time() - began


def _seconds_of_sizes(path: Path) -> list[float]:
    from lingotype.importing.records import picture
    from lingotype.newsroom.pictures import make_one_size, missing_of, renditions_of

    taken = picture(path, path.stem, "")
    wanted = len(missing_of(taken))
    seconds = [_cpu(make_one_size) for _ in range(wanted)]
    made = renditions_of([taken])[taken.pk]
    assert len(made) == wanted
    assert not make_one_size()
    for spec, size in made.items():
        with Image.open(Path(taken.file.storage.path(size.url.removeprefix("/media/")))) as image:
            assert image.width == size.width, spec
    return seconds


if __name__ == "__main__":
    sys.exit(main())
