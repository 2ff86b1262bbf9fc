"""Segments with inline tags through engines that may or may not keep tags.

A segment is escaped text with inline tags, as wagtail-localize stores it: `He <a id="a1">said</a> &amp; left`. What
comes out has the source's own tags, each as it was written there, whatever an engine made of them.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape, unescape

from lingotype.translation.engines.base import Draft, Engine
from lingotype.translation.pairs import LanguagePair

VOID = frozenset({"br"})
NOT_LANGUAGE = frozenset({"code"})
"""Elements whose text is never translated where an engine gets it in pieces."""

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)/?>", re.IGNORECASE)
_ID = re.compile(r"""\bid\s*=\s*["']?([^"'\s/>]+)""", re.IGNORECASE)
_SENTENCE = re.compile(r".+?(?:[.!?…]+[»”\"')]*\s+|\Z)", re.DOTALL)

Shape = Counter[tuple[tuple[str, ...], bool]]


@dataclass(frozen=True, slots=True)
class Token:
    """A tag, or the text between two tags, as it is written."""

    raw: str
    key: str = ""
    """A tag's name and id; empty for text."""
    is_closing: bool = False

    @property
    def is_void(self) -> bool:
        """Whether the tag has no text of its own."""
        return self.key in VOID


def translate_segments(engine: Engine, segments: Sequence[str], pair: LanguagePair) -> list[str]:
    """The segments in the target language, in the same order, with the same tags in the same nesting.

    An engine that keeps markup gets whole segments; where its answer has other tags, and for other engines, the text
    is cut at the tags and its pieces are translated, all in one call within the engine's limits. Spaces at tags stay;
    pieces without letters are not sent. A result is a `Draft` where the engine says how much it did not know.
    Raises `EngineError`.
    """
    return _whole(engine, segments, pair) if engine.keeps_markup else _cut(engine, segments, pair)


def tokens(html: str) -> list[Token]:
    """The tags of a segment and the texts between them; their `raw`s joined are the segment."""
    found, end = [], 0
    for tag in _TAG.finditer(html):
        if tag.start() > end:
            found.append(Token(html[end : tag.start()]))
        name, attribute = tag[2].lower(), _ID.search(tag[3])
        found.append(Token(tag[0], f"{name}#{attribute[1]}" if attribute else name, bool(tag[1])))
        end = tag.end()
    return [*found, Token(html[end:])] if end < len(html) else found


def shape(html: Sequence[Token]) -> Shape | None:
    """Every element by its ancestors, and whether it holds text; `None` when tags are ill-nested."""
    found: Shape = Counter()
    open_tags: list[str] = []
    with_text: list[bool] = []
    for token in html:
        if not token.key:
            with_text = [True] * len(with_text) if token.raw.strip() else with_text
        elif token.is_void and not token.is_closing:
            found[(*open_tags, token.key), False] += 1
        elif not token.is_closing:
            open_tags.append(token.key)
            with_text.append(False)
        elif open_tags and open_tags[-1].partition("#")[0] == token.key:
            found[tuple(open_tags), with_text.pop()] += 1
            open_tags.pop()
        else:
            return None
    return None if open_tags else found


def _whole(engine: Engine, segments: Sequence[str], pair: LanguagePair) -> list[str]:
    """For an engine that keeps markup: whole segments first, the refused ones in pieces."""
    result = list(segments)
    spoken = [n for n, segment in enumerate(segments) if _has_letters(_TAG.sub("", segment))]
    sent = [n for n in spoken if len(segments[n]) <= engine.max_characters]
    answers = engine.translate_all([segments[n].strip() for n in sent], pair)
    accepted = {n: _accepted(segments[n], answer) for n, answer in zip(sent, answers, strict=True)}
    refused = []
    for n in spoken:
        whole = accepted.get(n)
        if whole is None:
            refused.append(n)
        else:
            result[n] = whole
    for n, segment in zip(refused, _cut(engine, [segments[n] for n in refused], pair), strict=True):
        result[n] = segment
    return result


def _accepted(segment: str, answer: str) -> str | None:
    """The answer with the source's own tags and outer spaces; `None` when its tags are not those of the source."""
    source, target = tokens(segment), tokens(answer.strip())
    wanted = shape(source)
    if wanted is None or shape(target) != wanted:
        return None
    written = {(token.key, token.is_closing): token.raw for token in source if token.key}
    parts = [written[token.key, token.is_closing] if token.key else _escaped(unescape(token.raw)) for token in target]
    text = _with_spaces("".join(parts), segment)
    return _draft(segment[: _indent(segment)] + text + segment[len(segment.rstrip()) :], [answer])


def _with_spaces(text: str, segment: str) -> str:
    """The text with a space wherever the source parts a tag from its neighbour and the answer glues words to it."""
    for tag in {token.raw for token in tokens(segment) if token.key and not token.is_closing and not token.is_void}:
        if re.search(rf"\s{re.escape(tag)}", segment):
            text = re.sub(rf"(?<=\w){re.escape(tag)}(?=\w)", f" {tag}", text)
    for tag in {token.raw for token in tokens(segment) if token.is_closing}:
        if not re.search(rf"{re.escape(tag)}\w", segment):
            text = re.sub(rf"(?<=\w){re.escape(tag)}(?=\w)", f"{tag} ", text)
    return text


def _cut(engine: Engine, segments: Sequence[str], pair: LanguagePair) -> list[str]:
    """The segments from their pieces, all of them translated in one call."""
    cut = [tokens(segment) for segment in segments]
    limit = engine.max_characters
    pieces = [piece for segment in cut for n in _spoken(segment) for piece in _pieces(segment[n], limit)]
    sent = [escape(piece, quote=False) if engine.keeps_markup else piece for piece in pieces]
    answers = iter(engine.translate_all(sent, pair))
    return [_joined(engine, segment, answers) for segment in cut]


def _joined(engine: Engine, segment: Sequence[Token], answers: Iterator[str]) -> str:
    """One segment again, taking as many answers as it sent pieces."""
    parts = [token.raw for token in segment]
    taken: list[str] = []
    for n in _spoken(segment):
        own = [next(answers) for _ in _pieces(segment[n], engine.max_characters)]
        parts[n] = _around(segment[n].raw, " ".join(_plain(engine, segment[n], answer) for answer in own))
        taken += own
    return _draft("".join(parts), taken)


def _spoken(segment: Sequence[Token]) -> list[int]:
    """Which tokens of a segment are texts that an engine should get."""
    spoken, silent = [], 0
    for n, token in enumerate(segment):
        if token.key in NOT_LANGUAGE:
            silent += -1 if token.is_closing else 1
        elif not token.key and not silent and _has_letters(token.raw):
            spoken.append(n)
    return spoken


def _pieces(text: Token, limit: int) -> list[str]:
    """The plain text of a token, in as few pieces as the limit allows: cut after a sentence, at worst after a word."""
    pieces: list[str] = []
    for sentence in _SENTENCE.findall(unescape(text.raw).strip()):
        if pieces and len(pieces[-1]) + len(sentence) <= limit:
            pieces[-1] += sentence
        else:
            pieces += re.findall(rf".{{1,{limit}}}(?:\s|\Z)|.{{1,{limit}}}", sentence, re.DOTALL)
    return [piece.strip() for piece in pieces if piece.strip()]


def _plain(engine: Engine, source: Token, answer: str) -> str:
    """The plain text of an answer; tags that an engine invented in a text without any are not text."""
    if not engine.keeps_markup:
        return answer.strip()
    return unescape(answer if _TAG.search(unescape(source.raw)) else _TAG.sub("", answer)).strip()


def _around(raw: str, text: str) -> str:
    return raw[: _indent(raw)] + _escaped(text) + raw[len(raw.rstrip()) :]


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _escaped(text: str) -> str:
    return escape(text, quote=False)


def _has_letters(raw: str) -> bool:
    return any(character.isalpha() for character in unescape(raw))


def _draft(text: str, answers: Sequence[str]) -> str:
    drafts = [answer for answer in answers if isinstance(answer, Draft)]
    return Draft(text, sum(draft.unknown for draft in drafts)) if drafts else text
