"""Routes: which engines translate a pair of languages, in which order, and under which gate."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from lingotype.translation.pairs import LanguagePair

ANY = "*"


class Policy(StrEnum):
    """When a translation may go out without a person."""

    CHECKED = "checked"
    """When no check found an error."""
    REVIEWED = "reviewed"
    """After a person has gone through it."""
    ALWAYS = "always"
    """Whatever the checks find; the findings stay on record."""


@dataclass(frozen=True, slots=True)
class Route:
    """The engines of some pairs, the first one preferred."""

    source: str
    """A language code, or `*` for any."""
    targets: tuple[str, ...]
    """Language codes; `*` among them stands for any."""
    engines: tuple[str, ...]
    """Names of engines, as the settings file names them."""
    gate: Policy | None = None
    """The policy of these pairs; None means the newsroom's own."""

    def serves(self, pair: LanguagePair) -> bool:
        """Whether this route is for that pair."""
        return self.source in (ANY, pair.source) and (ANY in self.targets or pair.target in self.targets)


@dataclass(frozen=True, slots=True)
class RouteTable:
    """All routes of a newsroom, in the order of the settings file."""

    routes: Sequence[Route] = ()
    policy: Policy = Policy.CHECKED
    _cache: dict[LanguagePair, "Way"] = field(default_factory=dict, compare=False, repr=False)

    def way(self, pair: LanguagePair) -> "Way":
        """The engines for a pair: those of every route that serves it, each once, in the file's order."""
        if pair not in self._cache:
            serving = [route for route in self.routes if route.serves(pair)]
            engines = tuple(dict.fromkeys(name for route in serving for name in route.engines))
            gate = next((route.gate for route in serving if route.gate is not None), self.policy)
            self._cache[pair] = Way(engines, gate)
        return self._cache[pair]


@dataclass(frozen=True, slots=True)
class Way:
    """How one pair is translated: names of engines, best first, and the policy of its gate."""

    engines: tuple[str, ...]
    policy: Policy

    def __str__(self) -> str:
        return f"{self.policy}: {', '.join(self.engines)}"
