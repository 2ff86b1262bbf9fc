"""What the board shows of some articles: a row each, a cell for each language. Five queries, however many rows."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from babel.dates import format_timedelta
from django.db.models import Func, IntegerField
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from lingotype.desk.in_words import in_words
from lingotype.desk.languages_panel import cost_in_words
from lingotype.desk.locales import editors_locale
from lingotype.desk.rights import SECTION_DEPTH
from lingotype.language.facts import LANGUAGES
from lingotype.newsroom.models import ArticlePage, MadeBy, SectionPage
from lingotype.translation.budget import Cost, costs_of
from lingotype.translation.models import Job, State

Text = str | Promise

_LABELS: Mapping[str, Text] = {
    State.QUEUED: _("queued"), State.TRANSLATING: _("being made"), State.PUBLISHED: _("published"),
    State.HELD: _("held"), State.FAILED: _("failed"), State.WAITING: _("no engine"), State.REVIEWED: _("reviewed"),
    State.STALE: _("stale"),
}  # fmt: skip
_MADE: Mapping[str, Text] = {
    MadeBy.PEOPLE: _("by people"), MadeBy.MACHINE: _("by a machine"), MadeBy.MACHINE_REVIEWED: _("reviewed by people"),
}  # fmt: skip
_WITHDRAWN, _DRAFT, _ORIGINAL = _("withdrawn"), _("draft"), _("original")
_BUSY = (State.QUEUED, State.TRANSLATING)


class Length(Func):
    """How many things a JSON list holds, without reading them."""

    function = "JSON_ARRAY_LENGTH"
    output_field = IntegerField()

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """PostgreSQL's own name for it."""
        return super().as_sql(compiler, connection, function="jsonb_array_length", **context)


@dataclass(frozen=True, slots=True)
class Cell:
    """One language of one article, in the editor's words: a template that made them for each would be slow."""

    article: int
    lang: str
    name: str
    """The language's own name for itself."""
    state: str
    """The value of `State`; `original`, `withdrawn`, `draft`, or empty where nothing is known."""
    label: Text
    made: Text
    """How the page in the tree was made; empty where there is none."""
    engine: str
    since: datetime | None
    """When the translation was made, or when it came to stand so."""
    age: str
    """The same as “3 hrs”."""
    found: int
    findings: str
    """“2 findings”; empty where there are none."""
    cost: str
    error: str
    url: str
    """Where to look at it; empty where there is nothing to look at."""
    is_busy: bool
    can_act: bool
    """Whether something may be asked of it."""
    is_seen: bool
    """Whether readers have a version of it."""

    @property
    def line(self) -> str:
        """“by a machine (local) · 3 hrs”."""
        made = f"{self.made} ({self.engine})" if self.engine else str(self.made)
        return " · ".join(part for part in (made, self.age) if part)

    @property
    def is_behind(self) -> bool:
        """Whether it is held while readers have an earlier version."""
        return self.state == State.HELD and self.is_seen

    @property
    def value(self) -> str:
        """What a form sends for this cell."""
        return f"{self.article}:{self.lang}"


@dataclass(frozen=True, slots=True)
class Row:
    """One article."""

    article: ArticlePage
    title: str
    url: str
    section: str
    date: str
    cells: Sequence[Cell]
    key: str
    """Changes with everything that the row shows."""

    @property
    def lang(self) -> str:
        """The language it is written in."""
        return str(self.article.lang)

    @property
    def is_busy(self) -> bool:
        """Whether a worker is at it, or will be."""
        return any(cell.is_busy for cell in self.cells)

    @property
    def can_act(self) -> bool:
        """Whether anything may be asked of it."""
        return any(cell.can_act for cell in self.cells)


def rows_of(
    articles: Sequence[int], languages: Sequence[str], editable: Iterable[str], sections: Mapping[Any, str]
) -> list[Row]:
    """The rows in that order; an article that is gone is left out. `editable` are the user's languages."""
    originals = _originals(articles)
    jobs = _jobs(articles)
    pages = _translations([page.translation_key for page in originals.values()])
    known = _Known(costs_of(articles), frozenset(editable), _door())
    rows = []
    for page in (originals[pk] for pk in articles if pk in originals):
        cells = [
            _cell(page, code, jobs.get((page.pk, code)), pages.get((page.translation_key, code)), known)
            for code in languages
        ]
        rows.append(_row(page, sections.get(page.listed.section, ""), cells))
    return rows


def _row(page: ArticlePage, section: str, cells: Sequence[Cell]) -> Row:
    date = date_format(timezone.localtime(page.published_at), "SHORT_DATE_FORMAT")
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return Row(page, page.draft_title or page.title, url, section, date, cells, _key(page, cells))


