"""The engines that translate, a file each, by the vendor's name; `build` makes one from its table of settings."""

from collections.abc import Mapping
from importlib import import_module

from lingotype.translation.engines.base import Draft, Engine
from lingotype.translation.engines.errors import EngineError, EngineSettingsError

__all__ = ["BUILT_IN", "Draft", "Engine", "EngineError", "EngineSettingsError", "build"]

BUILT_IN: Mapping[str, str] = {
    "apertium": "lingotype.translation.engines.apertium.Apertium",
    "ctranslate2": "lingotype.translation.engines.ctranslate2.CTranslate2",
    "deepl": "lingotype.translation.engines.deepl.DeepL",
    "google": "lingotype.translation.engines.google.Google",
    "libretranslate": "lingotype.translation.engines.libretranslate.LibreTranslate",
    "openai": "lingotype.translation.engines.openai.OpenAI",
}
"""The types that ship with Lingotype, and the classes behind them."""


def build(name: str, options: Mapping[str, object]) -> Engine:
    """The engine that `[engines.<name>]` describes; `type` is a built-in name or the dotted path of an `Engine` class.

    Raises `EngineSettingsError` for a type that is not there and for wrong, missing or unknown options.
    """
    kind = options.get("type")
    if not isinstance(kind, str):
        raise EngineSettingsError(name, f'needs a "type": one of {", ".join(sorted(BUILT_IN))}, or a dotted path')
    engine = _load(name, kind)(name, options)
    engine.options.refuse_unknown()
    return engine


def _load(name: str, kind: str) -> type[Engine]:
    module, _, attribute = BUILT_IN.get(kind, kind).rpartition(".")
    if not module:
        known = ", ".join(sorted(BUILT_IN))
        raise EngineSettingsError(name, f'no engine has the type "{kind}"; there are {known}, or a dotted path')
    try:
        engine = getattr(import_module(module), attribute, None)
    except ImportError as error:
        raise EngineSettingsError(name, f'the type "{kind}" cannot be imported: {error}') from error
    if not (isinstance(engine, type) and issubclass(engine, Engine)):
        raise EngineSettingsError(name, f'the type "{kind}" is not an Engine')
    return engine
