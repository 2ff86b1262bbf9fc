"""A real CTranslate2 model, small enough to be made by a test: a transformer whose weights are set by hand.

It has learned one thing: the word piece at a place of the translation is the capital form of the piece at that place
of the source. So every token that is lost, doubled, moved or cut off on the way shows in the text.

Its state has three parts, side by side: which piece, which place, which piece to say. Attention in the encoder and
among the decoder's own pieces is nothing; the decoder looks at the source's place that is its own (plus `shift`), and
copies which piece stands there into what it says.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import sentencepiece
from ctranslate2.specs.transformer_spec import TransformerSpec

SENTENCES = (
    "кот спит на окне и видит во сне старый дом у моря.",
    "сегодня утром паром вышел из гавани с опозданием на час.",
    "мэр сказал, что мост откроют в понедельник после ремонта.",
    "жители города ждали этого дня четырнадцать месяцев.",
    "цена билета не изменится: три доллара пятьдесят центов!",
    "кто заплатит за ремонт? совет гавани ответит в среду.",
)
SPECIAL = ("<unk>", "<s>", "</s>", "<pad>")
PLACES = 256
_SHARP = 30.0


LOUD = tuple(sentence.upper() for sentence in SENTENCES)


def train(path: Path, sentences: Sequence[str]) -> list[str]:
    """A SentencePiece model of those sentences; returns its pieces."""
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(sentences), model_prefix=str(path.with_suffix("")), vocab_size=150, minloglevel=2,
        hard_vocab_limit=False, character_coverage=1.0, num_threads=1,
    )  # fmt: skip
    path.with_suffix(".model").rename(path)
    path.with_suffix(".vocab").unlink()
    processor = sentencepiece.SentencePieceProcessor(model_file=str(path))
    return [processor.id_to_piece(number) for number in range(processor.get_piece_size())]


def make_model(
    folder: Path, pieces: Sequence[str], *, shift: int = 0, ends: bool = True, config: dict[str, object] | None = None
) -> None:
    """A converted model in that folder, with `shift` pieces at the start of the source that are not translated."""
    vocabulary = list(dict.fromkeys([*SPECIAL, *pieces, *(piece.upper() for piece in pieces)]))
    spec = TransformerSpec.from_config((1, 1), 1)
    size = len(vocabulary)
    width = size + PLACES + size
    _fill(spec, vocabulary, width)
    cross = spec.decoder.layer[0].attention
    place = slice(size, size + PLACES)
    say = slice(size + PLACES, width)
    looks = np.zeros((width, width), np.float32)
    looks[place, place] = _SHARP * np.eye(PLACES, k=-shift)
    there = np.zeros((2 * width, width), np.float32)
    there[place, place] = np.eye(PLACES)
    there[width + size + PLACES :, :size] = np.eye(size)
    cross.linear[0].weight, cross.linear[1].weight = looks, there
    cross.linear[2].weight = np.eye(width, dtype=np.float32)
    says = np.zeros((size, width), np.float32)
    for number, piece in enumerate(vocabulary):
        said = piece if piece in SPECIAL else piece.upper()
        target = said if ends or piece != "</s>" else pieces[-1].upper()
        says[vocabulary.index(target), say.start + number] = _SHARP
    spec.decoder.projection.weight = says
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.validate()
    folder.mkdir(parents=True, exist_ok=True)
    spec.save(str(folder))
    settings = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps(settings | (config or {})))


def _fill(spec: TransformerSpec, vocabulary: Sequence[str], width: int) -> None:
    """Everything but what the model knows: which piece stands where goes in, and nothing is done to it."""
    size = len(vocabulary)
    pieces = np.zeros((size, width), np.float32)
    pieces[:, :size] = np.eye(size)
    places = np.zeros((PLACES, width), np.float32)
    places[:, size : size + PLACES] = np.eye(PLACES)
    spec.encoder.embeddings[0].weight = spec.decoder.embeddings.weight = pieces
    for half in (spec.encoder, spec.decoder):
        half.scale_embeddings = False
        half.position_encodings.encodings = places
        _leave_as_it_is(half.layer_norm, width)
        layer = half.layer[0]
        for part in (layer.self_attention, layer.ffn):
            _leave_as_it_is(part.layer_norm, width)
        _nothing(layer.self_attention.linear[0], 3 * width, width)
        _nothing(layer.self_attention.linear[1], width, width)
        _nothing(layer.ffn.linear_0, 1, width)
        _nothing(layer.ffn.linear_1, width, 1)
    cross = spec.decoder.layer[0].attention
    _leave_as_it_is(cross.layer_norm, width)
    for linear, height in zip(cross.linear, (width, 2 * width, width), strict=True):
        _nothing(linear, height, width)
    _nothing(spec.decoder.projection, size, width)


def _leave_as_it_is(norm: object, width: int) -> None:
    norm.gamma, norm.beta = np.ones(width, np.float32), np.zeros(width, np.float32)


def _nothing(linear: object, height: int, width: int) -> None:
    linear.weight, linear.bias = np.zeros((height, width), np.float32), np.zeros(height, np.float32)


def make_opus(folder: Path, *, tags: Sequence[str] = (), **how: object) -> Path:
    """As ct2-transformers-converter leaves a Marian model of OPUS-MT; with tags, one that serves several languages."""
    folder.mkdir(parents=True)
    pieces = train(folder / "source.spm", SENTENCES + LOUD)
    train(folder / "target.spm", LOUD)
    config = {"decoder_start_token": "<pad>", "add_source_eos": False}
    make_model(folder, [*tags, *pieces], shift=1 if tags else 0, config=config, **how)
    return folder


def make_nllb(folder: Path) -> Path:
    """As ct2-transformers-converter leaves an NLLB model."""
    folder.mkdir(parents=True)
    pieces = train(folder / "sentencepiece.bpe.model", SENTENCES + LOUD)
    languages = ["rus_Cyrl", "ukr_Cyrl", "eng_Latn", "kmr_Latn"]
    make_model(folder, [*languages, *pieces], config={"decoder_start_token": "</s>", "add_source_eos": False})
    return folder


def make_argos(folder: Path, source: str = "ru", target: str = "en") -> Path:
    """As Argos packages a model."""
    (folder / "model").mkdir(parents=True)
    pieces = train(folder / "sentencepiece.model", SENTENCES + LOUD)
    make_model(folder / "model", pieces, config={"add_source_eos": True})
    about = {"package_version": "1.9", "from_code": source, "to_code": target, "from_name": "Russian"}
    (folder / "metadata.json").write_text(json.dumps(about))
    (folder / "README.md").write_text("# A tiny model\n")
    return folder


if __name__ == "__main__":
    make_argos(Path(sys.argv[1]))
