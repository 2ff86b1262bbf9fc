"""What a harbour city is built of: houses and their windows, hills, lamps, a lighthouse, a bridge."""

import itertools
from collections.abc import Sequence

from drawing.canvas import Box, Canvas, Point, smooth
from drawing.colors import Color, Fade, Fill, ink, mix
from drawing.light import glow

WARM: tuple[Color, ...] = (ink("ffd98a"), ink("ffbf69"), ink("ffe8b5"), ink("f9a857"))
"""The colors of windows with somebody at home."""


def windows(
    canvas: Canvas, box: Box, rows: int, columns: int, *, lit: float, dark: Color, colors: Sequence[Color] = WARM
) -> None:
    """Rows of windows inside the box; `lit` is the share of them with light."""
    left, top, right, bottom = box
    wide, high = (right - left) / columns, (bottom - top) / rows
    for row in range(rows):
        for column in range(columns):
            x, y = left + wide * (column + 0.24), top + high * (row + 0.2)
            pane = (x, y, x + wide * 0.52, y + high * 0.6)
            if canvas.chance.random() < lit:
                color = canvas.chance.choice(list(colors))
                canvas.rectangle(pane, Fade(mix(color, ink("ffffff"), 0.15), color))
            else:
                canvas.rectangle(pane, dark)


def house(canvas: Canvas, box: Box, wall: Fill, *, rows: int, columns: int, lit: float, dark: Color) -> None:
    """A house with a flat roof, a cornice and rows of windows."""
    left, top, right, bottom = box
    canvas.rectangle(box, wall)
    edge = wall.start if isinstance(wall, Fade) else wall
    canvas.rectangle((left - 4, top, right + 4, top + 9), mix(edge, ink("ffffff"), 0.12))
    canvas.rectangle((left, top + 9, right, top + 14), ink("000000"), alpha=0.25)
    windows(canvas, (left + 6, top + 24, right - 6, bottom - 12), rows, columns, lit=lit, dark=dark)


def chimney(canvas: Canvas, x: float, roof: float, fill: Fill) -> None:
    """A chimney that stands on the roof."""
    canvas.rectangle((x, roof - 30, x + 20, roof + 2), fill)
    canvas.rectangle((x - 3, roof - 34, x + 23, roof - 27), fill)


def skyline(canvas: Canvas, base: float, heights: tuple[float, float], fill: Fill, *, lit: float = 0) -> None:
    """A row of distant houses from side to side."""
    x = -20.0
    while x < canvas.width:
        wide, high = canvas.chance.uniform(46, 120), canvas.chance.uniform(*heights)
        canvas.rectangle((x, base - high, x + wide, base), fill)
        if canvas.chance.random() < 0.3:
            canvas.polygon(
                [(x, base - high), (x + wide / 2, base - high - 26), (x + wide, base - high)],
                fill.start if isinstance(fill, Fade) else fill,
            )
        _sparks(canvas, (x + 8, base - high + 10, x + wide - 8, base - 6), lit)
        x += wide - canvas.chance.uniform(1, 8)


def _sparks(canvas: Canvas, box: Box, lit: float) -> None:
    left, top, right, bottom = box
    y = top
    while y < bottom - 6:
        x = left
        while x < right - 5:
            if canvas.chance.random() < lit:
                canvas.rectangle((x, y, x + 5, y + 7), canvas.chance.choice(WARM), alpha=0.85)
            x += 14
        y += 17


def hill(canvas: Canvas, base: float, crest: Sequence[Point], fill: Fill) -> None:
    """A hill under a smooth crest."""
    line = smooth(crest)
    canvas.polygon([*line, (crest[-1][0], base), (crest[0][0], base)], fill)


def lamp(canvas: Canvas, foot: Point, height: float, color: Color, post: Color, *, reach: float = 170) -> None:
    """A street lamp that is on."""
    x, y = foot
    canvas.line([(x, y), (x, y - height)], 5, post)
    canvas.polygon(
        [(x - 9, y - height), (x + 9, y - height), (x + 14, y - height - 30), (x - 14, y - height - 30)],
        mix(color, ink("ffffff"), 0.5),
    )
    canvas.polygon([(x - 17, y - height - 29), (x + 17, y - height - 29), (x, y - height - 44)], post)
    glow(canvas, (x, y - height - 14), reach, color, 0.75)
    glow(canvas, (x, y - height - 14), 36, ink("ffffff"), 0.5)


def lighthouse(canvas: Canvas, foot: Point, height: float, *, tower: Fill, bands: Color, cap: Color) -> Point:
    """A lighthouse with bands; gives back where its lamp is."""
    x, y = foot
    top, low, high = y - height, height * 0.12, height * 0.072
    canvas.polygon([(x - low, y), (x + low, y), (x + high, top), (x - high, top)], tower)
    for share in (0.14, 0.44, 0.74):
        upper, lower = low + (high - low) * (share + 0.14), low + (high - low) * share
        at, to = y - height * share, y - height * (share + 0.14)
        canvas.polygon([(x - lower, at), (x + lower, at), (x + upper, to), (x - upper, to)], bands)
    canvas.rectangle((x - high * 1.5, top - 6, x + high * 1.5, top + 4), cap)
    canvas.rectangle((x - high * 0.8, top - height * 0.13, x + high * 0.8, top - 5), ink("ffefc2"))
    canvas.polygon(
        [(x - high * 1.1, top - height * 0.13), (x + high * 1.1, top - height * 0.13), (x, top - height * 0.21)], cap
    )
    return x, top - height * 0.07


def bridge(canvas: Canvas, deck: float, towers: Sequence[float], rise: float, *, steel: Fill, water: float) -> None:
    """A hanging bridge from side to side: towers at these places, cables, and a deck."""
    ends = [2 * towers[0] - towers[1], *towers, 2 * towers[-1] - towers[-2]]
    for left, right in itertools.pairwise(ends):
        cable = [(left + (right - left) * share, deck - 14 - rise * (2 * share - 1) ** 2) for share in _shares(24)]
        canvas.line(cable, 5, steel)
        for x, y in cable[1:-1]:
            canvas.line([(x, y), (x, deck)], 1.6, steel)
    for x in towers:
        for side in (-17, 17):
            canvas.rectangle((x + side - 7, deck - rise - 34, x + side + 7, water), steel)
        for y in (deck - rise, deck - rise * 0.55, deck + 60):
            canvas.rectangle((x - 20, y, x + 20, y + 11), steel)
    canvas.rectangle((0, deck, canvas.width, deck + 15), steel)
    canvas.rectangle((0, deck + 15, canvas.width, deck + 20), ink("000000"), alpha=0.3)


def _shares(count: int) -> list[float]:
    return [step / count for step in range(count + 1)]
