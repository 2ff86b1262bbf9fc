"""Houses with open doors: the bakery, the pharmacy, the school."""

from drawing.canvas import Canvas, Point, outline, smooth
from drawing.colors import Color, Fade, ink, mix
from drawing.light import beam, clouds, finish, glow, haze, sky
from drawing.people import Person, stand
from drawing.town import hill, skyline, windows
from drawing.water import glints, mirror, rain


def bakery(canvas: Canvas) -> Canvas:
    """The window of a bakery glows on a dark wet street."""
    sky(canvas, (0, ink("10192e")), (760, ink("1d2a44")))
    canvas.rectangle((0, 40, 1600, 760), Fade(ink("2b2436"), ink("3d2b33")))
    _bricks(canvas, (0, 40, 1600, 760), ink("181524"))
    windows(canvas, (90, 40, 1510, 190), 1, 6, lit=0, dark=ink("121627"))
    canvas.rectangle((250, 214, 1350, 292), Fade(ink("1f4d4a"), ink("143633")))
    canvas.rectangle((250, 288, 1350, 300), ink("0d2422"))
    for stalk in range(9):
        _wheat(canvas, (560 + stalk * 60, 280), 46 + 8 * (stalk % 2))
    _bakery_window(canvas)
    _door(canvas, (1120, 330, 1310, 760))
    for x, y in ((1090, 752), (1150, 756), (1214, 754), (1278, 752), (1120, 726), (1182, 728), (1246, 726)):
        canvas.rectangle((x - 34, y - 26, x + 34, y + 6), Fade(ink("a48d68"), ink("6a573f")), radius=13)
    mirror(canvas, 760, 1000, ink("131b2d"), share=0.42, ripple=13)
    glow(canvas, (680, 560), 760, ink("ffb45e"), 0.42)
    glints(canvas, (300, 790, 1120, 1000), ink("ffd79a"), 130, 0.4)
    rain(canvas, 380, -0.16, ink("e6d9c4"), 0.2)
    return finish(canvas, corners=0.55)


def _bricks(canvas: Canvas, box: tuple[float, float, float, float], seam: Color) -> None:
    left, top, right, bottom = box
    for row, y in enumerate(range(round(top), round(bottom), 26)):
        canvas.line([(left, y), (right, y)], 1.4, seam, alpha=0.5)
        for x in range(round(left) - 30 * (row % 2), round(right), 60):
            canvas.line([(x, y), (x, y + 26)], 1.2, seam, alpha=0.4)


def _wheat(canvas: Canvas, foot: Point, high: float) -> None:
    x, y = foot
    gold: Color = ink("e5b35a")
    canvas.line([(x, y), (x, y - high)], 2, gold)
    for step in range(4):
        up = y - high * (0.45 + 0.16 * step)
        for side in (-1, 1):
            canvas.line([(x, up), (x + side * 8, up - 9)], 4, gold)


def _bakery_window(canvas: Canvas) -> None:
    canvas.rectangle((270, 316, 1080, 716), ink("1a1420"))
    canvas.rectangle((284, 330, 1066, 702), Fade(ink("ffd890"), ink("e98f3f")))
    canvas.blob(outline("340,702 344,520 430,428 560,428 640,520 644,702"), Fade(ink("a85a3a"), ink("7d3b2a")))
    canvas.blob(outline("420,660 424,590 490,540 556,590 560,660"), ink("2a1012"))
    glow(canvas, (490, 630), 110, ink("ff9a3c"), 1)
    for shelf in (420, 500):
        canvas.rectangle((700, shelf, 1050, shelf + 9), ink("7d4a2a"))
        for loaf in range(6):
            x = 728 + loaf * 58
            canvas.ellipse((x - 25, shelf - 34, x + 25, shelf + 8), Fade(ink("d98f45"), ink("9c5526")))
            canvas.line([(x - 9, shelf - 22), (x + 3, shelf - 8)], 2.6, ink("f7d08c"))
    canvas.rectangle((284, 640, 1066, 702), Fade(ink("8a5230"), ink("5e341f")))
    _baker(canvas, (690, 716), 262, ink("4a2a3c"))
    _baker(canvas, (900, 716), 242, ink("2f3a52"))
    for x in (545, 806):
        canvas.rectangle((x - 5, 330, x + 5, 702), ink("1a1420"))
    canvas.rectangle((284, 700, 1066, 716), ink("120e18"))


