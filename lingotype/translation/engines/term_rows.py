"""The newsroom's terms as services keep them: pairs of words, each source once."""

from collections.abc import Iterable

from lingotype.translation.terms import Term

_LONGEST = 1_024
"""Bytes of a term that services take."""


def term_rows(terms: Iterable[Term]) -> list[tuple[str, str]]:
    """Source and target of each agreed term, in a steady order; of several with one source the first counts.

    A service puts a term's words wherever its source stands, whatever is meant there. So usual names that nobody has
    decided on are left out: May is a month, and a verb.
    """
    agreed = [term for term in terms if not term.is_advice]
    rows = {" ".join(term.source.split()): " ".join(term.target.split()) for term in reversed(agreed)}
    return sorted((source, target) for source, target in rows.items() if _fits(source) and _fits(target))


def _fits(words: str) -> bool:
    return 0 < len(words.encode()) <= _LONGEST
