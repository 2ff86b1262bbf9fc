"""A picture being painted, shape by shape, from the back to the front."""

import math
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from drawing.colors import Fade, Fill

Point = tuple[float, float]
Box = tuple[float, float, float, float]
Mask = Callable[[ImageDraw.ImageDraw, Point], None]
"""Draws a shape in white on a stencil whose upper left corner is the given point of the scaled picture."""

SCALE = 2
"""Shapes are painted this many times larger and shrunk at the end: that is what makes their edges smooth."""


class Canvas:
    """A picture whose upper left corner is 0, 0. Sizes are in pixels of the finished picture.

    `chance` is seeded by the picture's name: the same name always gives the same picture.
    """

    def __init__(self, name: str, width: int = 1600, height: int = 1000) -> None:
        self.width, self.height = width, height
        self.chance = Random(name)  # noqa: S311  (a brush, not a lock)
        self.image = Image.new("RGB", (width * SCALE, height * SCALE))

    def anywhere(self, box: Box) -> Point:
        """A place by chance inside the box."""
        left, top, right, bottom = box
        return self.chance.uniform(left, right), self.chance.uniform(top, bottom)

    def rectangle(self, box: Box, fill: Fill, *, radius: float = 0, alpha: float = 1, blur: float = 0) -> None:
        """A rectangle between two corners, with round corners if there is a `radius`."""

        def mask(pen: ImageDraw.ImageDraw, origin: Point) -> None:
            pen.rounded_rectangle(_scaled(_corners(box), origin), radius * SCALE, fill=255)

        self.paint(box, mask, fill, alpha, blur)

    def ellipse(self, box: Box, fill: Fill, *, alpha: float = 1, blur: float = 0) -> None:
        """An ellipse that touches the sides of the box."""
        self.paint(box, lambda pen, origin: pen.ellipse(_scaled(_corners(box), origin), fill=255), fill, alpha, blur)

    def disc(self, center: Point, radius: float, fill: Fill, *, alpha: float = 1, blur: float = 0) -> None:
        """A circle."""
        x, y = center
        self.ellipse((x - radius, y - radius, x + radius, y + radius), fill, alpha=alpha, blur=blur)

    def polygon(self, points: Sequence[Point], fill: Fill, *, alpha: float = 1, blur: float = 0) -> None:
        """A shape with straight sides."""

        def mask(pen: ImageDraw.ImageDraw, origin: Point) -> None:
            pen.polygon(_scaled(points, origin), fill=255)

        self.paint(bounds(points), mask, fill, alpha, blur)

    def blob(self, points: Sequence[Point], fill: Fill, *, alpha: float = 1, blur: float = 0) -> None:
        """A shape whose outline goes smoothly through the points."""
        self.polygon(smooth(points, closed=True), fill, alpha=alpha, blur=blur)

    def line(self, points: Sequence[Point], width: float, fill: Fill, *, alpha: float = 1, blur: float = 0) -> None:
        """A line through the points, with round ends and joints."""
        thick = max(1, round(width * SCALE))

        def mask(pen: ImageDraw.ImageDraw, origin: Point) -> None:
            path = _scaled(points, origin)
            pen.line(path, fill=255, width=thick, joint="curve")
            for x, y in (path[0], path[-1]):
                pen.ellipse((x - thick / 2, y - thick / 2, x + thick / 2, y + thick / 2), fill=255)

        left, top, right, bottom = bounds(points)
        self.paint((left - width, top - width, right + width, bottom + width), mask, fill, alpha, blur)

    def paint(self, box: Box, mask: Mask, fill: Fill, alpha: float = 1, blur: float = 0) -> None:
        """Paint what `mask` draws, inside the box, with the fill."""
        area = self._area(box, blur)
        if area is None:
            return
        stencil = Image.new("L", (area[2] - area[0], area[3] - area[1]))
        mask(ImageDraw.Draw(stencil), (area[0], area[1]))
        if blur:
            stencil = stencil.filter(ImageFilter.GaussianBlur(blur * SCALE))
        if alpha < 1:
            stencil = stencil.point([round(value * alpha) for value in range(256)])
        self.image.paste(_sheet(fill, stencil.size), area[:2], stencil)

    def light(self, sheet: Image.Image, corner: Point) -> None:
        """Add light: a sheet whose black changes nothing, at a corner in pixels of the finished picture."""
        x, y = round(corner[0] * SCALE), round(corner[1] * SCALE)
        area = (max(0, x), max(0, y), min(self.image.width, x + sheet.width), min(self.image.height, y + sheet.height))
        if area[0] < area[2] and area[1] < area[3]:
            part = sheet.crop((area[0] - x, area[1] - y, area[2] - x, area[3] - y))
            self.image.paste(ImageChops.screen(self.image.crop(area), part), area[:2])

    def finished(self) -> Image.Image:
        """The picture in its own size."""
        return self.image.resize((self.width, self.height), Image.Resampling.LANCZOS)

    def save(self, path: Path, largest: int = 195_000) -> None:
        """Write the picture as a progressive JPEG of at most `largest` bytes, as good as fits."""
        picture = self.finished()
        for quality in range(84, 40, -3):
            packed = BytesIO()
            picture.save(packed, "JPEG", quality=quality, progressive=True, optimize=True, subsampling="4:2:0")
            if packed.tell() <= largest:
                break
        path.write_bytes(packed.getvalue())

    def _area(self, box: Box, blur: float) -> tuple[int, int, int, int] | None:
        reach = blur * 3 + 2
        left, top = max(0.0, box[0] - reach), max(0.0, box[1] - reach)
        right, bottom = min(float(self.width), box[2] + reach), min(float(self.height), box[3] + reach)
        if left >= right or top >= bottom:
            return None
        return math.floor(left * SCALE), math.floor(top * SCALE), math.ceil(right * SCALE), math.ceil(bottom * SCALE)


