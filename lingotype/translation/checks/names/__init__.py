"""Names in two languages: which words of a text are names, and whether the other has them."""

from lingotype.translation.checks.names.check import Names

__all__ = ["Names"]
