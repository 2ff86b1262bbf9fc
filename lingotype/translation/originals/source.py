"""A source's text in the pieces that a quotation may be: sentences, and what stands in quotation marks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lingotype.translation.checks.quotes.marks import Quotation, marks_of
from lingotype.translation.checks.sentences import has_content, sentences_of
from lingotype.translation.originals.spoken import spoken_parts

LONGEST_PARAGRAPH = 4000
"""Characters; a longer one is cut after a sentence."""
MOST_ATOMS = 4000
_MOST_IN_A_RUN = 3
_LONGEST_GAP = 160
"""Characters between two parts of what one person says: “We are ready,” she said. “Begin.”"""
_FEWEST_IN_A_PART, _LONG = 3, 8
"""Words of a part of a sentence, and of a sentence that is looked at in parts."""
_JOINTS = re.compile(r"[,;:—–]\s+|\s+(?:and|but|because|и|но|а|і|й|але|та|y|pero|porque)\s+|\s[—–-]\s")
_WORD = re.compile(r"[^\W_]+")
_EDGES = '«»„“”‟"‘‚‹›״ \u00a0\n'


@dataclass(frozen=True, slots=True)
class Atom:
    """One sentence of a source, or the part of one that stands in quotation marks."""

    number: int
    start: int
    end: int
    paragraph: int
    stretch: int
    """Which quotation of the source it belongs to; -1 where it is the source's own words."""

    @property
    def is_quoted(self) -> bool:
        """Whether it stands in quotation marks."""
        return self.stretch >= 0


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words of the source that may be an original."""

    spans: tuple[tuple[int, int], ...]
    """Where they stand; two where who said it stands between."""
    words: str
    atoms: tuple[int, ...]
    is_quoted: bool
    is_part: bool = False
    """Whether a sentence was cut for it."""

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.spans[-1][1]


@dataclass(frozen=True, slots=True)
class Source:
    """A source's text, taken apart."""

    text: str
    lang: str
    atoms: tuple[Atom, ...]
    paragraphs: tuple[tuple[int, int], ...]
    stretches: tuple[tuple[int, int], ...]

    def paragraph_of(self, at: int) -> tuple[int, int]:
        """The paragraph around a place."""
        return next((span for span in self.paragraphs if span[0] <= at < span[1]), (at, at))


def source_of(text: str, lang: str) -> Source:
    """Take a text apart."""
    atoms: list[Atom] = []
    stretches: list[tuple[int, int]] = []
    paragraphs = list(_paragraphs(text))
    for number, (start, end) in enumerate(paragraphs):
        if len(atoms) >= MOST_ATOMS:
            break
        paragraph = text[start:end]
        quoted = [one for one in marks_of(paragraph, lang).quotations if _is_speech(one, paragraph)]
        pieces: list[tuple[int, int, int]] = []
        for one in quoted:
            for begin, stop in spoken_parts(paragraph, one.start, one.end):
                inner = paragraph[begin + (begin == one.start) : stop - (stop == one.end and one.is_closed)]
                pieces += [(a, b, len(stretches)) for a, b in _sentences(inner, start + begin + (begin == one.start))]
                stretches.append((start + begin, start + stop))
        own = _sentences(paragraph, start)
        pieces += [(a, b, -1) for a, b in own if not _has_speech(a - start, b - start, paragraph, quoted)]
        for a, b, stretch in sorted(pieces):
            atoms.append(Atom(len(atoms), a, b, number, stretch))
    return Source(text, lang, tuple(atoms), tuple(paragraphs), tuple(stretches))


def candidates_near(source: Source, atom: Atom, *, with_parts: bool) -> Iterator[Candidate]:
    """The atom itself, the runs that begin with it, and parts of it."""
    yield _candidate(source, [atom])
    run = [atom]
    for following in source.atoms[atom.number + 1 : atom.number + 8]:
        if len(run) == _MOST_IN_A_RUN:
            break
        if following.is_quoted != atom.is_quoted:
            continue
        if not _goes_on(source, run[-1], following):
            break
        run.append(following)
        yield _candidate(source, run)
    if with_parts:
        yield from _parts(source, atom)


