"""From a sentence of the stream to one that a newspaper could print."""

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from itertools import islice

from lingotype.language.facts import LANGUAGES
from lingotype.language.transliteration import respell
from lingotype.translation.engines.apertium.units import from_stream
from lingotype.translation.engines.base import Draft
from lingotype.translation.pairs import LanguagePair

_WORD = r"[^\W\d_]+"
_MARKED = re.compile(rf"([*#@]){_WORD}(?:['’-][*#@]?{_WORD})*")
_MARKS = re.compile(r"[*#@]")
_CYRILLIC = re.compile("[а-яёіїєґў]", re.IGNORECASE)
_VOWEL = "[аеєиіїоуюяёэы]"
_APOSTROPHE = (re.compile(r"(?<=[а-яіїєґёў])['ʼ](?=[а-яіїєґёў])", re.IGNORECASE), "’")
_EUPHONY = {
    # у parts a vowel from a vowel or a consonant only where в would be hard to say
    "uk": (_APOSTROPHE, (re.compile(rf"(?<={_VOWEL}) у (?![вф]|\w[вф])", re.IGNORECASE), " в ")),
    # after a vowel у is short
    "be": (
        _APOSTROPHE,
        (re.compile(r"(?<=[а-яёіў])i|i(?=[а-яёіў])"), "і"),  # a Latin i in the dictionary
        (re.compile(rf"(?<={_VOWEL}) у(?=\s|[бвгджзйклмнпрстфхцчш])", re.IGNORECASE), " ў"),
    ),
}
"""Letters that depend on the neighbouring words, by target language."""


def finish(translated: str, source: str, pair: LanguagePair) -> Draft:
    """A sentence without marks, in the spelling, spacing and letter case of the target language."""
    text, unknown = _without_marks(translated.replace("[]", ""), source, pair)
    text = _spacing(from_stream(text), source)
    if not text:  # a lone word that the rules drop ("will") is still a word
        return Draft(respell(source, pair.source, pair.target), len(source.split()))
    for pattern, letters in _EUPHONY.get(pair.target, ()):
        text = pattern.sub(letters, text)
    if pair.target == "es":
        text = _spanish(text)
    return Draft(_letter_case(text, source), unknown)


def quotation_marks(text: str, pair: LanguagePair) -> str:
    """A whole text with the marks of the target language for those of the source's, Spanish ¿ and ¡ included."""
    if pair.source in LANGUAGES and pair.target in LANGUAGES:
        ours, theirs = LANGUAGES[pair.source], LANGUAGES[pair.target]
        marks = dict(zip(ours.quotes + ours.inner_quotes, theirs.quotes + theirs.inner_quotes, strict=True))
        text = text.translate({ord(mark): other for mark, other in marks.items() if mark not in "‘’"})
    if pair.target == "es":
        return re.sub(r"([,.])(»)", r"\2\1", text)
    return re.sub("[¿¡]", "", text) if pair.source == "es" else text


def _letter_case(text: str, source: str) -> str:
    """Capitals as the source has them: in names, at the start, and not after a name that stays as it was."""
    if re.search(r'[?!…][»”"] [a-zа-яё]', source):  # “Why?” she asked
        text = re.sub(r'(?<=[?!…][»”"] )\w', lambda letter: letter[0].lower(), text)
    ours = re.findall(_WORD, source)
    forms = {word.lower(): word for word in ours if word is not ours[0] or not word.istitle()}
    written = frozenset(ours)
    text = re.sub(_WORD, lambda word: word[0] if word[0] in written else _as_in_source(word[0], forms), text)
    for own, word in zip(ours[:4], list(islice(re.finditer(_WORD, text), 4)), strict=False):
        start, end = word.span()
        if own[0].islower() and word[0].istitle() and word[0] not in written:
            text = text[:start] + word[0].lower() + text[end:]
        elif own is ours[0] and own[0].isupper() and not re.search(r"\d", text[:start]):
            text = text[:start] + _capital(word[0]) + text[end:]
        if word[0] != own:
            break
    return text


def _as_in_source(word: str, forms: Mapping[str, str]) -> str:
    form = forms.get(word.lower(), word)
    return word if form[0].isupper() and len(form) < 3 else form


def _capital(word: str) -> str:
    return word[0].upper() + word[1:]


