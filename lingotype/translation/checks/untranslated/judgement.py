"""Whether a stretch of a translation was left in another language."""

from collections.abc import Iterable, Sequence

from lingotype.translation.checks.base import Severity
from lingotype.translation.checks.untranslated import evidence
from lingotype.translation.checks.untranslated.runs import script_of
from lingotype.translation.checks.untranslated.words import Word

_SURE, _SURE_OF_DISTANT, _UNLIKELY = 0.9, 0.4, 0.05
"""What a language model must give the source's language, and leave the other, to be believed without other evidence."""
_CERTAIN, _IMPOSSIBLE = 0.97, 0.01
"""The same for a language that neither the source nor the translation should be in."""
_FEWEST_LETTERS = 12
"""Letters below which a language model alone says nothing."""
_CLAUSE_LETTERS, _CLAUSE_WORDS = 24, 4
"""What a clause must have before it is said to be in a language nobody asked for."""
_LIKELY, _LESS_LIKELY = 0.6, 3
"""What a language model must give another language, and how many times what it gives the translation's own, where
every small word, letter and ending that tells the two apart is that language's."""
_CLOSE_LETTERS, _CLOSE_WORDS = 16, 3
"""What a clause must have for that."""
_SMALL_WORDS = 2
"""Small words and letters of a distant language that are enough, without one of the translation's."""
_MANY_WORDS = 6
"""Words that are enough for that where no table says which small words are that language's own."""
_A_PHRASE = 3
"""Words in Latin letters, names left out, that nobody leaves in a text of another script."""
_TITLE = 5
"""Words that a title left in quotation marks may have."""
_COMMONEST = ("en", "es", "pt")
"""Languages that an engine falls back to, whatever it was asked for."""
_TITLES_IN_CAPITALS = frozenset({"en"})


class Judgement:
    """Tells the languages of one pair apart."""

    def __init__(self, source: str, target: str, site_languages: Iterable[str]) -> None:
        self.source, self.target = source, target
        self.scripts_differ = script_of(source) != script_of(target)
        told = evidence.candidates({source, target, *site_languages})
        self.languages = frozenset(code for code in told if script_of(code) == script_of(target))
        self.sources = frozenset(code for code in told if script_of(code) == script_of(source))

    def left_over(self, run: Sequence[Word]) -> Severity | None:
        """How bad it is that the run stands in the translation, if it is still in the source's language."""
        common = [word for word in run if not word.is_name]
        if self.scripts_differ and script_of(self.source) != "Latn":
            # No name stays in Cyrillic or Hebrew letters in a text that has others.
            return Severity.ERROR if len(run) > 1 else Severity.WARNING
        if self.scripts_differ and len(common) >= _A_PHRASE and self._has_content(common):
            return Severity.WARNING if self._may_be_title(run) else Severity.ERROR
        if len(common) < 2 or not self._has_content(common) or not self._is_source(common):
            return None
        return Severity.WARNING if self._may_be_title(run) or self._may_be_shared(common) else Severity.ERROR

    def is_in_source(self, words: Iterable[Word]) -> bool:
        """Whether these words, names left out, are the source's language and not the translation's."""
        common = [word for word in words if not word.is_name]
        return len(common) > 1 and self._has_content(common) and self._is_source(common)

    def _has_content(self, words: Iterable[Word]) -> bool:
        """Whether a word is neither small nor capitalised: “Joint Aid for Dogs” is a name throughout."""
        small = evidence.SMALL_WORDS.get(self.source, frozenset())
        return any(word.key not in small and (word.text.islower() or word.text.isupper()) for word in words)

    def _is_source(self, words: Sequence[Word]) -> bool:
        keys = [word.key for word in words]
        by_letters, by_words = evidence.votes(keys, self.source, self.target)
        against = sum(evidence.votes(keys, self.target, self.source))
        if against > by_letters + by_words:
            return False
        if not against and by_letters + by_words >= _SMALL_WORDS:
            return True
        text = " ".join(keys)
        likely = evidence.confidence(text, self.sources)
        own, other = likely.get(self.source, 0.0), likely.get(self.target, 0.0)
        if by_letters or by_words:
            return own > other or (against == 0 and own > _UNLIKELY)
        sure = _SURE if evidence.are_close(self.source, self.target) else _SURE_OF_DISTANT
        return own >= sure and other <= _UNLIKELY and len(text) >= _FEWEST_LETTERS

    def _may_be_shared(self, words: Sequence[Word]) -> bool:
        """Whether two words may be the same in both languages: “дорогих марок” is Russian and Ukrainian."""
        keys = [word.key for word in words]
        if len(keys) > 2 or not evidence.are_close(self.source, self.target):
            return False
        has_own = any(evidence.votes(keys, self.source, self.target))
        return not has_own and not evidence.has_endings(keys, self.source, self.target)

    def _may_be_title(self, run: Sequence[Word]) -> bool:
        return (
            self.source not in _TITLES_IN_CAPITALS
            and run[0].is_quoted
            and len(run) <= _TITLE
            and run[0].text[0].isupper()
        )

    def _is_full_of(self, keys: Sequence[str], other: str) -> bool:
        """Whether every third word is a small word of the other language, and none is the translation's."""
        by_words = evidence.votes(keys, other, self.target)[1]
        return by_words >= max(_CLOSE_WORDS, len(keys) / 3) and not any(evidence.votes(keys, self.target, other))

    def _is_in_neighbour(self, keys: Sequence[str], other: str) -> bool:
        """Whether small words, letters and endings are a close language's, and none the translation's."""
        return (
            any(evidence.votes(keys, other, self.target))
            and evidence.has_endings(keys, other, self.target)
            and not any(evidence.votes(keys, self.target, other))
            and not evidence.has_endings(keys, self.target, other)
        )

    def elsewhere(self, clause: Sequence[Word]) -> str:
        """The code of the language that the clause is in, if that is surely not the translation's."""
        keys = [word.key for word in clause if not word.is_name]
        text = " ".join(keys)
        if len(keys) < _CLOSE_WORDS or len(text) < _CLOSE_LETTERS:
            return ""
        by_words = (code for code in _COMMONEST if code != self.target and self._is_full_of(keys, code))
        neighbours = sorted(code for code in self.languages - {self.target} if evidence.are_close(code, self.target))
        by_endings = (code for code in neighbours if self._is_in_neighbour(keys, code))
        told = next(by_words, "") or next(by_endings, "")
        return told or self._by_model(keys)

    def _by_model(self, keys: Sequence[str]) -> str:
        """What the language model says, where it is sure and the small words do not contradict it."""
        text = " ".join(keys)
        likely = evidence.confidence(text, self.languages)
        best = max(likely, key=lambda code: likely[code], default=self.target)
        if best == self.target:
            return ""
        own, other = likely.get(self.target, 0.0), likely[best]
        for_target = sum(evidence.votes(keys, self.target, best))
        for_best = sum(evidence.votes(keys, best, self.target))
        if not for_target and other >= _LIKELY and other > own * _LESS_LIKELY:
            is_close = evidence.are_close(best, self.target)
            if for_best >= _SMALL_WORDS or (is_close and (for_best or evidence.has_endings(keys, best, self.target))):
                return best
        if len(keys) < _CLAUSE_WORDS or len(text) < _CLAUSE_LETTERS or other < _CERTAIN or own > _IMPOSSIBLE:
            return ""
        if for_target and for_target >= for_best:
            return ""
        is_known = {best, self.target} <= evidence.SMALL_WORDS.keys()
        has_own = for_best > 0 if is_known else len(keys) >= _MANY_WORDS
        return best if has_own else ""
