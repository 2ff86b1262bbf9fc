"""Added text: chatter, wrapping, explanations, and more words than the source has."""

from lingotype.translation.checks.length.check import Length

__all__ = ["Length"]
