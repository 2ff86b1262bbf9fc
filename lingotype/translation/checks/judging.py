"""Every check, and a translation judged by all of them.

Apart from the package itself: the tables of all checks are many, and few commands need them.
"""

from collections.abc import Sequence
from itertools import islice

from lingotype.translation.checks.base import Check, Finding, Text
from lingotype.translation.checks.glossary import Glossary
from lingotype.translation.checks.length import Length
from lingotype.translation.checks.links import Links
from lingotype.translation.checks.markup import Markup
from lingotype.translation.checks.mojibake import Mojibake
from lingotype.translation.checks.names import Names
from lingotype.translation.checks.negation import Negation
from lingotype.translation.checks.numbers import Numbers
from lingotype.translation.checks.placeholder import Placeholder
from lingotype.translation.checks.punctuation import Punctuation
from lingotype.translation.checks.quotes import Quotes
from lingotype.translation.checks.repeated import Repeated
from lingotype.translation.checks.script import Script
from lingotype.translation.checks.truncated import Truncated
from lingotype.translation.checks.untranslated import Untranslated
from lingotype.translation.terms import Term

CHECKS: tuple[Check, ...] = (
    Markup(),
    Links(),
    Mojibake(),
    Script(),
    Untranslated(),
    Truncated(),
    Numbers(),
    Names(),
    Glossary(),
    Quotes(),
    Negation(),
    Punctuation(),
    Placeholder(),
    Repeated(),
    Length(),
)
"""Every check, in the order in which findings are told. A new check is one file and one line here."""

MOST_FINDINGS = 50
"""Findings of one check on one segment that are told; a text with more is broken as a whole."""


def judge(
    source: Text, target: Text, *, site_languages: Sequence[str] = (), terms: Sequence[Term] = ()
) -> list[Finding]:
    """The findings of every check on `target` as a translation of `source`, at most `MOST_FINDINGS` of each check.

    `site_languages` are the codes that the site publishes in: a text in one of them is told from its neighbours'.
    `terms` are the newsroom's glossary; give the same tuple for all texts, and it is made ready only once.
    """
    checks = (check.for_site(site_languages).with_terms(terms) for check in CHECKS)
    return [finding for check in checks for finding in islice(check.findings(source, target), MOST_FINDINGS)]