def _baker(canvas: Canvas, foot: Point, tall: float, coat: Color) -> None:
    x, y = foot
    stand(canvas, Person(foot, tall, coat, ink("b97a55"), skirt=True, hat=ink("f4e6cf")))
    canvas.blob(outline("-0.085,-0.72 0.085,-0.72 0.11,-0.3 -0.11,-0.3", (x, y), tall), ink("f4e6cf"))
    canvas.line(outline("-0.12,-0.74 -0.18,-0.56 -0.04,-0.46", (x, y), tall), tall * 0.06, coat)
    canvas.line(outline("0.12,-0.74 0.2,-0.56 0.06,-0.46", (x, y), tall), tall * 0.06, coat)
    canvas.ellipse(
        (x - tall * 0.13, y - tall * 0.5, x + tall * 0.13, y - tall * 0.4), Fade(ink("f0d4a0"), ink("c9985c"))
    )


def _door(canvas: Canvas, box: tuple[float, float, float, float]) -> None:
    left, top, right, bottom = box
    canvas.rectangle(box, ink("120e18"))
    canvas.rectangle((left + 14, top + 14, right - 14, bottom), Fade(ink("245450"), ink("163936")))
    canvas.rectangle((left + 40, top + 44, right - 40, top + 230), Fade(ink("ffd38a"), ink("f09a48")))
    canvas.rectangle(((left + right) / 2 - 3, top + 44, (left + right) / 2 + 3, top + 230), ink("163936"))
    canvas.disc((right - 32, top + 270), 8, ink("e5b35a"))


def clinic(canvas: Canvas) -> Canvas:
    """People wait at a pharmacy with a green cross on the corner of an evening street."""
    sky(canvas, (0, ink("24365c")), (420, ink("6f6f96")), (770, ink("e0a08a")))
    skyline(canvas, 768, (120, 300), Fade(ink("4a4f7a"), ink("8c6f83")), lit=0.22)
    haze(canvas, 420, 720, ink("e4a98f"), 0.4)
    canvas.polygon(outline("640,60 1640,60 1640,770 640,770"), Fade(ink("47456b"), ink("3a3350")))
    windows(canvas, (680, 80, 1600, 330), 2, 7, lit=0.45, dark=ink("272a48"))
    canvas.rectangle((620, 352, 1640, 420), Fade(ink("1f6b5a"), ink("134a40")))
    canvas.rectangle((620, 416, 1640, 428), ink("0b2b26"))
    canvas.rectangle((660, 440, 1600, 770), ink("20203a"))
    for pane in range(4):
        left = 676 + pane * 232
        canvas.rectangle((left, 452, left + 216, 730 if pane != 1 else 770), Fade(ink("f4fbe9"), ink("cfe8c9")))
        _shelves(canvas, left, pane)
    canvas.rectangle((0, 766, 1600, 1000), Fade(ink("3f3f5e"), ink("24243c")))
    canvas.polygon(outline("676,770 1588,770 1500,1000 420,1000"), ink("cfe8c9"), alpha=0.16, blur=26)
    _cross(canvas, (560, 330), 70)
    _queue(canvas)
    return finish(canvas, corners=0.45)


def _shelves(canvas: Canvas, left: float, pane: int) -> None:
    if pane == 1:
        canvas.rectangle((left + 104, 452, left + 112, 770), ink("20203a"))
        canvas.line([(left + 92, 600), (left + 92, 660)], 5, ink("1f6b5a"))
        return
    for shelf in (530, 610, 690):
        canvas.rectangle((left + 10, shelf, left + 206, shelf + 6), ink("8aa793"))
        for jar in range(8):
            high = canvas.chance.uniform(22, 46)
            tone = canvas.chance.choice([ink("7fb7a3"), ink("e2b36b"), ink("c96f5a"), ink("6f8fb5"), ink("f2efe2")])
            canvas.rectangle((left + 16 + jar * 24, shelf - high, left + 33 + jar * 24, shelf), tone, radius=3)


