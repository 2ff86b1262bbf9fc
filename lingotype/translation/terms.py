"""What a newsroom has agreed to call things in its readers' languages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase of the glossary, for one pair of languages.

    The forms are inflected or other spellings besides `source` and `target`; what inflection does to the end of a word
    need not be listed. A term that is never translated stands in the translation as `source` is written.
    """

    source_lang: str
    target_lang: str
    source: str
    target: str
    source_forms: tuple[str, ...] = ()
    target_forms: tuple[str, ...] = ()
    never_translate: bool = False
    case_sensitive: bool = False
    """Whether the term is one only with these capitals: Совет the council, not совет the advice."""
    is_advice: bool = False
    """A usual name that nobody here has decided on: told to engines that can weigh it, demanded of none."""
