"""Where things are sold: the market on the pier, the fish auction."""

import math

from drawing.canvas import Canvas, Point, outline, smooth
from drawing.colors import Color, Fade, ink, mix
from drawing.light import beam, clouds, finish, glow, sky
from drawing.people import COATS, Person, arm, passer, stand
from drawing.water import glints


def market(canvas: Canvas) -> Canvas:
    """Stalls under colored awnings on a pier, with masts behind them."""
    sky(canvas, (0, ink("4f9fc4")), (360, ink("b5dde0")), (640, ink("fbeacb")))
    clouds(canvas, (0, 60, 1600, 260), ink("ffffff"), 0.6, 12)
    canvas.rectangle((0, 500, 1600, 660), Fade(ink("3f8a9f"), ink("7fbdb8")))
    glints(canvas, (0, 510, 1600, 650), ink("ffffff"), 150, 0.6)
    for x, high in ((90, 330), (300, 400), (520, 350), (760, 420), (1000, 360), (1230, 410), (1480, 340)):
        _mast(canvas, (x, 540), high)
    canvas.rectangle((0, 640, 1600, 1000), Fade(ink("d6b98a"), ink("a88658")))
    for plank in range(660, 1000, 34):
        canvas.line([(0, plank), (1600, plank)], 2, ink("8f6f45"), alpha=0.5)
    stripes = (("c8452f", "fff3dc"), ("2a7f8a", "fff3dc"), ("e0a02f", "fff8e8"), ("7a4a7f", "fdeee0"))
    for number, pair in enumerate(stripes):
        _stall(canvas, 30 + number * 392, ink(pair[0]), ink(pair[1]), number)
    for number, (x, y, tall) in enumerate(
        ((250, 900, 236), (330, 930, 252), (660, 910, 224), (980, 950, 266), (1070, 940, 170), (1390, 914, 240))
    ):
        canvas.ellipse((x - 30, y - 8, x + 110, y + 14), ink("6a4f2f"), alpha=0.4, blur=5)
        person = passer(canvas, (x, y), tall, number + 2)
        if number in (0, 3):
            canvas.blob(outline("40,-110 88,-110 80,-52 48,-52", (x, y)), ink("c98f4a"))
            arm(canvas, person, (0.06, 0.16), (0.13, 0.3))
    beam(canvas, outline("1700,-60 1700,240 200,1000 -200,800"), ink("ffe9b8"), 0.14, 60)
    return finish(canvas, corners=0.32)


def _mast(canvas: Canvas, foot: Point, high: float) -> None:
    x, y = foot
    wood: Color = ink("5f5a5a")
    canvas.polygon(outline("-90,-16 96,-22 72,26 -70,26", (x, y)), mix(ink(COATS[round(x) % 8]), ink("ffffff"), 0.25))
    canvas.line([(x, y - 10), (x, y - high)], 5, wood)
    canvas.line([(x, y - high * 0.3), (x + 76, y - high * 0.34)], 4, wood)
    for end in (-86, 92):
        canvas.line([(x, y - high), (x + end, y - 18)], 1.5, wood)
    canvas.polygon([(x + 3, y - high * 0.96), (x + 30, y - high * 0.93), (x + 3, y - high * 0.9)], ink("c8452f"))


def _stall(canvas: Canvas, left: float, color: Color, pale: Color, number: int) -> None:
    right = left + 360
    for x in (left + 16, right - 16):
        canvas.rectangle((x - 5, 470, x + 5, 850), ink("7a5a38"))
    canvas.rectangle((left + 14, 500, right - 14, 700), ink("3a2a2a"), alpha=0.35)
    passer(canvas, (left + 150 + 60 * (number % 2), 846), 290, number)
    for stripe in range(9):
        x = left - 14 + stripe * 43
        fill = color if stripe % 2 == 0 else pale
        canvas.polygon(
            [(x + 14, 410), (x + 52 if stripe < 8 else x + 44, 410), (x + 44, 520), (x, 520)],
            Fade(mix(fill, ink("ffffff"), 0.15), fill),
        )
        canvas.ellipse((x, 498, x + 44, 546), mix(fill, ink("000000"), 0.1))
    canvas.rectangle((left, 736, right, 860), Fade(ink("a8703f"), ink("7a4c2c")))
    for board in (768, 800, 832):
        canvas.line([(left, board), (right, board)], 2, ink("5a3820"), alpha=0.6)
    fruits = (
        ("e2542f", "c23a2a"),
        ("f0a02f", "e07f1f"),
        ("7fae3f", "5a8a2f"),
        ("f2d04a", "d9ae2f"),
        ("8a3f6a", "6a2f50"),
    )
    for crate in range(3):
        _crate(
            canvas,
            (left + 12 + crate * 114, 736),
            ink(fruits[(crate + number) % 5][0]),
            ink(fruits[(crate + number) % 5][1]),
        )


