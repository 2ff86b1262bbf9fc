"""What families of models call the languages."""

import re
from collections.abc import Mapping

FLORES: Mapping[str, str] = {
    "ru": "rus_Cyrl", "en": "eng_Latn", "uk": "ukr_Cyrl", "be": "bel_Cyrl", "az": "azj_Latn", "es": "spa_Latn",
    "he": "heb_Hebr", "ar": "arb_Arab", "fa": "pes_Arab", "bg": "bul_Cyrl", "kk": "kaz_Cyrl", "pl": "pol_Latn",
    "pt": "por_Latn", "fr": "fra_Latn", "de": "deu_Latn", "it": "ita_Latn", "tr": "tur_Latn", "ro": "ron_Latn",
}  # fmt: skip
"""The tokens of NLLB, by our codes."""

IS_FLORES = re.compile(r"[a-z]{3}_[A-Z][a-z]{3}")
IS_TAG = re.compile(r">>\w+<<")
"""OPUS-MT's token for the language to translate into, where a model knows several."""

_OPUS: Mapping[str, tuple[str, ...]] = {
    "az": ("aze_Latn", "azj_Latn", "aze", "azj"), "ar": ("ara", "arb"), "fa": ("fas", "pes"), "kk": ("kaz_Cyrl", "kaz"),
}  # fmt: skip


def tags(code: str) -> tuple[str, ...]:
    """How OPUS-MT's models may tag a language, likeliest first."""
    three = FLORES[code][:3] if code in FLORES else code
    return tuple(f">>{name}<<" for name in (*_OPUS.get(code, ()), three, code))
