"""`lingotype engines list | install FROM TO`: the engines of the settings, and models for one's own machine."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn

from lingotype.config.command import BadInputError, NewsroomCommand
from lingotype.config.credentials import without_credentials
from lingotype.language.facts import LANGUAGES, unknown_language
from lingotype.translation import installed
from lingotype.translation.engines import Engine
from lingotype.translation.engines.ctranslate2 import DEFAULT_FOLDER, CTranslate2
from lingotype.translation.engines.ctranslate2.folders import Model, models_in
from lingotype.translation.engines.ctranslate2.install import INDEX_URL, CannotInstallError, Installed, install
from lingotype.translation.pairs import LanguagePair


class Command(NewsroomCommand):
    """Lists engines and models, or installs a model."""

    help = "List engines and models, or install a model."
    asks_engines = True

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to do, and with which pair."""
        super().add_arguments(parser)
        parser.add_argument("action", choices=("list", "install"))
        parser.add_argument("pair", nargs="*", metavar="FROM TO", help="two languages, for install")
        parser.add_argument("--index", default=INDEX_URL, metavar="URL", help="the list of published models")

    def run(self, options: dict[str, Any]) -> int:
        """List or install."""
        if options["action"] == "list":
            if options["pair"]:
                raise BadInputError("engines list takes no languages")
            self._list(options["json"])
        else:
            self._install(_pair(options["pair"]), options["index"], options["json"])
        return 0

    def _list(self, as_json: bool) -> None:
        engines = [installed.engine(name) for name in settings.LINGOTYPE.engines]
        models, problems = _models(engines)
        if as_json:
            rows = [_engine_row(engine) for engine in engines]
            self.print_json({"engines": rows, "models": [_model_row(model) for model in models]})
        else:
            for engine in engines:
                row = _engine_row(engine)
                where = "sends texts elsewhere" if engine.leaves_newsroom else "on this machine"
                print(
                    f"engine {engine.name}: {row['type']}; {where}; {', '.join(row['pairs']) or 'no pair of the site'}"
                )
            for model in models:
                print(f"model {model.folder.name}: {model.kind}; {', '.join(_served(model)) or 'pairs by its tokens'}")
        for problem in problems:
            print(problem, file=sys.stderr)

    def _install(self, pair: LanguagePair, index: str, as_json: bool) -> None:
        folder = _folders([installed.engine(name) for name in settings.LINGOTYPE.engines])[0]
        try:
            with _progress() as bar:
                task = bar.add_task(f"{pair.source} → {pair.target}", total=None)
                done = install(
                    pair, folder, index, lambda got, known: bar.update(task, completed=got, total=known or None)
                )
        except (CannotInstallError, OSError) as error:
            raise BadInputError(without_credentials(" ".join(str(error).split()))) from error
        if as_json:
            row = {"version": done.version, "sha256": done.sha256, "is_verified": done.is_verified}
            self.print_json(_model_row(done.model) | row)
        else:
            _tell(done, pair)


def _tell(done: Installed, pair: LanguagePair) -> None:
    print(f"{done.model.folder}: {done.model.kind} {done.version}, {pair.source} → {pair.target}")
    if done.is_verified:
        print(f"SHA-256 as published: {done.sha256}")
    else:
        print(f"The index publishes no checksum to compare with. SHA-256: {done.sha256}", file=sys.stderr)
    if not any(isinstance(installed.engine(name), CTranslate2) for name in settings.LINGOTYPE.engines):
        print('To use it, add to lingotype.toml: [engines.models] type = "ctranslate2", and a route', file=sys.stderr)


def _pair(codes: list[str]) -> LanguagePair:
    if len(codes) != 2 or codes[0] == codes[1]:
        raise BadInputError("engines install needs two languages: lingotype engines install ru en")
    for code in codes:
        if code not in LANGUAGES:
            raise BadInputError(f"language {code!r} is not known; {unknown_language(code)}")
    return LanguagePair(*codes)


def _folders(engines: list[Engine]) -> list[Path]:
    """The folders of models that the settings name; without any, the newsroom's own."""
    named = [engine.models_folder for engine in engines if isinstance(engine, CTranslate2)]
    return list(dict.fromkeys(named)) or [settings.LINGOTYPE.folder / DEFAULT_FOLDER]


def _models(engines: list[Engine]) -> tuple[list[Model], list[str]]:
    looks = [engine.look() for engine in engines if isinstance(engine, CTranslate2)]
    if not looks and _folders(engines)[0].is_dir():
        looks = [models_in(_folders(engines)[0], {})]
    models = {model.folder: model for found, _ in looks for model in found}
    return list(models.values()), [problem for _, problems in looks for problem in problems]


def _engine_row(engine: Engine) -> dict[str, Any]:
    newsroom = settings.LINGOTYPE
    pairs = [LanguagePair(source, target) for source in newsroom.editorial for target in newsroom.readers]
    served = [pair for pair in pairs if pair.source != pair.target and engine.can_translate(pair)]
    return {
        "name": engine.name,
        "type": newsroom.engines[engine.name]["type"],
        "leaves_newsroom": engine.leaves_newsroom,
        "pairs": [f"{pair.source}-{pair.target}" for pair in served],
    }


def _model_row(model: Model) -> dict[str, Any]:
    return {"folder": str(model.folder), "kind": model.kind, "pairs": _served(model)}


def _served(model: Model) -> list[str]:
    """The pairs of languages we know that a model serves."""
    pairs = [LanguagePair(source, target) for source in LANGUAGES for target in LANGUAGES if source != target]
    return [f"{pair.source}-{pair.target}" for pair in pairs if model.serves(pair)]


def _progress() -> Progress:
    """Bytes, on standard error; nothing where that is no terminal."""
    console = Console(stderr=True)
    return Progress(
        TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn(),
        console=console, disable=not console.is_terminal,
    )  # fmt: skip
