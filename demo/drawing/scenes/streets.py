"""Streets in the evening and at night: houses, the flood, the tram."""

from drawing.boats import gull
from drawing.canvas import Canvas, Point, outline, smooth, turned
from drawing.colors import Color, Fade, ink, mix
from drawing.light import clouds, finish, glow, haze, sky, stars
from drawing.people import Person, stand
from drawing.town import WARM, chimney, hill, house, lamp, skyline
from drawing.water import glints, mirror, rain

NIGHT_BRICK = [ink("5a3440"), ink("4a3a55"), ink("63414a"), ink("3f3d5c"), ink("54323c")]


def apartments(canvas: Canvas) -> Canvas:
    """Apartment houses climb a hill late in the evening."""
    sky(
        canvas,
        (0, ink("141a3d")),
        (380, ink("3c3a72")),
        (640, ink("a4647f")),
        (760, ink("e79a7d")),
        (1000, ink("2a2346")),
    )
    stars(canvas, 330, 90, ink("fff4dc"))
    canvas.disc((1290, 170), 58, ink("fdf1d3"))
    glow(canvas, (1290, 170), 260, ink("ffe9bf"), 0.5)
    skyline(canvas, 700, (60, 190), ink("54476f"), lit=0.2)
    haze(canvas, 520, 700, ink("c98790"), 0.45)
    for base, size, wall in ((720, (150, 300), "463a66"), (850, (170, 330), "3a2f57"), (1000, (200, 360), "2a2346")):
        _terrace(canvas, base, size, ink(wall))
        haze(canvas, base - 160, base, ink("7d5273"), 0.3)
    _roof_garden(canvas)
    return finish(canvas, corners=0.45)


def _terrace(canvas: Canvas, base: float, size: tuple[float, float], wall: Color) -> None:
    x = canvas.chance.uniform(-90, -20)
    while x < canvas.width:
        wide, high = canvas.chance.uniform(150, 250), canvas.chance.uniform(*size) + 90 * x / canvas.width
        tone = mix(wall, ink("8b5068"), canvas.chance.uniform(0, 0.28))
        rows, columns = max(3, round(high / 52)), max(3, round(wide / 46))
        house(
            canvas,
            (x, base - high, x + wide, base),
            Fade(mix(tone, ink("c77f86"), 0.2), tone),
            rows=rows,
            columns=columns,
            lit=0.62,
            dark=mix(tone, ink("0a0a22"), 0.45),
        )
        chimney(canvas, x + wide * canvas.chance.uniform(0.1, 0.7), base - high, tone)
        if canvas.chance.random() < 0.4:
            _water_tank(canvas, (x + wide * 0.6, base - high), mix(tone, ink("000000"), 0.25))
        x += wide + canvas.chance.uniform(-8, 22)


def _water_tank(canvas: Canvas, foot: Point, fill: Color) -> None:
    x, y = foot
    for leg in (-14, 0, 14):
        canvas.line([(x + leg, y), (x + leg * 0.8, y - 30)], 3, fill)
    canvas.rectangle((x - 20, y - 66, x + 20, y - 28), fill)
    canvas.polygon(outline("-24,-65 24,-65 0,-86", (x, y)), fill)


def _roof_garden(canvas: Canvas) -> None:
    roof: Color = ink("15112b")
    canvas.rectangle((-10, 930, 700, 1000), roof)
    canvas.line([(0, 884), (700, 884)], 4, roof)
    for x in range(10, 700, 46):
        canvas.line([(x, 884), (x, 932)], 3, roof)
    stand(canvas, Person((470, 934), 178, ink("b8483f"), ink("c98f6a"), skirt=True, hair=roof, rim=ink("ffb98a")))
    for pot in (90, 150, 215):
        canvas.rectangle((pot - 14, 906, pot + 14, 932), ink("2b1c33"))
        for leaf in (-18, -6, 8, 19):
            canvas.line(smooth([(pot, 908), (pot + leaf * 0.5, 886), (pot + leaf, 866)]), 5, ink("20303a"))
    canvas.line(smooth(outline("0,800 240,828 480,820 700,780")), 2, roof)
    for share in range(7):
        canvas.disc((60 + share * 92, 812 + 16 * (share % 3 == 1)), 6, WARM[share % 4])
        glow(canvas, (60 + share * 92, 812 + 16 * (share % 3 == 1)), 46, ink("ffcf87"), 0.8)


