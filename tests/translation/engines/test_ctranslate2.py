"""Real models, small ones: cut into pieces, translated, put together."""

import json
import os
import shutil
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from lingotype.translation.engines import Draft, EngineError, EngineSettingsError, build
from lingotype.translation.engines.ctranslate2 import CTranslate2, loaded
from lingotype.translation.markup import translate_segments
from lingotype.translation.pairs import LanguagePair
from tests.translation.engines.tiny_model import SENTENCES, make_argos, make_nllb, make_opus

RU_UK, RU_EN = LanguagePair("ru", "uk"), LanguagePair("ru", "en")
KINDS = {
    "opus": (lambda folder: make_opus(folder / "opus-mt-ru-uk"), RU_UK),
    "opus for several": (lambda folder: make_opus(folder / "opus-mt-ru-uk", tags=(">>bel<<", ">>ukr<<")), RU_UK),
    "nllb": (lambda folder: make_nllb(folder / "nllb-200"), RU_UK),
    "argos": (lambda folder: make_argos(folder / "ru-en"), RU_EN),
}


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A folder of models for each kind, made once."""
    made = {kind: tmp_path_factory.mktemp("models") for kind in KINDS}
    for kind, (make, _) in KINDS.items():
        make(made[kind])
    return made


@pytest.fixture
def folder(tmp_path: Path, folders: dict[str, Path]) -> Callable[..., Path]:
    """A newsroom's folder of a test's own, with the models of these kinds."""

    def build(*kinds: str) -> Path:
        for kind in kinds:
            shutil.copytree(folders[kind], tmp_path / "models", dirs_exist_ok=True)
        return tmp_path

    return build


def engine(newsroom: Path, **options: object) -> CTranslate2:
    made = CTranslate2("local", options)
    made.folder = newsroom
    return made


@pytest.fixture(params=KINDS)
def model(request: pytest.FixtureRequest, folders: dict[str, Path]) -> tuple[CTranslate2, LanguagePair]:
    return engine(Path(), folder=str(folders[request.param]), threads=1), KINDS[request.param][1]


def test_every_piece_comes_through_in_its_place(model: tuple[CTranslate2, LanguagePair]) -> None:
    local, pair = model
    texts = [*SENTENCES, "Кот спит. Дом у моря!  Мэр\nждал? Да.", " паром ", "", "3.50", "…"]
    answers = local.translate(texts, pair)
    assert answers == [text.upper() for text in texts]
    assert [draft.unknown for draft in answers if isinstance(draft, Draft)] == [0] * len(texts)


def test_many_texts_of_many_lengths_keep_their_order_and_come_out_the_same(
    model: tuple[CTranslate2, LanguagePair],
) -> None:
    local, pair = model
    words = " ".join(SENTENCES).replace(".", "").split()
    texts = [" ".join(words[number % 9 : number % 9 + number % 23 + 1]) for number in range(90)]
    first = local.translate_all(texts, pair)
    assert first == [text.upper() for text in texts]
    with ThreadPoolExecutor(3) as threads:
        assert list(threads.map(lambda _: local.translate_all(texts[:30], pair), range(3))) == [first[:30]] * 3


def test_a_sentence_that_is_too_long_is_cut_and_nothing_is_lost(model: tuple[CTranslate2, LanguagePair]) -> None:
    local, pair = model
    long = ", ".join(sentence.rstrip(".!?") for sentence in SENTENCES * 4) + "."
    assert local.translate([long], pair) == [long.upper()]


def test_segments_keep_their_tags(model: tuple[CTranslate2, LanguagePair]) -> None:
    local, pair = model
    html = ['кот <a id="a1">спит</a> на <b>окне</b>.', "цена &lt; три", "17:40", "дом<br/>моря"]
    expected = ['КОТ <a id="a1">СПИТ</a> НА <b>ОКНЕ</b>.', "ЦЕНА &lt; ТРИ", "17:40", "ДОМ<br/>МОРЯ"]
    assert translate_segments(local, html, pair) == expected
    assert not local.keeps_markup
    assert not local.leaves_newsroom


def test_what_the_model_cannot_read_is_counted_and_copied(folder: Callable[..., Path]) -> None:
    (draft,) = engine(folder("opus")).translate(["кот 🚢 спит."], RU_UK)
    assert draft == "КОТ 🚢 СПИТ."
    assert isinstance(draft, Draft)
    assert draft.unknown == 1


def test_a_model_that_finds_no_end_is_an_error(tmp_path: Path) -> None:
    make_opus(tmp_path / "models" / "opus-mt-ru-uk", ends=False)
    with pytest.raises(EngineError, match=r"engine local, ru→uk, .*finds no end for 'кот спит\.'") as raised:
        engine(tmp_path).translate_all(["кот спит."], RU_UK)
    assert not raised.value.retryable


def test_a_model_is_loaded_once_and_again_when_its_weights_change(folder: Callable[..., Path]) -> None:
    newsroom = folder("opus")
    local = engine(newsroom)
    local.translate(["кот."], RU_UK)
    weights = newsroom / "models" / "opus-mt-ru-uk"
    (first,) = [model for key, model in loaded._loaded.items() if key[0] == weights]
    engine(newsroom).translate(["дом."], RU_UK)
    assert [model for key, model in loaded._loaded.items() if key[0] == weights] == [first]
    os.utime(weights / "model.bin", (1, 1))
    local.translate(["дом."], RU_UK)
    (second,) = [model for key, model in loaded._loaded.items() if key[0] == weights]
    assert second is not first


def test_which_pairs_the_folder_serves(folder: Callable[..., Path]) -> None:
    local = engine(folder("opus for several", "nllb", "argos"))
    assert local.problems() == []
    expected = {
        "ru-uk": "opus-mt-ru-uk", "ru-en": "ru-en", "en-uk": "nllb-200", "uk-ru": "nllb-200", "ru-be": "", "en-xx": "",
    }  # fmt: skip
    assert {pair: served_by(local, *pair.split("-")) for pair in expected} == expected
    named = engine(local.folder, models=["ru-be=opus-mt-ru-uk", "ru-uk=nllb-200"])
    assert named.can_translate(LanguagePair("ru", "be"))
    assert served_by(named, "ru", "uk") == "nllb-200"


def served_by(local: CTranslate2, source: str, target: str) -> str:
    model = local.model_for(LanguagePair(source, target))
    return model.folder.name if model else ""


def test_problems_say_what_to_do(folder: Callable[..., Path], tmp_path: Path) -> None:
    assert "lingotype engines install ru en makes it" in engine(tmp_path).problems()[0]
    assert not engine(tmp_path).can_translate(RU_UK)
    with pytest.raises(EngineError, match=r"no model in .*models translates this pair"):
        engine(tmp_path).translate(["кот"], RU_UK)
    models = tmp_path / "models"
    models.mkdir()
    assert "is empty: lingotype engines install" in engine(tmp_path).problems()[0]
    folder("opus")
    (models / "opus-mt-ru-uk").rename(models / "zle")
    (models / "half").mkdir()
    (models / "bpe" / "model").mkdir(parents=True)
    (models / "bpe" / "metadata.json").write_text(json.dumps({"from_code": "ru", "to_code": "en"}))
    (models / "bpe" / "bpe.model").write_text("")
    (models / ".cache").mkdir()
    bpe, half, gone, nameless = engine(tmp_path, models=["ru-en=nowhere"]).problems()
    assert bpe.endswith("its words are cut by BPE, and this engine reads SentencePiece only")
    assert half.endswith("half: it has no model.bin")
    assert gone.endswith("nowhere: it has no model.bin")
    assert nameless.endswith('which pair is it for? Name the folder like opus-mt-ru-uk, or say so in "models"')


def test_without_the_packages_one_line_says_so(folder: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    local = engine(folder("opus"))
    monkeypatch.setitem(sys.modules, "sentencepiece", None)  # as Python has it where a package is absent
    said = "sentencepiece: not installed; pip install 'lingotype[ctranslate2]' brings it"
    assert local.problems() == [said]
    assert not local.can_translate(RU_UK)
    with pytest.raises(EngineError, match="sentencepiece: not installed"):
        local.translate(["кот"], RU_UK)


@pytest.mark.parametrize("name", ["model.bin", "source.spm"])
def test_a_broken_file_is_one_line(folder: Callable[..., Path], name: str) -> None:
    newsroom = folder("opus")
    (newsroom / "models" / "opus-mt-ru-uk" / name).write_bytes(b"broken")
    with pytest.raises(EngineError, match="opus-mt-ru-uk cannot be read: ") as raised:
        engine(newsroom).translate(["кот"], RU_UK)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"folder": ""}, '"folder" must be a text'),
        ({"models": ["ru-uk"]}, '"models" must hold texts like "ru-uk=FOLDER"'),
        ({"models": ["ru-uk=../../etc"]}, '"models" must hold texts like "ru-uk=FOLDER"'),
        ({"threads": 0}, '"threads" must be'),
        ({"beam_size": 0}, '"beam_size" must be'),
        ({"compute_type": "int4"}, '"compute_type" must be one of default, auto, int8'),
        ({"url": "http://x"}, 'does not know "url"'),
    ],
)
def test_wrong_settings(options: dict[str, object], said: str) -> None:
    with pytest.raises(EngineSettingsError, match=said):
        build("local", {"type": "ctranslate2", **options})
