"""Indoors, with people: the court, the theater, the library."""

from drawing.canvas import Box, Canvas, Point, outline, smooth
from drawing.colors import Color, Fade, ink, mix
from drawing.light import beam, finish, glow
from drawing.people import Person, arm, stand

AUDIENCE: Color = ink("0d0a14")


def courtroom(canvas: Canvas) -> Canvas:
    """A woman speaks from the witness stand, before the judge and the jury."""
    canvas.rectangle((0, 0, 1600, 1000), Fade(ink("6d4a38"), ink("3f2a24")))
    for x in range(0, 1600, 160):
        canvas.rectangle((x + 12, 470, x + 148, 690), Fade(ink("7d5640"), ink("5a3b2e")))
        canvas.rectangle((x + 26, 486, x + 134, 674), Fade(ink("6a4635"), ink("74503b")))
    for x in (170, 520, 1080, 1430):
        _tall_window(canvas, x)
    canvas.rectangle((0, 446, 1600, 470), Fade(ink("8f6548"), ink("4f3327")))
    canvas.rectangle((0, 690, 1600, 1000), Fade(ink("4a3029"), ink("241715")))
    _judge(canvas)
    _jury(canvas)
    _witness(canvas)
    for x in (170, 520, 1080, 1430):
        beam(canvas, outline("-78,60 78,60 420,960 120,960", (x, 0)), ink("ffd9a0"), 0.17, 16)
    _heads(canvas, 1000, 11, 92)
    return finish(canvas, corners=0.5)


def _tall_window(canvas: Canvas, x: float) -> None:
    frame: Color = ink("33211d")
    for grow, fill in ((14, frame), (0, Fade(ink("fff3d0"), ink("f2b979")))):
        canvas.rectangle((x - 78 - grow, 130, x + 78 + grow, 420 + grow), fill)
        canvas.ellipse(
            (x - 78 - grow, 52 - grow, x + 78 + grow, 208 + grow), fill.start if isinstance(fill, Fade) else fill
        )
    for bar in (-26, 26):
        canvas.rectangle((x + bar - 3, 70, x + bar + 3, 420), frame)
    for y in (140, 232, 326):
        canvas.rectangle((x - 78, y - 3, x + 78, y + 3), frame)


def _judge(canvas: Canvas) -> None:
    canvas.rectangle((690, 330, 910, 620), Fade(ink("4f3327"), ink("3a2520")))
    _scales(canvas, (800, 380), 66)
    person = Person((800, 772), 330, ink("17131c"), ink("c69474"), skirt=True, hair=ink("d8d2c8"))
    stand(canvas, person)
    canvas.polygon(outline("790,504 810,504 804,560 796,560"), ink("f4ede0"))
    canvas.polygon(outline("560,600 1040,600 1060,780 540,780"), Fade(ink("8a5c40"), ink("5a3a2c")))
    canvas.rectangle((548, 588, 1052, 608), ink("a3714f"))
    for x in (580, 740, 900):
        canvas.rectangle((x, 632, x + 124, 756), Fade(ink("74492f"), ink("86593e")))
    canvas.rectangle((905, 572, 935, 588), ink("3a2520"), radius=4)
    canvas.line([(930, 578), (985, 566)], 6, ink("3a2520"))


def _scales(canvas: Canvas, top: Point, size: float) -> None:
    x, y = top
    gold: Color = ink("d9a95a")
    canvas.line([(x, y - size * 0.4), (x, y + size * 0.9)], 5, gold)
    canvas.line([(x - size, y - size * 0.2), (x + size, y - size * 0.2)], 5, gold)
    for side in (-1, 1):
        hook = (x + side * size, y - size * 0.2)
        for edge in (-0.36, 0.36):
            canvas.line([hook, (hook[0] + size * edge, y + size * 0.45)], 2, gold)
        canvas.polygon(
            [
                (hook[0] - size * 0.4, y + size * 0.45),
                (hook[0] + size * 0.4, y + size * 0.45),
                (hook[0] + size * 0.2, y + size * 0.62),
                (hook[0] - size * 0.2, y + size * 0.62),
            ],
            gold,
        )