def _cross(canvas: Canvas, center: Point, arm: float) -> None:
    x, y = center
    green: Color = ink("4ff0a0")
    canvas.line([(x + arm, y), (x + arm + 40, y)], 6, ink("20203a"))
    canvas.rectangle((x - arm * 0.36, y - arm, x + arm * 0.36, y + arm), green, radius=7)
    canvas.rectangle((x - arm, y - arm * 0.36, x + arm, y + arm * 0.36), green, radius=7)
    glow(canvas, center, 330, ink("46e59a"), 0.8)


def _queue(canvas: Canvas) -> None:
    looks = [
        ("7a2f3a", 262, True),
        ("22405f", 286, False),
        ("2f5d50", 250, True),
        ("4a3a2f", 292, False),
        ("8a5a2f", 180, False),
        ("3a2f5a", 268, True),
    ]
    for number, (coat, tall, skirt) in enumerate(looks):
        foot = (866 - number * 108, 892 + (number % 2) * 16)
        canvas.ellipse((foot[0] - 150, foot[1] - 6, foot[0] + 26, foot[1] + 18), ink("10101f"), alpha=0.4, blur=6)
        skin = (ink("d9a27a"), ink("8a5a3f"), ink("c98f6a"))[number % 3]
        cloth = Fade(mix(ink(coat), ink("ffffff"), 0.12), ink(coat))
        hat, hair = (ink("e0c9a0"), None) if number == 3 else (None, ink("2a1a1a"))
        stand(canvas, Person(foot, tall, cloth, skin, 0.05, skirt=skirt, hat=hat, hair=hair))
        canvas.line(
            [(foot[0] - tall * 0.12, foot[1] - tall * 0.74), (foot[0] - tall * 0.15, foot[1] - tall * 0.42)],
            tall * 0.055,
            ink(coat),
        )
        canvas.line(
            [(foot[0] + tall * 0.12, foot[1] - tall * 0.74), (foot[0] + tall * 0.15, foot[1] - tall * 0.42)],
            tall * 0.055,
            ink(coat),
        )


def school(canvas: Canvas) -> Canvas:
    """Children walk to the open doors of a brick school on a sunny morning."""
    sky(canvas, (0, ink("5fa3c7")), (460, ink("bfe0e2")), (740, ink("fdf0cf")))
    clouds(canvas, (0, 60, 1600, 300), ink("ffffff"), 0.6, 14)
    hill(canvas, 760, outline("-50,700 300,640 800,690 1300,620 1660,690"), ink("8fb39a"))
    _schoolhouse(canvas)
    canvas.rectangle((0, 736, 1600, 1000), Fade(ink("c9b27a"), ink("a88f58")))
    canvas.polygon(outline("700,740 900,740 1180,1000 420,1000"), Fade(ink("ead9b0"), ink("d6be8a")))
    for trunk, size, leaf in ((150, 1.15, "d9772b"), (1450, 1.25, "c9532b"), (1290, 0.8, "e3a23a")):
        _tree(canvas, (trunk, 760), size, ink(leaf))
    _pupils(canvas)
    beam(canvas, outline("1700,-60 1700,300 300,1000 -200,1000"), ink("ffe2a3"), 0.16, 60)
    for _ in range(60):
        x, y = canvas.anywhere((0, 760, 1600, 1000))
        canvas.ellipse(
            (x - 8, y - 3, x + 8, y + 3), ink(canvas.chance.choice(["d9772b", "c9532b", "e3a23a"])), alpha=0.8
        )
    return finish(canvas, corners=0.3)