def _candidate(source: Source, run: Sequence[Atom]) -> Candidate:
    spans = [[run[0].start, run[0].end]]
    for before, atom in pairwise(run):
        if atom.stretch == before.stretch:
            spans[-1][1] = atom.end
        else:
            spans.append([atom.start, atom.end])
    pieces = [_bare(source.text, start, end) for start, end in spans]
    words = [source.text[start:end] for start, end in pieces]
    for at in range(1, len(words)):
        words[at - 1] = _closed(words[at - 1], words[at])
    whole = " ".join(words)
    return Candidate(tuple(pieces), whole.rstrip(" ,;:") or whole, tuple(atom.number for atom in run), run[0].is_quoted)


def _closed(before: str, after: str) -> str:
    """The end of a sentence where the source has a comma only because it goes on to say who said it."""
    return f"{before[:-1]}." if before.endswith(",") and after[:1].isupper() else before


def _parts(source: Source, atom: Atom) -> Iterator[Candidate]:
    text = source.text[atom.start : atom.end]
    if len(_WORD.findall(text)) < _LONG:
        return
    joints = [*[(0, 0), *(found.span() for found in _JOINTS.finditer(text))][:12], (len(text), len(text))]
    for first, (_, begin) in enumerate(joints[:-1]):
        for end, _ in joints[first + 1 :]:
            is_all = first == 0 and end == len(text)
            if is_all or len(_WORD.findall(text[begin:end])) < _FEWEST_IN_A_PART:
                continue
            start, stop = _bare(source.text, atom.start + begin, atom.start + end)
            words = source.text[start:stop].rstrip(" ,;:")
            yield Candidate(((start, stop),), words, (atom.number,), atom.is_quoted, is_part=True)


def _goes_on(source: Source, before: Atom, atom: Atom) -> bool:
    if before.paragraph != atom.paragraph:
        return False
    if not atom.is_quoted:  # the source's own words end where somebody speaks
        return not source.text[before.end : atom.start].strip()
    return before.stretch == atom.stretch or atom.start - before.end <= _LONGEST_GAP


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without blanks and quotation marks around it; marks that belong inside stay."""
    while start < end and text[start] in _EDGES and text[start] not in _inner(text, start, end):
        start += 1
    while end > start and text[end - 1] in _EDGES and text[end - 1] not in _inner(text, start, end):
        end -= 1
    return start, end


def _inner(text: str, start: int, end: int) -> str:
    """Marks at an edge whose partner stands inside: “the ‘axis’” keeps its inner ones."""
    inside = text[start:end]
    pairs = ("“”", "‘’", "«»", "„“", "‹›")
    return "".join(pair for pair in pairs if pair[0] in inside and pair[1] in inside and not inside.isspace())


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.splitlines(keepends=True):
        start, end = at, at + len(line.rstrip())
        at += len(line)
        while end - start > LONGEST_PARAGRAPH:
            cut = max(text.rfind(f"{sign} ", start, start + LONGEST_PARAGRAPH) for sign in ".!?…”»")
            cut = cut + 1 if cut > start else start + LONGEST_PARAGRAPH
            yield start, cut
            start = cut
        if has_content(text[start:end]):
            yield start, end


def _sentences(text: str, offset: int) -> list[tuple[int, int]]:
    spans, at = [], 0
    for sentence in sentences_of(text):
        begin = at + len(sentence) - len(sentence.lstrip())
        at += len(sentence)
        if has_content(sentence):
            spans.append((offset + begin, offset + at))
    return spans


def _is_speech(one: Quotation, paragraph: str) -> bool:
    return has_content(paragraph[one.start : one.end]) and (not one.is_single or len(one.words(paragraph)) > 2)


def _has_speech(start: int, end: int, paragraph: str, quoted: Sequence[Quotation]) -> bool:
    """Whether somebody's words stand in the sentence: then they may be an original, and the sentence is none."""
    return any(start < one.end and one.start < end and len(one.words(paragraph)) > 2 for one in quoted)
