"""Indoors, without people: letters on a desk, a piano, a shop of sea charts."""

import math

from drawing.canvas import Box, Canvas, Point, outline, smooth, turned
from drawing.colors import Color, Fade, ink, mix
from drawing.light import beam, finish, glow, sky, stars
from drawing.town import skyline


def letters(canvas: Canvas) -> Canvas:
    """Old envelopes, a paper knife and a lamp's light on a wooden desk."""
    canvas.rectangle((0, 0, 1600, 1000), Fade(ink("7a4f32"), ink("5a3824")))
    for plank in range(0, 1000, 125):
        canvas.line([(0, plank), (1600, plank + 6)], 3, ink("3f2618"), alpha=0.7)
        for _ in range(7):
            x, y = canvas.chance.uniform(0, 1500), plank + canvas.chance.uniform(12, 112)
            canvas.line(smooth(outline("0,0 120,6 260,-3", (x, y))), 1.6, ink("4a2e1c"), alpha=0.4)
    spots = [
        (250, 250, -0.3),
        (620, 190, 0.16),
        (1010, 260, -0.12),
        (1370, 210, 0.34),
        (300, 560, 0.2),
        (1330, 560, -0.22),
        (180, 850, -0.1),
        (560, 830, -0.36),
        (1010, 860, 0.18),
        (1420, 850, 0.05),
        (780, 520, -0.06),
    ]
    for number, (x, y, angle) in enumerate(spots):
        _envelope(canvas, (x, y), angle, number)
    _knife(canvas, (1010, 700), -0.5)
    glow(canvas, (790, 470), 760, ink("ffcf8a"), 0.5)
    return finish(canvas, corners=0.8)


def _envelope(canvas: Canvas, center: Point, angle: float, number: int) -> None:
    x, y = center
    half, tall = (200, 128) if number == 10 else (172, 110)
    tone = ink(("f2e2bf", "e5cfa0", "d9c2a0", "efe6d2", "dcc08c")[number % 5])

    def at(*points: Point) -> list[Point]:
        return turned([(x + dx * half, y + dy * tall) for dx, dy in points], center, angle)

    corners = at((-1, -1), (1, -1), (1, 1), (-1, 1))
    canvas.polygon([(px + 9, py + 13) for px, py in corners], ink("24140c"), alpha=0.5, blur=7)
    canvas.polygon(corners, Fade(mix(tone, ink("ffffff"), 0.15), mix(tone, ink("a8804f"), 0.25)))
    if number % 3 == 1:
        canvas.polygon(at((-1, -1), (1, -1), (0, 0.2)), mix(tone, ink("8a6a42"), 0.16))
        canvas.line(at((-1, -1), (0, 0.2), (1, -1)), 2, mix(tone, ink("6d5130"), 0.5))
        canvas.disc(at((0, 0.2))[0], 20, ink("9c2f2f"))
        canvas.disc(at((0, 0.2))[0], 13, ink("b8423f"))
        return
    stamp = at((0.62, -0.84), (0.92, -0.84), (0.92, -0.22), (0.62, -0.22))
    canvas.polygon(stamp, ink("f7efdc"))
    canvas.polygon(
        at((0.65, -0.78), (0.89, -0.78), (0.89, -0.28), (0.65, -0.28)),
        ink(("8f3b33", "2f5f6d", "5a6d3f", "6d3f6a")[number % 4]),
    )
    mark = at((0.45, -0.5))[0]
    for radius in (40, 33):
        ring = [(mark[0] + radius * math.cos(step / 8), mark[1] + radius * math.sin(step / 8)) for step in range(51)]
        canvas.line(ring, 2.4, ink("2f2a3a"), alpha=0.6)
    for wave in range(4):
        canvas.line(at((-0.1, -0.66 + wave * 0.13), (0.2, -0.66 + wave * 0.13)), 2, ink("2f2a3a"), alpha=0.5)
    for line, end in ((0.1, 0.5), (0.36, 0.62), (0.62, 0.3)):
        pen = at(
            *[
                (-0.62 + step * 0.04, line + canvas.chance.uniform(-0.06, 0.06))
                for step in range(round((end + 0.62) / 0.04))
            ]
        )
        canvas.line(smooth(pen), 2.4, ink("33294a"), alpha=0.8)


def _knife(canvas: Canvas, grip: Point, angle: float) -> None:
    x, y = grip
    blade = turned(outline("0,-13 240,-11 340,0 240,11 0,13", (x, y)), grip, angle)
    handle = turned(outline("-150,-17 6,-14 6,14 -150,17", (x, y)), grip, angle)
    for shape, fill in ((blade, Fade(ink("fff8e6"), ink("d6c6a0"))), (handle, Fade(ink("e6d3ab"), ink("b5986a")))):
        canvas.polygon([(px + 7, py + 10) for px, py in shape], ink("24140c"), alpha=0.5, blur=5)
        canvas.polygon(shape, fill)
    for ring in (-120, -104, -30, -14):
        canvas.line(turned([(x + ring, y - 16), (x + ring, y + 16)], grip, angle), 3, ink("8f744a"))


