"""Translation memory as TMX 1.4, the format in which translation systems exchange it.

Inline tags are `<ph>` elements that hold the tag as text. Who made a translation stands in a `<prop>`: what carries
none was made by people, as memories of other systems are.
"""

import re
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from xml.etree import ElementTree as ET

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import Locale, Page
from wagtail_localize.models import String, StringTranslation, TranslatableObject, TranslationContext

from lingotype.translation.memory import finished_texts

LARGEST_FILE = 100 * 1024 * 1024
"""Bytes."""

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_MADE_BY = "x-made-by"
_TAG = re.compile(r"</?(?:b|i|em|strong|a|br|sub|sup|code)(?: id=\"a\d{1,4}\")?\s*/?>")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_KEY = uuid.UUID("b6d0b0a4-5a1e-4f0e-9a57-7d1f6f2c8e31")
"""wagtail-localize keeps every translation under some object; what comes from a file belongs to this one, no page."""
_CHUNK = 500


class TmxError(Exception):
    """A file cannot be read as a translation memory; `str()` is one line that says why."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One text in two languages, as inline HTML."""

    source_lang: str
    target_lang: str
    source: str
    target: str
    engine: str = ""
    """The engine that made it; empty where people did."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did."""

    added: int = 0
    known: int = 0
    """Held already, or by people's words that stay."""
    skipped: int = 0
    """Of a language that this newsroom does not have."""


def read_tmx(content: bytes) -> list[Unit]:
    """The units of a file: the first language of each with every other. Raises `TmxError`."""
    if len(content) > LARGEST_FILE:
        raise TmxError(f"larger than {LARGEST_FILE // 2**20} MB")
    try:
        root = fromstring(content)
    except (ET.ParseError, DefusedXmlException, ValueError) as error:
        raise TmxError(f"not XML that can be read safely ({type(error).__name__}: {error})") from error
    if root.tag != "tmx":
        raise TmxError("no <tmx> in it")
    header = root.find("header")
    default = (header.get("srclang") if header is not None else None) or "*all*"
    return [unit for element in root.iter("tu") for unit in _units(element, element.get("srclang") or default)]


def write_tmx(units: Iterable[Unit]) -> bytes:
    """These units as a file; those of one source text stand together where they follow each other."""
    root = ET.Element("tmx", {"version": "1.4"})
    facts = {"creationtool": "Lingotype", "creationtoolversion": "1", "segtype": "block", "o-tmf": "Lingotype",
             "adminlang": "en", "srclang": "*all*", "datatype": "html"}  # fmt: skip
    ET.SubElement(root, "header", facts)
    body = ET.SubElement(root, "body")
    for (lang, source), group in groupby(units, lambda unit: (unit.source_lang, unit.source)):
        element = ET.SubElement(body, "tu", {"srclang": lang})
        element.tail = "\n"  # no indenting: spaces between inline tags are text
        _variant(element, lang, source)
        for unit in group:
            variant = _variant(element, unit.target_lang, unit.target, unit.engine or None)
            made_by = ET.Element("prop", {"type": _MADE_BY})
            made_by.text = "machine" if unit.engine else "people"
            variant.insert(0, made_by)
    return ET.tostring(root, encoding="utf-8", xml_declaration=True)


def stored_units() -> Iterator[Unit]:
    """All that memory holds."""
    rows = finished_texts().order_by("translation_of_id", "locale_id", "pk")
    fields = ("translation_of__locale__language_code", "locale__language_code", "translation_of__data", "data")
    for source_lang, target_lang, source, target, kind, engine in rows.values_list(
        *fields, "translation_type", "tool_name"
    ).iterator(chunk_size=_CHUNK):
        is_machine = kind == StringTranslation.TRANSLATION_TYPE_MACHINE
        yield Unit(source_lang, target_lang, source, target, (engine or "machine") if is_machine else "")


def remember_units(units: Sequence[Unit]) -> Imported:
    """Take units into memory, all of them or none. What people wrote is never replaced by what a machine made."""
    locales = {locale.language_code: locale for locale in Locale.objects.all()}
    ours = [unit for unit in units if {unit.source_lang, unit.target_lang} <= locales.keys()]
    added = 0
    with transaction.atomic():
        context = _context()
        for start in range(0, len(ours), _CHUNK):
            added += _remember(ours[start : start + _CHUNK], locales, context)
    return Imported(added, len(ours) - added, len(units) - len(ours))


