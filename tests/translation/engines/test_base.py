"""The contract of every engine, on an engine as a newsroom could write it."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from lingotype.translation.engines import BUILT_IN, Draft, Engine, EngineError, EngineSettingsError, build
from lingotype.translation.engines.context import Context
from lingotype.translation.pairs import LanguagePair

PAIR = LanguagePair("ru", "uk")


class Shout(Engine):
    """Answers as its options say."""

    max_texts = 3
    max_characters = 10

    def can_translate(self, pair: LanguagePair) -> bool:
        return pair == PAIR

    def translate(self, texts: Sequence[str], pair: LanguagePair) -> list[str]:
        if "fail" in texts:
            raise EngineError("no", engine=self.name, part="the word", retryable=True)
        if "none" in texts:
            return None
        if "number" in texts:
            return [1] * len(texts)
        return [text.upper() for text in texts if text != "lost"]


def test_texts_go_out_within_the_limits() -> None:
    texts = ["a", "b", "c", "d", "12345", "678901", "a text that is too long", "e"]
    assert [list(batch) for batch in Shout("s", {}).batches(texts)] == [
        ["a", "b", "c"],
        ["d", "12345"],
        ["678901"],
        ["a text that is too long"],
        ["e"],
    ]
    assert Shout("s", {}).translate_all(texts, PAIR) == [text.upper() for text in texts]
    assert Shout("s", {}).translate_all([], PAIR) == []


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        (["a", "b", "c", "d", "lost"], "engine s, ru→uk, texts 4–5 of 5: 2 texts went out and 1 came back"),
        (["none"], "engine s, ru→uk, texts 1–1 of 1: the answer is not a list of texts"),
        (["number"], "engine s, ru→uk, texts 1–1 of 1: the answer is not a list of texts"),
        (["a", "fail"], "engine s, ru→uk, texts 1–2 of 2, the word: no"),
    ],
)
def test_errors_name_engine_pair_and_part(texts: list[str], message: str) -> None:
    with pytest.raises(EngineError) as raised:
        Shout("s", {}).translate_all(texts, PAIR)
    assert str(raised.value) == message
    assert raised.value.retryable is ("fail" in texts)
    assert raised.value.pair == PAIR


class Reader(Shout):
    """Says what it knows of the texts' surroundings."""

    def translate(self, texts: Sequence[str], pair: LanguagePair) -> list[str]:
        return [f"{self.context.title}|{self.context.before}|{text}" for text in texts]


def test_an_engine_within_a_context_knows_the_text_before_each_call() -> None:
    engine = Reader("r", {})
    told = engine.within(Context(title="T", before="0"))
    assert told.translate_all(["a", "b", "c", "d"], PAIR) == ["T|0|a", "T|0|b", "T|0|c", "T|c|d"]
    assert told.context == Context(title="T", before="0")
    assert engine.context == Context()


def test_a_draft_is_a_text_that_knows_its_gaps() -> None:
    draft = Draft("так", 2)
    assert draft == "так"
    assert draft.unknown == 2
    assert Draft("так").unknown == 0


def test_a_class_of_the_newsrooms_own() -> None:
    engine = build("ours", {"type": f"{__name__}.Shout", "max_characters_per_month": 7})
    assert isinstance(engine, Shout)
    assert engine.name == "ours"
    assert engine.max_characters_per_month == 7
    assert build("ours", {"type": f"{__name__}.Shout"}).max_characters_per_month is None


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({}, f'needs a "type": one of {", ".join(sorted(BUILT_IN))}, or a dotted path'),
        ({"type": 5}, 'needs a "type"'),
        ({"type": "aprtium"}, 'no engine has the type "aprtium"; there are apertium, '),
        ({"type": "nowhere.Engine"}, 'the type "nowhere.Engine" cannot be imported: No module named'),
        ({"type": "json.loads"}, 'the type "json.loads" is not an Engine'),
        ({"type": "json.nothing"}, 'the type "json.nothing" is not an Engine'),
        ({"type": ".Engine"}, 'no engine has the type ".Engine"'),
        ({"type": f"{__name__}.Shout", "loud": True}, 'does not know "loud"; it knows currency, max_characters'),
    ],
)
def test_wrong_types(options: dict[str, object], said: str) -> None:
    with pytest.raises(EngineSettingsError) as raised:
        build("ours", options)
    assert str(raised.value).startswith("[engines.ours] ")
    assert said in str(raised.value)


def test_every_built_in_engine_is_documented() -> None:
    reference = Path(__file__).parents[3] / "docs" / "reference" / "engines.md"
    headings = {line.removeprefix("## ") for line in reference.read_text("utf-8").splitlines()}
    assert set(BUILT_IN) <= headings
