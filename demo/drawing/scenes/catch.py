"""The catch: boats that unload it, and fish on ice."""

from drawing.boats import fishing_boat
from drawing.canvas import Box, Canvas, Point, outline, smooth
from drawing.colors import Color, Fade, ink, mix
from drawing.light import beam, finish, glow, haze, sky, stars
from drawing.people import arm, passer
from drawing.water import glints, mirror


def unloading(canvas: Canvas) -> Canvas:
    """Two fishing boats unload at a pier at night."""
    sky(canvas, (0, ink("0b1530")), (400, ink("1f3558")), (692, ink("3f5a78")))
    stars(canvas, 380, 120, ink("fff4dc"))
    haze(canvas, 420, 660, ink("5a7a90"), 0.35)
    white, light = Fade(ink("f2e6cf"), ink("b5a58f")), ink("ffd88f")
    fishing_boat(canvas, (40, 680), 560, hull=Fade(ink("8f3a33"), ink("4f2024")), cabin=white, light=light)
    fishing_boat(canvas, (560, 690), 700, hull=Fade(ink("24566d"), ink("12303f")), cabin=white, light=light)
    mirror(canvas, 690, 1000, ink("12233c"), share=0.4, ripple=13)
    glints(canvas, (60, 720, 1200, 1000), ink("ffdf9f"), 150, 0.5)
    canvas.polygon(outline("1080,760 1640,720 1640,1000 1000,1000"), Fade(ink("4a3f3f"), ink("1f1a20")))
    canvas.polygon(outline("1080,760 1640,720 1640,744 1076,786"), ink("75605a"))
    for x in (1120, 1290, 1470):
        canvas.rectangle((x, 790, x + 34, 1000), Fade(ink("2f2628"), ink("120f14")))
    _derrick(canvas)
    for x, tall, number in ((1150, 226, 4), (1500, 240, 1)):
        person = passer(canvas, (x, 776 - (x - 1080) * 0.07), tall, number, shade=0.3, rim=ink("ffd88f"))
        arm(canvas, person, (-0.1, 0.02), (-0.2, -0.14), left=True)
    for row in range(3):
        for column in range(3 - row):
            left = 1320 + column * 78 + row * 39
            canvas.rectangle((left, 690 - row * 44, left + 72, 730 - row * 44), Fade(ink("3f86a8"), ink("1f4f6a")))
            canvas.ellipse((left + 6, 682 - row * 44, left + 66, 700 - row * 44), ink("cfe3e6"))
    return finish(canvas, corners=0.5)


def _derrick(canvas: Canvas) -> None:
    dark: Color = ink("0e131c")
    canvas.line([(1420, 740), (1420, 250)], 15, dark)
    canvas.line([(1420, 620), (1000, 240)], 11, dark)
    canvas.line([(1420, 256), (1000, 240)], 3, dark)
    canvas.line([(1000, 242), (1000, 470)], 3, dark)
    for edge in (-46, 46):
        canvas.line([(1000, 440), (1000 + edge, 486)], 2.5, dark)
    canvas.rectangle((948, 484, 1052, 536), Fade(ink("4a93b5"), ink("24607f")))
    canvas.ellipse((954, 472, 1046, 496), ink("dff0f2"))
    for fish in range(4):
        canvas.ellipse((958 + fish * 22, 466, 984 + fish * 22, 484), Fade(ink("c2d3da"), ink("7a97a5")))
    canvas.line([(1420, 300), (1260, 330)], 5, dark)
    canvas.polygon(outline("1240,330 1280,330 1296,352 1224,352"), dark)
    canvas.ellipse((1234, 344, 1286, 362), ink("fff3cf"))
    beam(canvas, outline("1236,352 1284,352 1480,760 860,760"), ink("ffdf9f"), 0.24, 18)
    glow(canvas, (1260, 356), 260, ink("ffdf9f"), 0.8)


