"""People as silhouettes: a few shapes each, enough to know what they are doing."""

from dataclasses import dataclass, replace

from drawing.canvas import Canvas, Point, outline
from drawing.colors import Color, Fade, Fill, ink, mix

SKINS = (ink("e0b08c"), ink("8a5a40"), ink("bf8a64"), ink("6a4432"))
COATS = ("7a2f3a", "22405f", "2f5d50", "5a4630", "46396b", "8a5a2f", "39606b", "6d3f5a")


@dataclass(frozen=True, slots=True)
class Person:
    """How somebody looks: where the feet stand, how tall, what color, and which way a step or an arm goes."""

    foot: Point
    height: float
    coat: Fill
    skin: Color
    step: float = 0.06
    """Half the distance of the feet, as a share of the height."""
    skirt: bool = False
    """A long coat or a dress."""
    sport: bool = False
    """A shirt, shorts and bare knees."""
    hat: Color | None = None
    hair: Color | None = None
    rim: Color | None = None
    """The color of the light that falls on the left side."""


def stand(canvas: Canvas, person: Person) -> None:
    """Somebody on their feet, seen from the front or the back."""
    if person.rim:
        x, y = person.foot
        hat, hair = (person.rim if part else None for part in (person.hat, person.hair))
        spot = (x - person.height * 0.011, y)
        stand(canvas, replace(person, foot=spot, coat=person.rim, skin=person.rim, hat=hat, hair=hair, rim=None))
    _legs(canvas, person)
    _trunk(canvas, person)
    _head(canvas, person)


def arm(canvas: Canvas, person: Person, elbow: Point, hand: Point, *, left: bool = False) -> None:
    """An arm from the shoulder over an elbow to a hand; both as shares of the height from the shoulder."""
    x, y, tall = *person.foot, person.height
    start = (x + (-0.1 if left else 0.1) * tall, y - 0.77 * tall)
    joint = (start[0] + elbow[0] * tall, start[1] + elbow[1] * tall)
    end = (start[0] + hand[0] * tall, start[1] + hand[1] * tall)
    canvas.line([start, joint, end], tall * 0.055, person.coat)
    canvas.disc(end, tall * 0.03, person.skin)


def _legs(canvas: Canvas, person: Person) -> None:
    x, y, tall = *person.foot, person.height
    cloth = person.coat.end if isinstance(person.coat, Fade) else person.coat
    dark = mix(cloth, ink("14121f"), 0.5 if cloth != person.skin else 0)
    for side in (-1, 1):
        hip, foot = (x + side * tall * 0.045, y - tall * 0.45), (x + side * tall * person.step, y - tall * 0.015)
        knee = mid(hip, foot)
        canvas.line([hip, foot], tall * 0.06, person.skin if person.sport else dark)
        if person.sport:
            canvas.line([(hip[0], hip[1] - tall * 0.04), knee], tall * 0.1, mix(cloth, ink("ffffff"), 0.75))
            canvas.line([mid(knee, foot), foot], tall * 0.056, cloth)
        canvas.ellipse((foot[0] - tall * 0.05, y - tall * 0.035, foot[0] + tall * 0.05, y + tall * 0.008), dark)


def mid(first: Point, second: Point) -> Point:
    """The point half-way."""
    return (first[0] + second[0]) / 2, (first[1] + second[1]) / 2


def _trunk(canvas: Canvas, person: Person) -> None:
    x, y, tall = *person.foot, person.height
    hem, flare = (0.2, 0.155) if person.skirt else (0.46, 0.105) if person.sport else (0.37, 0.125)
    half = [(0.035, 0.86), (0.115, 0.81), (0.135, 0.7), (0.11, 0.58), (flare, hem)]
    points = [(x + across * tall, y - up * tall) for across, up in half]
    points += [(x - across * tall, y - up * tall) for across, up in reversed(half)]
    canvas.blob(points, person.coat)


def _head(canvas: Canvas, person: Person) -> None:
    x, y, tall = *person.foot, person.height
    canvas.rectangle((x - tall * 0.026, y - tall * 0.89, x + tall * 0.026, y - tall * 0.82), person.skin)
    canvas.ellipse((x - tall * 0.056, y - tall, x + tall * 0.056, y - tall * 0.86), person.skin)
    if person.hair:
        canvas.blob(
            outline("-0.064,-0.9 -0.062,-0.99 0,-1.025 0.062,-0.99 0.066,-0.9 0.045,-0.955 -0.03,-0.96", (x, y), tall),
            person.hair,
        )
    if person.hat:
        canvas.ellipse((x - tall * 0.066, y - tall * 1.03, x + tall * 0.066, y - tall * 0.91), person.hat)
        canvas.rectangle((x - tall * 0.07, y - tall * 0.972, x + tall * 0.07, y - tall * 0.945), person.hat, radius=3)


def passer(
    canvas: Canvas, foot: Point, tall: float, number: int, *, shade: float = 0, rim: Color | None = None
) -> Person:
    """Somebody of the crowd, with arms at rest: `number` says who, `shade` how much of the night lies on them."""
    coat = mix(ink(COATS[number % len(COATS)]), ink("0c0f1a"), shade)
    skin = mix(SKINS[number % 4], ink("0c0f1a"), shade * 0.7)
    hair = mix(ink(("241818", "5a3a26", "8f8478")[number % 3]), ink("0c0f1a"), shade)
    cap = mix(ink("c9a45a"), ink("0c0f1a"), shade) if number % 4 == 1 else None
    cloth = Fade(mix(coat, ink("ffffff"), 0.1), coat)
    person = Person(foot, tall, cloth, skin, 0.05, skirt=number % 3 == 0, hat=cap, hair=hair, rim=rim)
    stand(canvas, person)
    for side in (-1, 1):
        canvas.line(
            [
                (foot[0] + side * tall * 0.115, foot[1] - tall * 0.75),
                (foot[0] + side * tall * 0.145, foot[1] - tall * 0.45),
            ],
            tall * 0.05,
            coat,
        )
    return person
