"""Light, air and paper: what is laid over the shapes."""

import itertools
import math
from collections.abc import Sequence

from PIL import Image, ImageChops, ImageFilter, ImageOps

from drawing.canvas import SCALE, Canvas, Point
from drawing.colors import Color, Fade, mix

BLACK: Color = (0, 0, 0)


def sky(canvas: Canvas, *stops: tuple[float, Color]) -> None:
    """Bands that run into one another: each stop is a height in pixels and the color there, from the top down."""
    for (top, upper), (bottom, lower) in itertools.pairwise(stops):
        canvas.rectangle((0, top, canvas.width, bottom), Fade(upper, lower))


def glow(canvas: Canvas, center: Point, radius: float, color: Color, strength: float = 1) -> None:
    """Light around a lamp, fading with the distance."""
    size = max(2, round(2 * radius * SCALE))
    disc = ImageOps.invert(Image.radial_gradient("L")).point(_falloff(strength)).resize((size, size))
    canvas.light(ImageOps.colorize(disc, BLACK, color), (center[0] - radius, center[1] - radius))


def _falloff(strength: float) -> list[int]:
    # The ready-made gradient reaches into the corners of its square; what is left at the edges must be black.
    edge = 255 * (1 - 1 / math.sqrt(2))
    return [round(255 * strength * max(0.0, (value - edge) / (255 - edge)) ** 2) for value in range(256)]


def beam(canvas: Canvas, points: Sequence[Point], color: Color, strength: float = 0.5, blur: float = 8) -> None:
    """A ray of light in the shape of these corners, added to what is there."""
    sheet = Canvas("beam", canvas.width, canvas.height)
    sheet.polygon(points, mix(BLACK, color, strength), blur=blur)
    canvas.light(sheet.image, (0, 0))


def haze(canvas: Canvas, top: float, bottom: float, color: Color, strength: float = 0.5) -> None:
    """Mist that grows from nothing at the top to its full strength at the bottom."""
    width, height = canvas.width * SCALE, round((bottom - top) * SCALE)
    ramp = Image.linear_gradient("L").resize((width, height)).point([round(v * strength) for v in range(256)])
    canvas.image.paste(Image.new("RGB", (width, height), color), (0, round(top * SCALE)), ramp)


def clouds(canvas: Canvas, box: tuple[float, float, float, float], color: Color, strength: float, count: int) -> None:
    """Soft long clouds inside the box."""
    left, top, right, bottom = box
    for _ in range(count):
        x, y = canvas.anywhere((left, top, right, bottom))
        half, thick = canvas.chance.uniform(120, 360), canvas.chance.uniform(5, 22)
        canvas.ellipse((x - half, y - thick, x + half, y + thick), color, alpha=strength, blur=thick * 0.9)


def stars(canvas: Canvas, bottom: float, count: int, color: Color) -> None:
    """Small stars above `bottom`."""
    for _ in range(count):
        x, y = canvas.anywhere((0, 0, canvas.width, bottom))
        canvas.disc((x, y), canvas.chance.uniform(0.6, 1.7), color, alpha=canvas.chance.uniform(0.25, 0.9))


def vignette(canvas: Canvas, strength: float = 0.35) -> None:
    """Darken the corners."""
    shade = Image.radial_gradient("L").point([round(strength * value * value / 255) for value in range(256)])
    shade = shade.resize(canvas.image.size, Image.Resampling.BICUBIC)
    canvas.image.paste(Image.new("RGB", canvas.image.size, (6, 8, 20)), (0, 0), shade)


def paper(canvas: Canvas, strength: float = 0.06) -> None:
    """The grain of printed paper, fine and coarse; also hides the steps of smooth gradients."""
    for cell, share in ((1, strength), (60, strength * 0.22)):
        size = (canvas.width // cell, canvas.height // cell)
        noise = Image.frombytes("L", size, canvas.chance.randbytes(size[0] * size[1]))
        if cell == 1:
            noise = noise.filter(ImageFilter.GaussianBlur(0.7))
        noise = noise.resize(canvas.image.size, Image.Resampling.BICUBIC).convert("RGB")
        canvas.image = Image.blend(canvas.image, ImageChops.overlay(canvas.image, noise), min(1, share * 4))


def finish(canvas: Canvas, *, corners: float = 0.35, grain: float = 0.045) -> Canvas:
    """The last touches that all pictures share."""
    vignette(canvas, corners)
    paper(canvas, grain)
    return canvas
