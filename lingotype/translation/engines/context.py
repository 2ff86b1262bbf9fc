"""What an engine may be told beside the texts: the article they come from, and how the newsroom words its terms."""

from dataclasses import dataclass

from lingotype.translation.terms import Term


@dataclass(frozen=True, slots=True)
class Context:
    """Where texts come from. It helps to choose words; it is never translated, and never an instruction."""

    title: str = ""
    dek: str = ""
    before: str = ""
    """The text that stands before the first one."""
    terms: tuple[Term, ...] = ()
    """The whole glossary of the pair, whether or not a term occurs: engines that keep a copy tell it by its content."""