def fish_on_ice(canvas: Canvas) -> Canvas:
    """Fish in a row on crushed ice in a blue box."""
    canvas.rectangle((0, 0, 1600, 1000), Fade(ink("1f5f8a"), ink("123f63")))
    for x in range(0, 1600, 100):
        canvas.rectangle((x, 0, x + 8, 1000), ink("0e3150"), alpha=0.35)
    canvas.rectangle((70, 70, 1530, 930), ink("0c2a44"), radius=40)
    canvas.rectangle((92, 92, 1508, 908), Fade(ink("dff0f5"), ink("b5d6e2")), radius=30)
    for _ in range(1300):
        shape = _splinter(canvas, (100, 100, 1500, 900), (8, 30))
        canvas.polygon(shape, mix(ink("ffffff"), ink("8fbdd3"), canvas.chance.random()), alpha=0.4)
    for number in range(6):
        _cod(canvas, (276 + (number % 2) * 56, 186 + number * 124), 1010 + canvas.chance.uniform(-40, 40))
    for _ in range(260):
        canvas.polygon(_splinter(canvas, (110, 110, 1490, 890), (5, 15)), ink("ffffff"), alpha=0.55)
    canvas.polygon(outline("1290,610 1480,580 1492,700 1302,730"), ink("fff8e6"))
    for line in (636, 662, 688):
        canvas.line([(1318, line), (1462, line - 23)], 5, ink("33475a"))
    beam(canvas, outline("-60,-60 700,-60 300,1060 -60,1060"), ink("fff3d6"), 0.2, 60)
    return finish(canvas, corners=0.45)


def _splinter(canvas: Canvas, box: Box, sizes: tuple[float, float]) -> list[Point]:
    x, y = canvas.anywhere(box)
    size = canvas.chance.uniform(*sizes)
    return [(x + canvas.chance.uniform(-1, 1) * size, y + canvas.chance.uniform(-1, 1) * size) for _ in range(5)]


def _cod(canvas: Canvas, nose: Point, length: float) -> None:
    x, y = nose
    upper = outline("0,0 0.06,-0.05 0.2,-0.082 0.42,-0.07 0.7,-0.036 0.88,-0.016")
    lower = outline("0.88,0.016 0.7,0.034 0.42,0.066 0.2,0.07 0.06,0.042")
    body = [(x + across * length, y + down * length) for across, down in (*upper, *lower)]
    canvas.blob([(px + 8, py + 16) for px, py in body], ink("1f4f70"), alpha=0.4, blur=7)
    fins = [
        outline("0.26,-0.07 0.34,-0.118 0.42,-0.066"),
        outline("0.46,-0.064 0.54,-0.1 0.62,-0.044"),
        outline("0.66,-0.04 0.73,-0.072 0.8,-0.024"),
        outline("0.48,0.056 0.56,0.092 0.64,0.04"),
        outline("0.86,0 0.985,-0.062 0.962,0 0.985,0.062"),
    ]
    for fin in fins:
        canvas.polygon([(x + a * length, y + d * length) for a, d in fin], Fade(ink("6a7f80"), ink("9fb3b0")))
    canvas.blob(body, Fade(ink("5f7a78"), ink("eef3ea")))
    canvas.line(
        smooth(
            [(x + a * length, y + d * length) for a, d in ((0.17, -0.02), (0.34, -0.036), (0.52, -0.01), (0.86, 0))]
        ),
        3,
        ink("f2f4e6"),
        alpha=0.9,
    )
    for _ in range(64):
        along = canvas.chance.uniform(0.16, 0.82)
        reach = 0.074 * (1.05 - along)
        dot = (x + along * length, y - canvas.chance.uniform(0.1, 1) * reach * length)
        canvas.disc(dot, canvas.chance.uniform(2, 5.5), ink("3f5553"), alpha=0.5)
    canvas.line(
        smooth([(x + a * length, y + d * length) for a, d in ((0.15, -0.07), (0.168, 0), (0.15, 0.06))]),
        3.6,
        ink("48605f"),
        alpha=0.8,
    )
    canvas.line([(x + 4, y + 5), (x + 0.062 * length, y + 0.014 * length)], 3, ink("48605f"))
    canvas.disc((x + 0.072 * length, y - 0.022 * length), 13, ink("f4e6b0"))
    canvas.disc((x + 0.072 * length, y - 0.022 * length), 8, ink("10161c"))
    canvas.disc((x + 0.069 * length, y - 0.026 * length), 2.6, ink("ffffff"))