def bounds(points: Sequence[Point]) -> Box:
    """The smallest box around the points."""
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across), min(down), max(across), max(down)


def smooth(points: Sequence[Point], *, closed: bool = False, steps: int = 12) -> list[Point]:
    """More points on a smooth line through these (Catmull-Rom)."""
    ends = (list(points[-1:]), list(points[:2])) if closed else (list(points[:1]), list(points[-1:]))
    path = [*ends[0], *points, *ends[1]]
    found = [
        (_between(four, 0, step / steps), _between(four, 1, step / steps))
        for four in (path[i : i + 4] for i in range(len(path) - 3))
        for step in range(steps)
    ]
    return found if closed else [*found, points[-1]]


def _between(four: Sequence[Point], axis: int, share: float) -> float:
    a, b, c, d = (point[axis] for point in four)
    bend = (2 * a - 5 * b + 4 * c - d) * share**2 + (3 * b - a - 3 * c + d) * share**3
    return (2 * b + (c - a) * share + bend) / 2


def _corners(box: Box) -> tuple[Point, Point]:
    return (box[0], box[1]), (box[2], box[3])


def _scaled(points: Sequence[Point], origin: Point) -> list[Point]:
    return [(x * SCALE - origin[0], y * SCALE - origin[1]) for x, y in points]


def _sheet(fill: Fill, size: tuple[int, int]) -> Image.Image:
    if not isinstance(fill, Fade):
        return Image.new("RGB", size, fill)
    ramp = Image.linear_gradient("L")
    if fill.across:
        ramp = ramp.transpose(Image.Transpose.ROTATE_90)
    return ImageOps.colorize(ramp.resize(size, Image.Resampling.BICUBIC), fill.start, fill.end)


def turned(points: Sequence[Point], pivot: Point, angle: float) -> list[Point]:
    """The points turned around the pivot; the angle in radians, clockwise on the picture."""
    (px, py), cosine, sine = pivot, math.cos(angle), math.sin(angle)
    return [(px + (x - px) * cosine - (y - py) * sine, py + (x - px) * sine + (y - py) * cosine) for x, y in points]


def outline(text: str, at: Point = (0, 0), size: float = 1) -> list[Point]:
    """Points written as `"0,0 1,0.5 …"`, `size` times as large, counted from `at`."""
    pairs = (pair.split(",") for pair in text.split())
    return [(at[0] + size * float(x), at[1] + size * float(y)) for x, y in pairs]
