"""Draw the demo's pictures: `python demo/pictures.py FOLDER [NAME…]`, where `demo` itself may be the folder.

They are drawn once and lie beside the articles and people that use them; the script is kept so that everybody can see
where they come from and draw others. The same name always gives the same picture.
"""

import sys
from pathlib import Path

from drawing.canvas import Canvas
from drawing.portraits import SITTERS, portrait
from drawing.scenes import SCENES

NAMES = (*SCENES, *SITTERS)
"""Of everything that can be drawn: scenes for articles, and portraits by the person's slug."""


def main(arguments: list[str]) -> int:
    """Draw the pictures that are named, or all of them, into the folder. Returns the exit status."""
    if not arguments or not set(arguments[1:]) <= set(NAMES):
        print(f"usage: pictures.py FOLDER [NAME…], where NAME is one of {', '.join(NAMES)}", file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    for name in arguments[1:] or NAMES:
        path = folder / ("articles/images" if name in SCENES else "portraits") / f"{name}.jpg"
        path.parent.mkdir(parents=True, exist_ok=True)
        drawn = SCENES[name](Canvas(name)) if name in SCENES else portrait(name)
        drawn.save(path)
        print(path)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
