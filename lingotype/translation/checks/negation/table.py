"""A language's words of denial, as its file under `languages/` gives them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

_NEVER = "(?!)"


@dataclass(frozen=True)
class Table:
    """How one language says no.

    Words are regular expressions for lower-case text with plain apostrophes, separated by spaces or line ends; `_`
    stands for any white space inside one. Each is matched as whole words; `…` at an end leaves that end open.
    """

    denials: str
    """Words that deny: another language must deny, too, or say it with a negative word."""
    idioms: str
    """Phrases with such a word that deny nothing, or that others put without one: “not only”, “не раз”."""
    refusals: str
    """Verbs that deny by themselves: "refused", "rejected", "banned". Another language says so or denies."""
    negative: str
    """Words of negative meaning: where the other text denies, they may stand for it ("refused", "without")."""
    loose: str
    """Words that answer for a denial that is new in a short sentence: “it is still early” for “ещё не вечер”."""
    opposites: Mapping[str, str]
    """Words by what they mean: “closed” answers for “not open”, but not for “not closed”."""
    pronouns: str = ""
    """Words that deny only together with a denied verb: “никто” says nothing without “не”."""
    partners: str = ""
    """What may stand with them."""
    not_only: str = ""
    """“Not only”: an idiom, but never to be answered by “only”."""
    only: str = ""
    without: str = ""
    """“Without”: it denies a thing beside a verb that is denied on its own."""
    reversals: Mapping[str, str] = field(default_factory=dict)
    """Words whose denial need not be one in another language, by what they mean: “did not rule out” is “allowed”."""

    # Compiled when they are first asked for: there are hundreds, and most commands judge nothing.

    @cached_property
    def denies(self) -> re.Pattern[str]:
        """`denials`."""
        return _compiled(self.denials)

    @cached_property
    def refuses(self) -> re.Pattern[str]:
        """`refusals`."""
        return _compiled(self.refusals)

    @cached_property
    def idiom(self) -> re.Pattern[str]:
        """`idioms`."""
        return _compiled(self.idioms)

    @cached_property
    def is_negative(self) -> re.Pattern[str]:
        """`negative`."""
        return _compiled(self.negative)

    @cached_property
    def may_be_negative(self) -> re.Pattern[str]:
        """`loose`."""
        return _compiled(self.loose)

    @cached_property
    def needs_partner(self) -> re.Pattern[str]:
        """`pronouns`."""
        return _compiled(self.pronouns or _NEVER)

    @cached_property
    def is_partner(self) -> re.Pattern[str]:
        """`partners`."""
        return _compiled(self.partners or _NEVER)

    @cached_property
    def says_not_only(self) -> re.Pattern[str]:
        """`not_only`."""
        return _compiled(self.not_only or _NEVER)

    @cached_property
    def says_only(self) -> re.Pattern[str]:
        """`only`."""
        return _compiled(self.only or _NEVER)

    @cached_property
    def is_without(self) -> re.Pattern[str]:
        """`without`."""
        return _compiled(self.without or _NEVER)

    @cached_property
    def meanings(self) -> Mapping[str, re.Pattern[str]]:
        """`opposites`."""
        return {meaning: _compiled(words) for meaning, words in self.opposites.items()}

    @cached_property
    def reversed(self) -> Mapping[str, re.Pattern[str]]:
        """`reversals`."""
        return {meaning: _compiled(words) for meaning, words in self.reversals.items()}

    @cached_property
    def denied(self) -> Mapping[str, re.Pattern[str]]:
        """`reversals` after a denial."""
        denial = self.denies.pattern
        return {meaning: re.compile(rf"{denial}\s+{words.pattern}") for meaning, words in self.reversed.items()}


def _compiled(words: str) -> re.Pattern[str]:
    """One pattern for all the words; the longest idiom comes first."""
    patterns = sorted(words.split(), key=lambda word: -len(word))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_as_pattern, patterns))})")


def _as_pattern(word: str) -> str:
    pattern = word.replace("_", r"\s+")
    return pattern.removesuffix("…") if pattern.endswith("…") else rf"{pattern}(?!\w)"
