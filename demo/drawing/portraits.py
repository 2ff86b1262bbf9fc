"""Portraits of the newsroom's people: one head and shoulders each, in flat shapes."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from drawing.canvas import Canvas, Point, outline, smooth
from drawing.colors import Color, Fade, ink, mix
from drawing.light import finish, glow

Hair = Literal["bob", "long", "bun", "short", "curls", "bald", "locks", "cap"]
SIZE = 800


@dataclass(frozen=True, slots=True)
class Sitter:
    """How somebody looks; colors as six hexadecimal digits."""

    wall: str
    skin: str
    hair: Hair
    hair_color: str
    coat: str
    shirt: str
    glasses: bool = False
    beard: bool = False
    earrings: bool = False
    scarf: str = ""


SITTERS: Mapping[str, Sitter] = {
    "vera-sokolnik": Sitter("2f5d6d", "e3b594", "bob", "7a3b22", "2a2f45", "f2e6d2", glasses=True),
    "nora-whitlock": Sitter("c9803f", "edc3a3", "bun", "b9b2aa", "39606b", "f4ead8", earrings=True),
    "daniel-adeyemi": Sitter("3f4f7a", "6d4530", "short", "17121a", "8a5a2f", "f4ead8", beard=True),
    "gleb-rudnev": Sitter("6d3f4f", "e6bd9e", "bald", "5a4a40", "23222e", "d9d2c6", glasses=True, beard=True),
    "teymur-hasanzade": Sitter("2f6b52", "cf9a72", "short", "1c1618", "b23a3a", "f4ead8", beard=True),
    "solomiia-verbova": Sitter("3f6b78", "efc7a8", "long", "d9ad62", "f4ead8", "3f5f8a", earrings=True),
    "lucia-ferrer": Sitter("a8503f", "d9a27c", "curls", "2a1a1a", "2f5d50", "f0d9a8", earrings=True),
    "yael-shem-tov": Sitter("4a4f78", "d6a582", "locks", "4a2c22", "6d7f5a", "f4ead8", glasses=True),
    "inna-volskaya": Sitter("7a8f86", "e9c3a6", "cap", "8f8a8a", "5a2f45", "e3d6c2", scarf="c9803f"),
}


def portrait(name: str) -> Canvas:
    """The portrait of one of the `SITTERS`."""
    sitter = SITTERS[name]
    canvas = Canvas(name, SIZE, SIZE)
    wall = ink(sitter.wall)
    canvas.rectangle((0, 0, SIZE, SIZE), Fade(mix(wall, ink("ffffff"), 0.16), mix(wall, ink("0c0f1a"), 0.3)))
    glow(canvas, (280, 250), 420, mix(wall, ink("fff0cf"), 0.6), 0.4)
    _hair_behind(canvas, sitter)
    _shoulders(canvas, sitter)
    _face(canvas, sitter)
    _hair_in_front(canvas, sitter)
    if sitter.glasses:
        _glasses(canvas)
    return finish(canvas, corners=0.3)


def _shoulders(canvas: Canvas, sitter: Sitter) -> None:
    coat, shirt, skin = ink(sitter.coat), ink(sitter.shirt), ink(sitter.skin)
    canvas.blob(
        outline("70,860 96,700 190,628 330,590 470,590 610,628 704,700 730,860"),
        Fade(mix(coat, ink("ffffff"), 0.12), mix(coat, ink("0c0f1a"), 0.25)),
    )
    canvas.polygon(outline("318,590 482,590 440,810 360,810"), Fade(shirt, mix(shirt, ink("6a6070"), 0.35)))
    canvas.polygon(
        smooth(outline("336,470 338,560 312,606 400,668 488,606 462,560 464,470")),
        Fade(mix(skin, ink("5a2f2a"), 0.32), skin),
    )
    for side in (-1, 1):
        lapel = [
            (400 + side * 84, 584),
            (400 + side * 128, 640),
            (400 + side * 96, 690),
            (400 + side * 22, 810),
            (400 + side * 72, 640),
        ]
        canvas.polygon(lapel, mix(coat, ink("ffffff"), 0.2))
    if sitter.scarf:
        scarf = ink(sitter.scarf)
        canvas.blob(
            outline("290,560 400,620 510,560 532,622 400,692 268,622"), Fade(mix(scarf, ink("ffffff"), 0.2), scarf)
        )
        canvas.polygon(smooth(outline("432,650 486,640 510,760 500,820 440,820")), mix(scarf, ink("3a1a10"), 0.2))


def _face(canvas: Canvas, sitter: Sitter) -> None:
    skin, dark = ink(sitter.skin), mix(ink(sitter.skin), ink("5a2a24"), 0.4)
    for side in (-1, 1):
        canvas.ellipse((400 + side * 132 - 24, 336, 400 + side * 132 + 24, 412), mix(skin, dark, 0.35))
        if sitter.earrings:
            canvas.disc((400 + side * 138, 424), 10, ink("e9c46a"))
    head = outline("270,330 280,210 400,160 520,210 530,330 506,440 446,514 400,526 354,514 294,440")
    canvas.blob(head, Fade(mix(skin, ink("fff0dc"), 0.22), skin, across=False))
    shade = outline("420,166 520,210 530,330 506,440 446,514 420,524 470,430 482,320 462,220")
    canvas.blob(shade, dark, alpha=0.2, blur=7)
    for side in (-1, 1):
        canvas.ellipse((400 + side * 74 - 30, 400, 400 + side * 74 + 30, 440), ink("d9604f"), alpha=0.16, blur=9)
        _eye(canvas, (400 + side * 58, 346), side, ink(sitter.hair_color))
    canvas.line(smooth(outline("404,338 412,388 420,408 396,414")), 5, dark, alpha=0.75)
    if sitter.beard:
        _beard(canvas, ink(sitter.hair_color))
    lips = mix(skin, ink("a8322f"), 0.42)
    canvas.line(smooth(outline("364,456 400,468 438,454")), 8, lips)
    canvas.line(smooth(outline("380,482 400,486 420,481")), 4, dark, alpha=0.4)


def _eye(canvas: Canvas, at: Point, side: int, hair: Color) -> None:
    x, y = at
    canvas.ellipse((x - 20, y - 10, x + 20, y + 12), ink("fbf6ee"))
    canvas.disc((x, y + 1), 10.5, ink("2b2026"))
    canvas.disc((x - 3, y - 3), 3, ink("ffffff"))
    canvas.line(smooth(outline("-23,0 0,-13 23,0", (x, y))), 4, ink("2b1a1c"))
    brow = mix(hair, ink("2b1a1c"), 0.4)
    canvas.line(smooth([(x - side * 26, y - 34), (x + side * 2, y - 42), (x + side * 32, y - 29)]), 8, brow)


def _beard(canvas: Canvas, hair: Color) -> None:
    edge = outline("276,380 300,428 340,440 400,430 460,440 500,428 524,380 512,470 452,540 400,552 348,540 288,470")
    canvas.blob(edge, Fade(hair, mix(hair, ink("ffffff"), 0.1)))
    canvas.ellipse((358, 444, 444, 478), mix(hair, ink("6a3a32"), 0.45))


def _glasses(canvas: Canvas) -> None:
    frame: Color = ink("231c22")
    for side in (-1, 1):
        x = 400 + side * 60
        ring = outline("-44,346 -36,314 0,306 36,314 44,346 30,380 0,388 -30,380", (x, 0))
        rim = smooth(ring, closed=True)
        canvas.polygon(rim, ink("ffffff"), alpha=0.12)
        canvas.line([*rim, rim[0]], 6, frame)
        canvas.line([(x + side * 44, 340), (400 + side * 138, 334)], 6, frame)
    canvas.line(smooth(outline("384,342 400,334 416,342")), 6, frame)


def _hair_behind(canvas: Canvas, sitter: Sitter) -> None:
    color = ink(sitter.hair_color)
    fill = Fade(mix(color, ink("ffffff"), 0.1), mix(color, ink("0c0810"), 0.35))
    match sitter.hair:
        case "bob":
            canvas.blob(outline("240,330 256,190 400,118 544,190 560,330 566,500 500,520 300,520 234,500"), fill)
        case "long":
            canvas.blob(
                outline("236,330 252,180 400,116 548,180 564,330 590,600 560,700 460,690 340,690 240,700 210,600"), fill
            )
        case "locks":
            for x in range(216, 600, 32):
                canvas.line(
                    smooth(
                        [
                            (x, 150 + (x - 400) ** 2 / 210),
                            (x - 8 if x < 400 else x + 8, 420),
                            (x - 20 if x < 400 else x + 20, 640),
                        ]
                    ),
                    38,
                    fill,
                )
        case "bun":
            canvas.disc((400, 112), 74, fill)
        case "curls":
            for step in range(54):
                angle = math.pi * (0.86 + 1.28 * step / 53)
                far = canvas.chance.uniform(130, 186)
                spot = (
                    400 + far * math.cos(angle),
                    330 + far * math.sin(angle) * (1.1 if math.sin(angle) < 0 else 1.5),
                )
                canvas.disc(
                    spot, canvas.chance.uniform(34, 54), mix(color, ink("ffffff"), canvas.chance.uniform(0, 0.1))
                )
        case "cap":
            canvas.blob(outline("250,330 254,420 240,520 330,540 470,540 560,520 546,420 550,330"), fill)
        case _:
            return


def _hair_in_front(canvas: Canvas, sitter: Sitter) -> None:
    color = ink(sitter.hair_color)
    fill = Fade(mix(color, ink("ffffff"), 0.16), color)
    match sitter.hair:
        case "bob" | "long":
            canvas.blob(outline("256,372 258,220 400,126 542,220 544,372 520,300 480,240 360,226 296,280"), fill)
        case "bun" | "locks":
            canvas.blob(outline("264,340 262,220 400,134 538,220 536,340 508,252 400,204 292,252"), fill)
        case "short":
            canvas.blob(
                outline("262,340 258,210 320,136 400,122 490,138 544,212 538,340 520,264 470,232 330,232 282,264"), fill
            )
        case "curls":
            for step in range(20):
                x = 278 + step * 13 + canvas.chance.uniform(-6, 6)
                y = 208 - (1 - ((x - 400) / 130) ** 2) * 46 + canvas.chance.uniform(-10, 12)
                canvas.disc(
                    (x, y), canvas.chance.uniform(24, 36), mix(color, ink("ffffff"), canvas.chance.uniform(0.02, 0.14))
                )
        case "bald":
            for side in (-1, 1):
                canvas.blob(
                    [
                        (400 + side * 136, 372),
                        (400 + side * 142, 300),
                        (400 + side * 128, 240),
                        (400 + side * 116, 270),
                        (400 + side * 124, 340),
                    ],
                    fill,
                )
        case "cap":
            for side in (-1, 1):
                canvas.blob(
                    [
                        (400 + side * 96, 262),
                        (400 + side * 150, 270),
                        (400 + side * 158, 400),
                        (400 + side * 136, 500),
                        (400 + side * 112, 400),
                        (400 + side * 118, 320),
                    ],
                    fill,
                )
            _beret(canvas, ink(sitter.coat))


def _beret(canvas: Canvas, cloth: Color) -> None:
    canvas.blob(
        outline("258,262 300,232 400,220 500,232 542,262 520,282 400,252 280,282"), mix(cloth, ink("0c0810"), 0.35)
    )
    canvas.blob(
        outline("236,240 220,170 300,104 430,84 560,116 612,186 560,242 400,234"),
        Fade(mix(cloth, ink("ffffff"), 0.18), cloth),
    )
    canvas.line([(430, 88), (438, 66)], 10, mix(cloth, ink("ffffff"), 0.1))
