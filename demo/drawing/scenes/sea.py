"""The bay: the ferry, the storm, the port."""

import math

from drawing.boats import container_ship, crane, ferry, gull
from drawing.canvas import Canvas, Point, outline, smooth
from drawing.colors import Color, Fade, ink, mix
from drawing.light import beam, clouds, finish, glow, haze, sky
from drawing.town import bridge, hill, lighthouse, skyline
from drawing.water import glints, mirror, rain, swell

CARGO = [ink("c8553d"), ink("2a6f8e"), ink("d9a441"), ink("6b7f5e"), ink("8c3b3b"), ink("b7b7a4")]


def electric_ferry(canvas: Canvas) -> Canvas:
    """A white ferry crosses the bay at sunrise."""
    sky(canvas, (0, ink("29527a")), (260, ink("6f9bb0")), (440, ink("f2c79a")), (645, ink("f7a072")))
    glow(canvas, (1180, 560), 620, ink("ffcf8f"), 0.75)
    canvas.disc((1180, 548), 62, ink("fff1cf"))
    clouds(canvas, (0, 130, 1600, 420), ink("ffe3c4"), 0.35, 12)
    hill(canvas, 610, outline("-60,600 180,520 420,470 640,520 860,590 960,610"), Fade(ink("7d93a6"), ink("c9a595")))
    hill(canvas, 612, outline("620,612 900,560 1140,575 1380,510 1660,560"), Fade(ink("6a7f98"), ink("b08f8b")))
    skyline(canvas, 644, (34, 62), ink("56708a"), lit=0.12)
    haze(canvas, 500, 644, ink("ffd3a8"), 0.5)
    white = Fade(ink("fffaf0"), ink("d9dfe2"))
    ferry(canvas, (430, 640), 760, hull=Fade(ink("22486b"), ink("17324e")), house=white, light=ink("ffd27a"))
    mirror(canvas, 642, 1000, ink("2b5d7c"), share=0.38, ripple=10)
    _wake(canvas, (408, 648))
    glints(canvas, (980, 660, 1400, 1000), ink("ffe6b8"), 240, 0.75)
    glints(canvas, (0, 660, 1600, 1000), ink("a9cad6"), 160, 0.3)
    for x, y, span in ((330, 300, 30), (250, 360, 20), (520, 240, 16), (1330, 260, 22)):
        gull(canvas, (x, y), span, ink("fdf6ea"))
    return finish(canvas)


def _wake(canvas: Canvas, bow: Point) -> None:
    x, y = bow
    for step in range(46):
        along = canvas.chance.uniform(0, 1) ** 1.4
        left = x - 24 + along * 880
        half = canvas.chance.uniform(14, 50)
        canvas.ellipse(
            (left - half, y - 3 + along * 10, left + half, y + 4 + along * 16 + step % 3), ink("f4fbff"), alpha=0.5
        )


def storm(canvas: Canvas) -> Canvas:
    """A wave breaks over the harbor wall beside the lighthouse."""
    sky(canvas, (0, ink("0d1b2a")), (420, ink("25425a")), (720, ink("47687a")))
    clouds(canvas, (-100, 20, 1700, 330), ink("0a131f"), 0.55, 26)
    clouds(canvas, (-100, 260, 1700, 520), ink("5b7b8b"), 0.3, 12)
    lamp = (1226.0, 283.0)
    beam(canvas, [lamp, (-40, 40), (-40, 330)], ink("ffe9b0"), 0.3, 14)
    beam(canvas, [lamp, (1640, 230), (1640, 330)], ink("ffe9b0"), 0.2, 14)
    swell(canvas, 690, 40, 420, Fade(ink("2c5266"), ink("15303f")), foam=ink("7fa3ad"))
    _breakwater(canvas)
    tower = Fade(ink("f4ead8"), ink("8d97a0"), across=True)
    at = lighthouse(canvas, (1226, 720), 410, tower=tower, bands=ink("b23a3a"), cap=ink("4a2530"))
    glow(canvas, at, 260, ink("ffe7a3"), 0.95)
    glow(canvas, at, 70, ink("ffffff"), 0.9)
    _breaker(canvas)
    swell(canvas, 840, 66, 520, Fade(ink("1f4a5c"), ink("0e2533")), foam=ink("b9d3d6"))
    swell(canvas, 930, 54, 430, Fade(ink("173b4c"), ink("081722")), foam=ink("8fb2ba"))
    rain(canvas, 620, -0.42, ink("cfe3ea"), 0.34)
    return finish(canvas, corners=0.5)


