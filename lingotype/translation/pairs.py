"""A translation's direction."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LanguagePair:
    """From one language into another, by their codes (`ru`, `en`)."""

    source: str
    target: str

    def __str__(self) -> str:
        return f"{self.source}→{self.target}"
