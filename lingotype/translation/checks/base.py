"""What a check is: a code, a severity, and one pure function on two texts."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from lingotype.translation.checks.text import Span, Text
from lingotype.translation.terms import Term

__all__ = ["Check", "Finding", "Severity", "Span", "Text", "has_error"]


class Severity(StrEnum):
    """How much a finding weighs: an error holds the translation, a warning is shown to the editor."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with a translation, and where. Spans are offsets in `Text.html`."""

    code: str
    severity: Severity
    message: str
    source_span: Span | None = None
    target_span: Span | None = None

    def as_json(self) -> dict[str, object]:
        """The finding as `lingotype check` prints it."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "message": self.message,
            "source_span": list(self.source_span) if self.source_span else None,
            "target_span": list(self.target_span) if self.target_span else None,
        }


def has_error(findings: Iterable[Finding]) -> bool:
    """Whether one of the findings is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)


class Check(ABC):
    """One judgement on a translation. A subclass gives its facts and `findings`; it never raises on any text."""

    code: ClassVar[str]
    severity: ClassVar[Severity] = Severity.ERROR

    @abstractmethod
    def findings(self, source: Text, target: Text) -> Iterator[Finding]:
        """What is wrong with `target` as a translation of `source`."""

    def for_site(self, languages: Sequence[str]) -> "Check":
        """This check as it judges for a site that publishes in these languages; most do not care."""
        del languages
        return self

    def with_terms(self, terms: Sequence[Term]) -> "Check":
        """This check as it judges for a newsroom with this glossary; most do not care."""
        del terms
        return self

    def finding(
        self,
        message: str,
        *,
        source_span: Span | None = None,
        target_span: Span | None = None,
        severity: Severity | None = None,
    ) -> Finding:
        """A finding of this check, of its own severity unless another is given."""
        return Finding(self.code, severity or self.severity, message, source_span, target_span)
