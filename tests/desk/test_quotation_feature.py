"""A quotation goes from the database into the editor and back, and nothing of it is lost."""

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.rich_text import expand_db_html
from wagtail_localize.strings import extract_strings, restore_strings

from lingotype.newsroom.blocks import INLINE_FEATURES, PARAGRAPH_FEATURES
from lingotype.newsroom.rich_text import reader_html

# What can stand in a page at all: no half of a surrogate pair, none of the signs that XML and HTML forbid.
VALUES = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), max_size=80)
PARTS = ("source", "speaker", "original", "lang")


def paragraph(inside: str) -> str:
    return f'<p data-block-key="k1">{inside}</p>'


def quotation(words: str = "«оси террора»", **parts: str) -> str:
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in parts.items())
    return f'<a linktype="quotation"{attributes}>{words}</a>'


def edited(html: str, features=PARAGRAPH_FEATURES) -> str:
    """Opened in the editor and saved."""
    converter = ContentstateConverter(features)
    return converter.to_database_format(converter.from_database_format(html))


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(PARTS, VALUES)))
def test_every_attribute_comes_back_to_the_character(parts):
    in_order = {name: parts[name] for name in PARTS if name in parts}
    html = paragraph(f"Он говорит об {quotation(**in_order)} и о другом.")
    assert edited(html) == html


@pytest.mark.parametrize(
    "inside",
    [
        quotation(source="nyp", speaker="Kasra Aarabi", original="axis of terror", lang="en"),
        quotation(original="He said \"no\"\nand <left> & 'gone'", lang="en"),
        quotation(),
        f"{quotation(source='a')} и {quotation(source='b')}",
        f'<a href="https://example.org/?a=1&amp;b=2">ссылка</a> и {quotation(original="x", lang="en")}',
        quotation("«оси <b>террора</b>»", original="axis", lang="en"),
        f"😀 {quotation(original='axis 😀', lang='en')} 😀",
        quotation("первая строка<br/>вторая", source="nyp"),
    ],
)
def test_what_stands_around_and_inside_comes_back_too(inside):
    html = paragraph(inside)
    assert edited(html) == html


def test_block_quotations_know_the_mark_too():
    html = paragraph(quotation(original="axis of terror", lang="en"))
    assert edited(html, INLINE_FEATURES) == html


def test_an_editor_cannot_smuggle_other_attributes_in():
    html = paragraph('<a linktype="quotation" source="nyp" onclick="steal()" href="javascript:x">слова</a>')
    assert "onclick" not in edited(html)


def test_wagtails_own_expansion_keeps_the_words_and_leads_nowhere():
    expanded = expand_db_html(paragraph(quotation("слова", source="nyp", original='a "b"', lang="en")))
    assert expanded == paragraph('<a class="quotation">слова</a>')


@given(VALUES.filter(str.strip))
def test_a_translated_quotation_survives_the_editor_as_well(original):
    # wagtail-localize writes attributes in its own order and quotation marks; the editor must read them all the same.
    html = paragraph(f"Он говорит об {quotation(source='nyp', original=original, lang='en')}.")
    template, strings = extract_strings(html)
    translated = restore_strings(template, strings)
    assert edited(translated) == html
    assert "<q" in reader_html(translated, "en", {})
