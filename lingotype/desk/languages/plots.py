"""Small plots of a figure over the weeks: a line of points for SVG, and the same in words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

WIDTH, HEIGHT, MARGIN = 132, 36, 4


@dataclass(frozen=True, slots=True)
class Plot:
    """One figure's."""

    lines: Sequence[str]
    """Points of SVG's polylines; a week without a value parts them."""
    dots: Sequence[tuple[float, float]]
    """Each value's point."""
    words: str
    """“Held: 12 % in the week of 1 September, …”."""
    most: str
    """The largest value, which the top stands for."""
    width: int = WIDTH
    height: int = HEIGHT
    base: float = HEIGHT - MARGIN
    """Where zero is."""


def plot(
    name: str, values: Sequence[float | None], days: Sequence[date], say: Callable[[float], str], least: float
) -> Plot | None:
    """The plot of a figure, from zero up to its largest value or `least`; None where no week has a value."""
    known = [value for value in values if value is not None]
    if not known:
        return None
    top = max(*known, least)
    step = (WIDTH - 2 * MARGIN) / max(1, len(values) - 1)
    points = [
        (round(MARGIN + number * step, 1), round(HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * value / top, 1))
        if value is not None
        else None
        for number, value in enumerate(values)
    ]
    said = ", ".join(
        _("{value} in the week of {day}").format(value=say(value), day=date_format(day, "MONTH_DAY_FORMAT"))
        for value, day in zip(values, days, strict=True)
        if value is not None
    )
    return Plot(_lines(points), [point for point in points if point], f"{name}: {said}", say(top))


def _lines(points: Sequence[tuple[float, float] | None]) -> list[str]:
    runs: list[list[str]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(f"{point[0]},{point[1]}")
    return [" ".join(run) for run in runs if len(run) > 1]