def _jury(canvas: Canvas) -> None:
    coats = ["3f5a6d", "7a3f3f", "5a6d4a", "8a6a3f", "4a3f6d", "6d4a3f"]
    for row, base in ((0, 660), (1, 740)):
        for seat in range(6):
            x = 1150 + seat * 76 - row * 26
            skin = (ink("d9a884"), ink("8a5f46"), ink("bf8a66"))[(seat + row) % 3]
            tone = mix(ink(coats[(seat + row * 2) % 6]), ink("1c1418"), 0.25 - row * 0.1)
            stand(
                canvas,
                Person((x, base + 86), 226, tone, skin, hair=ink(("2a1c1a", "5a3f2c", "b9ada0")[(seat * 2 + row) % 3])),
            )
        canvas.rectangle((1080 - row * 40, base, 1640, base + 92), Fade(ink("7d5139"), ink("50342a")))
        canvas.rectangle((1070 - row * 40, base - 10, 1640, base + 6), ink("96694a"))


def _witness(canvas: Canvas) -> None:
    person = Person(
        (330, 880),
        400,
        Fade(ink("39606b"), ink("27454f")),
        ink("dcae8c"),
        skirt=True,
        hair=ink("a79a8c"),
        rim=ink("f3c78c"),
    )
    stand(canvas, person)
    arm(canvas, person, (0.08, 0.16), (0.2, 0.1))
    canvas.polygon(outline("190,690 500,690 520,900 170,900"), Fade(ink("8f6145"), ink("573829")))
    canvas.rectangle((178, 676, 512, 698), ink("a87753"))
    canvas.line(smooth(outline("440,678 452,610 420,574 396,566")), 5, ink("17131c"))
    canvas.ellipse((380, 555, 404, 577), ink("17131c"))


def _heads(canvas: Canvas, base: float, count: int, size: float) -> None:
    for number in range(count):
        x = canvas.width * (number + 0.5) / count + canvas.chance.uniform(-20, 20)
        tall = size * canvas.chance.uniform(0.9, 1.25)
        canvas.ellipse((x - tall * 0.42, base - tall * 1.3, x + tall * 0.42, base - tall * 0.3), AUDIENCE)
        if number % 3 == 1:
            canvas.disc((x, base - tall * 1.28), tall * 0.22, AUDIENCE)
        canvas.blob(
            [
                (x - tall, base + 20),
                (x - tall * 0.85, base - tall * 0.32),
                (x, base - tall * 0.5),
                (x + tall * 0.85, base - tall * 0.32),
                (x + tall, base + 20),
            ],
            AUDIENCE,
        )


def theatre(canvas: Canvas) -> Canvas:
    """Ship's lanterns hang over a dark stage; two people stand under them."""
    canvas.rectangle((0, 0, 1600, 1000), Fade(ink("0f1226"), ink("2a1f3a")))
    canvas.polygon(outline("250,690 1350,690 1600,860 0,860"), Fade(ink("4a3550"), ink("6d4a4f")))
    beam(canvas, outline("760,-40 840,-40 1080,790 520,790"), ink("ffe3b0"), 0.26, 26)
    _lanterns(canvas)
    lady = Person(
        (700, 800),
        300,
        Fade(ink("fdf3e2"), ink("d6bfae")),
        ink("e3b594"),
        skirt=True,
        hair=ink("4a2a22"),
        rim=ink("fff4d6"),
    )
    man = Person(
        (900, 806), 318, Fade(ink("2f3550"), ink("1d2136")), ink("7d5239"), hair=ink("15101a"), rim=ink("e8b878")
    )
    for person in (lady, man):
        canvas.ellipse(
            (person.foot[0] - 100, person.foot[1] - 12, person.foot[0] + 100, person.foot[1] + 16),
            ink("120c1a"),
            alpha=0.5,
            blur=8,
        )
        stand(canvas, person)
    arm(canvas, lady, (0.1, 0.12), (0.2, -0.02))
    arm(canvas, man, (-0.09, 0.14), (-0.16, 0.3), left=True)
    for side in (0, 1):
        _curtain(canvas, side)
    canvas.rectangle((0, 0, 1600, 70), Fade(ink("5a1523"), ink("8f2433")))
    for x in range(0, 1600, 100):
        canvas.ellipse((x - 4, 30, x + 104, 116), Fade(ink("8f2433"), ink("5a1523")))
        canvas.line([(x + 50, 112), (x + 50, 128)], 5, ink("d9a95a"))
    canvas.rectangle((0, 858, 1600, 884), Fade(ink("d9a95a"), ink("7a4f2c")))
    canvas.rectangle((0, 884, 1600, 1000), Fade(ink("5a2a35"), ink("2a1722")))
    _heads(canvas, 1010, 12, 88)
    return finish(canvas, corners=0.5)


