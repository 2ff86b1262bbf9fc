"""Finding the originals: invented retellings with known answers, with a real engine where there is one, and without.

`python -m benchmarks.originals [--tuning] [--show]`: each file of `originals/held_out` is a source and an article that
retells it in another language, with the exact words of the source that each quotation is, or none. Counted: of the
quotations that have an original, how often the first proposal is that sentence (half of both or more is the same), and
how often it is these very words; of those that have none, how often nothing is proposed. Fails when either share of
the real setting (an engine where this machine has one for the pair) is under 90 %.

The files of `originals/tuning` are those on which weights and threshold were chosen; those of `held_out` were not.
Proof of work: every quotation is found in its article and every answer in its source, or the run stops.
"""

import sys
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from benchmarks.newsroom import start

if TYPE_CHECKING:  # Django is set up when the benchmark runs, and not when it is read
    from lingotype.translation.originals.matching import Proposal

HERE = Path(__file__).parent / "originals"
LIMIT = 0.90
SLOWEST_SECONDS = 5.0
EDGES = '«»„“”"‘’ .,!?…'


@dataclass(frozen=True, slots=True)
class Retelling:
    """One file."""

    name: str
    source_lang: str
    article_lang: str
    source: str
    body: list[dict[str, str]]
    answers: list[str | None]


@dataclass(slots=True)
class Count:
    """How many were right."""

    sentence: int = 0
    exact: int = 0
    originals: int = 0
    silent: int = 0
    without: int = 0

    def add(self, other: "Count") -> None:
        for name in self.__dataclass_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def __str__(self) -> str:
        return (
            f"original first {self.sentence}/{self.originals} ({self.sentence / max(self.originals, 1):.0%}), "
            f"to the character {self.exact}/{self.originals}; "
            f"none proposed {self.silent}/{self.without} ({self.silent / max(self.without, 1):.0%})"
        )

    @property
    def is_enough(self) -> bool:
        return self.sentence >= LIMIT * self.originals and self.silent >= LIMIT * self.without


def main() -> int:
    """Count and say; 1 when a promise is not kept."""
    start()
    folder = HERE / ("tuning" if "--tuning" in sys.argv else "held_out")
    show = "--show" in sys.argv
    real, engine, words = Count(), Count(), Count()
    for retelling in read(folder):
        translations = translated(retelling)
        without = judged(retelling, {}, show=show and not translations)
        print(f"{retelling.name}: {retelling.source_lang} in {retelling.article_lang}, without engine: {without}")
        words.add(without)
        if translations:
            having = judged(retelling, translations, show=show)
            print(f"{retelling.name}: {retelling.source_lang} in {retelling.article_lang}, with engine: {having}")
            engine.add(having)
        real.add(having if translations else without)
    print(f"with an engine:                          {engine}")
    print(f"every pair, as if there were no engine:  {words}")
    print(f"as it is here, an engine where there is: {real}")
    seconds = timed()
    print(f"20,000 words and 30 quotations: {seconds:.1f} s (at most {SLOWEST_SECONDS:.0f})")
    return 0 if real.is_enough and seconds <= SLOWEST_SECONDS else 1


def read(folder: Path) -> Iterable[Retelling]:
    """The retellings of a folder, each looked through for answers that its source does not have."""
    for path in sorted(folder.glob("*.yaml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        for answer in filter(None, data["answers"]):
            assert answer in data["source"], f"{path.name}: not in the source: {answer}"
        paragraphs = filter(None, data["article"].split("\n"))
        body = [
            {"type": "paragraph", "id": str(number), "value": f"<p>{escape(text, quote=False)}</p>"}
            for number, text in enumerate(paragraphs)
        ]
        yield Retelling(path.stem, data["source_lang"], data["article_lang"], data["source"], body, data["answers"])


def translated(retelling: Retelling) -> Mapping[str, str]:
    """The quotations in the source's language, by the engine of this machine for that pair; none without one."""
    from lingotype.translation.engines import build
    from lingotype.translation.markup import translate_segments
    from lingotype.translation.originals.article import quotations_of
    from lingotype.translation.pairs import LanguagePair

    pair = LanguagePair(retelling.article_lang, retelling.source_lang)
    apertium = build("local", {"type": "apertium"})
    if not apertium.can_translate(pair):
        return {}
    said = [one.said for one in quotations_of(retelling.body, retelling.article_lang)]
    return dict(zip(said, translate_segments(apertium, [escape(one, quote=False) for one in said], pair), strict=True))


def judged(retelling: Retelling, translations: Mapping[str, str], *, show: bool) -> Count:
    """What was proposed, beside what is right."""
    from lingotype.translation.originals.article import quotations_of
    from lingotype.translation.originals.matching import match

    quotations = quotations_of(retelling.body, retelling.article_lang)
    assert len(quotations) == len(retelling.answers), (retelling.name, [one.said for one in quotations])
    found = match(
        quotations, retelling.source, article_lang=retelling.article_lang, source_lang=retelling.source_lang,
        translations=translations,
    )  # fmt: skip
    count = Count()
    for quotation, answer in zip(quotations, retelling.answers, strict=True):
        first = found[quotation.key][0] if found[quotation.key] else None
        is_right = first is None if answer is None else first is not None and _is_there(first, answer, retelling.source)
        count.originals += answer is not None
        count.without += answer is None
        count.silent += answer is None and is_right
        count.sentence += answer is not None and is_right
        count.exact += first is not None and answer is not None and first.words.strip(EDGES) == answer.strip(EDGES)
        if show and not is_right:
            print(f"  {quotation.said!r}\n    wanted {answer!r}\n    {first}")
    return count


def _is_there(proposal: "Proposal", answer: str, source: str) -> bool:
    start, end = proposal.start, proposal.end
    at = source.index(answer)
    shared = min(end, at + len(answer)) - max(start, at)
    return bool(shared >= 0.5 * max(end - start, len(answer)))


def timed() -> float:
    """Processor seconds for a long source, every word of which is looked at."""
    from lingotype.translation.originals.article import quotations_of
    from lingotype.translation.originals.matching import match

    parts = [one for folder in ("tuning", "held_out") for one in read(HERE / folder) if one.source_lang == "en"]
    source = "\n".join(f"{one.source}" for one in parts)
    source = (source + "\n") * (20_000 // len(source.split()) + 1)
    body = [
        {**block, "id": f"{one.name}{block['id']}"} for one in parts if one.article_lang == "ru" for block in one.body
    ]
    quotations = quotations_of(body, "ru")[:30]
    began = time.process_time()
    match(quotations, source, article_lang="ru", source_lang="en")
    return time.process_time() - began


if __name__ == "__main__":
    sys.exit(main())
