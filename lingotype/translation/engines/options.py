"""An engine's table of `lingotype.toml`, read one option at a time so that each mistake gets its own clear line."""

from collections.abc import Mapping, Sequence

from lingotype.translation.engines.errors import EngineSettingsError


class Options:
    """The options of one engine. Every getter raises `EngineSettingsError`; it remembers what was asked for."""

    def __init__(self, engine: str, table: Mapping[str, object]) -> None:
        self.engine = engine
        self._table = table
        self._known = {"type"}

    def text(self, key: str, default: str | None = None) -> str:
        """A string that is not empty. Without a default the option must be there."""
        self._known.add(key)
        value = self._table.get(key, default)
        if value is None:
            raise self.wrong(f'needs "{key}"')
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(f'"{key}" must be a text, not {value!r}')
        return value.strip()

    def choice(self, key: str, choices: Sequence[str]) -> str:
        """One of these strings; the first where the option is absent."""
        value = self.text(key, choices[0])
        if value not in choices:
            raise self.wrong(f'"{key}" must be one of {", ".join(choices)}, not {value!r}')
        return value

    def number(self, key: str, default: float, *, above: float = 0, at_most: float) -> float:
        """A number in the range (`above`, `at_most`]."""
        self._known.add(key)
        value = self._table.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or not above < value <= at_most:
            raise self.wrong(f'"{key}" must be a number over {above:g} and at most {at_most:g}, not {value!r}')
        return value

    def count(self, key: str, default: int, *, at_most: int = 10**9) -> int:
        """A whole number from 1 to `at_most`."""
        value = self.number(key, default, at_most=at_most)
        if not isinstance(value, int):
            raise self.wrong(f'"{key}" must be a whole number, not {value!r}')
        return value

    def texts(self, key: str) -> list[str]:
        """A list of strings; an empty one when the option is absent."""
        self._known.add(key)
        value = self._table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.wrong(f'"{key}" must be a list of texts, not {value!r}')
        return value

    def has(self, key: str) -> bool:
        """Whether the option is given."""
        self._known.add(key)
        return key in self._table

    def refuse_unknown(self) -> None:
        """Raise for an option that no getter asked for: most often a misspelling."""
        unknown = sorted(set(self._table) - self._known)
        if unknown:
            known = ", ".join(sorted(self._known))
            raise self.wrong(f'does not know "{unknown[0]}"; it knows {known}')

    def wrong(self, message: str) -> EngineSettingsError:
        """The error that says this about this engine's table."""
        return EngineSettingsError(self.engine, message)
