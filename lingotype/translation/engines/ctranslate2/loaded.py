"""Models in memory: each is loaded once a process, when it is first asked, and shared by all threads."""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import ctranslate2
import sentencepiece

from lingotype.translation.engines.base import Draft
from lingotype.translation.engines.ctranslate2.folders import Model
from lingotype.translation.engines.ctranslate2.sentences import Sentence, joined, sentences, short_enough
from lingotype.translation.pairs import LanguagePair

_BATCH_TOKENS = 2_048
"""Sentences are sorted by length and go through the model in batches of about so many tokens."""
_LONGEST_SENTENCE = 200
"""Tokens; these models were trained on shorter ones, and get worse, or forget half, long before their own limit."""


class ModelFailedError(Exception):
    """A model does not do its work. `str()` is one line."""


@dataclass(frozen=True, slots=True)
class Load:
    """How a model is loaded and asked."""

    threads: int
    beam_size: int
    compute_type: str


class LoadedModel:
    """A model with its word pieces, which translates texts. Safe between threads."""

    def __init__(self, model: Model, load: Load) -> None:
        """Reads it into memory. Raises `ModelFailedError`."""
        self._model = model
        self._beam_size = load.beam_size
        try:
            self._translator = ctranslate2.Translator(
                str(model.weights), device="cpu", inter_threads=1, intra_threads=load.threads,
                compute_type=load.compute_type,
            )  # fmt: skip
            self._source = sentencepiece.SentencePieceProcessor(model_file=str(model.source_pieces))
            self._target = sentencepiece.SentencePieceProcessor(model_file=str(model.target_pieces))
        except (RuntimeError, ValueError, OSError) as error:
            raise ModelFailedError(f"the model in {model.folder} cannot be read: {error}") from error

    def translate(self, texts: Sequence[str], pair: LanguagePair) -> list[Draft]:
        """The texts, in the same order, sentence by sentence. Raises `ModelFailedError`."""
        cut = [self._cut(text, pair.source) for text in texts]
        spoken = [part.text for parts in cut for part in parts if _has_letters(part.text)]
        answers = iter(self._say(spoken, pair) if spoken else ())
        return [_put_together(parts, answers) for parts in cut]

    def _cut(self, text: str, language: str) -> list[Sentence]:
        whole = sentences(text, language)
        return [part for sentence in whole for part in short_enough(sentence, self._size, _LONGEST_SENTENCE)]

    def _size(self, sentence: str) -> int:
        return len(self._source.encode(sentence))

    def _say(self, spoken: Sequence[str], pair: LanguagePair) -> list[Draft]:
        """Each of these sentences in the other language."""
        pieces = self._source.encode(list(spoken), out_type=str)
        framed = [self._model.framed(own, pair) for own in pieces]
        said = self._translate(framed, pair)
        endless = [number for number, answer in enumerate(said) if len(answer) >= _most(framed[number])]
        if endless:
            again = self._translate([framed[number] for number in endless], pair, no_repeat_ngram_size=3)
            for number, answer in zip(endless, again, strict=True):
                if len(answer) >= _most(framed[number]):
                    raise ModelFailedError(
                        f"the model in {self._model.folder} finds no end for {spoken[number][:60]!r}"
                    )
                said[number] = answer
        start = len(self._model.beginning(pair))
        drafts = [self._draft(answer[start:], own) for answer, own in zip(said, pieces, strict=True)]
        if lost := [sentence for sentence, draft in zip(spoken, drafts, strict=True) if not draft]:
            raise ModelFailedError(f"the model in {self._model.folder} says nothing for {lost[0][:60]!r}")
        return drafts

    def _translate(self, framed: list[list[str]], pair: LanguagePair, **more: int) -> list[list[str]]:
        beginning = self._model.beginning(pair)
        try:
            results = self._translator.translate_batch(
                framed, target_prefix=[beginning] * len(framed) if beginning else None,
                max_batch_size=_BATCH_TOKENS, batch_type="tokens", beam_size=self._beam_size, replace_unknowns=True,
                max_input_length=0, max_decoding_length=max(map(_most, framed)), **more,
            )  # fmt: skip
        except (RuntimeError, ValueError) as error:
            raise ModelFailedError(f"the model in {self._model.folder} failed: {error}") from error
        return [result.hypotheses[0] for result in results]

    def _draft(self, answer: list[str], source: list[str]) -> Draft:
        unknown = sum(self._source.piece_to_id(piece) == self._source.unk_id() for piece in source)
        # A piece that the target's pieces lack keeps its mark for a space.
        return Draft(self._target.decode(answer).replace("\u2581", " ").strip(), unknown)


_loaded: dict[tuple[Path, int, Load], LoadedModel] = {}
_loading = threading.Lock()


def load(model: Model, how: Load) -> LoadedModel:
    """The model in memory, which stays there. A folder with other weights is another model."""
    key = (model.weights, (model.weights / "model.bin").stat().st_mtime_ns, how)
    with _loading:
        if key not in _loaded:
            for stale in [known for known in _loaded if known[0] == model.weights and known[1] != key[1]]:
                del _loaded[stale]
            _loaded[key] = LoadedModel(model, how)
        return _loaded[key]


def _most(framed: Sequence[str]) -> int:
    """Tokens of a translation beyond which it will not end any more."""
    return 2 * len(framed) + 50


def _has_letters(text: str) -> bool:
    return any(character.isalpha() for character in text)


def _put_together(parts: Sequence[Sentence], answers: Iterator[Draft]) -> Draft:
    """A text from its sentences; those without letters stay as they are."""
    said = [next(answers) if _has_letters(part.text) else Draft(part.text) for part in parts]
    whole = joined([replace(part, text=str(draft)) for part, draft in zip(parts, said, strict=True)])
    return Draft(whole, sum(draft.unknown for draft in said))
