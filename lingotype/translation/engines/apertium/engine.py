"""The engine: one child process a call, whatever the number of texts."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from lingotype.language.transliteration import respell
from lingotype.translation.engines.apertium.child import ChildError, run
from lingotype.translation.engines.apertium.finish import finish, quotation_marks
from lingotype.translation.engines.apertium.modes import MODES, command, installed, mode_file
from lingotype.translation.engines.apertium.units import Unit, to_stream, units
from lingotype.translation.engines.base import Draft, Engine, EngineError
from lingotype.translation.pairs import LanguagePair

INSTALL = "apt-get install --no-install-recommends apertium apertium-rus-ukr apertium-bel-rus apertium-eng-spa"
REORDERED = frozenset({LanguagePair("en", "es"), LanguagePair("es", "en")})
"""The pairs whose words change places; the Slavic ones keep their order."""


class Apertium(Engine):
    """Debian's Apertium. Its texts never leave the machine; `Draft.unknown` counts the words it did not know."""

    keeps_markup = False
    leaves_newsroom = False
    max_texts = 10_000
    max_characters = 1_000_000

    def __init__(self, name: str, options: Mapping[str, object]) -> None:
        super().__init__(name, options)
        self.seconds = self.options.number("timeout_seconds", 60, at_most=3600)
        self.modes = Path(self.options.text("modes", str(MODES)))

    def pairs(self) -> list[LanguagePair]:
        """The pairs that are installed."""
        return installed(self.modes)

    def can_translate(self, pair: LanguagePair) -> bool:
        """Whether Debian's package of this pair is installed."""
        return mode_file(self.modes, pair) is not None

    def problems(self) -> list[str]:
        """What to install, when Apertium or every pair of it is missing."""
        if not shutil.which("lt-proc") or not self.pairs():
            return [f"Apertium is not installed: {INSTALL}"]
        return []

    def translate(self, texts: Sequence[str], pair: LanguagePair) -> list[str]:
        """A `Draft` for each text, from one child process for all of them."""
        cut = [list(units(text, quotations_apart=pair in REORDERED)) for text in texts]
        sentences = [unit.text for text in cut for unit in text if unit.is_sent]
        drafts = iter(self._sentences(sentences, pair))
        return [_joined([next(drafts) if unit.is_sent else _kept(unit, pair) for unit in text], pair) for text in cut]

    def _sentences(self, sentences: Sequence[str], pair: LanguagePair) -> list[Draft]:
        path = mode_file(self.modes, pair)
        if path is None:
            raise self._error(f"the pair is not installed: {INSTALL}", pair)
        if not sentences:
            return []
        stream = "".join(to_stream(text, pair.source) + _end(n) + "\0" for n, text in enumerate(sentences))
        data = stream.encode("utf-8", "replace")
        try:
            answer = run(
                command(path.read_text("utf-8"), pair), data, seconds=self.seconds, at_most=100_000 + 20 * len(data)
            )
        except (ChildError, OSError) as error:
            raise self._error(str(error), pair, retryable=getattr(error, "retryable", False)) from error
        translated = answer.decode("utf-8", "replace").split("\0")
        return [self._finished(translated, n, text, pair) for n, text in enumerate(sentences)]

    def _finished(self, translated: Sequence[str], number: int, source: str, pair: LanguagePair) -> Draft:
        if number >= len(translated) or not translated[number].endswith(_end(number)):
            raise self._error("the answer lost it", pair, part=f'the sentence "{source[:60]}"')
        return finish(translated[number].removesuffix(_end(number)), source, pair)

    def _error(self, message: str, pair: LanguagePair, *, part: str = "", retryable: bool = False) -> EngineError:
        return EngineError(message, engine=self.name, pair=pair, part=part, retryable=retryable)


def _end(number: int) -> str:
    """What ends a sentence in the stream: a full stop, as Apertium's own deformatter sees to, between two blanks.

    The first keeps the stop apart from the last word ("no." is an abbreviation), the second holds the sentence's
    number: nothing can merge, move or get lost unseen.
    """
    return f"[].[{number}]"


def _kept(unit: Unit, pair: LanguagePair) -> str:
    """What is not sent stays as it is, but initials, which take the target language's letters."""
    return respell(unit.text, pair.source, pair.target) if unit.is_initials else unit.text


def _joined(parts: Sequence[str], pair: LanguagePair) -> Draft:
    return Draft(quotation_marks("".join(parts), pair), sum(part.unknown for part in parts if isinstance(part, Draft)))
