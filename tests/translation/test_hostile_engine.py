"""What a broken or malicious engine says gets past no gate; what a good one says does."""

import json
import random
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from wagtail.models import Locale

from lingotype.newsroom.models import ArticlePage
from lingotype.translation.gate import reasons_to_hold
from lingotype.translation.models import Job
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.pipeline import check
from lingotype.translation.proposals import Origin, Proposal, Work
from lingotype.translation.routes import Policy
from lingotype.translation.segments import ArticleTexts, Segment
from tests.engines import Phrases
from tests.hostile import SPOILS, Pair
from tests.newsrooms import ROOT

END = (".", "!", "?", "…")
SPOILED, FAITHFUL = 1_000, 300
"""Segments."""
LET_OUT = 2
"""Of the spoiled ones. The aim is none: numbers are compared by value, so that the 7 of “November 7” also stands for a
lost “7 p.m.”, and a lone 1 that is gone from a score is not missed."""


def pairs() -> list[Pair]:
    """Faithful translations of whole sentences: the project's own, of which none was made for this test."""
    rows = map(json.loads, Path(ROOT, "benchmarks", "pairs.jsonl").read_text(encoding="utf-8").splitlines())
    faithful = [
        Pair(row["source_lang"], row["target_lang"], row["source"], row["translation"])
        for row in rows
        if row["expect"] is None
    ]
    return [pair for pair in faithful if len(pair.source.split()) >= 4 and pair.source.rstrip('»”"').endswith(END)]


def is_held(pair: Pair, answer: str) -> bool:
    """Whether the gate holds an article with this segment, answered so by an engine."""
    segment = Segment(1, 1, "body.a", 0, pair.source, {})
    proposal = Proposal(segment, answer, Origin.ENGINE, "hostile")
    texts = ArticleTexts(None, (), (segment,), "")  # type: ignore[arg-type]  # neither stage reads the database
    locale = Locale(language_code=pair.target_lang)
    work = check(Work(texts, LanguagePair(pair.source_lang, pair.target_lang), locale, (proposal,)))
    return bool(reasons_to_hold(work, Policy.CHECKED))


def spoiled() -> Iterator[tuple[str, Pair, str]]:
    """Answers spoiled in every way in turn."""
    dice = random.Random(20261122)
    every = [(name, spoil, pair) for pair in pairs() for name, spoil in SPOILS.items()]
    dice.shuffle(every)
    for name, spoil, pair in every:
        answer = spoil(pair, dice)
        if answer is not None:
            yield name, pair, answer


def test_nothing_spoiled_is_let_out() -> None:
    tried = list(islice(spoiled(), SPOILED))
    let_out = [(name, pair.source, answer) for name, pair, answer in tried if not is_held(pair, answer)]
    assert len(tried) == SPOILED
    assert set(Counter(name for name, *_ in tried)) == set(SPOILS), "every way was tried"
    assert len(let_out) <= LET_OUT, let_out


def test_what_is_faithful_goes_out() -> None:
    tried = pairs()
    held = [pair for pair in tried if is_held(pair, pair.translation)]
    assert len(tried) >= FAITHFUL
    assert len(held) <= len(tried) * 0.02, held


BRIDGE = """
    ---
    title: The bridge is open
    lang: en
    slug: bridge-NUMBER
    ---
    The bridge opened on Monday after 14 months of work.

    It cost $1,250. The mayor was there.
"""


@pytest.mark.parametrize("way", SPOILS)
def test_an_article_with_one_spoiled_paragraph_reaches_no_reader(publish, work, way) -> None:
    source, good = "The bridge opened on Monday after 14 months of work.", Phrases.PHRASES
    answer = SPOILS[way](Pair("en", "es", source, good[source]), random.Random(way))
    assert answer is not None
    kept = dict(good)
    good[source] = answer
    try:
        page = publish(BRIDGE.replace("NUMBER", way.replace("_", "-")).replace(" The mayor was there.", "")).page
        work()
    finally:
        good.clear()
        good.update(kept)
    assert Job.objects.get(article=page, lang="es").state == "held"
    others = ArticlePage.objects.filter(translation_key=page.translation_key, locale__language_code="es")
    assert not others.filter(live=True).exists()
