"""Texts that belong to no article, through the same routes, glossary, memory and checks as an article's."""

from collections.abc import Sequence
from dataclasses import dataclass

from wagtail_localize.models import String, StringTranslation
from wagtail_localize.strings import StringValue, extract_strings, restore_strings

from lingotype.translation import installed
from lingotype.translation.checks.base import Finding, Text, has_error
from lingotype.translation.checks.judging import judge
from lingotype.translation.engines.context import Context
from lingotype.translation.glossary.terms import terms_of
from lingotype.translation.memory import finished_texts
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.preflight import preflight
from lingotype.translation.routes import Policy
from lingotype.translation.routing import translate_by_route
from lingotype.translation.terms import Term


@dataclass(frozen=True, slots=True)
class LooseTranslation:
    """A translated document, and what the checks found in each of its texts, by their number."""

    text: str
    engine: str
    """Empty when memory held everything."""
    findings: tuple[tuple[int, Finding], ...]


def translate_text(text: str, pair: LanguagePair) -> LooseTranslation:
    """Plain text, a paragraph a line; empty lines stay. Raises `NoEngineError` and `AllEnginesFailedError`."""
    lines = text.split("\n")
    values = [StringValue.from_plaintext(line) for line in lines]
    segments, engine, findings = _translate([value.data for value in values], pair)
    return LooseTranslation("\n".join(StringValue(html).render_text() for html in segments), engine, findings)


def translate_html(html: str, pair: LanguagePair) -> LooseTranslation:
    """HTML; its structure and attributes stay. Raises also `ValueError` for tags inside text that are not inline."""
    template, strings = extract_strings(html)
    segments, engine, findings = _translate([value.data for value, _ in strings], pair)
    restored = [(StringValue(segment), attrs) for segment, (_, attrs) in zip(segments, strings, strict=True)]
    return LooseTranslation(restore_strings(template, restored), engine, findings)


def _translate(segments: Sequence[str], pair: LanguagePair) -> tuple[list[str], str, tuple[tuple[int, Finding], ...]]:
    terms = terms_of(pair)
    known = _remembered(segments, pair, terms)
    sent = [index for index, html in enumerate(segments) if html not in known and _has_letters(html, pair)]
    engine, translated = "", dict(known)
    if sent:
        routed = translate_by_route([segments[index] for index in sent], pair, Context(terms=terms))
        engine = routed.engine
        translated.update(zip((segments[index] for index in sent), routed.translations, strict=True))
    answers = [translated.get(html, html) for html in segments]
    findings = [
        (index, finding)
        for index, (source, target) in enumerate(zip(segments, answers, strict=True))
        for finding in (
            *preflight(Text(source, pair.source)),
            *(_judged(source, target, pair, terms) if index in sent else ()),
        )
    ]
    return answers, engine, tuple(findings)


def _has_letters(html: str, pair: LanguagePair) -> bool:
    return any(sign.isalpha() for sign in Text(html, pair.source).plain)


def _judged(source: str, target: str, pair: LanguagePair, terms: tuple[Term, ...]) -> list[Finding]:
    texts = Text(source, pair.source), Text(target, pair.target)
    return judge(*texts, site_languages=installed.site_languages(), terms=terms)


def _remembered(segments: Sequence[str], pair: LanguagePair, terms: tuple[Term, ...]) -> dict[str, str]:
    """What memory holds; of a machine's texts only those that the gate of this pair would let through today."""
    takes_all = installed.way(pair).policy is Policy.ALWAYS
    hashes = {String._get_data_hash(html) for html in segments if html}
    rows = (
        finished_texts()
        .filter(
            translation_of__data_hash__in=hashes,
            translation_of__locale__language_code=pair.source,
            locale__language_code=pair.target,
        )
        .select_related("translation_of")
    )
    best: dict[str, StringTranslation] = {}
    for row in rows.order_by("updated_at"):
        before = best.get(row.translation_of.data)
        if before is None or not _is_manual(before) or _is_manual(row):
            best[row.translation_of.data] = row
    return {
        text: row.data
        for text, row in best.items()
        if takes_all or _is_manual(row) or not has_error(_judged(text, row.data, pair, terms))
    }


def _is_manual(row: StringTranslation) -> bool:
    return bool(row.translation_type == StringTranslation.TRANSLATION_TYPE_MANUAL)