def flooded_street(canvas: Canvas) -> Canvas:
    """A street under water at night, its lit windows mirrored."""
    sky(canvas, (0, ink("0c1426")), (640, ink("2b3c55")))
    clouds(canvas, (0, 0, 1600, 260), ink("4b5d74"), 0.35, 16)
    x = -40.0
    for number in range(8):
        wide, high = canvas.chance.uniform(190, 250), canvas.chance.uniform(330, 500)
        wall = NIGHT_BRICK[number % len(NIGHT_BRICK)]
        house(
            canvas,
            (x, 640 - high, x + wide, 640),
            Fade(mix(wall, ink("222a44"), 0.35), wall),
            rows=round(high / 92),
            columns=3,
            lit=0.5,
            dark=ink("161c30"),
        )
        chimney(canvas, x + wide * 0.2, 640 - high, wall)
        canvas.rectangle((x + wide * 0.4, 556, x + wide * 0.62, 640), ink("201a28"))
        x += wide
    for lamp_x in (330, 1130):
        lamp(canvas, (lamp_x, 640), 250, ink("ffcf87"), ink("10131f"), reach=230)
    haze(canvas, 430, 642, ink("51607a"), 0.35)
    mirror(canvas, 640, 1000, ink("1a2a3f"), share=0.32, ripple=15)
    _sunken_bicycle(canvas, (1260, 690))
    _rowing_boat(canvas, (620, 800))
    glints(canvas, (0, 660, 1600, 1000), ink("ffd79a"), 120, 0.3)
    rain(canvas, 520, -0.24, ink("cfdcea"), 0.3)
    return finish(canvas, corners=0.5)


def _sunken_bicycle(canvas: Canvas, at: Point) -> None:
    x, y = at
    dark: Color = ink("0d111c")
    for wheel in (0, 118):
        arc = [
            (x + wheel + 44 * dx, y + 16 - 44 * dy)
            for dx, dy in ((-1, 0), (-0.87, 0.5), (-0.5, 0.87), (0, 1), (0.5, 0.87), (0.87, 0.5), (1, 0))
        ]
        canvas.line(smooth(arc), 5, dark)
    canvas.line(outline("0,10 34,-50 96,-52 118,8", (x, y)), 5, dark)
    canvas.line(outline("34,-50 62,12 96,-52", (x, y)), 4, dark)
    canvas.line(outline("96,-52 92,-76 112,-82", (x, y)), 5, dark)
    canvas.line([(x + 20, y - 64), (x + 46, y - 64)], 7, dark)


def _rowing_boat(canvas: Canvas, at: Point) -> None:
    x, y = at
    hull: Color = ink("10141f")
    canvas.ellipse((x - 40, y + 28, x + 430, y + 78), ink("060a14"), alpha=0.55, blur=8)
    figures = ((110, 214, ink("1b2233")), (196, 178, ink("3a2634")), (300, 224, ink("161d2c")))
    for shift, tall, coat in figures:
        stand(
            canvas,
            Person(
                (x + shift, y + 50),
                tall * 0.8,
                coat,
                ink("8a6450"),
                skirt=True,
                hat=mix(coat, ink("c98b58"), 0.3),
                rim=ink("c98b58"),
            ),
        )
    canvas.polygon(smooth(outline("-20,-10 60,14 320,14 420,-22 380,50 40,54", (x, y)), closed=True), hull)
    canvas.line(smooth(outline("-14,-6 60,14 320,14 414,-18", (x, y))), 4, ink("7a5a48"))
    canvas.line([(x + 250, y - 30), (x + 210, y + 96)], 6, hull)
    canvas.line([(x + 376, y - 12), (x + 376, y - 92)], 4, hull)
    canvas.rectangle((x + 364, y - 118, x + 388, y - 88), ink("ffe6ae"), radius=4)
    glow(canvas, (x + 376, y - 103), 210, ink("ffc573"), 0.9)