def piano(canvas: Canvas) -> Canvas:
    """An open grand piano by a tall window; outside, a river and the towers of an old city."""
    canvas.rectangle((0, 0, 1600, 1000), Fade(ink("1c1a2e"), ink("2b2230")))
    _window_on_the_river(canvas, (340, 60, 1330, 720))
    canvas.rectangle((0, 800, 1600, 1000), Fade(ink("4a3340"), ink("1f1622")))
    beam(canvas, outline("340,720 1330,720 1130,1000 -60,1000"), ink("f2b88a"), 0.3, 24)
    for fold in range(6):
        for left in (96 + fold * 40, 1336 + fold * 40):
            canvas.rectangle((left, 30, left + 42, 806), Fade(ink("5f2a3a" if fold % 2 else "7a3648"), ink("2f1622")))
    canvas.rectangle((70, 20, 1602, 48), ink("b5874f"))
    _grand_piano(canvas)
    return finish(canvas, corners=0.55)


def _window_on_the_river(canvas: Canvas, box: Box) -> None:
    left, top, right, bottom = box
    view = Canvas("river")
    sky(view, (0, ink("4a5a8f")), (300, ink("c98fa0")), (560, ink("ffcf9a")))
    stars(view, 200, 30, ink("fff4dc"))
    skyline(view, 560, (40, 120), Fade(ink("5a4a78"), ink("9a6f84")), lit=0.15)
    for x, high, wide in ((430, 330, 44), (905, 440, 48), (1225, 390, 46), (560, 250, 34)):
        view.rectangle((x - wide / 2, 560 - high * 0.6, x + wide / 2, 560), ink("4f3f6a"))
        view.polygon(
            [(x - wide * 0.62, 562 - high * 0.6), (x + wide * 0.62, 562 - high * 0.6), (x, 560 - high * 1.15)],
            ink("3f5a5f"),
        )
        view.disc((x, 556 - high * 1.15), 6, ink("e0b05a"))
    view.rectangle((0, 560, 1600, 1000), Fade(ink("e0a58f"), ink("5a4f78")))
    for _ in range(160):
        at_x, at_y = view.anywhere((0, 566, 1600, 720))
        view.ellipse((at_x - 26, at_y - 1.5, at_x + 26, at_y + 1.5), ink("ffe3c0"), alpha=0.4)
    area = tuple(round(value * 2) for value in box)
    canvas.image.paste(view.image.crop((area[0], area[1], area[2], area[3])), (area[0], area[1]))
    frame: Color = ink("15111c")
    for bar in (left, left + (right - left) / 3, left + 2 * (right - left) / 3, right):
        canvas.rectangle((bar - 8, top, bar + 8, bottom), frame)
    for y in (top, top + 210, bottom):
        canvas.rectangle((left - 8, y - 8, right + 8, y + 8), frame)


def _grand_piano(canvas: Canvas) -> None:
    black, edge = ink("0e0b14"), ink("c98f6a")
    lid = outline("470,640 540,330 760,268 1010,360 1190,560 1215,648")
    canvas.polygon(smooth(lid), Fade(ink("2f2433"), ink("120e18")))
    canvas.line(smooth(lid), 4, edge, alpha=0.8)
    canvas.line([(1080, 650), (990, 372)], 7, black)
    canvas.polygon(outline("430,650 1225,650 1235,742 1160,770 430,762"), Fade(ink("1d1622"), black))
    canvas.rectangle((455, 636, 1222, 652), ink("b5874f"))
    for string in range(30):
        canvas.line([(560 + string * 21, 640), (620 + string * 18, 650)], 1.4, ink("ffe3b0"), alpha=0.7)
    canvas.polygon(outline("330,676 450,660 450,744 330,744"), black)
    canvas.polygon(outline("322,690 440,678 440,700 322,714"), ink("fff6e6"))
    for key in range(10):
        canvas.line([(330 + key * 11, 692 - key), (330 + key * 11, 703 - key)], 5, black)
    canvas.polygon(outline("452,640 470,560 500,556 486,640"), ink("fff6e6"))
    for leg in (400, 760, 1150):
        canvas.polygon(outline("-20,744 20,744 11,918 -11,918", (leg, 0)), black)
        canvas.disc((leg, 922), 10, ink("b5874f"))
    canvas.line([(640, 760), (655, 900)], 6, black)
    canvas.line([(690, 760), (675, 900)], 6, black)
    canvas.rectangle((634, 896, 700, 908), ink("b5874f"))
    canvas.rectangle((180, 800, 316, 828), Fade(ink("7a3648"), ink("4a2030")), radius=8)
    for leg in (196, 300):
        canvas.line([(leg, 826), (leg, 930)], 9, black)