def _crate(canvas: Canvas, corner: Point, light: Color, dark: Color) -> None:
    x, y = corner
    for row in range(3):
        for column in range(6 - row):
            center = (x + 14 + column * 17 + row * 8.5, y - 24 - row * 13)
            canvas.disc(center, 10.5, Fade(light, dark))
            canvas.disc((center[0] - 3, center[1] - 4), 2.6, ink("ffffff"), alpha=0.5)
    canvas.rectangle((x, y - 22, x + 108, y + 4), Fade(ink("c99a5f"), ink("a3743f")))
    canvas.line([(x, y - 9), (x + 108, y - 9)], 2, ink("7a522c"))


def fish_market(canvas: Canvas) -> Canvas:
    """The lit hall of a fish market at night."""
    canvas.rectangle((0, 0, 1600, 1000), Fade(ink("0f1a2b"), ink("1d3040")))
    for rafter in range(-80, 1700, 190):
        canvas.line([(800 + (rafter - 800) * 0.45, 330), (rafter, -30)], 12, ink("25394a"))
    canvas.rectangle((300, 320, 1300, 560), Fade(ink("24394a"), ink("34505a")))
    for pane in range(9):
        canvas.rectangle((330 + pane * 106, 350, 420 + pane * 106, 470), Fade(ink("16243a"), ink("2f4a66")))
    canvas.polygon(outline("300,560 1300,560 1640,1000 -40,1000"), Fade(ink("3a5560"), ink("22343f")))
    canvas.polygon(outline("300,320 300,560 -40,1000 -40,0"), Fade(ink("1a2a3a"), ink("2a3f4c")))
    canvas.polygon(outline("1300,320 1300,560 1640,1000 1640,0"), Fade(ink("1a2a3a"), ink("2a3f4c")))
    for row, (level, size) in enumerate(((600, 0.5), (680, 0.72), (800, 1.05))):
        _boxes(canvas, level, size)
        _buyers(canvas, level, size, row)
    for row, (level, gap, width) in enumerate(((250, 150, 20), (160, 230, 30), (60, 340, 44))):
        for number in range(-2, 3):
            _hall_lamp(canvas, (800 + number * gap + (row % 2) * gap / 2, level), width)
    for _ in range(26):
        x, y = canvas.anywhere((100, 560, 1500, 820))
        canvas.ellipse((x - 110, y - 26, x + 110, y + 26), ink("cfe3e6"), alpha=0.07, blur=18)
    canvas.polygon(outline("-20,1000 -20,930 1620,930 1620,1000"), Fade(ink("1c2c38"), ink("0c141d")))
    glints(canvas, (0, 900, 1600, 1000), ink("ffe3a8"), 110, 0.5)
    return finish(canvas, corners=0.55)


def _hall_lamp(canvas: Canvas, at: Point, size: float) -> None:
    x, y = at
    canvas.line([(x, -10), (x, y)], 3, ink("0c141d"))
    glow(canvas, (x, y + size * 0.5), size * 8, ink("ffdf9a"), 0.6)
    canvas.polygon(outline("-0.35,0 0.35,0 1,0.7 -1,0.7", (x, y), size), ink("0f1a24"))
    canvas.ellipse((x - size * 0.8, y + size * 0.5, x + size * 0.8, y + size * 0.95), ink("fff6da"))


def _boxes(canvas: Canvas, y: float, size: float) -> None:
    wide, high = 130 * size, 40 * size
    x = 800 - 640 * size * 1.5
    while x < 800 + 640 * size * 1.5:
        canvas.rectangle((x, y + 70 * size, x + wide, y + 70 * size + high), Fade(ink("3f86a8"), ink("235a78")))
        canvas.ellipse((x + 4, y + 56 * size, x + wide - 4, y + 86 * size), ink("d9eef2"))
        for fish in range(4):
            left = x + 10 * size + fish * 29 * size
            canvas.ellipse((left, y + 56 * size, left + 34 * size, y + 72 * size), Fade(ink("c2d3da"), ink("64808f")))
        x += wide + 16 * size


def _buyers(canvas: Canvas, y: float, size: float, row: int) -> None:
    for number in range(7 - row):
        x = 800 + (number - (6 - row) / 2) * 250 * size + canvas.chance.uniform(-50, 50) * size
        foot = (x, y + 120 * size + canvas.chance.uniform(40, 90) * size)
        if row == 2 and 600 < x < 1000:
            foot = (x, foot[1] + 40)
        canvas.ellipse(
            (foot[0] - 60 * size, foot[1] - 8 * size, foot[0] + 60 * size, foot[1] + 12 * size),
            ink("0a121a"),
            alpha=0.5,
            blur=5,
        )
        person = passer(
            canvas,
            foot,
            270 * size * canvas.chance.uniform(0.94, 1.08),
            number + row * 3,
            shade=0.42,
            rim=ink("ffdf9a"),
        )
        if number % 3 == 1:
            arm(canvas, person, (0.1, -0.02), (0.12, -0.18))