def _breakwater(canvas: Canvas) -> None:
    canvas.polygon(outline("700,760 860,712 1640,700 1640,900 640,900"), Fade(ink("3d4750"), ink("1a2129")))
    canvas.polygon(outline("860,712 1640,700 1640,716 850,729"), ink("66747c"))
    for _ in range(46):
        x, y = canvas.anywhere((700, 742, 1600, 840))
        size = canvas.chance.uniform(14, 34)
        tone = mix(ink("2a333b"), ink("56626a"), canvas.chance.random())
        canvas.blob(outline("-1,0 -0.3,-0.7 0.8,-0.4 1,0.4 -0.2,0.5", (x, y), size), tone)


def _breaker(canvas: Canvas) -> None:
    back = outline(
        "-60,820 120,640 330,400 520,270 700,236 860,290 925,400 880,380 790,352 700,400 668,500 "
        "700,640 800,780 900,900 -60,1000"
    )
    canvas.blob(back, Fade(ink("6fa3a8"), ink("143443")))
    hollow = outline("884,386 800,350 708,396 668,500 690,620 780,752 880,800 850,650 812,520 836,430")
    canvas.blob(hollow, Fade(ink("0f2f3e"), ink("1f5262")))
    for number in range(15):
        share = number / 14
        streak = [
            (-40 + share * 560, 900),
            (170 + share * 440, 640 + share * 60),
            (380 + share * 270, 420 + share * 150),
            (560 + share * 118, 312 + share * 170),
            (690 - share * 20, 262 + share * 200),
        ]
        canvas.line(smooth(streak), canvas.chance.uniform(1.5, 6), mix(ink("c4e2df"), ink("2a5c6b"), share), alpha=0.42)
    _foam(canvas, outline("520,268 700,232 860,286 930,400"), 22, 330)
    _foam(canvas, outline("690,640 800,740 960,760 1120,720"), 40, 420)
    _spray(canvas, (820, 300), 420)


def _foam(canvas: Canvas, line: list[Point], spread: float, count: int) -> None:
    path = smooth(line, steps=40)
    for _ in range(count):
        x, y = canvas.chance.choice(path)
        away = canvas.chance.gauss(0, spread)
        radius = canvas.chance.uniform(3, 15) * max(0.25, 1 - abs(away) / 90)
        tone = mix(ink("ffffff"), ink("a8c8cc"), canvas.chance.random())
        canvas.disc((x + canvas.chance.gauss(0, spread * 0.5), y + away), radius, tone, alpha=0.85)


def _spray(canvas: Canvas, at: Point, count: int) -> None:
    for _ in range(count):
        angle, far = canvas.chance.uniform(-2.7, -0.35), abs(canvas.chance.gauss(0, 1)) * 190
        x, y = at[0] + math.cos(angle) * far + far * 0.3, at[1] + math.sin(angle) * far
        canvas.disc((x, y), canvas.chance.uniform(1, 4.6), ink("eaf6f7"), alpha=max(0.15, 0.9 - far / 460))


