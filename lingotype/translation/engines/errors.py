"""What can go wrong with an engine.

EngineSettingsError   a wrong option in lingotype.toml: found when the engine is built, before any story
EngineError           a translation that failed: says which engine, which pair, which part, and whether to try again
BudgetUsedUpError     one that was not tried: the newsroom may send the engine no more this month
"""

from lingotype.translation.pairs import LanguagePair


class EngineSettingsError(Exception):
    """An engine's options are wrong. `str()` is one line that names the table of `lingotype.toml`."""

    def __init__(self, engine: str, message: str) -> None:
        super().__init__(engine, message)
        self.engine = engine
        self.message = message

    def __str__(self) -> str:
        return f"[engines.{self.engine}] {self.message}"


class EngineError(Exception):
    """An engine did not translate. `str()` is one line that names engine, pair and part.

    `part` says which texts, or what, failed ("texts 1–50 of 62"); empty means all of the call.
    `retryable` is true when the same call may succeed later: a busy server, a network that is down.
    """

    def __init__(
        self, message: str, *, engine: str, pair: LanguagePair | None = None, part: str = "", retryable: bool = False
    ) -> None:
        super().__init__(message)
        self.message = message
        self.engine = engine
        self.pair = pair
        self.part = part
        self.retryable = retryable

    def __str__(self) -> str:
        pair = f"{self.pair.source}→{self.pair.target}" if self.pair else ""
        where = ", ".join(word for word in (f"engine {self.engine}", pair, self.part) if word)
        return f"{where}: {self.message}"


class BudgetUsedUpError(EngineError):
    """The newsroom's own limit refuses the call: the engine was not asked, and nothing is the matter with it."""
