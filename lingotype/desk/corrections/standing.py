"""Where each correction of an article stands in each language: since when readers have it, or why they do not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from wagtail.models import PageLogEntry

from lingotype.desk.corrections.writing import ACTION
from lingotype.desk.in_words import in_words
from lingotype.language.facts import LANGUAGES
from lingotype.newsroom.models import ArticlePage, MadeBy
from lingotype.translation.models import Job, State


@dataclass(frozen=True, slots=True)
class LanguageStanding:
    """One correction in one language."""

    code: str
    name: str
    is_there: bool
    """Whether readers of that language have it."""
    since: datetime | None
    state: str
    """The value of `State`; empty where nobody has asked for the language."""
    label: str
    error: str
    page_id: int | None
    url: str
    is_for_people: bool
    """Whether a person has to write it in this language, because people translated the article."""

    @property
    def is_busy(self) -> bool:
        """Whether a worker is at it, or will be."""
        return not self.is_there and self.state in (State.QUEUED, State.TRANSLATING)


@dataclass(frozen=True, slots=True)
class Standing:
    """A correction, and its languages in the order of the settings, the article's own first."""

    block: str
    date: date
    text: str
    languages: Sequence[LanguageStanding]

    @property
    def is_everywhere(self) -> bool:
        """Whether every language has it."""
        return all(one.is_there for one in self.languages)


def standings(article: ArticlePage) -> list[Standing]:
    """Every correction of an original, the newest first. Four queries, however many there are."""
    pages = {article.lang: article}
    others = ArticlePage.objects.filter(translation_key=article.translation_key).exclude(pk=article.pk)
    pages |= {page.lang: page for page in others.select_related("locale").defer("body", "sources")}
    jobs = {job.lang: job for job in Job.objects.filter(article=article).defer("findings")}
    times = _history(article, pages)
    codes = [article.lang, *(code for code in settings.LINGOTYPE.readers if code != article.lang)]
    found = []
    for block in article.corrections:
        key = str(block.id)
        since = {code: _since(page, key, article.pk, times) for code, page in pages.items()}
        languages = [_language(code, key, pages.get(code), jobs.get(code), since.get(code)) for code in codes]
        found.append(Standing(key, block.value["date"], block.value["text"], languages))
    return found[::-1]


def has_correction(page: ArticlePage, block: str) -> bool:
    """Whether the page's public version has this correction."""
    return any(one.get("id") == block for one in page.corrections.raw_data)


Written = Mapping[tuple[int, str], datetime]
"""When a correction was written, by page and block."""
Published = Mapping[int, Sequence[datetime]]
"""When each page went out, the first time first."""


def _history(article: ArticlePage, pages: Mapping[str, ArticlePage]) -> tuple[Written, Published]:
    """When each correction was written, by page and block; and when each page went out since the first of them was."""
    rows = PageLogEntry.objects.filter(page__in=[page.pk for page in pages.values()]).order_by("timestamp")
    written = {(entry.page_id, str(entry.data.get("block"))): entry.timestamp for entry in rows.filter(action=ACTION)}
    if not written:
        return {}, {}
    published: dict[int, list[datetime]] = {}
    rows = rows.filter(action="wagtail.publish", timestamp__gte=min(written.values()))
    for pk, at in rows.values_list("page_id", "timestamp"):
        published.setdefault(pk, []).append(at)
    return written, published


def _language(
    code: str, block: str, page: ArticlePage | None, job: Job | None, since: datetime | None
) -> LanguageStanding:
    is_there = page is not None and page.live and has_correction(page, block)
    state = State(job.state) if job is not None else None
    return LanguageStanding(
        code=code,
        name=LANGUAGES[code].name,
        is_there=is_there,
        since=since if is_there else None,
        state=state.value if state is not None else "",
        label=str(state.label) if state is not None else "",
        error=in_words(job.error) if job is not None and not is_there else "",
        page_id=page.pk if page is not None else None,
        url=(page.url or "") if page is not None and page.live else "",
        is_for_people=page is not None and page.live and page.made_by == MadeBy.PEOPLE and not is_there,
    )


def _since(page: ArticlePage, block: str, original: int, times: tuple[Written, Published]) -> datetime | None:
    """When it first went out with the correction; a correction that came otherwise knows only the last time."""
    written, published = times
    if (page.pk, block) in written:
        return written[page.pk, block]
    asked = written.get((original, block))
    if asked is None:
        return page.last_published_at
    return next((at for at in published.get(page.pk, ()) if at >= asked), asked)