def paper_ship(canvas: Canvas) -> Canvas:
    """A boat folded from a stamped contract lies beside the hull of a container ship."""
    sky(canvas, (0, ink("c9b79c")), (330, ink("e7cfa5")), (692, ink("f0b67f")))
    glow(canvas, (420, 560), 560, ink("ffe2ad"), 0.8)
    crane(canvas, (180, 640), 300, ink("a3886f"), raised=True)
    crane(canvas, (520, 640), 260, ink("ad9277"))
    skyline(canvas, 692, (20, 46), ink("9c8672"))
    haze(canvas, 420, 692, ink("f6d6a3"), 0.75)
    _hull(canvas)
    mirror(canvas, 690, 1000, ink("3d5a5e"), share=0.5, ripple=11)
    glints(canvas, (120, 720, 800, 1000), ink("fff0cf"), 220, 0.7)
    _folded_boat(canvas, (470, 760), 340)
    return finish(canvas, corners=0.42)


def _hull(canvas: Canvas) -> None:
    canvas.polygon(outline("700,690 620,250 1640,210 1640,690"), Fade(ink("24343b"), ink("131d22")))
    canvas.polygon(outline("690,634 1640,622 1640,690 700,690"), Fade(ink("8c3b33"), ink("5a2420")))
    canvas.polygon(outline("620,250 1640,210 1640,226 623,266"), ink("41545b"))
    for column in range(9):
        for level in range(canvas.chance.randint(1, 3)):
            x, y = 700 + column * 106, 246 - column * 4.2 - (level + 1) * 62
            box = (x, y, x + 100, y + 58)
            color = canvas.chance.choice(CARGO)
            canvas.rectangle(box, Fade(color, mix(color, ink("1b1b1b"), 0.35)))
            for rib in range(1, 8):
                canvas.line([(x + rib * 12.5, y + 5), (x + rib * 12.5, y + 53)], 1.4, ink("000000"), alpha=0.18)
    canvas.line([(790, 330), (770, 690)], 3, ink("0c1316"))
    for mark in range(9):
        canvas.rectangle((824, 470 + mark * 22, 848, 474 + mark * 22), ink("e8dcc6"), alpha=0.7)


def _folded_boat(canvas: Canvas, keel: Point, size: float) -> None:
    x, y = keel
    light, shade, fold = ink("fffaf0"), ink("d8cdb8"), ink("b8ab94")
    canvas.ellipse((x - size * 0.62, y - 4, x + size * 0.62, y + 40), ink("1d3338"), alpha=0.45, blur=9)
    canvas.polygon(outline("0,-0.8 -0.36,-0.02 0,0", (x, y), size), light)
    canvas.polygon(outline("0,-0.8 0.36,-0.02 0,0", (x, y), size), Fade(shade, fold))
    left, right = (x - size * 0.72, y - size * 0.34), (x + size * 0.72, y - size * 0.34)
    canvas.polygon(
        [left, (x, y - size * 0.12), (x, y + 10), (x - size * 0.42, y + 10)], Fade(ink("fff6e6"), ink("e2d6c0"))
    )
    canvas.polygon([right, (x, y - size * 0.12), (x, y + 10), (x + size * 0.42, y + 10)], Fade(shade, fold))
    _writing(canvas, (x - size * 0.44, y - size * 0.19), size * 0.4)
    canvas.disc((x + size * 0.3, y - size * 0.09), size * 0.075, ink("b23a3a"), alpha=0.8)
    canvas.disc((x + size * 0.3, y - size * 0.09), size * 0.058, mix(shade, fold, 0.4))
    canvas.disc((x + size * 0.3, y - size * 0.09), size * 0.04, ink("b23a3a"), alpha=0.7)
    canvas.line([(x, y - size * 0.8), (x, y + 8)], 1.6, fold)


def _writing(canvas: Canvas, corner: Point, width: float) -> None:
    tone: Color = ink("5a6b73")
    for row in range(5):
        x, y = corner[0] + row * 15, corner[1] + row * 13
        canvas.line([(x, y), (x + width * canvas.chance.uniform(0.5, 0.78), y + width * 0.12)], 2.6, tone, alpha=0.7)


