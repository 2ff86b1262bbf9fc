"""Languages told apart: has everything been translated, and into the language asked for?"""

from lingotype.translation.checks.untranslated.check import Untranslated

__all__ = ["Untranslated"]
