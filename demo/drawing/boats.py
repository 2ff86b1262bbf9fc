"""What floats, and what loads it."""

from drawing.canvas import Canvas, Point, outline, smooth
from drawing.colors import Color, Fade, Fill, ink, mix
from drawing.light import glow


def ferry(canvas: Canvas, bow: Point, length: float, *, hull: Fill, house: Fill, light: Color) -> None:
    """A ferry that sails to the left; `bow` is where its stem meets the water."""
    x, y = bow
    high = length * 0.11
    canvas.polygon(
        [
            (x - high * 0.35, y - high),
            (x + length * 1.01, y - high),
            (x + length * 0.985, y + 6),
            (x + high * 0.4, y + 6),
        ],
        hull,
    )
    canvas.rectangle((x, y - high * 0.55, x + length * 0.99, y - high * 0.38), light, alpha=0.7)
    for deck, (start, end) in enumerate(((0.06, 0.95), (0.13, 0.86))):
        top = y - high * (1.75 + deck * 0.72)
        canvas.rectangle((x + length * start, top, x + length * end, top + high * 0.8), house, radius=high * 0.12)
        _portholes(
            canvas, (x + length * (start + 0.03), top + high * 0.18), length * (end - start - 0.06), high * 0.34, light
        )
        canvas.rectangle(
            (x + length * start - 8, top - 4, x + length * end + 8, top + 3), mix(light, ink("ffffff"), 0.6)
        )
    top = y - high * 3.1
    canvas.polygon(
        [
            (x + length * 0.2, top),
            (x + length * 0.35, top),
            (x + length * 0.37, top + high * 0.64),
            (x + length * 0.17, top + high * 0.64),
        ],
        house,
    )
    _portholes(canvas, (x + length * 0.2, top + high * 0.14), length * 0.14, high * 0.26, light)
    canvas.line([(x + length * 0.28, top), (x + length * 0.28, top - high * 1.1)], 3, ink("2b3a4a"))
    canvas.line([(x + length * 0.28, top - high * 1.06), (x + length * 0.06, y - high)], 1.4, ink("2b3a4a"), alpha=0.7)
    canvas.line(
        [(x + length * 0.28, top - high * 1.06), (x + length * 0.84, y - high * 2.5)], 1.4, ink("2b3a4a"), alpha=0.7
    )
    canvas.rectangle((x + length * 0.262, top - high * 0.36, x + length * 0.298, top - high * 0.26), ink("f4efe4"))


def _portholes(canvas: Canvas, corner: Point, length: float, height: float, light: Color) -> None:
    x, y = corner
    step = height * 1.5
    while x + height < corner[0] + length:
        canvas.rectangle((x, y, x + step * 0.74, y + height), Fade(mix(light, ink("ffffff"), 0.45), light), radius=3)
        x += step


def crane(canvas: Canvas, foot: Point, size: float, steel: Fill, *, raised: bool = False) -> None:
    """A quay crane with its boom over the water on the left, or raised."""
    x, y = foot
    for leg in (0, 0.42):
        canvas.line([(x + size * leg, y), (x + size * leg, y - size * 0.92)], size * 0.034, steel)
    canvas.line([(x, y - size * 0.06), (x + size * 0.42, y - size * 0.5)], size * 0.016, steel)
    canvas.line([(x, y - size * 0.5), (x + size * 0.42, y - size * 0.06)], size * 0.016, steel)
    for level in (0.5, 0.92):
        canvas.line([(x - size * 0.02, y - size * level), (x + size * 0.44, y - size * level)], size * 0.03, steel)
    tip = (x - size * 0.42, y - size * 1.62) if raised else (x - size * 0.95, y - size * 0.92)
    peak = (x + size * 0.14, y - size * 1.32)
    canvas.line([(x, y - size * 0.92), tip], size * 0.036, steel)
    canvas.line([(x + size * 0.4, y - size * 0.92), (x + size * 0.78, y - size * 0.92)], size * 0.036, steel)
    for end in ((x, y - size * 0.92), (x + size * 0.42, y - size * 0.92)):
        canvas.line([end, peak], size * 0.024, steel)
    for end in (tip, (x + size * 0.76, y - size * 0.92)):
        canvas.line([peak, end], size * 0.009, steel)
    canvas.rectangle((x + size * 0.5, y - size * 1.02, x + size * 0.72, y - size * 0.9), steel)
    if not raised:
        trolley = x - size * 0.5
        canvas.rectangle((trolley - size * 0.05, y - size * 0.92, trolley + size * 0.05, y - size * 0.87), steel)
        for side in (-0.035, 0.035):
            canvas.line([(trolley + size * side, y - size * 0.88), (trolley + size * side, y - size * 0.5)], 1.6, steel)
        canvas.rectangle((trolley - size * 0.11, y - size * 0.5, trolley + size * 0.11, y - size * 0.42), ink("c8553d"))