def auction(canvas: Canvas) -> Canvas:
    """An auctioneer with a bell stands above her buyers; the clock behind her has stopped."""
    canvas.rectangle((0, 0, 1600, 1000), Fade(ink("17303d"), ink("2a4a50")))
    for y in range(0, 620, 48):
        for x in range(-60 * (y // 48 % 2), 1600, 120):
            canvas.rectangle(
                (x + 3, y + 3, x + 117, y + 45), mix(ink("26454f"), ink("32565d"), canvas.chance.random()), radius=3
            )
    _stopped_clock(canvas, (1130, 230), 150)
    canvas.rectangle((0, 560, 1600, 600), ink("9fc0b5"), alpha=0.22)
    canvas.line([(640, -10), (640, 60)], 5, ink("0c161d"))
    canvas.polygon(outline("600,60 680,60 730,104 550,104"), ink("0c161d"))
    beam(canvas, outline("560,100 720,100 1060,960 240,960"), ink("ffe3a3"), 0.28, 24)
    glow(canvas, (640, 106), 300, ink("ffe3a3"), 0.8)
    seller = Person(
        (640, 756),
        450,
        Fade(ink("c8653a"), ink("8f3f2a")),
        ink("dcae84"),
        skirt=True,
        hair=ink("17121a"),
        rim=ink("ffe3a3"),
    )
    stand(canvas, seller)
    arm(canvas, seller, (0.14, -0.03), (0.17, -0.26))
    arm(canvas, seller, (-0.1, 0.13), (0.0, 0.24), left=True)
    _bell(canvas, (762, 290))
    canvas.polygon(outline("470,640 810,640 840,830 440,830"), Fade(ink("8a5a38"), ink("4a2f22")))
    canvas.rectangle((456, 626, 824, 648), ink("b07a4c"))
    for row, look in enumerate(((900, 250, 0.45), (980, 300, 0.62), (1090, 370, 0.8))):
        _bidders(canvas, row, *look)
    return finish(canvas, corners=0.5)


def _bidders(canvas: Canvas, row: int, y: float, size: float, shade: float) -> None:
    rim = mix(ink("ffe3a3"), ink("0c0f1a"), shade)
    for number in range(9 - row):
        x = 1600 * (number + 0.5) / (9 - row) + canvas.chance.uniform(-30, 30)
        person = passer(canvas, (x, y + 60), size, number + row * 2, shade=shade, rim=rim)
        if (number + row) % 4 == 2:
            arm(canvas, person, (0.08, -0.04), (0.09, -0.24))


def _stopped_clock(canvas: Canvas, center: Point, radius: float) -> None:
    x, y = center
    canvas.disc((x + 8, y + 12), radius + 14, ink("07121a"), alpha=0.5, blur=8)
    canvas.disc(center, radius + 14, Fade(ink("8a6238"), ink("4a3020")))
    canvas.disc(center, radius, Fade(ink("fff8e3"), ink("e3d3ad")))
    for hour in range(12):
        canvas.line(
            [_hand(center, hour / 12, radius * 0.8), _hand(center, hour / 12, radius * 0.93)],
            9 if hour % 3 == 0 else 4,
            ink("2b2622"),
        )
    canvas.line([center, _hand(center, (11 + 52 / 60) / 12, radius * 0.52)], 12, ink("2b2622"))
    canvas.line([center, _hand(center, 52 / 60, radius * 0.8)], 7, ink("2b2622"))
    canvas.disc(center, 11, ink("8f3b33"))
    canvas.polygon(
        [(x - radius, y + 40), (x + radius, y + 28), (x + radius * 0.86, y + 70), (x - radius * 0.86, y + 76)],
        ink("7fa39a"),
        alpha=0.13,
    )


def _hand(center: Point, turn: float, length: float) -> Point:
    return center[0] + math.sin(turn * 2 * math.pi) * length, center[1] - math.cos(turn * 2 * math.pi) * length


def _bell(canvas: Canvas, top: Point) -> None:
    x, y = top
    canvas.line([(x, y + 4), (x, y - 44)], 12, ink("5a3820"))
    brass = outline("-16,-44 16,-44 27,-96 46,-112 -46,-112 -27,-96", (x, y))
    canvas.polygon(brass, Fade(ink("ffd980"), ink("b07a2f")))
    canvas.ellipse((x - 48, y - 122, x + 48, y - 102), ink("8f5f24"))
    canvas.disc((x + 6, y - 116), 9, ink("3f2a14"))
    for reach in (76, 98):
        for side in (-1, 1):
            canvas.line(
                smooth(
                    [(x + side * reach * 0.8, y - 128), (x + side * reach, y - 96), (x + side * reach * 0.86, y - 62)]
                ),
                4,
                ink("ffe9b8"),
                alpha=0.6,
            )
