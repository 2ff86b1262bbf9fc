"""How long a translation is to be expected."""

from lingotype.translation.checks.text import Text

_LENGTH = {
    # Characters a language needs for what English says in 1: rounded from the Universal Declaration of Human Rights.
    **dict.fromkeys(("ru", "uk", "be", "bg", "az", "tr", "kk", "pl"), 1.0),
    **dict.fromkeys(("es", "pt", "it", "fr", "de", "ro"), 1.12),
    **dict.fromkeys(("he", "ar", "fa"), 0.8),
}


def expected_length(source: Text, target: Text) -> float:
    """Characters that a translation of `source` into the language of `target` has on average."""
    return len(source.plain.strip()) * _LENGTH.get(target.language, 1.0) / _LENGTH.get(source.language, 1.0)
