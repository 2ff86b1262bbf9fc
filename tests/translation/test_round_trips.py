"""Text, segments, the same words again: the article comes back as it was, whatever stands in it."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wagtail.models import Locale
from wagtail_localize.segments.ingest import ingest_segments

from lingotype.newsroom.models import ArticlePage
from lingotype.translation.engines.base import Engine
from lingotype.translation.loose_text import translate_html, translate_text
from lingotype.translation.markup import tokens, translate_segments
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.quotations import emptied, filled
from lingotype.translation.segments import read_texts, text_fingerprint
from tests.factories import article, block

steady = settings(max_examples=80, deadline=None, derandomize=True)
EN_ES = LanguagePair("en", "es")
words = st.text("abcdefg «»éжא.,!?'", min_size=1, max_size=10).map(lambda text: f"w{text.strip()}")
escaped = st.one_of(words, st.sampled_from(["&amp;", "&lt;", "5 &gt; 4"]))
inline = st.recursive(
    escaped,
    lambda inner: st.tuples(st.sampled_from(["b", "i", "sub"]), inner).map(
        lambda part: f"<{part[0]}>{part[1]}</{part[0]}>"
    ),
    max_leaves=3,
)
segments = st.lists(inline, min_size=1, max_size=5).map(" ".join)


class Faithful(Engine):
    """Gives every text back as it is."""

    def can_translate(self, pair: LanguagePair) -> bool:
        return True

    def translate(self, texts: Sequence[str], pair: LanguagePair) -> list[str]:
        return list(texts)


class KeepsMarkup(Faithful):
    keeps_markup = True


@steady
@given(st.one_of(segments, st.text(max_size=30)))
def test_the_tokens_of_a_segment_are_the_segment(html: str) -> None:
    assert "".join(token.raw for token in tokens(html)) == html


@steady
@given(st.lists(segments, min_size=1, max_size=4), st.sampled_from([Faithful, KeepsMarkup]))
def test_an_engine_that_changes_nothing_changes_nothing(texts: list[str], kind: type[Engine]) -> None:
    assert translate_segments(kind("same", {}), texts, EN_ES) == texts


@steady
@given(st.lists(segments, min_size=1, max_size=3), segments)
def test_quotations_that_were_taken_out_are_put_back(said: list[str], around: str) -> None:
    links = {f"a{number}": html for number, html in enumerate(said, start=1)}
    html = f"{around} " + ", ".join(f'<a id="{link}">{text}</a>' for link, text in links.items())
    bare = emptied(html, links)
    assert all(f'<a id="{link}"></a>' in bare for link in links)
    assert filled(bare, links) == html
    assert emptied(filled(bare, links), links) == bare


DOCUMENTS = [
    "<p>wone</p>",
    "<p>wone <b>wtwo</b> &amp; wthree</p><p>wfour</p>",
    '<h2>wone</h2><p>See <a href="https://example.org/?a=1&amp;b=2">wtwo</a>.</p>',
    "<ul><li>wone</li><li>wtwo <i>wthree</i></li></ul>",
    "<p>5 &lt; 6</p>",
]


@pytest.mark.parametrize("html", DOCUMENTS)
def test_a_loose_document_that_is_translated_into_itself_is_itself(db, html: str) -> None:
    assert re.sub(r"\s+", " ", translate_html(html, EN_ES).text) == html


@pytest.mark.parametrize("text", ["wone", "wone\n\nwtwo & <three>", "", "\n", "«wone»\n5 < 6"])
def test_a_loose_text_that_is_translated_into_itself_is_itself(db, text: str) -> None:
    assert translate_text(text, EN_ES).text == text


BODIES = [
    ["wone"],
    ["wone <b>wtwo</b>", "<i>wthree</i> &amp; wfour"],
    ["w «é» жא, 5 &lt; 6", "w<sub>2</sub>", "wone <b><i>wtwo</i></b> wthree"],
    ['See <a href="https://example.org/?a=1&amp;b=2">wone</a>.', "wtwo"],
]


@pytest.mark.parametrize("bodies", BODIES)
def test_an_article_that_is_translated_into_itself_is_itself(newsroom, bodies: list[str]) -> None:
    page = article("round", "ru", title="wtitle", body=[block("paragraph", f"<p>{html}</p>") for html in bodies])
    copy = ArticlePage(locale=Locale.objects.get(language_code="en"), translation_key=page.translation_key)
    copy.body = page.body
    values = read_texts(page).values
    ingest_segments(page, copy, page.locale, copy.locale, values)
    assert copy.title == page.title
    assert [str(one.value) for one in copy.body] == [str(one.value) for one in page.body]
    assert text_fingerprint(copy) == text_fingerprint(page)
    assert read_texts(page).values == values
