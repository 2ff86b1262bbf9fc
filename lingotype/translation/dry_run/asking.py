"""What the desk writes down for workers: that two engines are to be compared. No engine is asked here."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Sum
from django.db.models.functions import Length
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import StringSegment
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from lingotype.newsroom.models import ArticlePage
from lingotype.translation import installed
from lingotype.translation.budget import Cost, all_used, cost_at
from lingotype.translation.engines import EngineSettingsError
from lingotype.translation.models import DryRun, DryRunArticle, Listed, RunState
from lingotype.translation.pairs import LanguagePair

MOST_ARTICLES = 10
MOST_CHARACTERS = 40_000
"""That each engine is sent; an article that does not fit is left out."""
KEPT = 5
"""Runs that are kept of each pair; those before them are thrown away."""
UNFINISHED = (RunState.WANTED, RunState.RUNNING)


class DryRunRefusedError(ValueError):
    """No such dry run can be. `reason` says why, in the editor's language."""

    def __init__(self, reason: str | Promise) -> None:
        super().__init__(str(reason))
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Plan:
    """What engines would be sent."""

    articles: tuple[tuple[int, str], ...]
    """Ids and titles, the newest first."""
    characters: int
    """About; engines that get texts in pieces are sent a little less."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An engine that can be tried, and what the plan would cost with it."""

    name: str
    cost: Cost
    left: int | None
    """Characters of this month's budget that are left; None where it has none."""

    @property
    def holds(self) -> bool:
        """Whether the budget holds the plan."""
        return self.left is None or self.left >= self.cost.characters


def plan(lang: str) -> Plan:
    """The newest public originals of that language, as many as fit. Two queries, and some for unread articles."""
    newest = Listed.objects.filter(is_public=True, article__locale__language_code=lang)
    rows = newest.order_by("-published_at", "-article").values_list("article", flat=True)[:MOST_ARTICLES]
    pages = {page.pk: page for page in ArticlePage.objects.filter(pk__in=list(rows)).select_related("locale")}
    ordered = sorted(pages.values(), key=lambda page: (page.published_at, page.pk), reverse=True)
    lengths = _lengths(ordered)
    taken, characters = [], 0
    for page in ordered:
        length = lengths[page.pk]
        if length and characters + length <= MOST_CHARACTERS:
            characters += length
            taken.append((page.pk, page.title))
    return Plan(tuple(taken), characters)


def _lengths(pages: Sequence[ArticlePage]) -> dict[int, int]:
    """How many characters each page's texts have, by its id."""
    keys = {page.translation_key: page.locale_id for page in pages}
    segments = StringSegment.objects.filter(source__object_id__in=keys, source__locale__in=set(keys.values()))
    read = dict(
        segments.order_by()
        .values("source__object_id")
        .annotate(length=Sum(Length("string__data")))
        .values_list("source__object_id", "length")
    )
    return {page.pk: read.get(page.translation_key) or _length(page) for page in pages}


def _length(page: ArticlePage) -> int:
    return sum(len(value.string.data) for value in extract_segments(page) if isinstance(value, StringSegmentValue))


def offers(pair: LanguagePair, characters: int) -> list[Offer]:
    """Every engine of the settings that can translate the pair, whatever its route says. One query."""
    found, used = [], all_used()
    for name in settings.LINGOTYPE.engines:
        try:
            engine = installed.engine_for(name, pair)
        except EngineSettingsError:
            continue
        if engine is not None:
            limit = engine.max_characters_per_month
            left = max(0, limit - used.get(name, 0)) if limit is not None else None
            found.append(Offer(name, cost_at(engine, characters), left))
    return found


def ask(pair: LanguagePair, engines: Sequence[str], user: Any) -> DryRun:
    """Write down that these two are to be compared on the newest articles; a worker does it.

    Raises `DryRunRefusedError`: for engines that cannot, a budget that does not hold it, no article, or a dry run of
    this pair that is not finished yet.
    """
    if len(engines) != 2 or engines[0] == engines[1]:
        raise DryRunRefusedError(_("choose two different engines"))
    planned = plan(pair.source)
    if not planned.articles:
        raise DryRunRefusedError(_("there is no public article of this language that fits a dry run"))
    possible = {offer.name: offer for offer in offers(pair, planned.characters)}
    for name in engines:
        offer = possible.get(name)
        if offer is None:
            raise DryRunRefusedError(_("{engine} cannot translate this pair").format(engine=name))
        if not offer.holds:
            said = _("the budget of {engine} does not hold it: {left} characters are left this month")
            raise DryRunRefusedError(said.format(engine=name, left=offer.left))
    try:
        return _write_down(pair, engines, user, planned)
    except IntegrityError as error:  # there may be one unfinished run of a pair
        raise DryRunRefusedError(_("a dry run of this pair is being made already")) from error


@transaction.atomic
def _write_down(pair: LanguagePair, engines: Sequence[str], user: Any, planned: Plan) -> DryRun:
    run = DryRun.objects.create(source=pair.source, target=pair.target, engines=list(engines), asked_by=user)
    DryRunArticle.objects.bulk_create(
        DryRunArticle(run=run, article_id=pk, order=order, title=title[:300])
        for order, (pk, title) in enumerate(planned.articles)
    )
    of_pair = DryRun.objects.filter(source=pair.source, target=pair.target).order_by("-asked_at", "-pk")
    DryRun.objects.filter(pk__in=list(of_pair.values_list("pk", flat=True)[KEPT:])).delete()
    return run