def container_ship(canvas: Canvas, bow: Point, length: float, hull: Fill, boxes: list[Color]) -> None:
    """A loaded container ship that lies with its bow to the left."""
    x, y = bow
    high = length * 0.085
    canvas.polygon(
        [
            (x - high * 0.7, y - high * 1.35),
            (x + high * 0.6, y - high),
            (x + length, y - high),
            (x + length * 0.985, y + 4),
            (x + high * 0.3, y + 4),
        ],
        hull,
    )
    wide, tall = length * 0.052, high * 0.34
    for column in range(14):
        stack = canvas.chance.randint(2, 5) if column not in (11, 12) else 0
        for level in range(stack):
            left, top = x + length * 0.06 + column * (wide + 2), y - high - (level + 1) * tall
            canvas.rectangle((left, top, left + wide, top + tall - 1.5), canvas.chance.choice(boxes))
    left = x + length * 0.06 + 11 * (wide + 2)
    canvas.rectangle((left, y - high * 3.5, left + wide * 1.7, y - high), mix(boxes[0], ink("f2ead8"), 0.8))
    canvas.rectangle((left - 10, y - high * 3.3, left + wide * 1.7 + 10, y - high * 3.0), ink("2c3440"))


def fishing_boat(canvas: Canvas, stern: Point, length: float, *, hull: Fill, cabin: Fill, light: Color) -> None:
    """A fishing boat with its bow to the right and a lamp on its mast."""
    x, y = stern
    deck = [
        (x, y - length * 0.13),
        (x + length * 0.6, y - length * 0.12),
        (x + length * 1.02, y - length * 0.27),
        (x + length * 0.9, y + 8),
        (x + length * 0.06, y + 8),
    ]
    canvas.polygon(deck, hull)
    canvas.line(deck[:3], length * 0.014, mix(light, ink("ffffff"), 0.3), alpha=0.8)
    canvas.rectangle((x + length * 0.5, y - length * 0.36, x + length * 0.74, y - length * 0.13), cabin, radius=6)
    canvas.rectangle((x + length * 0.47, y - length * 0.39, x + length * 0.79, y - length * 0.35), hull)
    canvas.rectangle((x + length * 0.6, y - length * 0.32, x + length * 0.71, y - length * 0.24), light)
    mast = (x + length * 0.42, y - length * 0.75)
    canvas.line([(mast[0], y - length * 0.12), mast], length * 0.016, ink("20242c"))
    canvas.line([(mast[0], y - length * 0.3), (x + length * 0.08, y - length * 0.58)], length * 0.011, ink("20242c"))
    for end in (
        (x + length * 0.02, y - length * 0.14),
        (x + length * 0.98, y - length * 0.27),
        (x + length * 0.08, y - length * 0.58),
    ):
        canvas.line([mast, end], 1.5, ink("20242c"), alpha=0.8)
    glow(canvas, (mast[0], mast[1] + 12), length * 0.34, light, 0.75)
    canvas.disc((mast[0], mast[1] + 12), 5, ink("fff7df"))


def gull(canvas: Canvas, at: Point, span: float, color: Color) -> None:
    """A gull on the wing."""
    x, y = at
    left = smooth(outline("-1,-0.2 -0.6,-0.46 -0.25,-0.3 0,0", (x, y), span))
    right = smooth(outline("0,0 0.3,-0.36 0.65,-0.42 1,-0.1", (x, y), span))
    canvas.line([*left, *right], span * 0.12, color)
