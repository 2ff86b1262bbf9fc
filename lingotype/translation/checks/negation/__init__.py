"""Negation: what the source denies, the translation denies."""

from lingotype.translation.checks.negation.check import Negation

__all__ = ["Negation"]