def bridge_at_dawn(canvas: Canvas) -> Canvas:
    """A small van drives across a tall bridge over a misty river."""
    sky(canvas, (0, ink("3b4f7a")), (300, ink("a78ba8")), (520, ink("f0a993")), (742, ink("ffd7a6")))
    glow(canvas, (800, 690), 640, ink("ffd9a0"), 0.8)
    canvas.disc((800, 612), 84, ink("fff0d0"))
    clouds(canvas, (0, 90, 1600, 380), ink("ffd9d0"), 0.35, 14)
    skyline(canvas, 742, (30, 130), Fade(ink("7d6f8f"), ink("d19a94")), lit=0.08)
    haze(canvas, 560, 742, ink("ffdcb8"), 0.8)
    bridge(canvas, 470, [330, 1270], 300, steel=ink("47355c"), water=760)
    _van(canvas, (930, 470))
    mirror(canvas, 740, 1000, ink("6d5b80"), share=0.35, ripple=8)
    for level, alpha in ((735, 0.75), (790, 0.4), (860, 0.25)):
        canvas.ellipse((-200, level - 26, 1800, level + 34), ink("ffe6cf"), alpha=alpha, blur=22)
    glints(canvas, (660, 770, 940, 1000), ink("fff0cf"), 130, 0.7)
    hill(canvas, 1000, outline("-80,880 160,900 380,960 520,1010"), ink("2c2340"))
    hill(canvas, 1000, outline("1180,1010 1340,950 1500,905 1700,890"), ink("2c2340"))
    return finish(canvas)


def _van(canvas: Canvas, wheel: Point) -> None:
    x, y = wheel
    canvas.rectangle((x, y - 58, x + 86, y - 9), Fade(ink("fff4e0"), ink("d8b9a4")), radius=5)
    canvas.polygon(outline("84,-44 106,-42 122,-24 124,-9 84,-9", (x, y)), Fade(ink("fff4e0"), ink("d8b9a4")))
    canvas.polygon(outline("90,-39 104,-38 114,-25 90,-25", (x, y)), ink("4b4a6d"))
    canvas.rectangle((x + 18, y - 44, x + 62, y - 24), ink("2a6f8e"), radius=3)
    for wheel_x in (x + 22, x + 98):
        canvas.disc((wheel_x, y - 8), 12, ink("261d33"))
        canvas.disc((wheel_x, y - 8), 5, ink("b9a7b0"))
    glow(canvas, (x + 124, y - 18), 60, ink("ffe9b0"), 0.8)


def harbor_at_dusk(canvas: Canvas) -> Canvas:
    """The port with its cranes after sunset."""
    sky(canvas, (0, ink("1b2350")), (260, ink("5a4a86")), (450, ink("d9768a")), (670, ink("ffb482")))
    glow(canvas, (420, 610), 620, ink("ffbf86"), 0.7)
    clouds(canvas, (0, 130, 1600, 400), ink("f6a5a0"), 0.4, 14)
    skyline(canvas, 669, (40, 130), Fade(ink("4c3f6b"), ink("9a5f7a")), lit=0.16)
    for x, size, raised in ((560, 330, True), (830, 390, False), (1180, 430, False), (1480, 340, True)):
        crane(canvas, (x, 650), size, ink("2b2447"), raised=raised)
    canvas.rectangle((480, 640, 1600, 668), ink("231d3c"))
    container_ship(canvas, (560, 664), 860, Fade(ink("3a2747"), ink("22182f")), CARGO)
    mirror(canvas, 668, 1000, ink("3a3566"), share=0.35, ripple=10)
    glints(canvas, (200, 690, 660, 1000), ink("ffd9ae"), 170, 0.6)
    for x, y, span in ((260, 260, 26), (330, 300, 18), (190, 330, 14)):
        gull(canvas, (x, y), span, ink("2b2447"))
    return finish(canvas)
