"""Water: what it mirrors, its waves, and rain."""

import math

from PIL import Image, ImageEnhance

from drawing.canvas import SCALE, Canvas, smooth
from drawing.colors import Color, Fill


def mirror(canvas: Canvas, shore: float, bottom: float, tint: Color, *, share: float = 0.45, ripple: float = 9) -> None:
    """Still water from `shore` to `bottom` shows what stands above; `share` is how much of its own color it has."""
    width, top, depth = canvas.image.width, round(shore * SCALE), round((bottom - shore) * SCALE)
    reach = min(top, round(depth * 1.15))
    above = canvas.image.crop((0, top - reach, width, top)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    above = ImageEnhance.Brightness(above.resize((width, depth))).enhance(0.9)
    water = Image.blend(above, Image.new("RGB", above.size, tint), share)
    _disturb(canvas, water, top, ripple * SCALE)


def _disturb(canvas: Canvas, water: Image.Image, top: int, ripple: float) -> None:
    drift, depth = 0.0, water.height
    for row in range(0, depth, 2):
        near = row / depth
        drift += canvas.chance.uniform(-1, 1) * ripple * 0.25
        drift *= 0.92
        wave = math.sin(row / (5 + 26 * near)) * ripple * (0.15 + near) * 0.5
        shift = round(drift * (0.2 + near) + wave)
        strip = water.crop((0, row, water.width, row + 2))
        canvas.image.paste(strip, (0, top + row))
        canvas.image.paste(strip, (shift, top + row))


def glints(
    canvas: Canvas, box: tuple[float, float, float, float], color: Color, count: int, alpha: float = 0.5
) -> None:
    """Short bright strokes on the water, longer towards the viewer."""
    left, top, right, bottom = box
    for _ in range(count):
        near = canvas.chance.random() ** 0.8
        x, y = canvas.chance.uniform(left, right), top + (bottom - top) * near
        half = canvas.chance.uniform(4, 14) * (0.5 + 2.5 * near)
        canvas.ellipse(
            (x - half, y - 0.6 - near * 1.6, x + half, y + 0.6 + near * 1.6),
            color,
            alpha=alpha * canvas.chance.uniform(0.3, 1),
        )


def swell(canvas: Canvas, level: float, height: float, length: float, fill: Fill, *, foam: Color | None = None) -> None:
    """One row of waves from side to side; their crests carry foam if a color is given."""
    start, points = canvas.chance.uniform(0, length), []
    x = -length
    while x < canvas.width + length:
        rise = height * canvas.chance.uniform(0.5, 1)
        points += [(x - start * 0.5, level), (x - start * 0.5 + length * 0.55, level - rise)]
        x += length * canvas.chance.uniform(0.8, 1.2)
    crest = smooth(points)
    canvas.polygon([*crest, (canvas.width + length, canvas.height), (-length, canvas.height)], fill)
    if foam:
        canvas.line(crest, 3, foam, alpha=0.55)


def rain(canvas: Canvas, count: int, slant: float, color: Color, alpha: float = 0.3) -> None:
    """Falling rain; `slant` is how far a drop drifts for each pixel it falls."""
    for _ in range(count):
        x, y = canvas.anywhere((-200, -60, canvas.width + 200, canvas.height))
        long = canvas.chance.uniform(18, 60)
        canvas.line(
            [(x, y), (x + slant * long, y + long)],
            canvas.chance.uniform(0.6, 1.5),
            color,
            alpha=alpha * canvas.chance.uniform(0.3, 1),
        )
