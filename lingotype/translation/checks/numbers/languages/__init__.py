"""Words for numbers, one file a language. A new language is one file and one line here."""

from collections.abc import Mapping

from lingotype.translation.checks.numbers.languages.az import AZ
from lingotype.translation.checks.numbers.languages.be import BE
from lingotype.translation.checks.numbers.languages.en import EN
from lingotype.translation.checks.numbers.languages.es import ES
from lingotype.translation.checks.numbers.languages.he import HE
from lingotype.translation.checks.numbers.languages.ru import RU
from lingotype.translation.checks.numbers.languages.uk import UK
from lingotype.translation.checks.numbers.table import Table

TABLES: Mapping[str, Table] = {"az": AZ, "be": BE, "en": EN, "es": ES, "he": HE, "ru": RU, "uk": UK}