def chart_shop(canvas: Canvas) -> Canvas:
    """A small shop of sea charts, with a globe, a lamp and a compass on its counter."""
    canvas.rectangle((0, 0, 1600, 1000), Fade(ink("4f3a33"), ink("3a2a2a")))
    _shop_window(canvas)
    _pigeonholes(canvas, (60, 90, 600, 640))
    _wall_chart(canvas, (1190, 110, 1540, 560))
    canvas.rectangle((0, 720, 1600, 1000), Fade(ink("8a5a38"), ink("45291c")))
    canvas.rectangle((0, 706, 1600, 734), Fade(ink("b57f52"), ink("8a5a38")))
    for panel in range(5):
        canvas.rectangle((40 + panel * 320, 780, 320 + panel * 320, 980), Fade(ink("5a3724"), ink("6a4229")))
    _globe(canvas, (330, 560), 130)
    _open_chart(canvas)
    _brass_lamp(canvas, (1130, 706))
    _compass(canvas, (1380, 676), 62)
    return finish(canvas, corners=0.55)


def _shop_window(canvas: Canvas) -> None:
    canvas.rectangle((660, 90, 1130, 640), ink("2b1d1a"))
    canvas.rectangle((680, 110, 1110, 620), Fade(ink("8fb3b8"), ink("f2d3a3")))
    canvas.rectangle((680, 520, 1110, 620), Fade(ink("5f8a93"), ink("86a5a2")))
    for x, high in ((740, 300), (860, 360), (1000, 320)):
        canvas.line([(x, 540), (x, 540 - high)], 5, ink("4f5f66"))
        for end in (-60, 60):
            canvas.line([(x, 540 - high), (x + end, 530)], 1.8, ink("4f5f66"))
        canvas.line([(x - 40, 540 - high * 0.7), (x + 40, 540 - high * 0.7)], 3, ink("4f5f66"))
        canvas.polygon(outline("-70,530 70,530 52,556 -52,556", (x, 0)), ink("3f4d55"))
    canvas.rectangle((888, 110, 902, 620), ink("2b1d1a"))
    canvas.rectangle((680, 300, 1110, 312), ink("2b1d1a"))
    beam(canvas, outline("680,110 1110,110 900,1000 200,1000"), ink("ffe3b5"), 0.16, 30)


def _pigeonholes(canvas: Canvas, box: Box) -> None:
    left, top, right, bottom = box
    canvas.rectangle((left - 16, top - 16, right + 16, bottom + 16), ink("6d4630"))
    canvas.rectangle(box, ink("1f1414"))
    for row in range(5):
        for column in range(6):
            x, y = left + column * (right - left) / 6, top + row * (bottom - top) / 5
            for _ in range(canvas.chance.randint(3, 6)):
                cx, cy = x + canvas.chance.uniform(20, 70), y + canvas.chance.uniform(48, 88)
                radius = canvas.chance.uniform(12, 17)
                tone = mix(ink("f2e3c2"), ink("b5936a"), canvas.chance.random())
                canvas.disc((cx, cy), radius, tone)
                canvas.disc((cx + 1, cy + 1), radius * 0.58, mix(tone, ink("5a4030"), 0.55))
                canvas.disc((cx + 2, cy + 2), radius * 0.3, mix(tone, ink("ffffff"), 0.2))
            canvas.rectangle((x - 4, y, x + 4, y + 112), ink("5a3826"))
        canvas.rectangle(
            (left, top + row * (bottom - top) / 5 - 5, right, top + row * (bottom - top) / 5 + 5), ink("6d4630")
        )


def _coast(canvas: Canvas, points: list[Point], land: Color) -> None:
    canvas.blob(points, land)
    outline = smooth(points, closed=True)
    canvas.line([*outline, outline[0]], 2.2, ink("5a6d6a"))


def _wall_chart(canvas: Canvas, box: Box) -> None:
    left, top, right, bottom = box
    canvas.rectangle((left - 14, top - 14, right + 14, bottom + 14), ink("2b1d1a"))
    canvas.rectangle(box, Fade(ink("dfe6d6"), ink("c2d3c9")))
    for line in range(1, 7):
        canvas.line([(left + line * 50, top), (left + line * 50, bottom)], 1, ink("7d9a94"), alpha=0.5)
        canvas.line([(left, top + line * 64), (right, top + line * 64)], 1, ink("7d9a94"), alpha=0.5)
    _coast(canvas, outline("1196,130 1290,150 1320,230 1270,300 1300,380 1250,470 1198,540"), ink("e3c98f"))
    _coast(canvas, outline("1420,250 1480,240 1500,300 1460,350 1415,320"), ink("e3c98f"))
    canvas.line(smooth(outline("1350,550 1370,440 1340,330 1390,220 1440,140")), 2.6, ink("7a3f8a"))
    for x, y in ((1350, 190), (1400, 430), (1330, 480), (1470, 470)):
        canvas.disc((x, y), 4, ink("8f2f5f"))


