"""Football."""

from drawing.canvas import Canvas, Point, outline, smooth
from drawing.colors import Fade, ink, mix
from drawing.light import beam, clouds, finish, glow, sky
from drawing.people import SKINS, Person, arm, stand
from drawing.water import glints, rain


def stadium(canvas: Canvas) -> Canvas:
    """A full stadium under floodlights in the rain."""
    sky(canvas, (0, ink("0e1836")), (380, ink("2f4370")), (520, ink("57608a")))
    clouds(canvas, (0, 0, 1600, 300), ink("6a78a3"), 0.3, 14)
    canvas.polygon(
        [*smooth(outline("-60,330 300,296 800,284 1300,296 1660,330")), (1660, 640), (-60, 640)],
        Fade(ink("1c2644"), ink("2b3558")),
    )
    _spectators(canvas)
    canvas.polygon(
        smooth(outline("-60,250 300,222 800,212 1300,222 1660,250"))
        + list(reversed(smooth(outline("-60,300 300,268 800,256 1300,268 1660,300")))),
        Fade(ink("3f4a70"), ink("232c4c")),
    )
    canvas.rectangle((0, 596, 1600, 646), Fade(ink("16425a"), ink("0f2c40")))
    for board in range(8):
        canvas.rectangle(
            (8 + board * 200, 602, 192 + board * 200, 640),
            ink(("c8452f", "e0a02f", "2a7f8a", "f2ead8")[board % 4]),
            alpha=0.85,
        )
    for stripe in range(9):
        left, right = -500 + stripe * 290, -500 + (stripe + 1) * 290
        green = Fade(ink("3f8a4f"), ink("2a6a3f")) if stripe % 2 else Fade(ink("4c9c58"), ink("347a48"))
        canvas.polygon(
            [(800 + (left - 800) * 0.72, 646), (800 + (right - 800) * 0.72, 646), (right, 1000), (left, 1000)], green
        )
    canvas.line([(0, 690), (1600, 690)], 5, ink("f4faf0"), alpha=0.85)
    _goal(canvas, (1180, 700), 250)
    _puddles(canvas)
    _players(canvas)
    for x in (170, 1430):
        _floodlight(canvas, x)
    rain(canvas, 560, -0.2, ink("dfe9f7"), 0.3)
    return finish(canvas, corners=0.5)


def _spectators(canvas: Canvas) -> None:
    colors = [ink(code) for code in ("c8452f", "e0a02f", "f2ead8", "2a7f8a", "7a86a8", "45507a", "8a5a4a")]
    for row in range(17):
        y = 316 + row * 16
        for column in range(134):
            x = column * 12 + (row % 2) * 6
            bend = (abs(x - 800) / 800) ** 2 * 30
            tone = mix(canvas.chance.choice(colors), ink("1c2644"), 0.35 + 0.3 * canvas.chance.random())
            canvas.disc((x + canvas.chance.uniform(-2, 2), y + bend * (1 - row / 17)), 4.2, tone)
            if canvas.chance.random() < 0.012:
                glow(canvas, (x, y), 22, ink("fff6da"), 0.9)


def _floodlight(canvas: Canvas, x: float) -> None:
    canvas.line([(x - 14, 600), (x - 5, 130)], 7, ink("10172b"))
    canvas.line([(x + 14, 600), (x + 5, 130)], 7, ink("10172b"))
    for brace in range(7):
        canvas.line([(x - 12, 560 - brace * 62), (x + 10, 500 - brace * 62)], 3, ink("10172b"))
    canvas.rectangle((x - 86, 50, x + 86, 136), ink("10172b"), radius=6)
    for row in range(3):
        for column in range(6):
            canvas.disc((x - 68 + column * 27, 68 + row * 25), 9, ink("fffbe8"))
    glow(canvas, (x, 92), 420, ink("e6efff"), 0.75)
    aim = 800 + (800 - x) * 0.2
    beam(canvas, [(x - 80, 60), (x + 80, 130), (aim + 380, 1000), (aim - 380, 1000)], ink("dfe9ff"), 0.12, 34)


def _goal(canvas: Canvas, foot: Point, wide: float) -> None:
    x, y = foot
    high = wide * 0.36
    for step in range(15):
        share = step / 14
        canvas.line(
            [(x + wide * share, y - high), (x + 20 + (wide - 10) * share, y - 16)], 1.2, ink("ffffff"), alpha=0.5
        )
    for step in range(7):
        level = y - high + (high - 16) * step / 6
        canvas.line([(x + 3 * step, level), (x + wide + 1.6 * step, level)], 1.2, ink("ffffff"), alpha=0.5)
    canvas.line([(x, y), (x, y - high), (x + wide, y - high), (x + wide, y)], 7, ink("ffffff"))


