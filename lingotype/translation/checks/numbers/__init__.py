"""Numbers in two languages: what each text states, and whether both state the same."""

from lingotype.translation.checks.numbers.check import Numbers

__all__ = ["Numbers"]