def _globe(canvas: Canvas, center: Point, radius: float) -> None:
    x, y = center
    canvas.ellipse((x - 80, 694, x + 80, 722), ink("5a3826"))
    canvas.line([(x, y + radius), (x, 706)], 14, ink("8a5a38"))
    arc = [
        (x + (radius + 16) * math.cos(step / 10), y + (radius + 16) * math.sin(step / 10)) for step in range(-14, 20)
    ]
    canvas.line(arc, 8, ink("c9954a"))
    canvas.disc(center, radius, Fade(ink("7fb0b5"), ink("33606d"), across=True))
    _coast(canvas, outline("-60,-80 -6,-92 14,-40 -30,-6 -76,-28", (x, y)), ink("d9bd82"))
    _coast(canvas, outline("-26,14 10,20 8,70 -14,96 -34,50", (x, y)), ink("cfae72"))
    _coast(canvas, outline("50,-60 92,-40 104,16 70,40 44,-8", (x, y)), ink("c2a068"))
    canvas.ellipse(
        (x - radius * 0.75, y - radius * 0.8, x - radius * 0.1, y - radius * 0.25), ink("ffffff"), alpha=0.22, blur=16
    )


def _open_chart(canvas: Canvas) -> None:
    sheet = outline("560,716 1030,716 1120,800 470,800")
    canvas.polygon([(x + 6, y + 10) for x, y in sheet], ink("1f120c"), alpha=0.5, blur=6)
    canvas.polygon(sheet, Fade(ink("f4ead0"), ink("dcc9a0")))
    canvas.line(smooth(outline("580,736 680,752 720,732 820,760 900,744 1030,772")), 2.4, ink("5a6d6a"))
    canvas.line(smooth(outline("520,786 640,772 780,790 960,778 1070,790")), 2.4, ink("7a3f8a"))
    canvas.rectangle((540, 704, 574, 806), Fade(ink("fff6e0"), ink("c9b48a"), across=True), radius=14)
    canvas.line([(930, 712), (870, 784)], 5, ink("c9954a"))
    canvas.line([(930, 712), (960, 786)], 5, ink("c9954a"))
    canvas.disc((930, 712), 9, ink("c9954a"))


def _brass_lamp(canvas: Canvas, foot: Point) -> None:
    x, y = foot
    canvas.ellipse((x - 54, y - 12, x + 54, y + 14), ink("8a6030"))
    canvas.rectangle((x - 36, y - 66, x + 36, y), Fade(ink("e0b05a"), ink("94682f")), radius=12)
    canvas.rectangle((x - 30, y - 170, x + 30, y - 62), Fade(ink("fff6da"), ink("ffc870")), radius=18)
    canvas.line([(x - 30, y - 62), (x - 30, y - 180)], 4, ink("94682f"))
    canvas.line([(x + 30, y - 62), (x + 30, y - 180)], 4, ink("94682f"))
    canvas.polygon(outline("-40,-176 40,-176 16,-216 -16,-216", (x, y)), Fade(ink("e0b05a"), ink("94682f")))
    canvas.line(smooth(outline("-30,-200 0,-262 30,-200", (x, y))), 5, ink("94682f"))
    glow(canvas, (x, y - 118), 330, ink("ffc870"), 0.75)


def _compass(canvas: Canvas, center: Point, radius: float) -> None:
    x, y = center
    canvas.ellipse((x - radius - 12, y - radius * 0.62 + 8, x + radius + 12, y + radius * 0.62 + 22), ink("7a5228"))
    canvas.ellipse(
        (x - radius - 10, y - radius * 0.62, x + radius + 10, y + radius * 0.62), Fade(ink("e0b05a"), ink("94682f"))
    )
    canvas.ellipse((x - radius, y - radius * 0.54, x + radius, y + radius * 0.54), ink("f7f0dc"))
    for step in range(16):
        angle = step * math.pi / 8
        near, far = (0.72, 0.92) if step % 4 else (0.56, 0.92)
        canvas.line(
            [
                (x + radius * near * math.cos(angle), y + radius * near * 0.54 * math.sin(angle)),
                (x + radius * far * math.cos(angle), y + radius * far * 0.54 * math.sin(angle)),
            ],
            2,
            ink("3a2a2a"),
        )
    canvas.polygon([(x - 8, y), (x + 8, y), (x + 26, y - radius * 0.42)], ink("b23a3a"))
    canvas.polygon([(x - 8, y), (x + 8, y), (x - 26, y + radius * 0.42)], ink("2f4a5f"))
