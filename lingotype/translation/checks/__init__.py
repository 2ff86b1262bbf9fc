"""The checks that every translation goes through before a reader sees it."""

from lingotype.translation.checks.base import Check, Finding, Severity, Text

__all__ = ["Check", "Finding", "Severity", "Text"]
