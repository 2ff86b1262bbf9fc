"""A language's words for numbers, as its file under `languages/` gives them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

Number = int | Fraction


@dataclass(frozen=True, slots=True)
class Table:
    """Words for numbers, units and dates of one language.

    Forms stand in one string, separated by spaces; `_` is a space inside a form. A form that ends with a key of
    `endings` stands for the stem with each of these endings, `0` for none. All in lower case, `ё` written as `е`.
    """

    endings: Mapping[str, str] = field(default_factory=dict)
    cardinals: Mapping[Number, str] = field(default_factory=dict)
    weak_cardinals: Mapping[Number, str] = field(default_factory=dict)
    """Cardinals that need not be numbers in another language ("one"), or that are other words too."""
    ordinals: Mapping[Number, str] = field(default_factory=dict)
    weak_ordinals: Mapping[Number, str] = field(default_factory=dict)
    """Ordinals that say other things too: "first of all", "in a second"."""
    hundreds: str = ""
    """A word that multiplies what stands before it by a hundred."""
    scales: Mapping[int, str] = field(default_factory=dict)
    """Thousand, million …: alone they are vague ("thousands of people")."""
    glued_scales: Mapping[int, str] = field(default_factory=dict)
    """Letters that are a scale only right after a digit: `250K`."""
    groups: Mapping[tuple[int, ...], str] = field(default_factory=dict)
    """Dozens, tens, decades: they multiply a number before them, by one of these values, and are vague alone."""
    fractions: Mapping[Number, str] = field(default_factory=dict)
    weak_fractions: Mapping[Number, str] = field(default_factory=dict)
    loose: Sequence[tuple[tuple[Number, ...], str]] = ()
    """Words that another language may put as a number ("both", "twice"), but that need not be one there."""
    measures: Sequence[tuple[Number, str, str]] = ()
    """Words that are a number and its unit in one: (number, unit, forms)."""
    prefixes: Mapping[Number, str] = field(default_factory=dict)
    """First parts of longer words: "three-storey" in one word. They are loose."""
    half_more: str = ""
    """"and a half"."""
    half: str = ""
    """A half that also says "and a half" right after a number."""
    has_capital_names: bool = False
    """Whether months and weekdays are written with a capital: "may" is no month."""
    months: Sequence[str] = ()
    weekdays: Sequence[str] = ()
    """From Monday on."""
    units: Mapping[str, str] = field(default_factory=dict)
    parts_of_day: Mapping[str, str] = field(default_factory=dict)
    """`am`, `pm`, `day` (noon to evening), `night`."""
    clock: Mapping[int, str] = field(default_factory=dict)
    """Words for a time of day, in minutes after midnight."""
    centuries: str = ""
    """Words beside which a Roman numeral is a number."""
    connectors: str = ""
    """Words between the two ends of a range, or the members of a list."""
    joins: str = ""
    """Words inside a number: "two hundred and five"."""
    join_rooms: tuple[int, ...] = ()
    """Below what the next part must be where such a word stands: 10 after "treinta y", 100 after "hundred and"."""
    articles: str = ""
    """Words between a fraction and what it divides: "half a million"."""
    suffixes: str = ""
    """Endings that pile up behind units and months where words are built so: faiz-i-dir."""
    ignored: str = ""
    """Phrases that hold a number word and mean none."""
    ten_after_unit: bool = False
    """Whether eleven to nineteen are the unit, then ten."""
    attached: str = ""
    """Letters that may stand before a word and belong to another one ("and", "in", "the")."""
