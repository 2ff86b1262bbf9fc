"""What a broken or malicious engine says gets past no gate; what a good one says does."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

import pytest
from wagtail.models import Locale

from lingotype.newsroom.models import ArticlePage
from lingotype.translation.engines.base import Engine
from lingotype.translation.engines.libretranslate import LibreTranslate
from lingotype.translation.gate import reasons_to_hold
from lingotype.translation.markup import translate_segments
from lingotype.translation.models import Job
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.pipeline import check
from lingotype.translation.proposals import Origin, Proposal, Work
from lingotype.translation.routes import Policy
from lingotype.translation.segments import ArticleTexts, Segment
from tests.engines import Phrases
from tests.hostile import SPOILS, Pair, from_newspapers, in_parallel
from tests.hostile.server import HostileServer
from tests.translation.engines.service import running

SPOILED, FAITHFUL = 1_000, 300
"""Segments."""
SEED = 20261122
OTHER_SEEDS = (1, 2, 3)
FRESH_SEED, FRESH = 7, 1_000
LET_OUT_OF_FRESH = {"fresh_segments.txt": 0, "fresh_segments_2.txt": 7}
"""Answers out of `FRESH`: those to another short sentence without names and numbers, for example."""
LET_OUT_OF_HELD_OUT, HELD_OF_HELD_OUT = 22, 10
"""Of segments that no check was mended for, as they were at first sight: of 1,000 spoiled, and of 240 faithful."""
HELD_OUT = "held_out_2026_11_28.txt"


def is_held(pair: Pair, answer: str) -> bool:
    """Whether the gate holds an article with this segment, answered so by an engine."""
    segment = Segment(1, 1, "body.a", 0, pair.source, {})
    proposal = Proposal(segment, answer, Origin.ENGINE, "hostile")
    texts = ArticleTexts(None, (), (segment,), "")  # neither stage reads the database
    locale = Locale(language_code=pair.target_lang)
    work = check(Work(texts, LanguagePair(pair.source_lang, pair.target_lang), locale, (proposal,)))
    return bool(reasons_to_hold(work, Policy.CHECKED))


def spoiled(pairs: Sequence[Pair], seed: int) -> Iterator[tuple[str, Pair, str]]:
    """Answers spoiled in every way in turn, as often in each."""
    dice = random.Random(seed)
    piles = {name: dice.sample(pairs, len(pairs)) for name in SPOILS}
    while any(piles.values()):
        for name, spoil in SPOILS.items():
            while piles[name]:
                pair = piles[name].pop()
                answer = spoil(pair, dice)
                if answer is not None and answer != pair.translation:
                    yield name, pair, answer
                    break


def let_out(tried: Sequence[tuple[str, Pair, str]]) -> list[tuple[str, str, str]]:
    return [(name, pair.source, answer) for name, pair, answer in tried if not is_held(pair, answer)]


def test_nothing_spoiled_is_let_out() -> None:
    tried = list(islice(spoiled([*from_newspapers(), *in_parallel()], SEED), SPOILED))
    assert len(tried) == SPOILED
    assert len({(pair.source_lang, pair.target_lang) for _, pair, _ in tried}) >= 40
    assert min(Counter(name for name, *_ in tried).get(name, 0) for name in SPOILS) >= 20, "every way was tried"
    assert let_out(tried) == []


@pytest.mark.parametrize("seed", OTHER_SEEDS)
def test_nothing_spoiled_in_another_way_is_let_out(seed: int) -> None:
    tried = list(islice(spoiled([*from_newspapers(), *in_parallel()], seed), SPOILED))
    assert let_out(tried) == []


@pytest.mark.parametrize("name", LET_OUT_OF_FRESH)
def test_hardly_anything_spoiled_is_let_out_of_fresh_segments(name: str) -> None:
    tried = list(islice(spoiled(in_parallel(name), FRESH_SEED), FRESH))
    out = let_out(tried)
    assert len(out) <= LET_OUT_OF_FRESH[name], out


def test_segments_that_no_check_was_mended_for_are_judged_no_worse_than_at_first_sight() -> None:
    pairs = in_parallel(HELD_OUT)
    out = let_out(list(islice(spoiled(pairs, FRESH_SEED), FRESH)))
    assert len(out) <= LET_OUT_OF_HELD_OUT, out
    assert sum(is_held(pair, pair.translation) for pair in pairs) <= HELD_OF_HELD_OUT


def test_what_is_faithful_goes_out() -> None:
    every = [from_newspapers(), in_parallel(), in_parallel("fresh_segments.txt")]
    for tried in every:
        held = [pair for pair in tried if is_held(pair, pair.translation)]
        assert len(tried) >= FAITHFUL
        assert len(held) <= len(tried) * 0.02, held


def test_nothing_spoiled_comes_through_the_wire(settings) -> None:
    """A real engine asks a real server; markup that was not kept is asked for again in pieces, which are no better."""
    tried = list(islice(spoiled(in_parallel(), SEED + 1), 600))
    by_languages = defaultdict(list)
    for name, pair, answer in tried:
        by_languages[pair.source_lang, pair.target_lang].append((name, pair, answer))
    out = []
    for (source, target), rows in by_languages.items():
        for row in rows:  # one source may be spoiled in several ways: each is asked for on its own
            with_answer = {(source, target, row[1].source): row[2]}
            out += [row] if _comes_through(with_answer, row[1]) else []
    assert out == []


_SERVER = HostileServer({})


@pytest.fixture(autouse=True, scope="module")
def _serving() -> Iterator[None]:
    with running(_SERVER):
        yield


def _engine() -> Engine:
    return LibreTranslate("hostile", {"url": _SERVER.url})


def _comes_through(answers: dict[tuple[str, str, str], str], pair: Pair) -> bool:
    """Whether a reader would get something else than the faithful translation."""
    _SERVER.answers = answers
    [html] = translate_segments(_engine(), [pair.source], LanguagePair(pair.source_lang, pair.target_lang))
    return "".join(html.split()) != "".join(pair.translation.split()) and not is_held(pair, html)


BRIDGE = """
    ---
    title: The bridge is open
    lang: en
    slug: bridge-NUMBER
    ---
    The bridge opened on Monday after 14 months of work.

    It cost $1,250.
