"""A table's row, judged: `"ru en | source | translation"`."""

from lingotype.translation.checks import Finding, Severity, Text
from lingotype.translation.checks.judging import judge


def findings(row: str) -> list[Finding]:
    languages, source, translation = (part.strip() for part in row.split(" | "))
    source_lang, target_lang = languages.split()
    return judge(Text(source, source_lang), Text(translation, target_lang))


def errors(row: str) -> set[str]:
    """The codes that hold the translation."""
    return {finding.code for finding in findings(row) if finding.severity is Severity.ERROR}


def warnings(row: str) -> set[str]:
    return {finding.code for finding in findings(row) if finding.severity is Severity.WARNING}