def _puddles(canvas: Canvas) -> None:
    for x, y, half in ((360, 820, 170), (960, 900, 230), (1350, 780, 110), (640, 730, 80)):
        canvas.ellipse(
            (x - half, y - half * 0.13, x + half, y + half * 0.13),
            Fade(ink("a9c3d6"), ink("5f86a0")),
            alpha=0.6,
            blur=2,
        )
    glints(canvas, (200, 700, 1400, 980), ink("ffffff"), 70, 0.5)


def _players(canvas: Canvas) -> None:
    team, guests = ink("d9463a"), ink("f2ead8")
    places = (
        (330, 800, 128, team, 0.1),
        (520, 770, 116, guests, 0.07),
        (820, 860, 160, team, 0.13),
        (930, 790, 122, guests, 0.1),
        (1090, 770, 112, team, 0.08),
        (1330, 742, 104, ink("e0c23a"), 0.12),
        (180, 920, 176, guests, 0.1),
    )
    for number, (x, y, tall, shirt, step) in enumerate(places):
        canvas.ellipse((x - tall * 0.3, y - 6, x + tall * 0.3, y + 9), ink("123320"), alpha=0.5, blur=4)
        person = Person((x, y), tall, shirt, SKINS[number % 4], step, sport=True, hair=ink("1c1418"))
        stand(canvas, person)
        arm(canvas, person, (0.06, 0.13), (0.15, 0.12))
        arm(canvas, person, (-0.08, 0.12), (-0.12, 0.24), left=True)
    canvas.disc((900, 846), 13, ink("ffffff"))
    canvas.disc((903, 848), 4.5, ink("23283a"))


def celebration(canvas: Canvas) -> Canvas:
    """Players embrace in the rain in front of the goal; hundreds of lights shine in the stands."""
    sky(canvas, (0, ink("0c1430")), (520, ink("2a3a68")), (700, ink("42598a")))
    for _ in range(240):
        x, y = canvas.anywhere((0, 40, 1600, 560))
        radius = canvas.chance.uniform(4, 26)
        tone = canvas.chance.choice([ink("ffe3a3"), ink("fff6e0"), ink("ffb47a"), ink("a9c9ff")])
        canvas.disc((x, y), radius, tone, alpha=canvas.chance.uniform(0.12, 0.5), blur=1.5)
    for x in (320, 1280):
        glow(canvas, (x, 60), 620, ink("dfe9ff"), 0.7)
    canvas.rectangle((0, 690, 1600, 1000), Fade(ink("2f7045"), ink("16402c")))
    _goal(canvas, (240, 780), 1120)
    looks = ((520, 900, 400), (1090, 900, 410), (650, 930, 440), (960, 930, 430), (800, 950, 470))
    for number, (x, y, tall) in enumerate(looks):
        canvas.ellipse((x - 130, y - 14, x + 130, y + 22), ink("0a2416"), alpha=0.6, blur=8)
        shirt = mix(ink("d9463a"), ink("12121f"), 0.3 if number < 4 else 0.08)
        person = Person(
            (x, y),
            tall,
            Fade(mix(shirt, ink("ffffff"), 0.08), shirt),
            mix(SKINS[number % 4], ink("12121f"), 0.3),
            0.1,
            sport=True,
            hair=ink("120e16"),
            rim=ink("a9bbe0"),
        )
        stand(canvas, person)
        if number < 4:
            toward = 1 if x < 800 else -1
            arm(canvas, person, (0.14 * toward, 0.02), (0.3 * toward, -0.03), left=toward < 0)
            arm(canvas, person, (-0.1 * toward, -0.08), (-0.06 * toward, -0.3), left=toward > 0)
        else:
            arm(canvas, person, (0.13, -0.1), (0.16, -0.36))
            arm(canvas, person, (-0.13, -0.1), (-0.16, -0.36), left=True)
    canvas.disc((1330, 940), 34, Fade(ink("ffffff"), ink("a9b8cc")))
    for dx, dy in ((0, 0), (-20, -12), (18, -16), (14, 18), (-16, 17)):
        canvas.disc((1330 + dx, 940 + dy), 7, ink("23283a"))
    glints(canvas, (100, 880, 1500, 1000), ink("e6efff"), 90, 0.5)
    rain(canvas, 620, -0.18, ink("e6efff"), 0.34)
    return finish(canvas, corners=0.5)