"""
CHANGED = BRIDGE.replace("It cost $1,250.", "The mayor was not there.")
SOURCE, PARAGRAPH = "The bridge opened on Monday after 14 months of work.", "The mayor was not there."
OTHER = "El muelle seguirá cerrado hasta el 3 de marzo, dijo Marta Ruiz."
FITTING = [name for name in SPOILS if SPOILS[name](Pair("en", "es", SOURCE, Phrases.PHRASES[SOURCE]), random.Random(1))]


@pytest.mark.parametrize("way", FITTING)
def test_an_article_with_one_spoiled_paragraph_reaches_no_reader(publish, work, client, monkeypatch, way) -> None:
    good = Phrases.PHRASES[SOURCE]
    answer = SPOILS[way](
        Pair("en", "es", SOURCE, good, {"ru": "Мост открыли.", "pt": OTHER}, OTHER), random.Random(way)
    )
    assert answer is not None
    monkeypatch.setitem(Phrases.PHRASES, SOURCE, answer)
    page = publish(BRIDGE.replace("NUMBER", way.replace("_", "-"))).page
    work()
    assert Job.objects.get(article=page, lang="es").state == "held"
    assert not _live(page).exists()


@pytest.mark.parametrize("way", FITTING)
def test_an_update_that_is_spoiled_leaves_the_readers_what_they_had(publish, work, client, monkeypatch, way) -> None:
    spoil = SPOILS[way]
    pair = Pair("en", "es", PARAGRAPH, Phrases.PHRASES[PARAGRAPH], {"ru": "Мэра там не было.", "pt": OTHER}, OTHER)
    answer = spoil(pair, random.Random(way)) or "Texto inventado, que nadie escribió nunca, sobre 17 barcos."
    text = BRIDGE.replace("NUMBER", f"update-{way}".replace("_", "-"))
    page = publish(text).page
    work()
    before = client.get(_live(page).get().full_url).content
    assert b"1.250" in before
    monkeypatch.setitem(Phrases.PHRASES, PARAGRAPH, answer)
    publish(text.replace("It cost $1,250.", PARAGRAPH))
    work()
    assert Job.objects.get(article=page, lang="es").state == "held"
    assert client.get(_live(page).get().full_url).content == before


def _live(page: ArticlePage):
    others = ArticlePage.objects.filter(translation_key=page.translation_key, locale__language_code="es")
    return others.filter(live=True)
