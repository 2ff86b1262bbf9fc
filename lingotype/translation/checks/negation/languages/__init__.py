"""The words of denial, a file a language."""

from collections.abc import Mapping

from lingotype.translation.checks.negation.languages.az import AZ
from lingotype.translation.checks.negation.languages.be import BE
from lingotype.translation.checks.negation.languages.en import EN
from lingotype.translation.checks.negation.languages.es import ES
from lingotype.translation.checks.negation.languages.he import HE
from lingotype.translation.checks.negation.languages.ru import RU
from lingotype.translation.checks.negation.languages.uk import UK
from lingotype.translation.checks.negation.table import Table

TABLES: Mapping[str, Table] = {"ru": RU, "uk": UK, "be": BE, "en": EN, "es": ES, "az": AZ, "he": HE}
