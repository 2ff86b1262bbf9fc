"""A table's row, judged by `Names` alone: `"ru en | source | translation"`."""

from lingotype.translation.checks.base import Finding, Severity, Text
from lingotype.translation.checks.names import Names


def found(row: str, check: Names | None = None) -> list[Finding]:
    languages, source, translation = (part.strip() for part in row.split(" | "))
    source_lang, target_lang = languages.split()
    return list((check or Names()).findings(Text(source, source_lang), Text(translation, target_lang)))


def held(row: str, check: Names | None = None) -> list[str]:
    """What holds the translation, in words."""
    return [finding.message for finding in found(row, check) if finding.severity is Severity.ERROR]