def _originals(articles: Sequence[int]) -> dict[int, ArticlePage]:
    pages = ArticlePage.objects.filter(pk__in=articles, made_by=MadeBy.ORIGINAL).select_related("locale", "listed")
    return {page.pk: page for page in pages.defer_streamfields()}


def _jobs(articles: Sequence[int]) -> dict[tuple[int, str], Any]:
    rows = Job.objects.filter(article__in=articles).annotate(found=Length("findings"))
    facts = rows.values_list("article_id", "lang", "state", "changed_at", "error", "found", named=True)
    return {(row.article_id, row.lang): row for row in facts}


def _translations(keys: Sequence[Any]) -> dict[tuple[Any, str], Any]:
    pages = ArticlePage.objects.filter(translation_key__in=keys).exclude(made_by=MadeBy.ORIGINAL)
    facts = pages.values_list(
        "pk", "translation_key", "locale__language_code", "made_by", "engine", "translated_at", "last_published_at",
        "live", named=True,
    )  # fmt: skip
    return {(page.translation_key, page.locale__language_code): page for page in facts}


@dataclass(frozen=True, slots=True)
class _Known:
    """What all cells have in common."""

    costs: Mapping[tuple[int, str], Cost]
    editable: frozenset[str]
    door: str


def _cell(article: ArticlePage, lang: str, job: Any, page: Any, known: _Known) -> Cell:
    """`job` and `page` are rows of facts, or None."""
    is_own = lang == article.lang
    shown = article if is_own else page
    state, label = _state(article, lang, job)
    is_standing = state in State.values
    found = job.found if job is not None and is_standing else 0
    since = _since(state, job, page)
    return Cell(
        article=article.pk,
        lang=lang,
        name=LANGUAGES[lang].name,
        state=state,
        label=label,
        made=_MADE.get(page.made_by, "") if page is not None else "",
        engine=page.engine if page is not None and page.made_by != MadeBy.PEOPLE else "",
        since=since,
        age=_age(since) if since is not None else "",
        found=found,
        findings=ngettext("{count} finding", "{count} findings", found).format(count=found) if found else "",
        cost=cost_in_words(known.costs.get((article.pk, lang), Cost())),
        error=in_words(job.error) if job is not None and is_standing else "",
        url=reverse("wagtailadmin_pages:edit" if is_own else known.door, args=[shown.pk]) if shown is not None else "",
        is_busy=state in _BUSY,
        can_act=lang in known.editable and not is_own and article.live,
        is_seen=shown is not None and shown.live,
    )


def _state(article: ArticlePage, lang: str, job: Any) -> tuple[str, Text]:
    if lang == article.lang:
        return ("original", _ORIGINAL) if article.live else ("draft", _DRAFT)
    if job is None:
        return "", "–"
    if not article.live:
        return "withdrawn", _WITHDRAWN
    return job.state, _LABELS[job.state]


def _since(state: str, job: Any, page: Any) -> datetime | None:
    if page is not None and state in (State.PUBLISHED, State.REVIEWED, State.STALE):
        return page.translated_at or page.last_published_at
    return job.changed_at if job is not None and state in State.values else None


def _age(moment: datetime) -> str:
    passed = max(timezone.now() - moment, timedelta(seconds=1))
    return str(format_timedelta(passed, format="short", locale=editors_locale()))


def _door() -> str:
    """The view that a translation is looked at in: the review, where there is one, else its editor."""
    try:
        reverse("desk_review", args=[1])
    except NoReverseMatch:
        return "wagtailadmin_pages:edit"
    return "desk_review"


def _key(article: ArticlePage, cells: Iterable[Cell]) -> str:
    # In no language: the same row has the same key for every editor who sees the same of it.
    facts = [
        (cell.lang, cell.state, cell.engine, cell.since, cell.found, cell.cost, cell.error, cell.is_seen)
        for cell in cells
    ]
    text = f"{article.draft_title}{article.live}{facts}"
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def state_of(articles: Sequence[int]) -> str:
    """A text that changes with everything workers and editors do to these articles' languages. One query."""
    jobs = Job.objects.filter(article__in=articles).order_by("pk")
    facts = jobs.values_list(
        "pk", "state", "wanted", "made", "made_state", "engine", "error", "for_desk", "changed_at",
        "article__live", "article__latest_revision",
    )  # fmt: skip
    return hashlib.sha256(repr([*facts]).encode()).hexdigest()[:32]


def sections_by_key(code: str) -> dict[Any, str]:
    """The name of each section in that language, or in whichever it has one. One query."""
    names: dict[Any, str] = {}
    sections = SectionPage.objects.filter(depth=SECTION_DEPTH)  # the depth has an index
    for key, title, lang in sections.values_list("translation_key", "title", "locale__language_code"):
        if key not in names or lang == code:
            names[key] = title
    return dict(sorted(names.items(), key=lambda item: item[1]))
