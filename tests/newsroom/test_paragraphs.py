"""Keys of paragraphs: the same after edits around them."""

import pytest

from lingotype.newsroom.paragraphs import is_key, paragraph_at, paragraphs_of, plain, same_paragraph, with_marks
from tests.factories import article, block


@pytest.fixture
def bridge(newsroom):
    body = [
        block("heading", {"text": "Мост", "level": "h2"}),
        block("paragraph", "<p>Один.</p><ul><li>Два</li><li> </li><li><b>Три</b> &amp; четыре</li></ul>"),
        block("quotation", {"text": "<p>Слова.</p>", "source": "", "speaker": ""}),
        block("on_the_subject", {"article": None}),
    ]
    return article("most", body=body, dek="О мосте.\nИ паромах.")


def test_what_has_words_has_a_key_and_is_found_by_it(bridge):
    found = paragraphs_of(bridge)
    assert [one.text for one in found] == [
        "Most", "О мосте. И паромах.", "Мост", "Один.", "Два", "Три & четыре", "Слова."
    ]  # fmt: skip
    assert [paragraph_at(found, one.key) for one in found] == found
    assert all(is_key(one.key) for one in found)
    assert len({one.key for one in found}) == len(found)


def test_the_links_in_the_text_count_as_the_keys_do(bridge):
    html = bridge.body.raw_data[1]["value"]
    marked = with_marks(html, lambda number: f"[{number}]")
    assert marked == "<p>Один.[0]</p><ul><li>Два[1]</li><li> </li><li><b>Три</b> &amp; четыре[2]</li></ul>"
    assert plain(marked.replace("[0]", "")) == "Один.Два[1] Три & четыре[2]"


def test_a_paragraph_is_found_again_where_edits_have_moved_it(bridge):
    before = paragraphs_of(bridge)[3]
    raw = [dict(one) for one in bridge.body.raw_data]
    raw[1] = {**raw[1], "value": "<p>Новый.</p><p>Один.</p>"}
    bridge.body = bridge._meta.get_field("body").to_python(raw[::-1])
    moved = same_paragraph(paragraphs_of(bridge), before.block, before.number, before.text)
    assert (moved.text, moved.number) == ("Один.", 1)


def test_one_that_was_rewritten_is_the_one_in_its_place(bridge):
    before = paragraphs_of(bridge)[3]
    raw = [dict(one) for one in bridge.body.raw_data]
    raw[1] = {**raw[1], "value": "<p>Совсем другое.</p>"}
    bridge.body = bridge._meta.get_field("body").to_python(raw)
    assert same_paragraph(paragraphs_of(bridge), before.block, 0, before.text).text == "Совсем другое."
    assert same_paragraph(paragraphs_of(bridge), "gone", 0, before.text) is None
