"""Words that may be names though nothing but a capital says so."""

import re
from collections.abc import Iterator

from lingotype.translation.checks.names.evidence import LONG_ENOUGH, NATIONALITY
from lingotype.translation.checks.names.known import is_abbreviation
from lingotype.translation.checks.names.lexicon import SLAVIC, is_given, is_office, is_ordinary
from lingotype.translation.checks.names.words import Words

_GENITIVE = ("'s", "’s")
_SURELY_ADJECTIVE = re.compile(
    ".{2,}(?:[ыиі]й|[аяео]я|[ое]го|[ое]му|[аяо]га|[аяо]му|[ыиі]м|[ыиі]х|[ую]ю|[ое]е|[ыиі]е|[ыиі]я|[ыиі]ми|[ыі]мі|[оє]ї|[ая]й|ої)"
)


def possible_names(words: Words) -> Iterator[int]:
    """Words that may be names though a capital is all that says so: they count where one of them became another."""
    if words.is_headline and not any(len(word) > LONG_ENOUGH and word.islower() for word in words.written):
        return
    for at in words.capitals:
        word = words.low[at]
        is_inside = not words.begins(at) or words.written[at].endswith(_GENITIVE)
        if len(word) < LONG_ENOUGH or not is_inside or is_abbreviation(words.written[at]) or words.is_in_title(at):
            continue
        if not (is_given(word) or is_ordinary(word, words.language) or _is_common(words, at)):
            yield at


def _is_common(words: Words, at: int) -> bool:
    """Whether the capital may be that of an adjective, an inhabitant or an office."""
    word = words.low[at]
    if words.language in SLAVIC:
        return _SURELY_ADJECTIVE.fullmatch(word) is not None
    if words.language == "en" and (NATIONALITY.fullmatch(word) or _stands_for_adjective(words, at)):
        return True
    return is_office(word, words.language)


def _stands_for_adjective(words: Words, at: int) -> bool:
    """Whether a word with a capital stands right before another: Garden Street, Safety Committee."""
    return at + 1 < len(words.low) and words.gap(at + 1) == " " and is_ordinary(words.low[at + 1], "en")
