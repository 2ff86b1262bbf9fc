"""What the screen shows: the article's sources with their texts, and every quotation with what it may be."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lingotype.desk.excerpts import beginning_of, end_of
from lingotype.importing.models import Decision, SourceText, TextState
from lingotype.importing.originals.wishes import ArticleSource, is_busy, sources_of
from lingotype.language.facts import LANGUAGES
from lingotype.newsroom.models import ArticlePage
from lingotype.translation.originals.article import ArticleQuotation, quotations_of

MOST_PROPOSALS = 3
_AROUND = 140
"""Characters that are shown on either side of a quotation or a proposal."""
_SHOWN = 20_000
"""Characters of a source's text that its page shows."""
_COMPARING = gettext_lazy("being compared")
_REASONS: Mapping[str, str | Promise] = {
    "translation": gettext_lazy("its translation has the same words ({detail})"),
    "words": gettext_lazy("words that may mean the same ({detail})"),
    "numbers": gettext_lazy("the same numbers ({detail})"),
    "speaker": gettext_lazy("the same speaker ({detail})"),
    "quoted": gettext_lazy("in quotation marks"),
}


@dataclass(frozen=True, slots=True)
class SourceCard:
    """One source of the article."""

    source: ArticleSource
    language: str
    label: str | Promise
    is_busy: bool
    error: str
    note: str
    row: SourceText | None
    text: str


@dataclass(frozen=True, slots=True)
class ProposalCard:
    """Words of a source, as an editor judges them."""

    number: int
    source: str
    publication: str
    lang: str
    start: int
    end: int
    words: str
    before: str
    after: str
    percent: int
    reasons: str


@dataclass(frozen=True, slots=True)
class QuotationCard:
    """One quotation of the article."""

    number: int
    key: str
    words: str
    before: str
    after: str
    original: str
    original_lang: str
    can_be_marked: bool
    proposals: Sequence[ProposalCard]
    is_dismissed: bool
    can_undo: bool
    next_key: str
    """Where to go on once this one is decided."""

    @property
    def is_open(self) -> bool:
        """Whether an editor has something to decide."""
        return not self.original and not self.is_dismissed


@dataclass(frozen=True, slots=True)
class Screen:
    """All of it."""

    sources: Sequence[SourceCard]
    quotations: Sequence[QuotationCard]
    is_busy: bool
    state: str
    """Changes when a worker has done something."""

    @property
    def is_unread(self) -> bool:
        """Whether there is no text yet in which anything could be found."""
        return not any(card.row is not None and card.row.compared_with for card in self.sources)

    @property
    def with_original(self) -> int:
        """Quotations that have their original."""
        return sum(bool(one.original) for one in self.quotations)


def screen_of(article: ArticlePage) -> Screen:
    """The screen of an article's last version."""
    version: ArticlePage = article.get_latest_revision_as_object()
    rows = {row.source: row for row in SourceText.objects.filter(article=article).defer("given", "translations")}
    sources = [_source(source, rows.get(source.id), article) for source in sources_of(version)]
    known = {card.source.id: card for card in sources if card.row is not None}
    decisions = {one.key: one.kind for one in Decision.objects.filter(article=article)}
    quotations = list(quotations_of(version.body.raw_data, version.lang))
    opened = [one.key for one in quotations if not one.original and decisions.get(one.key) != Decision.Kind.DISMISSED]
    cards = [
        _quotation(number, one, known, decisions, _next(one.key, [q.key for q in quotations], opened))
        for number, one in enumerate(quotations, 1)
    ]
    return Screen(sources, cards, any(card.is_busy for card in sources), state_of(article))


def state_of(article: ArticlePage) -> str:
    """A short text that changes with every step a worker takes for this article."""
    rows = SourceText.objects.filter(article=article).order_by("pk")
    steps = rows.values_list("pk", "state", "wanted", "attempts", "compared_with", "error")
    return "|".join(",".join(str(part) for part in step) for step in steps)


def _source(source: ArticleSource, row: SourceText | None, article: ArticlePage) -> SourceCard:
    label: str | Promise = gettext_lazy("no text yet") if row is None else TextState(row.state).label
    busy = row is not None and is_busy(row, article)
    if row is not None and row.state == TextState.READY and busy:
        label = _COMPARING
    return SourceCard(
        source,
        LANGUAGES[source.lang].name if source.lang in LANGUAGES else source.lang,
        label,
        busy,
        row.error if row is not None else "",
        row.note if row is not None and row.state == TextState.READY else "",
        row,
        row.text[:_SHOWN] if row is not None else "",
    )


def _quotation(
    number: int, one: ArticleQuotation, known: Mapping[str, SourceCard], decisions: Mapping[str, str], next_key: str
) -> QuotationCard:
    kind = decisions.get(one.key, "")
    accepted, dismissed = kind == Decision.Kind.ACCEPTED, kind == Decision.Kind.DISMISSED
    return QuotationCard(
        number=number,
        key=one.key,
        words=one.words,
        before=end_of(one.before, _AROUND),
        after=beginning_of(one.after, _AROUND),
        original=one.original,
        original_lang=str(one.attributes.get("lang", "")),
        can_be_marked=one.can_be_marked,
        proposals=() if one.original or dismissed else _proposals(one.key, one.source, known.values()),
        is_dismissed=dismissed and not one.original,
        can_undo=(accepted and bool(one.original)) or (dismissed and not one.original),
        next_key=next_key,
    )


def _proposals(key: str, source: str, known: Iterable[SourceCard]) -> list[ProposalCard]:
    """The best of all sources, or of the one that the quotation names."""
    found = [
        (card, card.row, row)
        for card in known
        if card.row is not None and source in ("", card.source.id)
        for row in card.row.proposals.get(key, ())
    ]
    best = sorted(found, key=lambda one: (-one[2]["score"], one[0].source.id, one[2]["start"]))[:MOST_PROPOSALS]
    return [
        ProposalCard(
            number, card.source.id, card.source.publication, text.lang, row["start"], row["end"], row["words"],
            end_of(text.text[: row["start"]], _AROUND), beginning_of(text.text[row["end"] :], _AROUND),
            min(99, round(100 * row["score"])),
            "; ".join(str(_REASONS[code]).format(detail=detail) for code, detail in row["reasons"]),
        )
        for number, (card, text, row) in enumerate(best, 1)
    ]  # fmt: skip


def _next(key: str, keys: Sequence[str], opened: Sequence[str]) -> str:
    at = keys.index(key)
    return next((one for one in [*keys[at + 1 :], *keys[:at]] if one in opened), key)


def summary(screen: Screen) -> str:
    """How far the article is, in words."""
    return _("{done} of {all} quotations have their original.").format(
        done=screen.with_original, all=len(screen.quotations)
    )