def _schoolhouse(canvas: Canvas) -> None:
    brick, trim = Fade(ink("b8573f"), ink("9c4433")), ink("f3e6cc")
    canvas.rectangle((260, 330, 1340, 740), brick)
    canvas.polygon(outline("240,332 1360,332 1300,268 300,268"), ink("56606e"))
    windows(canvas, (290, 352, 640, 712), 2, 4, lit=1, dark=trim, colors=[ink("dff1f4"), ink("c6e4ea")])
    windows(canvas, (960, 352, 1310, 712), 2, 4, lit=1, dark=trim, colors=[ink("dff1f4"), ink("c6e4ea")])
    canvas.rectangle((650, 250, 950, 740), Fade(ink("c4634a"), ink("a54b38")))
    canvas.polygon(outline("630,254 800,130 970,254"), ink("56606e"))
    canvas.polygon(outline("672,246 800,152 928,246"), trim)
    canvas.disc((800, 214), 25, ink("56606e"))
    canvas.disc((800, 214), 20, ink("fffaf0"))
    canvas.line([(800, 214), (800, 200)], 3, ink("33404d"))
    canvas.line([(800, 214), (789, 218)], 3, ink("33404d"))
    windows(canvas, (672, 284, 928, 430), 1, 3, lit=1, dark=trim, colors=[ink("dff1f4")])
    canvas.rectangle((700, 470, 900, 740), trim)
    canvas.rectangle((718, 488, 882, 740), Fade(ink("5b3326"), ink("ffcf8a")))
    canvas.polygon(outline("718,488 756,500 756,740 718,740"), ink("2f6b73"))
    canvas.polygon(outline("882,488 844,500 844,740 882,740"), ink("2f6b73"))
    for step in range(4):
        canvas.rectangle(
            (690 - step * 12, 722 + step * 9, 910 + step * 12, 733 + step * 9), mix(trim, ink("9a8a6a"), step * 0.18)
        )
    canvas.line([(800, 132), (800, 40)], 4, ink("56606e"))
    canvas.polygon(smooth(outline("802,44 840,36 880,50 916,42 916,88 880,96 840,82 802,90")), ink("d9a441"))


def _tree(canvas: Canvas, foot: Point, size: float, leaf: Color) -> None:
    x, y = foot
    canvas.polygon(outline("-14,0 -7,-220 7,-220 14,0", (x, y), size), ink("4f3a2e"))
    for _ in range(70):
        angle_x, angle_y = canvas.chance.gauss(0, 58), canvas.chance.gauss(0, 62)
        radius = canvas.chance.uniform(16, 36) * size
        tone = mix(leaf, ink("ffd98a") if angle_x + angle_y < 10 else ink("7a2f1f"), canvas.chance.uniform(0, 0.4))
        canvas.disc((x + angle_x * size, y - 290 * size + angle_y * size), radius, tone, alpha=0.92)


def _pupils(canvas: Canvas) -> None:
    looks = [
        (800, 772, 96, "2a6f8e", "d9a441"),
        (726, 800, 112, "7a3b5a", "2f6b73"),
        (868, 812, 118, "d9a441", "b23a3a"),
        (650, 856, 150, "2f6b73", "e07a3f"),
        (930, 872, 156, "b23a3a", "3f5a8a"),
        (770, 930, 196, "3f4a7a", "e3b23a"),
        (1040, 950, 206, "5a7a4a", "8a3b5a"),
        (540, 960, 212, "c9653f", "2a6f8e"),
    ]
    for number, (x, y, tall, coat, bag) in enumerate(looks):
        canvas.polygon(
            [(x - 12, y), (x + 12, y), (x - tall * 0.5, y + tall * 0.3), (x - tall * 0.66, y + tall * 0.28)],
            ink("5a4426"),
            alpha=0.35,
            blur=3,
        )
        skin = (ink("e2b08a"), ink("8f5f42"), ink("c68e68"))[number % 3]
        hair = (ink("2b1c18"), ink("6b4226"), ink("c9974f"))[(number * 2 + 1) % 3]
        stand(canvas, Person((x, y), tall, ink(coat), skin, 0.07, skirt=number % 3 == 1, hair=hair))
        canvas.rectangle((x - tall * 0.1, y - tall * 0.8, x + tall * 0.1, y - tall * 0.5), ink(bag), radius=tall * 0.04)
        canvas.rectangle(
            (x - tall * 0.07, y - tall * 0.64, x + tall * 0.07, y - tall * 0.54),
            mix(ink(bag), ink("000000"), 0.25),
            radius=tall * 0.02,
        )
        canvas.ellipse((x - tall * 0.062, y - tall * 1.01, x + tall * 0.062, y - tall * 0.885), hair)
