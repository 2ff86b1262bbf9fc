"""Commands that need no newsroom: `new` and `demo` make one, `check` only judges texts, `overview` lists all."""

from collections.abc import Callable, Sequence

from lingotype.config.check import check
from lingotype.config.demo import demo
from lingotype.config.new import new
from lingotype.config.overview import overview

COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "new": new, "demo": demo, "check": check, "overview": overview,
}  # fmt: skip
"""Functions from the words after the command's name to an exit status."""
