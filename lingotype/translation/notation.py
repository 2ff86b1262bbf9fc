"""Number notation for the reader: the marks in numbers as the language of the translation writes them.

An engine leaves most numbers as the source has them. Only those are rewritten that can be read in one way: a mark with
three digits behind it groups thousands (1,250 is no 1.25), and what may be a date, a time, a version, a telephone
number, a case number or an ordinal stays as it is.
"""

import re
from bisect import bisect_right
from functools import cache

from lingotype.language.facts import LANGUAGES
from lingotype.translation.checks.links import addresses_in
from lingotype.translation.checks.numbers.lexicon import lexicon
from lingotype.translation.checks.text import TAG, Span
from lingotype.translation.pairs import LanguagePair

_SPACES = " \u00a0\u202f\u2009"
_KEPT = re.compile(rf"<code\b[^<>]*>[^<]*</code>|{TAG.pattern}", re.IGNORECASE)
_CURRENCY_BEFORE = re.compile(rf"[$€£₽₴₪₼][{_SPACES}]?$")
_CODE_BEFORE = re.compile(
    r"(?:[№#]|\b(?:N[oº]|n[oº]|case|file|дело|справа|caso|tel|тел|phone|v|version|versión|версия|версии|версії|версія)\.?)"
    rf"[{_SPACES}]?$"
)
_RANGE_BEFORE = re.compile(rf"\d[.,{_SPACES}]\d+-$")
_WORD_BEFORE = re.compile(rf"(?P<start>(?:^|[.!?…:«“\"—])\s*)?(?P<word>[^\W\d_][\w-]*)[{_SPACES}]?$")
_QUANTITY_AFTER = re.compile(
    rf"[{_SPACES}-]?(?:[%$€£₽₴₪₼°]|percent|per cent|por ciento|процент|відсот|працэнт|faiz|אחוז|"
    r"mil|bil|tril|тыс|тис|млн|млрд|миллион|миллиард|мільйон|мільярд|мільён|אלף|מיליון|מיליארד|"
    r"dol|dól|dollar|euro|евро|євро|еўра|avro|руб|rub|грн|грив|manat|pound|libra|peso|[kK]m\b|км|кг|kg)"
)
_DATE_OR_TIME = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d|(?:0?[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])")


def rewrite_numbers(text: str, pair: LanguagePair) -> str:
    """The segment's HTML with its numbers in the notation of `pair.target`; done again, it changes nothing more.

    Languages that no table knows, and pairs that write numbers alike, get their text back as it is.
    """
    source, target = LANGUAGES.get(pair.source), LANGUAGES.get(pair.target)
    if not source or not target or (source.decimal, source.group) == (target.decimal, target.group):
        return text
    kept = sorted([*(found.span() for found in _KEPT.finditer(text)), *addresses_in(text)])
    pieces: list[str] = []
    at = 0
    for found in _numbers(source.decimal, source.group, target.group).finditer(text):
        if not _overlaps(found.span(), kept) and _is_quantity(found, pair):
            whole = re.sub(rf"[{_marks(source.group)}]", target.group, found["whole"])
            part = target.decimal + found["part"] if found["part"] else ""
            pieces += text[at : found.start()], whole, part
            at = found.end()
    return "".join(pieces) + text[at:]


@cache
def _numbers(decimal: str, group: str, new_group: str) -> re.Pattern[str]:
    """Numbers with marks in one notation, so shaped that no other notation has them."""
    marks, point = _marks(group), re.escape(decimal)
    grouped = rf"[1-9]\d{{0,2}}(?:[{marks}]\d{{3}})+"
    # Three decimals behind one to three digits would be thousands to a reader of the other notation.
    plain = rf"(?:0|[1-9]\d*)(?={point}(?!\d{{3}}(?!\d)))|(?:0|[1-9]\d{{3,}})(?={point}\d)"
    near = _SPACES if {group, new_group} & set(_SPACES) else ""
    apart = rf"(?<!\d[{near}])" if near else ""
    not_near = rf"|[{near}]\d" if near else ""
    return re.compile(
        rf"(?<![\w.,:/+№#'’]){apart}(?P<whole>{grouped}|{plain})(?:{point}(?P<part>\d+))?"
        rf"(?!\d|[.,:/'’]\d|-(?!\d+[.,{marks}]\d)\w|(?:st|nd|rd|th|й|я|е|го)\b{not_near})"
    )


def _marks(group: str) -> str:
    return _SPACES if group in _SPACES else re.escape(group)


def _overlaps(span: Span, kept: list[Span]) -> bool:
    """Whether a kept stretch, in order, reaches into the span."""
    before = bisect_right(kept, (span[1] - 1, len(kept) and kept[-1][1])) - 1
    return before >= 0 and kept[before][1] > span[0]


def _is_quantity(found: re.Match[str], pair: LanguagePair) -> bool:
    """Whether the number stands where a quantity does."""
    text = found.string
    before = text[max(0, found.start() - 40) : found.start()]
    if _CODE_BEFORE.search(before) or (before.endswith("-") and not _RANGE_BEFORE.search(before)):
        return False
    if _CURRENCY_BEFORE.search(before) or _QUANTITY_AFTER.match(text, found.end()):
        return True
    word = _WORD_BEFORE.search(before)
    if word and any(_is_month(word["word"], language) for language in (pair.source, pair.target)):
        return False
    if found["part"] is None or len(found["whole"]) > 3:
        return True
    if _DATE_OR_TIME.fullmatch(found.group()):
        return False
    return not (word and _is_product(word["word"], begins=word["start"] is not None))


def _is_product(word: str, *, begins: bool) -> bool:
    """Whether a version may follow: `iOS` anywhere, `Python` where no sentence begins."""
    return word[1:] != word[1:].lower() or (word[0] != word[0].lower() and not begins)


def _is_month(word: str, language: str) -> bool:
    entry = lexicon(language).entry(word.lower())
    return bool(entry and entry.month)
