"""A dry run as the desk shows it: both engines' versions beside the original, and what they come to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import unescape
from typing import Any

from babel.numbers import format_decimal
from django.utils.html import strip_tags

from lingotype.desk.in_words import in_words
from lingotype.desk.languages.pairs import percent
from lingotype.desk.languages_panel import cost_in_words
from lingotype.desk.locales import editors_locale
from lingotype.translation.budget import Cost
from lingotype.translation.dry_run.asking import UNFINISHED
from lingotype.translation.models import DryRun, DryRunArticle


@dataclass(frozen=True, slots=True)
class Version:
    """One paragraph by one engine."""

    engine: str
    text: str
    findings: Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class TriedParagraph:
    """A paragraph of the original, and what the engines made of it."""

    source: str
    versions: Sequence[Version]


@dataclass(frozen=True, slots=True)
class TriedArticle:
    """An article of the run."""

    id: int
    title: str
    paragraphs: Sequence[TriedParagraph]
    errors: Sequence[tuple[str, str]]
    """Engines that have not translated it, and why."""
    is_made: bool


@dataclass(frozen=True, slots=True)
class Total:
    """What one engine's versions come to."""

    engine: str
    articles: int
    errors: int
    warnings: int
    length: str
    """Of the translations, as a share of their originals'; `–` where nothing is made."""
    seconds: str
    cost: str
    failures: int


def is_busy(run: DryRun) -> bool:
    """Whether a worker is at it, or will be."""
    return run.state in UNFINISHED


def state_of(run: DryRun) -> str:
    """A text that changes with everything that the screen shows. Its texts are not read for that."""
    return f"{run.pk} {run.state} {run.revision} {run.error}"


def tried(run: DryRun, rows: Sequence[DryRunArticle]) -> list[TriedArticle]:
    """The run's articles, in its order."""
    return [_article(run, row) for row in rows]


def _article(run: DryRun, row: DryRunArticle) -> TriedArticle:
    said = [(name, row.answers.get(name, {}).get("error")) for name in run.engines]
    errors = [(name, in_words(error)) for name, error in said if error]
    made = [name for name in run.engines if name in row.answers]
    return TriedArticle(row.pk, row.title, list(_paragraphs(run, row)), errors, len(made) == len(run.engines))


def _paragraphs(run: DryRun, row: DryRunArticle) -> Iterator[TriedParagraph]:
    columns = [row.answers.get(name, {}) for name in run.engines]
    for index, source in enumerate(row.sources):
        if _plain(source):
            versions = [_version(name, answer, index) for name, answer in zip(run.engines, columns, strict=True)]
            yield TriedParagraph(_plain(source), versions)


def _version(name: str, answer: Mapping[str, Any], index: int) -> Version:
    texts, findings = answer.get("texts", []), answer.get("findings", [])
    is_there = index < len(texts)
    return Version(name, _plain(texts[index]) if is_there else "", findings[index] if is_there else [])


def totals(run: DryRun, rows: Sequence[DryRunArticle]) -> list[Total]:
    """One for each engine."""
    return [_total(name, rows) for name in run.engines]


def _total(name: str, rows: Sequence[DryRunArticle]) -> Total:
    answers = [(row.sources, row.answers[name]) for row in rows if name in row.answers]
    made = [(sources, answer) for sources, answer in answers if not answer["error"]]
    found = [one["severity"] for _sources, answer in made for text in answer["findings"] for one in text]
    before = sum(len(_plain(text)) for sources, _answer in made for text in sources)
    after = sum(len(_plain(text)) for _sources, answer in made for text in answer["texts"])
    cost = sum((_cost(answer) for _sources, answer in answers), Cost())
    seconds = sum(answer["seconds"] for _sources, answer in answers)
    return Total(
        name, len(made), found.count("error"), found.count("warning"), percent(after / before) if before else "–",
        str(format_decimal(round(seconds, 1), locale=editors_locale())), cost_in_words(cost),
        len(answers) - len(made),
    )  # fmt: skip


def _cost(answer: Mapping[str, Any]) -> Cost:
    return Cost(answer["characters"], {key: Decimal(amount) for key, amount in answer["amounts"].items()})


def _plain(html: str) -> str:
    return unescape(strip_tags(html)).strip()
