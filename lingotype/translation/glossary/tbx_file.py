"""The glossary as TBX (ISO 30042), for other translation systems."""

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from lingotype.language.facts import LANGUAGES
from lingotype.translation.glossary.entries import Draft, Entry, GlossaryFileError, Wording, finished
from lingotype.translation.models import GlossaryEntry

_TBX = "urn:iso:std:iso:30042:ed-2"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read_tbx(content: bytes) -> list[Entry]:
    """The entries of a file. Raises `GlossaryFileError`."""
    try:
        root = fromstring(content)
    except (ET.ParseError, DefusedXmlException, ValueError) as error:
        raise GlossaryFileError(f"not XML that can be read safely ({type(error).__name__}: {error})") from error
    concepts = [*root.iter(f"{{{_TBX}}}conceptEntry"), *root.iter("conceptEntry"), *root.iter("termEntry")]
    if not concepts:
        raise GlossaryFileError("no conceptEntry in it: is this TBX?")
    return [_concept(concept, f"entry {number}") for number, concept in enumerate(concepts, 1)]


def _concept(concept: ET.Element, place: str) -> Entry:
    draft = Draft()
    for section in concept.iter():
        lang = (section.get(_XML_LANG) or "").lower().split("-")[0]
        terms = [" ".join("".join(one.itertext()).split()) for one in section.iter() if _local(one) == "term"]
        if lang in LANGUAGES and _local(section) in ("langSec", "langSet") and any(terms):
            first, *others = [term for term in terms if term]
            draft.wordings[lang] = Wording(first, tuple(others))
    draft.facts = dict(_facts(concept))
    return finished(draft, place)


def _facts(concept: ET.Element) -> Iterator[tuple[str, str]]:
    for element in concept:
        text = " ".join("".join(element.itertext()).split())
        if _local(element) == "note":
            yield "note", text
        elif element.get("type") == "subjectField":
            yield "section", text
        elif element.get("type") in ("x-neverTranslate", "x-caseSensitive"):
            yield "never_translate" if element.get("type") == "x-neverTranslate" else "case_sensitive", text


def _local(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def write_tbx(entries: Iterable[GlossaryEntry]) -> bytes:
    """These entries as a file."""
    ET.register_namespace("", _TBX)
    root = ET.Element(f"{{{_TBX}}}tbx", {"type": "TBX-Basic", "style": "dca", _XML_LANG: "en"})
    head = ET.SubElement(ET.SubElement(root, f"{{{_TBX}}}tbxHeader"), f"{{{_TBX}}}fileDesc")
    source = ET.SubElement(ET.SubElement(head, f"{{{_TBX}}}sourceDesc"), f"{{{_TBX}}}p")
    source.text = "Lingotype glossary"
    body = ET.SubElement(ET.SubElement(root, f"{{{_TBX}}}text"), f"{{{_TBX}}}body")
    for entry in entries:
        concept = ET.SubElement(body, f"{{{_TBX}}}conceptEntry", {"id": f"c{entry.pk}"})
        facts = (
            ("subjectField", entry.section), ("x-neverTranslate", "yes" if entry.never_translate else ""),
            ("x-caseSensitive", "yes" if entry.case_sensitive else ""),
        )  # fmt: skip
        for kind, text in facts:
            if text:
                ET.SubElement(concept, f"{{{_TBX}}}descrip", {"type": kind}).text = text
        if entry.note:
            ET.SubElement(concept, f"{{{_TBX}}}note").text = entry.note
        for row in entry.wordings.all():
            section = ET.SubElement(concept, f"{{{_TBX}}}langSec", {_XML_LANG: row.lang})
            for text in (row.text, *row.forms.splitlines()):
                ET.SubElement(ET.SubElement(section, f"{{{_TBX}}}termSec"), f"{{{_TBX}}}term").text = text
    ET.indent(root)
    return ET.tostring(root, encoding="utf-8", xml_declaration=True)
