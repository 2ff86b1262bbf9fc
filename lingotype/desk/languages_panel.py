"""Above an article's text: where each of its languages stands, read from the jobs and from nothing else.

Its buttons ask through `languages_steering.py`, beside the editor's form: what stands unsaved in the editor stays.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from babel import Locale
from babel.numbers import format_currency, format_decimal
from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.panels import Panel

from lingotype.desk.in_words import in_words
from lingotype.desk.locales import editors_locale
from lingotype.desk.rights import LanguageRights, rights_of
from lingotype.language.facts import LANGUAGES
from lingotype.newsroom.models import ArticlePage
from lingotype.translation import installed
from lingotype.translation.budget import Cost, costs_of
from lingotype.translation.leases import AT_ONCE
from lingotype.translation.models import Job, State
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.wanted import BY_PEOPLE

Text = str | Promise

# A job that failed or waits says itself why.
_MEANINGS: dict[str, Text] = {
    State.QUEUED: _("It waits for its turn."),
    State.TRANSLATING: _("It is being made right now."),
    State.PUBLISHED: _("Readers see it."),
    State.HELD: _("Readers do not see this version: somebody has to look at it and publish it."),
    State.FAILED: "",
    State.WAITING: "",
    State.REVIEWED: _("Readers see it; a person has gone through it."),
    State.STALE: _("People translated it, and the original has changed since. Readers see the earlier version."),
}
_IN_HAND = (State.QUEUED, State.TRANSLATING)
NO_RIGHTS = LanguageRights({}, frozenset(), frozenset())
_WITHDRAWN = _("withdrawn")
_NOT_PUBLIC = _("It comes back when the article is published again.")
_NOT_WANTED = _("It is made when the article is published.")


@dataclass(frozen=True, slots=True)
class LanguageRow:
    """One language of an article, as the panel shows it."""

    code: str
    name: str
    state: str
    """The value of `State`; empty for an article that was never published."""
    label: Text
    meaning: Text
    error: str
    page_id: int | None
    """The translation in the page tree, public or not."""
    url: str
    """Where readers find it; empty when they do not."""
    cost: str
    """What engines were sent for it, and for how much; empty where nothing was."""
    is_busy: bool
    """Whether a worker is at it, or will be."""
    can_translate: bool
    """Whether this editor may have it made before all that is queued, and there is something to make."""
    can_hold: bool
    """Whether this editor may keep it from readers, and nobody does so far."""


def language_rows(article: ArticlePage, rights: LanguageRights = NO_RIGHTS) -> list[LanguageRow]:
    """Every reader language but the article's own, in the order of the settings. Three queries."""
    jobs = {job.lang: job for job in Job.objects.filter(article=article).defer("findings")}
    others = ArticlePage.objects.filter(translation_key=article.translation_key).exclude(pk=article.pk)
    pages = {page.lang: page for page in others.select_related("locale").defer_streamfields()}
    codes = [code for code in settings.LINGOTYPE.readers if code != article.lang]
    costs = {lang: cost_in_words(cost) for (_, lang), cost in costs_of([article.pk]).items()}
    return [
        _row(code, jobs.get(code), pages.get(code), costs.get(code, ""), article=article, rights=rights)
        for code in codes
    ]


def total_cost(article: ArticlePage) -> str:
    """What engines were sent for all languages of the article, and for how much; empty where nothing was. One query."""
    return cost_in_words(sum(costs_of([article.pk]).values(), Cost()))


def cost_in_words(cost: Cost) -> str:
    """Characters and money, as the editor's language writes them."""
    if not cost.characters:
        return ""
    locale = editors_locale()
    count = format_decimal(cost.characters, locale=locale)
    said = ngettext("{count} character", "{count} characters", cost.characters).format(count=count)
    return " · ".join([said, *(_money(amount, currency, locale) for currency, amount in sorted(cost.amounts.items()))])


def _money(amount: Decimal, currency: str, locale: Locale) -> str:
    least = Decimal("0.01")
    said = _("less than {amount}") if amount < least else _("about {amount}")
    return said.format(amount=format_currency(max(amount, least), currency, locale=locale))


def _row(
    code: str, job: Job | None, page: ArticlePage | None, cost: str, *, article: ArticlePage, rights: LanguageRights
) -> LanguageRow:
    is_public = article.live
    state = State(job.state) if job is not None else None
    label, meaning = (state.label, _MEANINGS[state]) if state else ("–", _NOT_WANTED)
    if state and not is_public:
        label, meaning = _WITHDRAWN, _NOT_PUBLIC
    return LanguageRow(
        code=code,
        name=LANGUAGES[code].name,
        state=("withdrawn" if not is_public else state.value) if state else "",
        label=label,
        meaning=meaning,
        error=in_words(job.error) if job is not None and is_public else "",
        page_id=page.pk if page is not None else None,
        url=(page.url or "") if page is not None and page.live else "",
        cost=cost,
        is_busy=is_public and state in _IN_HAND,
        can_translate=is_public and code in rights.edited and _can_be_made(job, LanguagePair(article.lang, code)),
        can_hold=is_public and code in rights.published and job is not None and _can_be_held(job),
    )


def _can_be_made(job: Job | None, pair: LanguagePair) -> bool:
    """As `translate_now` judges."""
    if job is None:
        return True
    if job.state == State.WAITING and not installed.engines_for(pair):
        return False
    is_first = job.state == State.QUEUED and job.not_before == AT_ONCE
    return job.engine != BY_PEOPLE and not is_first and job.state in (State.QUEUED, State.WAITING, State.FAILED)


def _can_be_held(job: Job) -> bool:
    """As `keep_back` judges; what is held anyway needs no button."""
    is_nothing = job.state in (State.FAILED, State.WAITING) and not job.made_state
    return job.engine != BY_PEOPLE and not (is_nothing or job.for_desk or job.state == State.HELD)


def panel_context(article: ArticlePage, user: Any) -> dict[str, Any]:
    """What the table is made of, for this editor."""
    rights = rights_of(user)
    return {
        "article": article, "languages": language_rows(article, rights), "total": total_cost(article),
    }  # fmt: skip


class LanguagesPanel(Panel):
    """Wagtail's panel around the table; on originals only."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "desk/languages_panel.html"

        def is_shown(self) -> bool:
            """Whether this is an article that is written here and stands in the database."""
            return bool(super().is_shown() and self.instance.pk and self.instance.is_original)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """The table's rows."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            facts = panel_context(self.instance, self.request.user)
            board_url = f"{reverse('desk_board')}?{urlencode({'q': self.instance.title})}"
            return {**context, **facts, "board_url": board_url, "corrections_url": self._corrections_url()}

        def _corrections_url(self) -> str:
            """Where a correction is written; empty where this editor may not, or where no reader sees the article."""
            may = self.instance.live and self.instance.permissions_for_user(self.request.user).can_publish()
            return reverse("desk_corrections", args=[self.instance.pk]) if may else ""