def tram(canvas: Canvas) -> Canvas:
    """A red tram climbs a steep street towards the setting sun."""
    sky(canvas, (0, ink("3a4f86")), (330, ink("c98a9a")), (640, ink("ffc78a")), (1000, ink("ffdca8")))
    glow(canvas, (360, 560), 640, ink("ffdf9f"), 0.8)
    clouds(canvas, (0, 80, 1600, 380), ink("ffd9c4"), 0.45, 14)
    hill(canvas, 1000, outline("-60,760 300,720 700,740"), Fade(ink("8a7f9f"), ink("c99a94")))
    skyline(canvas, 800, (20, 60), ink("94829c"), lit=0.1)
    haze(canvas, 640, 830, ink("ffd2a0"), 0.6)
    _steps_of_houses(canvas)
    canvas.polygon(outline("-20,960 1620,520 1620,1000 -20,1000"), Fade(ink("6d5a70"), ink("3d3350")))
    for shift in (0, 34):
        canvas.line([(-20, 968 + shift), (1620, 528 + shift)], 3, ink("e8c9a8"), alpha=0.7)
    _tramcar(canvas, (430, 884), -0.262)
    canvas.line([(-20, 500), (1620, 60)], 2, ink("2a2238"))
    for x in (170, 1010):
        foot = 960 - (x + 20) * 0.2683
        canvas.line([(x, foot), (x, foot - 470)], 6, ink("2a2238"))
        canvas.line([(x, foot - 452), (x + 70, foot - 470)], 4, ink("2a2238"))
    for x, y, span in ((300, 220, 22), (360, 260, 15), (240, 290, 12)):
        gull(canvas, (x, y), span, ink("4a3f5f"))
    return finish(canvas, corners=0.4)


def _steps_of_houses(canvas: Canvas) -> None:
    walls = ["b5654a", "d9a05f", "7a5a7a", "c97f5f", "5f6f8a", "a8573f", "d6b37a", "6d5278"]
    x = 640.0
    for number, wall in enumerate(walls):
        wide = canvas.chance.uniform(120, 165)
        base = 960 - x * 0.2683
        top = base - canvas.chance.uniform(250, 350)
        tone = ink(wall)
        house(
            canvas,
            (x, top, x + wide, base + 60),
            Fade(mix(tone, ink("ffd9a0"), 0.3), mix(tone, ink("3d3350"), 0.35)),
            rows=4,
            columns=3,
            lit=0.75 if number % 2 else 0.4,
            dark=mix(tone, ink("241c33"), 0.6),
        )
        canvas.polygon(
            [(x - 6, top + 2), (x + wide / 2, top - 54), (x + wide + 6, top + 2)], mix(tone, ink("2a2238"), 0.55)
        )
        canvas.rectangle((x, top, x + 7, base + 60), ink("ffe0a8"), alpha=0.55)
        x += wide


def _tramcar(canvas: Canvas, corner: Point, angle: float) -> None:
    x, y = corner

    def part(box: tuple[float, float, float, float], fill: Color | Fade) -> None:
        left, top, right, bottom = box
        corners = [(x + left, y + top), (x + right, y + top), (x + right, y + bottom), (x + left, y + bottom)]
        canvas.polygon(turned(corners, corner, angle), fill)

    part((6, -206, 514, -186), ink("f3e6cc"))
    part((0, -188, 520, -26), Fade(ink("d9463a"), ink("a52d2d")))
    part((0, -96, 520, -84), ink("f3e6cc"))
    for pane in range(7):
        part((18 + pane * 71, -174, 76 + pane * 71, -104), Fade(ink("ffe9b8"), ink("ffc27a")))
        if pane in (1, 2, 4, 5):
            head = turned([(x + 47 + pane * 71, y - 130)], corner, angle)[0]
            canvas.disc(head, 13, ink("5a2f3a"))
            part((31 + pane * 71, -120, 63 + pane * 71, -104), ink("5a2f3a"))
    for door in (226, 440):
        part((door, -178, door + 54, -30), ink("7d2226"))
        part((door + 7, -168, door + 24, -70), ink("ffd695"))
        part((door + 30, -168, door + 47, -70), ink("ffd695"))
    part((14, -28, 506, -14), ink("2a2238"))
    for wheel in (84, 140, 380, 436):
        canvas.disc(turned([(x + wheel, y - 10)], corner, angle)[0], 19, ink("2a2238"))
        canvas.disc(turned([(x + wheel, y - 10)], corner, angle)[0], 8, ink("8a7f8f"))
    canvas.line(turned(outline("240,-206 300,-262 250,-330", (x, y)), corner, angle), 4, ink("2a2238"))
    glow(canvas, turned([(x + 518, y - 50)], corner, angle)[0], 90, ink("fff0c4"), 0.9)
