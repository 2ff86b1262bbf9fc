"""Words that templates need as whole phrases, because languages inflect them."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

# Translators: these stand inside "Read the original %(in_language)s"; give the phrase with its preposition and case.
IN_LANGUAGE: Mapping[str, Promise] = {
    "ru": pgettext_lazy("read the original …", "in Russian"),
    "en": pgettext_lazy("read the original …", "in English"),
    "uk": pgettext_lazy("read the original …", "in Ukrainian"),
    "be": pgettext_lazy("read the original …", "in Belarusian"),
    "az": pgettext_lazy("read the original …", "in Azerbaijani"),
    "es": pgettext_lazy("read the original …", "in Spanish"),
    "he": pgettext_lazy("read the original …", "in Hebrew"),
    "ar": pgettext_lazy("read the original …", "in Arabic"),
    "fa": pgettext_lazy("read the original …", "in Persian"),
    "bg": pgettext_lazy("read the original …", "in Bulgarian"),
    "kk": pgettext_lazy("read the original …", "in Kazakh"),
    "pl": pgettext_lazy("read the original …", "in Polish"),
    "pt": pgettext_lazy("read the original …", "in Portuguese"),
    "fr": pgettext_lazy("read the original …", "in French"),
    "de": pgettext_lazy("read the original …", "in German"),
    "it": pgettext_lazy("read the original …", "in Italian"),
    "tr": pgettext_lazy("read the original …", "in Turkish"),
    "ro": pgettext_lazy("read the original …", "in Romanian"),
}
