"""How the editor's language writes numbers, money and time: Babel's table for it."""

from functools import cache

from babel import Locale
from babel.localedata import locale_identifiers
from django.utils.translation import get_language, to_locale


def editors_locale() -> Locale:
    """Babel's locale of the language that is active now."""
    return _locale(get_language() or "en")


@cache
def _locale(code: str) -> Locale:
    # Looking through every locale that there is takes a millisecond; a board has hundreds of numbers.
    return Locale.negotiate([to_locale(code)], locale_identifiers()) or Locale("en")
