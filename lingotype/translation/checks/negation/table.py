"""A language's words of denial, as its file under `languages/` gives them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_NEVER = "(?!)"


@dataclass(frozen=True, slots=True)
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
    denies: re.Pattern[str] = field(init=False, repr=False)
    refuses: re.Pattern[str] = field(init=False, repr=False)
    idiom: re.Pattern[str] = field(init=False, repr=False)
    is_negative: re.Pattern[str] = field(init=False, repr=False)
    may_be_negative: re.Pattern[str] = field(init=False, repr=False)

    says_not_only: re.Pattern[str] = field(init=False, repr=False)
    says_only: re.Pattern[str] = field(init=False, repr=False)
    needs_partner: re.Pattern[str] = field(init=False, repr=False)
    is_partner: re.Pattern[str] = field(init=False, repr=False)
    is_without: re.Pattern[str] = field(init=False, repr=False)
    meanings: Mapping[str, re.Pattern[str]] = field(init=False, repr=False)
    denied: Mapping[str, re.Pattern[str]] = field(init=False, repr=False)
    reversed: Mapping[str, re.Pattern[str]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "denies", _compiled(self.denials))
        object.__setattr__(self, "refuses", _compiled(self.refusals))
        object.__setattr__(self, "idiom", _compiled(self.idioms))
        object.__setattr__(self, "is_negative", _compiled(self.negative))
        object.__setattr__(self, "may_be_negative", _compiled(self.loose))
        object.__setattr__(self, "needs_partner", _compiled(self.pronouns or _NEVER))
        object.__setattr__(self, "is_partner", _compiled(self.partners or _NEVER))
        object.__setattr__(self, "says_not_only", _compiled(self.not_only or _NEVER))
        object.__setattr__(self, "says_only", _compiled(self.only or _NEVER))
        meanings = {meaning: _compiled(words) for meaning, words in self.opposites.items()}
        object.__setattr__(self, "meanings", meanings)
        object.__setattr__(self, "is_without", _compiled(self.without or _NEVER))
        bare = {meaning: _compiled(words) for meaning, words in self.reversals.items()}
        object.__setattr__(self, "reversed", bare)
        denied = {meaning: re.compile(rf"{self.denies.pattern}\s+{words.pattern}") for meaning, words in bare.items()}
        object.__setattr__(self, "denied", denied)


def _compiled(words: str) -> re.Pattern[str]:
    """One pattern for all the words; the longest idiom comes first."""
    patterns = sorted(words.split(), key=lambda word: -len(word))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_as_pattern, patterns))})")


def _as_pattern(word: str) -> str:
    pattern = word.replace("_", r"\s+")
    return pattern.removesuffix("…") if pattern.endswith("…") else rf"{pattern}(?!\w)"
