"""What the pipeline passes from stage to stage: each segment with its proposed translation and where that came from."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from wagtail.models import Locale

from lingotype.translation.checks.base import Finding
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.quotations import Said
from lingotype.translation.segments import ArticleTexts, Segment
from lingotype.translation.terms import Term


class Origin(StrEnum):
    """Who made a translation."""

    MANUAL = "manual"
    """A person: never overwritten, never judged by the gate."""
    MEMORY = "memory"
    """Made earlier for the same text."""
    ENGINE = "engine"
    """An engine, just now."""
    VERBATIM = "verbatim"
    """Nothing to translate: no letters, or words given as they are."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A segment and its translation, if there is one yet."""

    segment: Segment
    html: str | None = None
    origin: Origin | None = None
    engine: str = ""
    is_new: bool = False
    """Whether the table of translations has to be written."""
    row_id: int | None = None
    """The row of memory that it came from, in this very place of the article."""
    is_reviewed: bool = False
    """Whether a person has published it, for this very text in this very place."""
    findings: tuple[Finding, ...] = ()

    @property
    def is_by_machine(self) -> bool:
        """Whether an engine made it, now or earlier."""
        return self.origin in (Origin.ENGINE, Origin.MEMORY)

    def with_translation(self, html: str, origin: Origin, engine: str = "", *, is_new: bool = True) -> "Proposal":
        """This proposal with a translation."""
        return replace(self, html=html, origin=origin, engine=engine, is_new=is_new)


@dataclass(frozen=True, slots=True)
class Quoted:
    """The translation of a quotation's original words."""

    html: str
    engine: str
    findings: tuple[Finding, ...] = ()
    is_new: bool = False


def no_terms(_pair: LanguagePair) -> tuple[Term, ...]:
    """The glossary of a newsroom that has none."""
    return ()


@dataclass(frozen=True, slots=True)
class Work:
    """One article on its way into one language. Stages take one and give back another."""

    texts: ArticleTexts
    pair: LanguagePair
    target_locale: Locale
    proposals: tuple[Proposal, ...]
    engine: str = ""
    """The engine that translated what memory did not hold; empty when none was needed."""
    terms: tuple[Term, ...] = ()
    """The newsroom's glossary for this pair."""
    glossary: Callable[[LanguagePair], tuple[Term, ...]] = no_terms
    """The newsroom's glossary for any pair: a quotation's original may be in a third language. A query a call."""
    settled_corrections: frozenset[int] = frozenset()
    """Rows of memory that people wrote for texts that are gone, and that need no second look."""
    desk: tuple[str, ...] = ()
    """Why a person has to look, whatever the checks say."""
    given: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    """What stands in the quotations of a segment, by its index and their link ids: no engine is shown it."""
    quoted: Mapping[Said, Quoted] = field(default_factory=dict)
    """The originals of quotations that were translated directly."""
    quoted_by: Mapping[int, str] = field(default_factory=dict)
    """The engine that made words of a segment's quotations, by the segment's index."""
    quoted_findings: Mapping[int, tuple[Finding, ...]] = field(default_factory=dict)
    """What is wrong with those, by the index of the segment they stand in."""
    only_engine: str = ""
    """The engine that a person asked to make again all that no person wrote or published."""
    is_let_out: bool = False
    """Whether a person lets it out as it is held: nothing of it is made again."""

    @property
    def is_all_by_people(self) -> bool:
        """Whether no machine made any of it."""
        return all(proposal.origin in (Origin.MANUAL, Origin.VERBATIM) for proposal in self.proposals)

    @property
    def is_reviewed(self) -> bool:
        """Whether it is a machine's, and a person has published or made every text of it."""
        by_people = (Origin.MANUAL, Origin.VERBATIM)
        return not self.is_all_by_people and all(
            proposal.origin in by_people or proposal.is_reviewed for proposal in self.proposals
        )

    def with_translations(self, translations: Mapping[int, Proposal]) -> "Work":
        """This work with some proposals replaced, by their index."""
        proposals = tuple(translations.get(index, proposal) for index, proposal in enumerate(self.proposals))
        return replace(self, proposals=proposals)

    def open_indexes(self) -> Sequence[int]:
        """Indexes of the proposals that have no translation yet."""
        return [index for index, proposal in enumerate(self.proposals) if proposal.html is None]