def _without_marks(text: str, source: str, pair: LanguagePair) -> tuple[str, int]:
    """The text with each unknown word from our own list, or respelled; and how many of them there were."""
    unknown = 0
    with_yo = {word.replace("ё", "е").replace("Ё", "Е"): word for word in re.findall(r"\w*[ёЁ]\w*", source)}

    def part(mark: str, found: str) -> str:
        nonlocal unknown
        unknown += mark == "#" or _is_of(found, pair.source)
        return found if mark == "#" else respell(with_yo.get(found, found), pair.source, pair.target)

    def word(match: re.Match[str]) -> str:
        whole = _MARKS.sub("", match[0])
        own = words(pair).get(whole.lower().replace("ʼ", "’"))
        if own and match[1] != "#":
            return own if pair.target == "es" else _like(whole, own)  # Spanish months have no capital
        return re.sub(rf"([*#@])({_WORD})", lambda marked: part(marked[1], marked[2]), match[0])

    text = re.sub(r"(?<=\w)\\/\w+", "", text).replace("\\", "")  # of two forms the first; escapes of Apertium's own
    text = _MARKED.sub(word, text.replace("#prpers", ""))  # a pronoun that the pair failed to choose
    return _MARKS.sub("", text), unknown


def _is_of(word: str, language: str) -> bool:
    """Whether the word is in the language's script: a Latin name in a Russian text is not unknown, but foreign."""
    is_cyrillic = bool(_CYRILLIC.search(word))
    return is_cyrillic == (language in LANGUAGES and LANGUAGES[language].script == "Cyrl")


def _like(pattern: str, word: str) -> str:
    if pattern.isupper() and len(pattern) > 1:
        return word.upper()
    return _capital(word) if pattern[0].isupper() else word


@cache
def words(pair: LanguagePair) -> Mapping[str, str]:
    """Words that the pair's dictionary lacks: `word=translation`, lower case, in `words/<source>-<target>.txt`."""
    table = resources.files(__package__) / "words" / f"{pair.source}-{pair.target}.txt"
    if not table.is_file():
        return {}
    lines = (line for line in table.read_text("utf-8").splitlines() if not line.startswith(";"))
    entries = (entry.partition("=") for line in lines for entry in line.split(" · ") if entry)
    return {word.strip().lower(): translation.strip() for word, _, translation in entries}


def _spacing(text: str, source: str) -> str:
    """Blanks where the source has them: a dropped pronoun leaves two, or one at the start or after a bracket."""
    if "  " not in source:
        text = re.sub(" {2,}", " ", text)
    text = re.sub(r"(?<=[(«“„¿¡\[]) ", "", text)
    if not re.search(r" [,.;:!?)»”]", source):
        text = re.sub(r" (?=[,.;:!?)»”])", "", text)
    if not re.search(r'(^|[\s(])" ', source):
        text = re.sub(r'(^|[\s(])" ', r'\1"', text)
    return text.strip(" ")


_CLAUSE = r"(^[\s—–-]*|[«“\"(]|[.!?…][»”\"]?\s+)(?=[^\s¿¡])([^«“\"()¿¡!?]*)"
_MONTH = r"\b(enero|febrero|marzo|abril|mayo|junio|julio|agosto|se(?:p?)tiembre|octubre|noviembre|diciembre)"


def _spanish(text: str) -> str:
    """Dates, questions and exclamations in the Spanish manner."""
    text = re.sub(rf"(?<=\w ){_MONTH}", lambda month: month[0].lower(), text, flags=re.IGNORECASE)
    text = re.sub(rf"\b([Ee])n {_MONTH} (\d{{1,2}})(?!\d|[:.]\d)", r"\1l \3 de \2", text)
    text = re.sub(rf"{_MONTH} (\d{{1,2}})(?!\d|[:.]\d)", r"\2 de \1", text)
    text = re.sub(rf"(?<!\d)(\d{{1,2}}) {_MONTH}", r"\1 de \2", text)
    text = re.sub(rf"{_MONTH},? (\d{{4}})\b", r"\1 de \2", text)
    text = re.sub(_CLAUSE + r"\?", r"\1¿\2?", text)
    return re.sub(_CLAUSE + r"!", r"\1¡\2!", text)