def _remember(units: Sequence[Unit], locales: dict[str, Locale], context: TranslationContext) -> int:
    strings = {}
    for lang in {unit.source_lang for unit in units}:
        texts = {String._get_data_hash(unit.source): unit.source for unit in units if unit.source_lang == lang}
        rows = [String(locale=locales[lang], data_hash=key, data=text) for key, text in texts.items()]
        String.objects.bulk_create(rows, ignore_conflicts=True)
        for string in String.objects.filter(locale=locales[lang], data_hash__in=texts):
            strings[lang, string.data] = string
    rows_there = list(StringTranslation.objects.filter(translation_of__in=strings.values()))
    known = {(row.translation_of_id, row.locale_id): row for row in rows_there if row.context_id == context.pk}
    # What an article has already, to the word, is known: a newsroom's own export adds nothing to its memory.
    said = {(row.translation_of_id, row.locale_id, row.data) for row in rows_there}
    new: dict[tuple[int, int], StringTranslation] = {}
    changed = []
    for unit in units:
        key = strings[unit.source_lang, unit.source].pk, locales[unit.target_lang].pk
        row = known.get(key) or new.get(key)
        if row is None and (*key, unit.target) in said:
            continue
        if row is None:
            new[key] = _row(unit, key, context)
        elif row.data != unit.target and (not unit.engine or _is_by_machine(row)):
            fresh = _row(unit, key, context)
            row.data, row.translation_type, row.tool_name = fresh.data, fresh.translation_type, fresh.tool_name
            changed += [row] if row.pk else []
    StringTranslation.objects.bulk_create(new.values())
    StringTranslation.objects.bulk_update(changed, ["data", "translation_type", "tool_name"])
    return len(new) + len(changed)


def _row(unit: Unit, key: tuple[int, int], context: TranslationContext) -> StringTranslation:
    types = StringTranslation.TRANSLATION_TYPE_MACHINE, StringTranslation.TRANSLATION_TYPE_MANUAL
    return StringTranslation(
        translation_of_id=key[0], locale_id=key[1], context=context, data=unit.target,
        translation_type=types[not unit.engine], tool_name=unit.engine[:255],
    )  # fmt: skip


def _is_by_machine(row: StringTranslation) -> bool:
    return bool(row.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE)


def _context() -> TranslationContext:
    held, _ = TranslatableObject.objects.get_or_create(
        translation_key=_KEY, defaults={"content_type": ContentType.objects.get_for_model(Page)}
    )
    path = "memory"
    context, _ = TranslationContext.objects.get_or_create(
        object=held, path_id=TranslationContext._get_path_id(path), defaults={"path": path, "field_path": path}
    )
    return context


def _units(element: ET.Element, srclang: str) -> Iterator[Unit]:
    variants = [found for tuv in element.iter("tuv") if (found := _read(tuv)) is not None]
    wanted = _code(srclang)
    first = next((variant for variant in variants if variant[0] == wanted), variants[0] if variants else None)
    for variant in variants if first else ():
        if first and variant is not first and variant[0] != first[0]:
            yield Unit(first[0], variant[0], first[1], variant[1], variant[2])


def _read(tuv: ET.Element) -> tuple[str, str, str] | None:
    segment = tuv.find("seg")
    lang = _code(tuv.get(_XML_LANG) or tuv.get("lang") or "")
    if segment is None or not lang or not (html := _html(segment).strip()):
        return None
    made_by = next((prop.text for prop in tuv.iter("prop") if prop.get("type") == _MADE_BY), "people")
    return lang, html, (tuv.get("creationtool") or "machine") if made_by == "machine" else ""


def _html(segment: ET.Element) -> str:
    """Escaped text, and of what stands in elements only our own inline tags."""
    parts = [escape(segment.text or "", quote=False)]
    for element in segment:
        inside = "".join(element.itertext())
        if element.tag in ("hi", "sub"):
            parts.append(escape(inside, quote=False))
        elif _TAG.fullmatch(inside.strip()):
            parts.append(inside.strip())
        parts.append(escape(element.tail or "", quote=False))
    return "".join(parts)


def _variant(parent: ET.Element, lang: str, html: str, engine: str | None = None) -> ET.Element:
    variant = ET.SubElement(parent, "tuv", {_XML_LANG: lang, **({"creationtool": engine} if engine else {})})
    segment = ET.SubElement(variant, "seg")
    last: ET.Element | None = None
    for number, piece in enumerate(re.split(f"({_TAG.pattern})", _CONTROL.sub("", html))):
        if number % 2:
            last = ET.SubElement(segment, "ph", {"x": str(number // 2 + 1)})
            last.text = piece
        elif last is None:
            segment.text = _text(piece)
        else:
            last.tail = _text(piece)
    return variant


def _text(html: str) -> str:
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#x27;", "'"), ("&amp;", "&")):
        html = html.replace(entity, sign)
    return html


def _code(lang: str) -> str:
    return lang.lower().replace("_", "-").split("-")[0]
