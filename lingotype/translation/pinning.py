"""The stage that settles the words of quotations before anything else is translated."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256
from html import escape

from lingotype.translation import installed, quotations
from lingotype.translation.checks.base import Finding, Text, has_error
from lingotype.translation.checks.judging import judge
from lingotype.translation.engines.context import Context
from lingotype.translation.models import QuotationTranslation
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.proposals import Quoted, Work
from lingotype.translation.quotations import Said
from lingotype.translation.routes import Policy
from lingotype.translation.routing import translate_by_route
from lingotype.translation.terms import Term


def pin_quotes(work: Work) -> Work:
    """Find out what stands in each quotation: its original, the original's translation, or nothing but its retelling.

    The original is translated directly where the newsroom has an engine for that pair; else the retelling is.
    Raises `AllEnginesFailedError`.
    """
    said = {
        index: found
        for index, proposal in enumerate(work.proposals)
        if (found := quotations.said_elsewhere(proposal.segment, work.pair.source))
    }
    quoted = _translated({one for found in said.values() for one in found.values()}, work)
    given = {}
    for index, found in said.items():
        words = quotations.verbatim(found, work.pair.target)
        words.update({link: quoted[one].html for link, one in found.items() if one in quoted})
        given[index] = quotations.in_marks(work.proposals[index].segment, words, work.pair.target)
    findings = {
        index: tuple(finding for one in found.values() if one in quoted for finding in quoted[one].findings)
        for index, found in said.items()
    }
    engines = {index: quoted[one].engine for index, found in said.items() for one in found.values() if one in quoted}
    return replace(work, given=given, quoted=quoted, quoted_by=engines, quoted_findings=findings)


def remember_quoted(work: Work) -> None:
    """Write down the translations of originals that were made just now."""
    QuotationTranslation.objects.bulk_create(
        [
            QuotationTranslation(
                lang=said.lang, target=work.pair.target, words=said.words, words_hash=_hash(said.words),
                html=quoted.html, engine=quoted.engine,
            )
            for said, quoted in work.quoted.items()
            if quoted.is_new
        ],
        update_conflicts=True,
        unique_fields=["lang", "target", "words_hash"],
        update_fields=["html", "engine"],
    )  # fmt: skip


def _translated(said: Iterable[Said], work: Work) -> dict[Said, Quoted]:
    target = work.pair.target
    wanted = {one for one in said if one.lang != target and installed.engines_for(LanguagePair(one.lang, target))}
    terms = {lang: work.glossary(LanguagePair(lang, target)) for lang in sorted({one.lang for one in wanted})}
    known = _remembered(wanted, target, terms)
    if installed.way(work.pair).policy is not Policy.ALWAYS:  # an error of an engine would stand for ever
        known = {one: quoted for one, quoted in known.items() if not has_error(quoted.findings)}
    for lang in sorted({one.lang for one in wanted - known.keys()}):
        pair = LanguagePair(lang, target)
        missing = sorted((one for one in wanted - known.keys() if one.lang == lang), key=lambda one: one.words)
        words = [escape(one.words, quote=False) for one in missing]
        routed = translate_by_route(words, pair, Context(terms=terms[lang]))
        for one, html in zip(missing, routed.translations, strict=True):
            known[one] = Quoted(html, routed.engine, _findings(one, html, target, terms[lang]), is_new=True)
    return known


def _remembered(wanted: Iterable[Said], target: str, terms: Mapping[str, tuple[Term, ...]]) -> dict[Said, Quoted]:
    by_hash = {(one.lang, _hash(one.words)): one for one in wanted}
    if not by_hash:
        return {}
    rows = QuotationTranslation.objects.filter(target=target, words_hash__in={key for _, key in by_hash})
    found: Mapping[tuple[str, str], QuotationTranslation] = {(row.lang, row.words_hash): row for row in rows}
    return {
        one: Quoted(found[key].html, found[key].engine, _findings(one, found[key].html, target, terms[one.lang]))
        for key, one in by_hash.items()
        if key in found
    }


def _findings(said: Said, html: str, target: str, terms: tuple[Term, ...]) -> tuple[Finding, ...]:
    source = Text(escape(said.words, quote=False), said.lang)
    found = judge(source, Text(html, target), site_languages=installed.site_languages(), terms=terms)
    # Their places are places in the quotation, not in the paragraph around it.
    return tuple(
        replace(one, message=f"In the quotation “{said.words[:60]}”: {one.message}", source_span=None, target_span=None)
        for one in found
    )


def _hash(words: str) -> str:
    return sha256(words.encode()).hexdigest()
