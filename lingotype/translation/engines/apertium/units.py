"""Texts cut into units: sentences, which are translated, and what stands between them, which is not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

ADDRESS = re.compile(
    r"""(?xi)
    \b(?:https?|ftp)://[^\s<>«»“”"]*[^\s<>«»“”".,;:!?)\]]
    | \bwww\.[^\s<>«»“”"]*[^\s<>«»“”".,;:!?)\]]
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
    | (?<![\w.])(?:[a-z0-9-]{2,}\.)+[a-z]{2,}(?:/[^\s<>«»“”"]*[^\s<>«»“”".,;:!?)\]])?(?![\w.])
    | (?<!\w)[@\#]\w[\w.]*\w
    | [\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]+
    | (?<![\w.])(?:(?-i:[A-ZА-ЯЁІЇЄҐЎ])\.\s?){1,3}(?=(?-i:[A-ZА-ЯЁІЇЄҐЎ][a-zа-яёіїєґў]))
    """
)
"""Addresses, handles, hashtags and initials; and what is no character, or of private use: the stream needs
those for itself."""
ADDRESS_OR_MARK = re.compile(f'{ADDRESS.pattern} | [“”«»„"]', ADDRESS.flags)

_SENTENCE_END = re.compile(r"(?<=[.!?…])([»”\"'’)\]]*\s+)(?=[—–\-«“„\"‘'(¿¡\[]*\s*[^\W\d_a-zа-яёіїєґўá-ú])")
_ABBREVIATED = re.compile(
    r"(?i:\b(?:г|д|с|ул|им|пр|пл|св|ст|см|др|тт|гг|вв|пп|вул|просп|ім|буд"
    r"|mr|mrs|ms|dr|st|jr|vs|gov|sen|rep|gen|col|lt|capt|prof|ave|blvd|sr|sra|srta|dra|ee|uu|ud)\.$)"
    r"|\b[^\W\d_a-zа-яё]\.$"
)
"""A full stop that belongs to a short form (Mr. Brooks) or an initial (А. С. Пушкин) rather than to the sentence."""

_INITIALS = re.compile(r"(?:\w\.\s?)+")


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of a text. Joining the `text` of all units gives the text back."""

    text: str
    is_sent: bool
    is_initials: bool = False


def units(text: str, *, quotations_apart: bool = False) -> Iterator[Unit]:
    """The text in units; blanks at the ends of a sentence are units of their own.

    With `quotations_apart` quotation marks are, too: where languages order words differently, this alone keeps
    between the marks what was said.
    """
    end = 0
    for address in (ADDRESS_OR_MARK if quotations_apart else ADDRESS).finditer(text):
        yield from _sentences(text[end : address.start()])
        yield Unit(address[0], is_sent=False, is_initials=bool(_INITIALS.fullmatch(address[0])))
        end = address.end()
    yield from _sentences(text[end:])


def _sentences(text: str) -> Iterator[Unit]:
    start = 0
    for gap in _SENTENCE_END.finditer(text):
        if not _ABBREVIATED.search(text[start : gap.start()]):
            cut = gap.start() + len(gap[1].rstrip())
            yield from _trimmed(text[start:cut])
            start = cut
    yield from _trimmed(text[start:])


def _trimmed(text: str) -> Iterator[Unit]:
    body = text.strip()
    start = text.find(body)
    for part in (text[:start], body, text[start + len(body) :]):
        if part:
            yield Unit(part, is_sent=any(character.isalpha() for character in part))


# The stream has reserved characters, and marks words with three more; `~` and control characters get lost in it.
# Each travels as a private-use character, which every program of the pipeline passes on as it is.
_RESERVED = "^$[]{}/\\@<>*#+~" + "".join(chr(code) for code in range(0x20) if chr(code) not in "\n\t") + "\x7f"
_TO_STREAM = {ord(character): 0xE000 + ord(character) for character in _RESERVED}
_FROM_STREAM = {there: here for here, there in _TO_STREAM.items()}
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]|(?<=[а-яёіїєґў])\u0301", re.IGNORECASE)


def to_stream(text: str, language: str) -> str:
    """A sentence in the stream's alphabet, as the dictionaries spell: no soft hyphens or stress marks, е for ё."""
    text = _INVISIBLE.sub("", text)
    # Ukrainian and Belarusian words stay whole with the letter ʼ; the English dictionary knows the typewriter's mark.
    text = re.sub(r"(?<=\w)['’ʼ](?=\w)", "ʼ" if language in ("uk", "be") else "'", text)
    if language == "ru":
        text = text.replace("ё", "е").replace("Ё", "Е")
    text = text.translate(_TO_STREAM)
    return re.sub(r"\b([Nn]o)\.$", r"\1[].", text) if language == "en" else text  # the word, not "number"


def from_stream(text: str) -> str:
    """The sentence in everyday characters again."""
    return text.translate(_FROM_STREAM)
