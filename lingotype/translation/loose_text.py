"""Texts that belong to no article, through the same route, memory and checks as an article's."""

from collections.abc import Sequence
from dataclasses import dataclass

from wagtail_localize.models import String, StringTranslation
from wagtail_localize.strings import StringValue, extract_strings, restore_strings

from lingotype.translation.checks import judge
from lingotype.translation.checks.base import Finding, Text
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.preflight import preflight
from lingotype.translation.routing import translate_by_route


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
    known = _remembered(segments, pair)
    sent = [index for index, html in enumerate(segments) if html not in known and _has_letters(html, pair)]
    engine, translated = "", dict(known)
    if sent:
        routed = translate_by_route([segments[index] for index in sent], pair)
        engine = routed.engine
        translated.update(zip((segments[index] for index in sent), routed.translations, strict=True))
    answers = [translated.get(html, html) for html in segments]
    findings = [
        (index, finding)
        for index, (source, target) in enumerate(zip(segments, answers, strict=True))
        for finding in (
            *preflight(Text(source, pair.source)),
            *(judge(Text(source, pair.source), Text(target, pair.target)) if index in sent else ()),
        )
    ]
    return answers, engine, tuple(findings)


def _has_letters(html: str, pair: LanguagePair) -> bool:
    return any(sign.isalpha() for sign in Text(html, pair.source).plain)


def _remembered(segments: Sequence[str], pair: LanguagePair) -> dict[str, str]:
    hashes = {String._get_data_hash(html) for html in segments if html}
    rows = StringTranslation.objects.filter(
        translation_of__data_hash__in=hashes,
        translation_of__locale__language_code=pair.source,
        locale__language_code=pair.target,
        has_error=False,
    ).select_related("translation_of")
    best: dict[str, StringTranslation] = {}
    for row in rows.order_by("updated_at"):
        before = best.get(row.translation_of.data)
        if before is None or before.translation_type != StringTranslation.TRANSLATION_TYPE_MANUAL:
            best[row.translation_of.data] = row
    return {text: row.data for text, row in best.items()}
