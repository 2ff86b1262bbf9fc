"""From a word of the article to the words of the source that may be the same: by stem, dictionary, and sound."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log

from rapidfuzz import fuzz, process

from lingotype.language.facts import LANGUAGES
from lingotype.language.stems import stems, words_of
from lingotype.translation.checks.names.sounds import are_alike, sounds
from lingotype.translation.originals import dictionary
from lingotype.translation.originals.source import Source

_NEAR = 84
"""How alike two spellings of one stem are, of 100."""
_FEWEST_SOUNDS = 3
_STRICT = 0.55
"""What part of the usual difference in sound two words without capitals may have."""
_BY_DICTIONARY, _BY_SOUND, _BY_SPELLING = 0.95, 0.85, 0.8
_SHORT = 0.35
"""What a word of three letters or fewer counts: most say how, not what."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a quotation, and the source's stems that may be the same, each with how sure that is."""

    stem: str
    weight: float
    stems: Mapping[str, float]
    is_name: bool = False


class Bridge:
    """The words of one source, to be found from another language."""

    def __init__(self, source: Source) -> None:
        self.lang = source.lang
        self.atoms = [stems(source.text[atom.start : atom.end], source.lang) for atom in source.atoms]
        self.frequency: Counter[str] = Counter(stem for words in self.atoms for stem in set(words))
        self.count = max(len(self.atoms), 8)
        self._vocabulary = list(self.frequency)
        self._by_sound: defaultdict[str, list[str]] = defaultdict(list)
        for stem in self._vocabulary:
            for heard in sounds(stem, self.lang)[-1:]:
                if len(heard) >= _FEWEST_SOUNDS:
                    self._by_sound[heard[:1].lower()].append(stem)
        self._known: dict[tuple[str, str, bool], Mapping[str, float]] = {}

    def rarity(self, stem: str) -> float:
        """What a word of the source says: little where every second sentence has it, or it is short."""
        rare = log(1 + self.count / self.frequency.get(stem, 1))
        return rare * (_SHORT if len(stem) <= 3 and not stem.isdigit() else 1.0)

    def words(self, text: str, lang: str, *, is_translated: bool = False) -> list[Word]:
        """The words of a text, each with what it may be in the source."""
        found: list[Word] = []
        for written, stem in zip(words_of(text), stems(text, lang), strict=True):
            is_name = bool(found) and written[:1].isupper() and len(stem) > 2
            alike = self.alike(stem, lang, is_name=is_name)
            rare = max((self.rarity(one) for one in alike), default=self._unknown(stem, is_translated=is_translated))
            found.append(Word(stem, rare, alike, is_name))
        return found

    def alike(self, stem: str, lang: str, *, is_name: bool = False) -> Mapping[str, float]:
        """The source's stems that this one may be."""
        key = stem, lang, is_name
        if key not in self._known:
            self._known[key] = dict(self._alike(stem, lang, is_name=is_name))
        return self._known[key]

    def _alike(self, stem: str, lang: str, *, is_name: bool) -> Iterable[tuple[str, float]]:
        if stem in self.frequency:
            yield stem, 1.0
        if lang == self.lang:
            if stem not in self.frequency and len(stem) > 3:
                yield from self._spelt_alike(stem, self._vocabulary, _NEAR)
            return
        for other in dictionary.meanings(stem, lang, self.lang):
            if other in self.frequency:
                yield other, _BY_DICTIONARY
        heard = sounds(stem, lang)[-1]
        if len(heard) < _FEWEST_SOUNDS:
            return
        part = 1.0 if is_name else _STRICT
        for other in self._by_sound.get(heard[:1].lower(), ()):
            if are_alike(stem, lang, other, self.lang, part=part):
                yield other, 1.0 if is_name else _BY_SOUND
        if _script(lang) == _script(self.lang) and len(stem) > 4:
            yield from self._spelt_alike(stem, self._vocabulary, _NEAR - 6)

    def _spelt_alike(self, stem: str, among: list[str], cutoff: int) -> Iterable[tuple[str, float]]:
        for other, _, _ in process.extract(stem, among, scorer=fuzz.ratio, score_cutoff=cutoff, limit=4):
            yield other, _BY_SPELLING

    def _unknown(self, stem: str, *, is_translated: bool) -> float:
        """What a word counts that is nowhere in the source: an engine's word much, a retold one little."""
        usual = log(1 + self.count / 2) * (_SHORT if len(stem) <= 3 else 1.0)
        return usual * (0.6 if is_translated else 0.3)


def _script(lang: str) -> str:
    return LANGUAGES[lang].script if lang in LANGUAGES else "Latn"
