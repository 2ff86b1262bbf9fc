"""What of some notices is still so: titles, reasons in one line, and where to look."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from babel.numbers import format_decimal
from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lingotype.desk.in_words import in_words
from lingotype.desk.locales import editors_locale
from lingotype.desk.models import Kind, Notice
from lingotype.desk.notices.gathering import budgets
from lingotype.language.facts import LANGUAGES
from lingotype.newsroom.models import ArticlePage, ReaderReport, ReportState
from lingotype.translation.budget import used
from lingotype.translation.models import Job

MOST = 20
"""Of one kind, in one mail; of the others it is said how many they are."""
_LONGEST = 200
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that somebody should look at. Every text is one line."""

    title: str
    lang: str
    """Of the title; empty for an engine."""
    language: str
    """Of the translation, by its own name."""
    reason: str
    url: str
    """Absolute."""


@dataclass(frozen=True, slots=True)
class Section:
    """All of one kind."""

    kind: str
    heading: str
    entries: Sequence[Entry]
    more: int
    """How many are not shown."""


def section(kind: Kind, subjects: Sequence[int], engines: Sequence[str] = ()) -> Section | None:
    """The newest of them first, in the language that is active; None where nothing is so any more."""
    if kind == Kind.BUDGET:
        entries = _budgets(engines)
        count = len(entries)
    else:
        look = _reports if kind == Kind.REPORT else _jobs
        still = _still(kind, subjects)
        count, entries = len(still), look(still[:MOST])
    return Section(kind, heading(kind, count), entries[:MOST], max(count - MOST, 0)) if count else None


def heading(kind: str, count: int) -> str:
    """“3 translations are held”."""
    words = {
        Kind.HELD: ngettext("{count} translation is held", "{count} translations are held", count),
        Kind.FAILED: ngettext("{count} translation has failed", "{count} translations have failed", count),
        Kind.REPORT: ngettext("{count} report by a reader", "{count} reports by readers", count),
        Kind.BUDGET: ngettext("{count} budget is nearly used up", "{count} budgets are nearly used up", count),
    }
    return words[Kind(kind)].format(count=count)


def still_so(kind: Kind, notices: "QuerySet[Notice]") -> int:
    """How many of the things that these notices of one kind tell of are so; budgets all are. One query."""
    if kind == Kind.BUDGET:
        return notices.values("about").distinct().count()
    return _so(kind, notices.values("subject")).count()


def _so(kind: Kind, subjects: "Sequence[int] | QuerySet[Any, Any]") -> "QuerySet[Any]":
    if kind == Kind.REPORT:
        return ReaderReport.objects.filter(pk__in=subjects, state=ReportState.OPEN)
    return Job.objects.filter(pk__in=subjects, state=kind.value, article__live=True)


def _still(kind: Kind, subjects: Sequence[int]) -> list[int]:
    found: set[int] = set()
    for start in range(0, len(subjects), _CHUNK):
        found.update(_so(kind, subjects[start : start + _CHUNK]).values_list("pk", flat=True))
    return [pk for pk in dict.fromkeys(reversed(subjects)) if pk in found]


def _jobs(subjects: Sequence[int]) -> list[Entry]:
    rows = Job.objects.filter(pk__in=subjects).select_related("article__locale").defer("findings")
    jobs = {job.pk: job for job in rows.defer("article__body", "article__sources", "article__corrections")}
    keys = [job.article.translation_key for job in jobs.values()]
    pages = ArticlePage.objects.filter(translation_key__in=keys)
    found = pages.values_list("translation_key", "locale__language_code", "pk")
    versions = {(key, lang): pk for key, lang, pk in found}
    return [_of_job(jobs[pk], versions) for pk in subjects if pk in jobs]


def _of_job(job: Job, versions: dict[tuple[object, str], int]) -> Entry:
    article: ArticlePage = job.article
    version = versions.get((article.translation_key, job.lang))
    if job.state == Kind.HELD and version is not None:
        path = reverse("desk_review", args=[version])
    elif job.state == Kind.HELD:  # the source itself needs mending
        path = reverse("wagtailadmin_pages:edit", args=[article.pk])
    else:
        path = f"{reverse('desk_board')}?{urlencode({'q': article.title[:100], 'lang': 'all'})}"
    return Entry(line(article.title), article.lang, LANGUAGES[job.lang].name, line(in_words(job.error)), address(path))


def _reports(subjects: Sequence[int]) -> list[Entry]:
    rows = ReaderReport.objects.filter(pk__in=subjects).select_related("page__locale")
    found = {report.pk: report for report in rows.defer("page__body", "page__sources", "page__corrections")}
    return [
        Entry(line(report.page.title), report.page.lang, LANGUAGES[report.page.lang].name, line(report.message),
              address(reverse("desk_report", args=[pk])))
        for pk in subjects if (report := found.get(pk)) is not None
    ]  # fmt: skip


def _budgets(engines: Sequence[str]) -> list[Entry]:
    limits = budgets()
    month = timezone.now().strftime("%Y-%m")
    entries = []
    for name in dict.fromkeys(engines):
        if name in limits:
            share = used(name) * 100 // limits[name]
            limit = format_decimal(limits[name], locale=editors_locale())
            said = _("{share} % of the {limit} characters for {month} are used")
            reason = said.format(share=share, limit=limit, month=month)
            entries.append(Entry(name, "", "", reason, address(reverse("desk_pairs"))))
    return entries


def line(text: str) -> str:
    """The text as one line that is not too long, without what controls a terminal or a header."""
    flat = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    return flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST].rpartition(' ')[0] or flat[:_LONGEST]} …"


def address(path: str) -> str:
    """The absolute address of a path of the desk."""
    return f"{settings.LINGOTYPE.site_url}{path}"
