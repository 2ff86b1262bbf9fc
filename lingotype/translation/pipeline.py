"""From an article's texts to their checked translation: stages in a row, each a function of the work so far."""

from collections.abc import Callable, Collection
from dataclasses import replace

from wagtail.models import Locale

from lingotype.translation import installed, quotations
from lingotype.translation.checks.base import Finding, Text, has_error
from lingotype.translation.checks.judging import judge
from lingotype.translation.engines.context import Context
from lingotype.translation.memory import recall
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.pinning import pin_quotes
from lingotype.translation.preflight import preflight
from lingotype.translation.proposals import Origin, Proposal, Work, no_terms
from lingotype.translation.routes import Policy
from lingotype.translation.routing import AllEnginesFailedError, NoEngineError, translate_by_route
from lingotype.translation.segments import ArticleTexts
from lingotype.translation.terms import Term


def judge_source(texts: ArticleTexts, lang: str) -> list[tuple[int, Finding]]:
    """What is wrong with the source itself, as (index of the segment, finding): its errors hold every language."""
    return [
        (index, finding)
        for index, segment in enumerate(texts.segments)
        for finding in preflight(Text(segment.html, lang))
    ]


def translate_texts(
    texts: ArticleTexts,
    pair: LanguagePair,
    target_locale: Locale,
    settled_corrections: Collection[int] = (),
    glossary: Callable[[LanguagePair], tuple[Term, ...]] = no_terms,
    *,
    only_engine: str = "",
    is_let_out: bool = False,
) -> Work:
    """Take an article's texts through every stage. `settled_corrections` are rows of memory: see `Work`.

    `only_engine` and `is_let_out` are explained there, too. `glossary` gives the terms of a pair of languages;
    quotations may come from a third one.

    Raises `NoEngineError` when there is something to translate and nobody to do it, and `AllEnginesFailedError`.
    """
    proposals = tuple(Proposal(segment) for segment in texts.segments)
    work = Work(
        texts, pair, target_locale, proposals, terms=glossary(pair), glossary=glossary,
        settled_corrections=frozenset(settled_corrections), only_engine=only_engine, is_let_out=is_let_out,
    )  # fmt: skip
    for stage in STAGES:
        work = stage(work)
    return work


def try_engine(
    texts: ArticleTexts,
    pair: LanguagePair,
    target_locale: Locale,
    glossary: Callable[[LanguagePair], tuple[Term, ...]],
    engine: str,
) -> Work:
    """What that engine alone makes of an article, judged, and nothing of memory in it. Writes nothing.

    Raises as `translate_texts`.
    """
    proposals = tuple(Proposal(segment) for segment in texts.segments)
    work = Work(
        texts, pair, target_locale, proposals, terms=glossary(pair), glossary=glossary, only_engine=engine
    )  # fmt: skip
    for stage in (pin_quotes, keep_what_needs_none, translate, check):
        work = stage(work)
    return work


def keep_what_needs_none(work: Work) -> Work:
    """Segments without a letter (a score, a date in digits) are their own translation, around settled quotations."""
    kept = {}
    for index in work.open_indexes():
        proposal, given = work.proposals[index], work.given.get(index, {})
        html = quotations.emptied(proposal.segment.html, given)
        if not any(sign.isalpha() for sign in Text(html, work.pair.source).plain):
            engine = work.quoted_by.get(index, "")
            origin = Origin.ENGINE if engine else Origin.VERBATIM
            kept[index] = proposal.with_translation(quotations.filled(html, given), origin, engine)
    return work.with_translations(kept)


def translate(work: Work) -> Work:
    """Have the route's engines translate what memory does not hold; settled quotations are not shown."""
    indexes = work.open_indexes()
    if not indexes:
        return work
    given = [work.given.get(index, {}) for index in indexes]
    sent = [
        quotations.emptied(work.proposals[index].segment.html, links)
        for index, links in zip(indexes, given, strict=True)
    ]
    routed = translate_by_route(sent, work.pair, _context(work, indexes[0]), only=work.only_engine)
    translations = {
        index: work.proposals[index].with_translation(quotations.filled(answer, links), Origin.ENGINE, routed.engine)
        for index, answer, links in zip(indexes, routed.translations, given, strict=True)
    }
    return replace(work.with_translations(translations), engine=routed.engine)


def _context(work: Work, first: int) -> Context:
    texts = {proposal.segment.path: Text(proposal.segment.html, work.pair.source).plain for proposal in work.proposals}
    before = work.proposals[first - 1].segment.html if first else ""
    return Context(
        title=texts.get("title", ""),
        dek=texts.get("dek", ""),
        before=Text(before, work.pair.source).plain,
        terms=work.terms,
    )


def check(work: Work) -> Work:
    """Judge every translation that a machine made, now or earlier. What a person wrote or published is theirs."""
    checked, languages = {}, installed.site_languages()
    for index, proposal in enumerate(work.proposals):
        if proposal.html is not None and proposal.is_by_machine and not proposal.is_reviewed:
            links = work.given.get(index, {})
            source = Text(quotations.emptied(proposal.segment.html, links), work.pair.source)
            target = Text(quotations.emptied(proposal.html, links), work.pair.target)
            found = judge(source, target, site_languages=languages, terms=work.terms)
            checked[index] = replace(proposal, findings=(*found, *work.quoted_findings.get(index, ())))
    return work.with_translations(checked)


def renew(work: Work) -> Work:
    """Have the engine make again what memory holds with an error in it, or a bad answer would be held for ever."""
    bad = [
        index
        for index, proposal in enumerate(work.proposals)
        if proposal.origin is Origin.MEMORY and has_error(proposal.findings)
    ]
    if not bad or work.is_let_out or installed.way(work.pair).policy is Policy.ALWAYS:
        return work
    opened = work.with_translations(
        {index: replace(work.proposals[index], html=None, is_reviewed=False, findings=()) for index in bad}
    )
    try:
        return check(translate(opened))
    except (NoEngineError, AllEnginesFailedError):
        return work


STAGES = (pin_quotes, keep_what_needs_none, recall, translate, check, renew)
