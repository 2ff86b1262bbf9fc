"""Colors as red, green and blue from 0 to 255, and fills made of them."""

from dataclasses import dataclass

Color = tuple[int, int, int]


def ink(code: str) -> Color:
    """The color written as six hexadecimal digits: `ink("1d3557")`."""
    return int(code[0:2], 16), int(code[2:4], 16), int(code[4:6], 16)


def mix(first: Color, second: Color, share: float) -> Color:
    """A color between two: `share` is how much of the second, from 0 to 1."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


@dataclass(frozen=True, slots=True)
class Fade:
    """A fill that goes from one color to another, downwards or (`across`) to the right, over the shape it fills."""

    start: Color
    end: Color
    across: bool = False


Fill = Color | Fade