def _lanterns(canvas: Canvas) -> None:
    for number in range(40):
        column, row = number % 10, number // 10
        x = 290 + column * 113 + canvas.chance.uniform(-38, 38)
        y = 150 + row * 92 + canvas.chance.uniform(-36, 36)
        if 600 < x < 1000 and y > 410:
            y -= 190
        size = 10 + row * 1.5 + canvas.chance.uniform(0, 4)
        canvas.line([(x, -10), (x, y - size * 2)], 1.2, ink("5a4a5f"), alpha=0.7)
        canvas.polygon(outline("-1,-1 1,-1 0,-2.1", (x, y), size), ink("2f2433"))
        canvas.rectangle(
            (x - size * 0.85, y - size, x + size * 0.85, y + size), Fade(ink("fff1c4"), ink("ffb95a")), radius=3
        )
        canvas.rectangle((x - size, y + size, x + size, y + size * 1.35), ink("2f2433"))
        glow(canvas, (x, y), size * 5.5, ink("ffb45a"), 0.62)


def _curtain(canvas: Canvas, side: int) -> None:
    for fold in range(7):
        left = fold * 44 if side == 0 else 1600 - (fold + 1) * 44
        inward = (6 - fold) * 7
        foot = left - inward if side == 0 else left + inward
        tone = ink("a32c3c") if fold % 2 else ink("6d1a28")
        canvas.polygon(
            [(left, 0), (left + 46, 0), (foot + 46, 870), (foot, 870)],
            Fade(tone, mix(tone, ink("22060f"), 0.55), across=True),
        )


def library(canvas: Canvas) -> Canvas:
    """The reading room of a library in the evening."""
    canvas.rectangle((0, 0, 1600, 1000), Fade(ink("2b2433"), ink("3a2a2c")))
    for level in range(3):
        for bay in range(8):
            _bookcase(canvas, (20 + bay * 198, 40 + level * 188, 204 + bay * 198, 216 + level * 188))
    canvas.rectangle((0, 222, 1600, 236), ink("7a5236"))
    canvas.rectangle((0, 410, 1600, 424), ink("7a5236"))
    for rail in range(0, 1600, 26):
        canvas.line([(rail, 380), (rail, 412)], 3, ink("8f6340"))
    canvas.rectangle((0, 374, 1600, 382), ink("9a6d48"))
    canvas.line([(1210, 604), (1330, 236)], 7, ink("b07f52"))
    canvas.line([(1254, 604), (1374, 236)], 7, ink("b07f52"))
    for rung in range(9):
        canvas.line([(1215 + rung * 13, 588 - rung * 40), (1259 + rung * 13, 588 - rung * 40)], 5, ink("b07f52"))
    canvas.rectangle((0, 604, 1600, 1000), Fade(ink("4a3029"), ink("1f1516")))
    for row, (y, depth, size) in enumerate(((650, 34, 0.62), (740, 48, 0.86), (880, 74, 1.25))):
        _reading_table(canvas, y, depth, size, row)
    return finish(canvas, corners=0.55)


