"""How well words of a source fit a quotation: each kind of evidence on its own, and one score from 0 to 1."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import exp, log, log1p

from rapidfuzz import fuzz

from lingotype.language.stems import stems
from lingotype.translation.originals.bridge import Bridge, Word
from lingotype.translation.originals.figures import Agreement, Figures, compared, figures_of
from lingotype.translation.originals.source import Candidate
from lingotype.translation.originals.speakers import Speakers


@dataclass(frozen=True, slots=True)
class Weights:
    """What each kind of evidence counts."""

    begin: float
    words: float
    mass: float
    number: float
    wrong_number: float
    speaker: float
    wrong_speaker: float
    length: float
    quoted: float
    denial: float
    wrong_denial: float
    part: float
    against: float
    """What words count that stand elsewhere in the source, and not here."""


BY_ENGINE = Weights(
    begin=-5.4, words=8.5, mass=0.35, number=1.2, wrong_number=2.0, speaker=0.9, wrong_speaker=1.6, length=1.1,
    quoted=1.3, denial=0.3, wrong_denial=1.2, part=0.5, against=0.0,
)  # fmt: skip
BY_WORDS = Weights(
    begin=-5.6, words=5.0, mass=0.5, number=1.6, wrong_number=1.8, speaker=2.0, wrong_speaker=2.0, length=1.8,
    quoted=2.2, denial=0.5, wrong_denial=0.9, part=1.3, against=0.3,
)  # fmt: skip
"""Chosen on the files of `benchmarks/originals/tuning`."""

_KNOWN_SHARE = 0.55
"""The share of a candidate's words that dictionary, sound and spelling may find at best."""


@dataclass(frozen=True)
class Looked:
    """A quotation, ready to be compared."""

    said: str
    lang: str
    figures: Figures
    speaker: frozenset[str]
    retold: tuple[Word, ...]
    """Its words as the article has them."""
    translated: tuple[Word, ...] = ()
    """The words of its translation into the source's language; none without an engine."""
    translation: str = ""


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate and what speaks for it."""

    candidate: Candidate
    logit: float
    words: float
    """How much of what is said is the same, 0 to 1."""
    figures: Agreement
    speaker: float
    names: tuple[str, ...]

    @property
    def score(self) -> float:
        """From 0 to 1; 0.5 is where it is worth an editor's look."""
        return 1 / (1 + exp(-max(-30.0, min(30.0, self.logit))))


class Candidates:
    """The candidates of one source, with what is worked out about each only once."""

    def __init__(self, bridge: Bridge, speakers: Speakers, stretches: Sequence[int]) -> None:
        self.bridge, self.speakers, self._stretches = bridge, speakers, stretches
        self._facts: dict[tuple[int, int], _Facts] = {}

    def scored(self, looked: Looked, candidate: Candidate, *, order: float = 0.0) -> Scored:
        """How well a candidate fits."""
        facts = self._facts.setdefault((candidate.start, candidate.end), _Facts(candidate.words, self.bridge.lang))
        by_engine, mass = _overlap(looked.translated, facts.stems, self.bridge, share=1.0)
        by_words, own_mass = _overlap(looked.retold, facts.stems, self.bridge, share=_share(looked, self.bridge))
        is_same = looked.lang == self.bridge.lang
        weights = BY_ENGINE if looked.translated or is_same else BY_WORDS
        words = max(by_engine, by_words * (1.0 if is_same else 0.8)) if looked.translated else by_words
        figures = compared(looked.figures, facts.figures)
        stretch = self._stretches[candidate.atoms[0]]
        speaker = self.speakers.agree(looked.speaker, looked.lang, stretch)
        names = tuple(
            dict.fromkeys(word.stem for word in looked.retold if word.is_name and word.stems.keys() & facts.set)
        )
        logit = (
            weights.begin
            + weights.words * words
            + weights.mass * log1p(max(mass, own_mass))
            + weights.number * min(len(figures.same), 2)
            - weights.wrong_number * min(figures.missing + 0.7 * figures.extra, 1.5)
            + (weights.speaker if speaker > 0 else weights.wrong_speaker) * speaker
            - weights.length * _length(looked, candidate)
            + weights.quoted * candidate.is_quoted
            + (weights.denial if figures.denial > 0 else weights.wrong_denial) * figures.denial
            - weights.part * candidate.is_part
            - weights.against * log1p(_elsewhere(looked.retold, facts.set))
            + order
        )
        return Scored(candidate, logit, words, figures, speaker, names)


class _Facts:
    def __init__(self, words: str, lang: str) -> None:
        self._words, self._lang = words, lang

    @cached_property
    def stems(self) -> list[str]:
        return stems(self._words, self._lang)

    @cached_property
    def set(self) -> frozenset[str]:
        return frozenset(self.stems)

    @cached_property
    def figures(self) -> Figures:
        return figures_of(self._words, self._lang)


def _overlap(words: Sequence[Word], stems: Sequence[str], bridge: Bridge, *, share: float) -> tuple[float, float]:
    """How much two texts have in common, 0 to 1, and how much that is in all."""
    present = frozenset(stems)
    if not words or not present:
        return 0.0, 0.0
    hit: dict[str, float] = {}
    found = total = 0.0
    for word in words:
        total += word.weight
        best = max((sure for stem, sure in word.stems.items() if stem in present), default=0.0)
        found += word.weight * best
        for stem, sure in word.stems.items():
            if stem in present:
                hit[stem] = max(hit.get(stem, 0.0), sure)
    everything = sum(bridge.rarity(stem) for stem in present)
    answered = sum(bridge.rarity(stem) * sure for stem, sure in hit.items())
    forward = found / total if total else 0.0
    backward = min(1.0, answered / (everything * share)) if everything else 0.0
    return (forward * backward) ** 0.5, found


def _elsewhere(words: Sequence[Word], present: frozenset[str]) -> float:
    return sum(word.weight for word in words if word.stems and present.isdisjoint(word.stems))


def _share(looked: Looked, bridge: Bridge) -> float:
    return 1.0 if looked.lang == bridge.lang else _KNOWN_SHARE


def _length(looked: Looked, candidate: Candidate) -> float:
    """How much longer or shorter it is than a translation of its length would be."""
    one = len(looked.translation or looked.said) + 8
    return max(0.0, abs(log((len(candidate.words) + 8) / one)) - 0.25)


def best_first(scored: Iterable[Scored]) -> list[Scored]:
    """By score; of equals the one that begins first and is shorter."""
    return sorted(scored, key=lambda one: (-round(one.logit, 6), one.candidate.start, one.candidate.end))


def nearness(one: str, other: str) -> float:
    """How alike two texts of one language are as they are written, 0 to 1."""
    return fuzz.token_sort_ratio(one.lower(), other.lower()) / 100
