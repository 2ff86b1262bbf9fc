"""Tags come through any engine, whatever it does to them."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from html import escape, unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lingotype.translation.engines.base import Draft, Engine, EngineError
from lingotype.translation.markup import shape, tokens, translate_segments
from lingotype.translation.pairs import LanguagePair

PAIR = LanguagePair("ru", "uk")


class Told(Engine):
    """An engine that does to each text what it is told, and remembers its calls."""

    def __init__(self, deed: Callable[[str], str], *, keeps_markup: bool, max_characters: int = 20_000) -> None:
        super().__init__("told", {})
        self.deed = deed
        self.keeps_markup = keeps_markup
        self.max_characters = max_characters
        self.calls: list[list[str]] = []

    def can_translate(self, pair: LanguagePair) -> bool:
        return True

    def translate(self, texts: Sequence[str], pair: LanguagePair) -> list[str]:
        self.calls.append(list(texts))
        return [self.deed(text) for text in texts]


def upper_html(html: str) -> str:
    return re.sub(r"(<[^>]*>|&\w+;)|([^<&]+)", lambda part: part[1] or part[2].upper(), html)


def tags(html: str) -> Counter[str]:
    return Counter(re.findall(r"<[^>]*>", html))


def text(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


DEEDS: dict[str, Callable[[str], str]] = {
    "nothing": lambda html: html,
    "upper": upper_html,
    "drops tags": lambda html: re.sub(r"<[^>]*>", "", html),
    "drops closing tags": lambda html: re.sub(r"</[^>]*>", "", html),
    "crosses tags": lambda html: "".join(reversed(re.findall(r"<[^>]*>|[^<]+", html))),
    "invents tags": lambda html: f"<p>{html}</p> <b>new</b>",
    "unescapes": unescape,
    "empties": lambda html: "",
    "writes tags its own way": lambda html: re.sub(
        r'<(\w+)(?: id="(\w+)")?>', r"<\1  id='\2'  class='x'>", html.upper()
    ),
}

_words = st.text(st.sampled_from("абвabc&<>\"' \u00a0.\n1"), max_size=12).map(lambda word: escape(word, quote=False))
_links = st.integers(1, 9).map(lambda n: f'<a id="a{n}">')


def _element(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    simple = st.sampled_from(["<b>", "<i>", "<em>", "<strong>", "<code>", "<abbr>"])
    opening = st.one_of(simple, _links)
    wrapped = st.tuples(opening, inner).map(lambda e: f"{e[0]}{e[1]}</{re.sub(r'[< >]', ' ', e[0]).split()[0]}>")
    return st.lists(st.one_of(inner, wrapped, st.just("<br/>")), max_size=3).map("".join)


segments = st.recursive(_words, _element, max_leaves=8)


@given(st.lists(segments, max_size=4), st.booleans())
def test_an_engine_that_does_nothing_changes_nothing(html: list[str], keeps_markup: bool) -> None:
    assert translate_segments(Told(str, keeps_markup=keeps_markup), html, PAIR) == html


@given(st.lists(segments, max_size=4), st.booleans(), st.sampled_from(sorted(DEEDS)), st.sampled_from([3, 40, 20_000]))
def test_tags_are_always_those_of_the_source(html: list[str], keeps_markup: bool, deed: str, limit: int) -> None:
    engine = Told(DEEDS[deed], keeps_markup=keeps_markup, max_characters=limit)
    translated = translate_segments(engine, html, PAIR)
    assert [tags(segment) for segment in translated] == [tags(segment) for segment in html]
    assert [shape(tokens(segment)) is None for segment in translated] == [False] * len(html)


@given(st.lists(segments, max_size=4))
def test_every_word_is_translated_once(html: list[str]) -> None:
    html = [segment.replace("code>", "em>") for segment in html]
    for engine in (Told(str.upper, keeps_markup=False), Told(upper_html, keeps_markup=True)):
        assert [text(segment) for segment in translate_segments(engine, html, PAIR)] == [
            text(segment).upper() for segment in html
        ]


@pytest.mark.parametrize(
    ("deed", "html", "expected"),
    [
        ("upper", 'Он <a id="a1">сказал</a> &amp; ушёл', 'ОН <a id="a1">СКАЗАЛ</a> &amp; УШЁЛ'),
        ("unescapes", "5 &lt; 6 &amp; <b>7 &gt; 2</b> да", "5 &lt; 6 &amp; <b>7 &gt; 2</b> да"),
        ("unescapes", "тег &lt;b&gt; и <b>да</b>", "тег &lt;b&gt; и <b>да</b>"),  # its answer has one tag too many
        ("drops tags", "до <b>дом</b>, после", "до <b>дом</b>, после"),
        ("crosses tags", "а <b>б <i>в</i></b> г", "а <b>б <i>в</i></b> г"),
        ("invents tags", "просто", "просто new"),
        ("writes tags its own way", 'вот <a id="a1">он</a>', 'ВОТ <a id="a1">ОН</a>'),
        ("empties", "а <b>б</b>", " <b></b>"),
    ],
)
def test_an_engine_that_keeps_markup(deed: str, html: str, expected: str) -> None:
    assert translate_segments(Told(DEEDS[deed], keeps_markup=True), [html], PAIR) == [expected]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ('<a id="a1">link</a>word', '<a id="a1">link</a> word'),
        ('word<a id="a1">link</a>', 'word <a id="a1">link</a>'),
        ('one <a id="a1">two</a>, three', 'one <a id="a1">two</a>, three'),
        ('<a id="a2">other</a>', 'СЛОВО <a id="a1">ССЫЛКА</a> СЛОВО'),  # another link is no link
        ('word <a id="a1"></a> word', 'СЛОВО <a id="a1">ССЫЛКА</a> СЛОВО'),  # nor is one without text
        ('word <a id="a1">link</a></b>', 'СЛОВО <a id="a1">ССЫЛКА</a> СЛОВО'),
    ],
)
def test_words_are_not_glued_to_a_link(answer: str, expected: str) -> None:
    engine = Told(lambda html: answer if "<a" in html else html.upper(), keeps_markup=True)
    assert translate_segments(engine, ['слово <a id="a1">ссылка</a> слово'], PAIR) == [expected]


def test_all_pieces_go_out_in_one_call() -> None:
    engine = Told(str.upper, keeps_markup=False)
    html = [' Он <b>сказал</b>: <a id="a1">да</a>. ', "№ 5 <b>—</b>", "<code>pip</code> &amp; всё"]
    translated = translate_segments(engine, html, PAIR)
    assert engine.calls == [["Он", "сказал", "да", "& всё"]]
    assert translated == [' ОН <b>СКАЗАЛ</b>: <a id="a1">ДА</a>. ', "№ 5 <b>—</b>", "<code>pip</code> &amp; ВСЁ"]


def test_nothing_to_say_is_no_call() -> None:
    for keeps_markup in (True, False):
        engine = Told(str.upper, keeps_markup=keeps_markup)
        assert translate_segments(engine, ["", "17:40", " <br/> "], PAIR) == ["", "17:40", " <br/> "]
        assert engine.calls == []


@pytest.mark.parametrize("keeps_markup", [True, False])
def test_a_long_text_is_cut_after_sentences(keeps_markup: bool) -> None:
    engine = Told(str.upper, keeps_markup=keeps_markup, max_characters=12)
    assert translate_segments(engine, ["Раз два. Три. Четыре пять шесть."], PAIR) == [
        "РАЗ ДВА. ТРИ. ЧЕТЫРЕ ПЯТЬ ШЕСТЬ."
    ]
    assert max(len(sent) for call in engine.calls for sent in call) <= 12
    assert [sent for call in engine.calls for sent in call] == ["Раз два.", "Три.", "Четыре пять", "шесть."]


@pytest.mark.parametrize("keeps_markup", [True, False])
def test_unknown_words_are_added_up(keeps_markup: bool) -> None:
    engine = Told(lambda html: Draft(html, 2), keeps_markup=keeps_markup)
    (translated,) = translate_segments(engine, ["а <b>б</b>"], PAIR)
    assert isinstance(translated, Draft)
    assert translated.unknown == (2 if keeps_markup else 4)


class Miscounting(Told):
    def translate(self, texts: Sequence[str], pair: LanguagePair) -> list[str]:
        return list(texts)[1:]


@pytest.mark.parametrize("keeps_markup", [True, False])
def test_a_wrong_count_is_an_error(keeps_markup: bool) -> None:
    with pytest.raises(EngineError, match="engine told, ru→uk, texts 1–2 of 2: 2 texts went out and 1 came back"):
        translate_segments(Miscounting(str, keeps_markup=keeps_markup), ["один", "два"], PAIR)


def test_the_tags_are_those_of_wagtail_localize() -> None:
    strings = pytest.importorskip("wagtail_localize.strings")
    html = "".join(f"<{tag}>" for tag in strings.INLINE_TAGS)
    assert [token.key for token in tokens(html)] == list(strings.INLINE_TAGS)
