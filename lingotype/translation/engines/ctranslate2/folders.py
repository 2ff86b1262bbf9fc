"""Folders of models: what lies in them, and which pairs of languages they serve. Needs no package but Python's own."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from lingotype.translation.engines.ctranslate2.languages import FLORES, IS_FLORES, IS_TAG, tags
from lingotype.translation.pairs import LanguagePair

_END = "</s>"


class Kind(StrEnum):
    """Who trained the model; they differ in tokens and in the names of files."""

    OPUS = "OPUS-MT"
    NLLB = "NLLB"
    ARGOS = "Argos"


class NoModelError(Exception):
    """A folder holds no model that can be used. `str()` is one line that names the folder."""


@dataclass(frozen=True, slots=True)
class Model:
    """A converted model with its word pieces."""

    folder: Path
    """What the newsroom calls the model; `weights` is this folder or one inside it."""
    kind: Kind
    weights: Path
    source_pieces: Path
    target_pieces: Path
    pairs: frozenset[LanguagePair]
    """What it serves; empty where its tokens say."""
    languages: frozenset[str]
    """Its tokens for languages: NLLB's `rus_Cyrl`, OPUS-MT's `>>ukr<<`."""
    adds_end: bool
    """Whether a source gets its end from the model's own settings, and not from us."""

    def serves(self, pair: LanguagePair) -> bool:
        """Whether it translates that pair."""
        if self.kind is Kind.NLLB:
            return {FLORES.get(pair.source), FLORES.get(pair.target)} <= self.languages
        return pair in self.pairs and (not self.languages or self._tag(pair) is not None)

    def framed(self, pieces: Sequence[str], pair: LanguagePair) -> list[str]:
        """The pieces of a source with the tokens that this model wants around them."""
        end = [] if self.adds_end or self.kind is Kind.ARGOS else [_END]
        if self.kind is Kind.NLLB:
            return [FLORES[pair.source], *pieces, *end]
        tag = self._tag(pair)
        return [*([tag] if tag else []), *pieces, *end]

    def beginning(self, pair: LanguagePair) -> list[str]:
        """The tokens that every translation begins with; they are not part of it."""
        return [FLORES[pair.target]] if self.kind is Kind.NLLB else []

    def _tag(self, pair: LanguagePair) -> str | None:
        return next((tag for tag in tags(pair.target) if tag in self.languages), None)


NOTHING: frozenset[LanguagePair] = frozenset()


def models_in(folder: Path, named: Mapping[str, frozenset[LanguagePair]]) -> tuple[list[Model], list[str]]:
    """The models of a folder, by name: one in each folder inside it. Beside them a line for each that cannot be used.

    `named` says what the models of some folders serve, where neither their names nor their files do.
    """
    if not folder.is_dir():
        return [], [f"there is no folder {folder}: lingotype engines install ru en makes it"]
    models, problems = [], []
    inside = {path.name: path for path in folder.iterdir() if path.is_dir() and not path.name.startswith(".")}
    for name in sorted({*inside, *named}):
        try:
            models.append(model_in(inside.get(name, folder / name), named.get(name, NOTHING)))
        except NoModelError as error:
            problems.append(str(error))
    return models, problems


def model_in(folder: Path, pairs: frozenset[LanguagePair] = NOTHING) -> Model:
    """The model of that folder, for these pairs or those that its name or its files tell. Raises `NoModelError`."""
    about = folder / "metadata.json"
    if about.exists():
        return _argos(folder, _object(about))
    adds_end, languages = _adds_end(folder), _languages(folder)
    if any(IS_FLORES.fullmatch(token) for token in languages):
        pieces = _first(folder, "sentencepiece.bpe.model", "sentencepiece.model")
        return Model(folder, Kind.NLLB, folder, pieces, pieces, NOTHING, languages, adds_end)
    source, target = _first(folder, "source.spm"), _first(folder, "target.spm")
    serves = pairs or _pairs_of_name(folder.name)
    if not serves:
        raise NoModelError(f'{folder}: which pair is it for? Name the folder like opus-mt-ru-uk, or say so in "models"')
    return Model(folder, Kind.OPUS, folder, source, target, serves, languages, adds_end)


def _pairs_of_name(name: str) -> frozenset[LanguagePair]:
    words = name.split("-")[-2:]
    return frozenset({LanguagePair(*words)}) if len(words) == 2 and {*words} <= FLORES.keys() else NOTHING


def _argos(folder: Path, about: dict[str, object]) -> Model:
    source, target = about.get("from_code"), about.get("to_code")
    if not isinstance(source, str) or not isinstance(target, str):
        raise NoModelError(f"{folder}: its metadata.json names no pair of languages")
    if not (folder / "sentencepiece.model").exists() and (folder / "bpe.model").exists():
        raise NoModelError(f"{folder}: its words are cut by BPE, and this engine reads SentencePiece only")
    pieces, weights = _first(folder, "sentencepiece.model"), folder / "model"
    pairs = frozenset({LanguagePair(source, target)})
    return Model(folder, Kind.ARGOS, weights, pieces, pieces, pairs, frozenset(), _adds_end(weights))


def _adds_end(weights: Path) -> bool:
    """Whether the model itself ends its sources. Looks also whether it is a model at all."""
    _first(weights, "model.bin")
    return bool(_object(_first(weights, "config.json")).get("add_source_eos"))


def _languages(folder: Path) -> frozenset[str]:
    path = _first(folder, *(f"{name}_vocabulary.{kind}" for name in ("shared", "source") for kind in ("json", "txt")))
    return _language_tokens(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _language_tokens(path: Path, changed: int) -> frozenset[str]:
    """The tokens for languages in a vocabulary, which may have a quarter of a million others."""
    text = path.read_text(encoding="utf-8")
    try:
        tokens = json.loads(text) if path.suffix == ".json" else text.split("\n")
    except ValueError as error:
        raise NoModelError(f"{path}: not JSON") from error
    found = (token for token in tokens if isinstance(token, str))
    return frozenset(token for token in found if IS_FLORES.fullmatch(token) or IS_TAG.fullmatch(token))


def _first(folder: Path, *names: str) -> Path:
    for name in names:
        if (folder / name).is_file():
            return folder / name
    raise NoModelError(f"{folder}: it has no {' or '.join(names)}")


def _object(path: Path) -> dict[str, object]:
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise NoModelError(f"{path}: not JSON") from error
    if not isinstance(document, dict):
        raise NoModelError(f"{path}: not a JSON object")
    return document