def _bookcase(canvas: Canvas, box: Box) -> None:
    left, top, right, bottom = box
    canvas.rectangle((left - 10, top - 10, right + 10, bottom + 10), ink("5a3b28"))
    canvas.rectangle(box, ink("1f1517"))
    spines = ["8f3b33", "3f5f5a", "c29a4f", "4a4f78", "7a5a3c", "a8623f", "2f4a5f", "d6c39a", "5f2f3f"]
    for shelf in range(3):
        floor = top + (shelf + 1) * (bottom - top) / 3
        x = left + 3
        while x < right - 8:
            wide, high = canvas.chance.uniform(7, 15), canvas.chance.uniform(32, 50)
            tone = mix(ink(canvas.chance.choice(spines)), ink("1a1014"), canvas.chance.uniform(0.1, 0.45))
            if canvas.chance.random() < 0.93:
                canvas.rectangle((x, floor - high, x + wide - 1, floor - 4), tone)
                canvas.rectangle((x, floor - high * 0.8, x + wide - 1, floor - high * 0.72), ink("e0c07a"), alpha=0.5)
            x += wide
        canvas.rectangle((left, floor - 5, right, floor), ink("6a452e"))


def _reading_table(canvas: Canvas, y: float, depth: float, size: float, row: int) -> None:
    readers = ((0, 300), (0, 1120), (1, 520), (1, 1300), (2, 240), (2, 980))
    for number, (own, x) in enumerate(readers):
        if own == row:
            coat = ink(("5a3440", "2f4a5a", "6a5a38", "3f3a5c", "7a4438", "365248")[number])
            stand(
                canvas,
                Person(
                    (x, y + 160 * size),
                    330 * size,
                    coat,
                    ink(("d9a884", "8a5f46")[number % 2]),
                    hair=ink("241818"),
                    rim=ink("d6b06a"),
                ),
            )
    canvas.rectangle((0, y, 1600, y + depth * 0.55), Fade(ink("a8703f"), ink("8a5833")))
    canvas.rectangle((0, y + depth, 1600, y + depth + 160 * size), Fade(ink("2a1a17"), ink("1a1112")))
    canvas.rectangle((0, y + depth * 0.55, 1600, y + depth), ink("5f3a26"))
    for lamp in range(4):
        x = 110 + lamp * 430 + row * 70
        _green_lamp(canvas, (x, y + depth * 0.3), 66 * size)
        page = [
            (x + 90 * size, y + depth * 0.12),
            (x + 150 * size, y + depth * 0.05),
            (x + 210 * size, y + depth * 0.12),
            (x + 222 * size, y + depth * 0.46),
            (x + 150 * size, y + depth * 0.4),
            (x + 78 * size, y + depth * 0.46),
        ]
        canvas.polygon(page, ink("f4e8cd"))
        canvas.line([page[1], page[4]], 2, ink("b59f78"))


def _green_lamp(canvas: Canvas, foot: Point, size: float) -> None:
    x, y = foot
    canvas.ellipse((x - size * 1.9, y - size * 0.14, x + size * 1.9, y + size * 0.26), ink("ffdf9a"), alpha=0.5, blur=9)
    canvas.ellipse((x - size * 0.34, y - size * 0.08, x + size * 0.34, y + size * 0.08), ink("c9954a"))
    canvas.line([(x, y), (x, y - size)], size * 0.08, ink("c9954a"))
    shade = outline("-0.66,-0.86 -0.5,-1.2 0.5,-1.2 0.66,-0.86", (x, y), size)
    glow(canvas, (x, y - size * 0.7), size * 2.4, ink("ffd98a"), 0.75)
    canvas.polygon(shade, Fade(ink("3fae7d"), ink("1f7a58")))
    canvas.rectangle((x - size * 0.62, y - size * 0.87, x + size * 0.62, y - size * 0.82), ink("fff3cf"))
