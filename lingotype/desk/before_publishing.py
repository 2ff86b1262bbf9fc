"""In the article's editor: what is wrong with the draft, at its words, and what engines would get for each language.

Pure work on the last saved version: no engine is asked.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from itertools import chain, islice
from typing import Any

from django.conf import settings
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail.admin.panels import Panel
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from lingotype.desk.excerpts import beginning_of, end_of
from lingotype.desk.in_words import in_words
from lingotype.desk.languages_panel import cost_in_words
from lingotype.language.facts import LANGUAGES
from lingotype.newsroom.models import ArticlePage
from lingotype.translation import installed
from lingotype.translation.budget import Cost
from lingotype.translation.checks.base import Severity, Text
from lingotype.translation.originals.article import quotations_of
from lingotype.translation.pairs import LanguagePair

MOST = 20
"""Remarks that are shown: who has mended so many looks again."""
_AROUND = 50
"""Characters shown on either side of the words."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to mend or to think about before the article is published."""

    message: str
    is_error: bool = False
    """Whether no language is translated while it stands so."""
    before: str = ""
    words: str = ""
    after: str = ""
    block: str = ""
    """The id of the body's block, for a link to it."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What one language would take, if nothing of it is in memory."""

    name: str
    engine: str
    """Empty where nobody translates this pair."""
    cost: str


def texts_of(draft: ArticlePage) -> list[StringSegmentValue]:
    """Every text that is translated, in its order."""
    return [value for value in extract_segments(draft) if isinstance(value, StringSegmentValue)]


def remarks(draft: ArticlePage, texts: Iterable[StringSegmentValue]) -> list[Remark]:
    """The first of them, in the order of the article: broken text, links and marks, quotations, pictures."""
    return list(islice(chain(_in_texts(draft, texts), _unsourced(draft), _pictures(draft)), MOST))


def estimates(draft: ArticlePage, texts: Iterable[StringSegmentValue]) -> list[Estimate]:
    """For every reader language but the article's own, in the order of the settings."""
    characters = sum(len(value.string.data) for value in texts)
    others = [code for code in settings.LINGOTYPE.readers if code != draft.lang]
    return [_estimate(LanguagePair(draft.lang, code), characters) for code in others]


def _estimate(pair: LanguagePair, characters: int) -> Estimate:
    name = LANGUAGES[pair.target].name
    engines = installed.engines_for(pair)
    if not engines:
        return Estimate(name, "", "")
    amount = engines[0].price_per_million * characters / 1_000_000
    amounts = {engines[0].currency: amount} if engines[0].currency else {}
    return Estimate(name, engines[0].name, cost_in_words(Cost(characters, amounts)))


def _in_texts(draft: ArticlePage, texts: Iterable[StringSegmentValue]) -> Iterator[Remark]:
    from lingotype.translation.preflight import preflight  # with the tables of broken text: hooks load this everywhere

    for value in texts:
        html: str = value.string.data
        for one in preflight(Text(html, draft.lang)):
            start, end = one.source_span or (0, 0)
            yield Remark(
                in_words(one.message), one.severity is Severity.ERROR,
                end_of(_plain(html[:start]), _AROUND), _plain(html[start:end]),
                beginning_of(_plain(html[end:]), _AROUND),
                _block(value.path),
            )  # fmt: skip


def _unsourced(draft: ArticlePage) -> Iterator[Remark]:
    for one in quotations_of(draft.body.raw_data, draft.lang):
        if not one.source and len(one.said.split()) > 2:  # two words in marks are seldom what somebody said
            message = _("This quotation names no source: other languages get it translated from this text.")
            yield Remark(message, False, end_of(one.before, _AROUND), one.words, beginning_of(one.after, _AROUND))


def _pictures(draft: ArticlePage) -> Iterator[Remark]:
    if draft.lead_image_id:
        yield from _picture(_("The lead picture"), draft.lead_image_alt, draft.lead_image_credit, "")
    for block in draft.body.raw_data:
        if block["type"] == "image":
            value: Mapping[str, Any] = block["value"]
            name = value.get("caption") or _("A picture in the text")
            yield from _picture(name, value.get("alt", ""), value.get("credit", ""), str(block.get("id") or ""))


def _picture(name: str, alt: str, credit: str, block: str) -> Iterator[Remark]:
    if not alt:
        yield Remark(_("No text for those who cannot see this picture."), words=name, block=block)
    if not credit:
        yield Remark(_("This picture names nobody who made it."), words=name, block=block)


def _block(path: str) -> str:
    field, _dot, rest = path.partition(".")
    return rest.partition(".")[0] if field == "body" else ""


def _plain(html: str) -> str:
    return unescape(strip_tags(html))


class BeforePublishingPanel(Panel):
    """Wagtail's panel around both lists; on originals only."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "desk/before_publishing.html"

        def is_shown(self) -> bool:
            """Whether this is an article that is written here and has been saved."""
            return bool(super().is_shown() and self.instance.pk and self.instance.is_original)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Of the version that stands in the form when it is opened."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            draft: ArticlePage = self.instance
            texts = texts_of(draft)
            facts = {"remarks": remarks(draft, texts), "estimates": estimates(draft, texts)}
            return {**context, **facts, "article": draft}
