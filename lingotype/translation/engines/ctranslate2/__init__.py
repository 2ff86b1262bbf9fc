"""Neural models on the newsroom's own machine, run by CTranslate2: OPUS-MT, NLLB, Argos."""

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from lingotype.translation.engines.base import Engine, EngineError
from lingotype.translation.engines.ctranslate2.folders import Model, models_in
from lingotype.translation.pairs import LanguagePair

PACKAGES = ("ctranslate2", "sentencepiece", "pysbd")
"""What the extra `lingotype[ctranslate2]` brings."""
COMPUTE_TYPES = ("default", "auto", "int8", "int8_float32", "int16", "float32")
"""What numbers a model is computed with: `int8` takes a quarter of the memory of `float32`, and less time."""
DEFAULT_FOLDER = "models"


class CTranslate2(Engine):
    """Converted models in a folder of the newsroom, one in each folder inside it. Nothing leaves the machine."""

    leaves_newsroom = False
    max_texts = 200
    max_characters = 20_000

    def __init__(self, name: str, options: Mapping[str, object]) -> None:
        super().__init__(name, options)
        self._path = self.options.text("folder", DEFAULT_FOLDER)
        self.named = self._folders_by_name()
        self.threads = self.options.count("threads", 1, at_most=256) if self.options.has("threads") else 0
        self.beam_size = self.options.count("beam_size", 4, at_most=64)
        self.compute_type = self.options.choice("compute_type", COMPUTE_TYPES)

    @property
    def models_folder(self) -> Path:
        """Where the models lie."""
        return self.folder / self._path

    def can_translate(self, pair: LanguagePair) -> bool:
        """Whether the packages are there and a model serves the pair."""
        return not _missing_packages() and self.model_for(pair) is not None

    def model_for(self, pair: LanguagePair) -> Model | None:
        """The model of a pair: the one that the settings name, else one for few pairs, else one for many."""
        models, _ = self.look()
        serving = [model for model in models if model.serves(pair)]
        return min(
            serving,
            key=lambda model: (pair not in self.named.get(model.folder.name, ()), not model.pairs),
            default=None,
        )

    def look(self) -> tuple[list[Model], list[str]]:
        """The models of the folder, and a line for each that cannot be used."""
        return models_in(self.models_folder, self.named)

    def translate(self, texts: Sequence[str], pair: LanguagePair) -> list[str]:
        """The texts, which are plain, in the same order; the same texts come out the same every time."""
        if missing := _missing_packages():
            raise self._error(missing, pair)
        model = self.model_for(pair)
        if model is None:
            raise self._error(f"no model in {self.models_folder} translates this pair", pair)
        # Imported here, because the packages are optional and take half a second.
        from lingotype.translation.engines.ctranslate2.loaded import Load, ModelFailedError, load

        try:
            loaded = load(model, Load(self.threads, self.beam_size, self.compute_type))
            return list(loaded.translate(texts, pair))
        except ModelFailedError as error:
            raise self._error(str(error), pair) from error

    def problems(self) -> list[str]:
        """Whether the packages and the models are there."""
        if missing := _missing_packages():
            return [missing]
        models, problems = self.look()
        return problems if models or problems else [f"{self.models_folder} is empty: lingotype engines install ru en"]

    def _folders_by_name(self) -> dict[str, frozenset[LanguagePair]]:
        """The option `models`: folders by pair, such as "ru-uk=opus-mt-zle"."""
        found: dict[str, frozenset[LanguagePair]] = {}
        for text in self.options.texts("models"):
            codes, _, folder = text.partition("=")
            source, _, target = codes.partition("-")
            if not (source and target and folder) or Path(folder).name != folder:
                raise self.options.wrong(f'"models" must hold texts like "ru-uk=FOLDER", not {text!r}')
            found[folder] = found.get(folder, frozenset()) | {LanguagePair(source, target)}
        return found

    def _error(self, message: str, pair: LanguagePair) -> EngineError:
        return EngineError(message, engine=self.name, pair=pair)


def _missing_packages() -> str:
    missing = [name for name in PACKAGES if find_spec(name) is None]
    return f"{', '.join(missing)}: not installed; pip install 'lingotype[ctranslate2]' brings it" if missing else ""
