"""Which words of a text are names, by evidence: a capital alone is none."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from lingotype.translation.checks.names.known import Index, KnownName, is_abbreviation
from lingotype.translation.checks.names.lexicon import SLAVIC, is_famous, is_given, is_kind, is_office, is_ordinary
from lingotype.translation.checks.names.ordinary import ORDINARY
from lingotype.translation.checks.names.words import Words, listed

_ROMAN = re.compile("[IVXLCDMІХ]+")
_TRANSLATED_LATIN = listed(
    """
    it pr hr vip sms pdf qr tv dj ceo fm usb gps wi fi vpn covid ok id ai web online email e mail gb mb kb tb hd led
    lcd the of and for in de la le a no
    """
)
"""Words in Latin letters that another language may put in its own."""
_PARTICLES = listed(
    """
    нью лос сан тель эль аль ель ла ле де ди да дель дер ван фон бен бин ибн абу оглы кызы мак мс аф ад эд new los
    san tel el al la le de di da del der van von ben bin ibn abu mac mc jr sr ii iii the nyu bar bat святой святая
    сент санкт сен
    """
)
_PATRONYMIC = re.compile(
    ".{2,}(?:ович|евич|ич|йович|авіч|евіч|(?:ов|ев|ич|ів|їв|еў|аў)н(?=[аеуіыо]))(?:[аеуіыи]|ем|ом|ой|ою|ам)?"
)
_ADJECTIVE = {
    "ru": re.compile(".{2,}(?:[ыи]й|[ая]я|[ое]й|[ое]го|[ое]му|[ыи]м|[ыи]х|ую|юю|[ыи]е|ое|[ыи]ми|[нклвшрт]ом|[нш]ем)"),
    "uk": re.compile(".{2,}(?:[иі]й|[оеє]ї|ою|ого|ому|ім|их|ими?|.{2}н[аеіу]|[сцз]ьк[аеіу])"),
    "be": re.compile(".{2,}(?:[ыі]|[ая]я|ай|[аяо]га|[аяо]му|[ыі]м|[ыі]х|ую|юю|[ыі]я|а?е|[ыі]мі)"),
}
_LIKE_A_SURNAME = re.compile("(?:[сц]ь?к|[оеа]в|ч)(?:и?й|ого|ому|[иі]м|ім)$|[ая]х?$|ем$")
_AFTER_OM = re.compile(".{2,}[еуюи]")
"""How a noun ends after such an adjective: в Верховном суде; after a surname anything may stand."""
_SURNAME = re.compile(".{2,}(?:енко|енком|швили|швілі|дзе|чук|чука|чуку|чуком|ович|евич|авіч|евіч)")
_SURNAME_OF_STREET = re.compile(".{2,}(?:[еэ]нк[оаеуиі]|[оеі]вич[аау]|[аеі]віч[ау]|чука)")
"""Surnames in the genitive, which streets are named after; elsewhere other words end so, too."""
_LATIN_SURNAME = re.compile(".{2,}(?:enko|chuk|çuk|shvili|ovi?[ct]h|evi?[ct]h|ovych|evych)")
NATIONALITY = re.compile(
    ".+(?:ian|ians|ean|eans|ese|ish|ist|ists|ism|can|cans|ite|ites|er|ers|ns|nese|ic|ics|crat|crats)"
)
_DETERMINERS = listed(
    """
    the a an this that these those his her its our my your their every each some any no another other el la los las
    un una unos unas su sus nuestro nuestra este esta estos estas del al
    """
)
_CONNECTORS = listed(
    """
    of for and the de del y e
    """
)


LONG_ENOUGH = 4
"""Letters of a place's name that no other Hebrew word is likely to have by chance."""


_TITLES = frozenset({"mr", "mrs", "ms", "miss", "sr", "sra"})
_BEAR_NAMES = listed(
    """
    street avenue road square park bridge university college school hospital center centre airport house prize award
    island memorial museum library theater theatre hall stadium building church institute foundation act law plaza
    boulevard lane drive place garden gardens station terminal tower towers tunnel highway parkway houses field
    """
)
"""What may stand behind a person's name and is no surname: John Jay College."""
_WHERE = frozenset({"in", "from", "near"})
"""Words behind which an ordinary word with a capital is the place of that name: in Queens."""


class Name(NamedTuple):
    """A name of the source that the translation must have."""

    at: int
    """Which word it is, the first of several."""
    length: int = 1
    known: KnownName | None = None
    given: int | None = None
    """Which word is the person's given name, which a translation may leave out but not change."""


def names_in(words: Words, index: Index) -> Iterator[Name]:
    """The names of a text that must stand in its translation."""
    if words.script in {"Hebr", "Arab"}:
        yield from _without_capitals(words, index)
        return
    for group in words.groups():
        if words.is_latin(group[0]):
            yield from _foreign(words, group)
        elif not words.is_in_title(group[0]):
            yield from _of_group(words, group, index)


def is_abbreviated(word: str) -> bool:
    """Whether a Hebrew word has the gershayim of an abbreviation."""
    return '"' in word or "״" in word


def _without_capitals(words: Words, index: Index) -> Iterator[Name]:
    for at in range(len(words.low)):
        if words.is_latin(at):
            if words.written[at][0].isupper():
                yield from _foreign(words, [at])
        elif is_abbreviated(words.written[at]) or len(words.written[at]) >= LONG_ENOUGH:
            found = index.find(words, at)
            if found:
                yield Name(at, found[1], found[0])


def _foreign(words: Words, group: Sequence[int]) -> Iterator[Name]:
    """Words in Latin letters in a text of another script: they stay as they are, or in the reader's letters."""
    for at in group:
        word = words.low[at]
        if len(word) < 2 or word in _TRANSLATED_LATIN or _ROMAN.fullmatch(words.written[at]):
            continue
        if len(group) < 2 or word not in ORDINARY["en"]:
            yield Name(at)


def _of_group(words: Words, group: Sequence[int], index: Index) -> Iterator[Name]:
    rest: list[int] = []
    skip = 0
    for at in group:
        if skip:
            skip -= 1
            continue
        found = _known(words, at, index)
        if found:
            yield Name(at, found[1], found[0])
            skip = found[1] - 1
            rest.append(-1)
        elif is_abbreviation(words.written[at]) and not words.begins(at):
            rest.append(-1)
        else:
            rest.append(at)
    if any(at >= 0 for at in rest):
        yield from _unknown(words, rest)


def _known(words: Words, at: int, index: Index) -> tuple[KnownName, int] | None:
    if words.is_headline and is_abbreviation(words.written[at]) and words.plain.isupper():
        return None
    found = index.find(words, at)
    if found and found[1] == 1 and not words.written[at].isupper() and is_ordinary(words.low[at], words.language):
        return found if at and words.low[at - 1] in _WHERE and words.gap(at) == " " else None
    return found


def _unknown(words: Words, group: list[int]) -> Iterator[Name]:
    lang = words.language
    had_office = False
    while group and group[0] >= 0 and is_office(words.low[group[0]], lang):
        group, had_office = group[1:], True
    if not group:
        return
    first = group[0]
    if first > 0 and not had_office and not words.begins(first) and words.gap(first) == " ":
        had_office = is_office(words.low[first - 1], lang)
    if first >= 0 and _is_addressed(words, first):
        yield Name(first)
        return
    person = [name for run in _runs(group) for name in _person(words, run, had_office)]
    if person:
        yield from person
    elif not words.is_headline and lang in ORDINARY:
        yield from _by_capitals(words, group, had_office)
    elif first >= 0 and is_famous(words.low[first]):
        yield Name(first)


def _runs(group: Sequence[int]) -> Iterator[list[int]]:
    """The words of a group between those that are known names already."""
    for is_known, run in groupby(group, key=lambda at: at < 0):
        if not is_known:
            yield list(run)


def _person(words: Words, group: Sequence[int], had_office: bool) -> Iterator[Name]:
    """The surname behind a given name or an initial."""
    lang = words.language
    given = next((at for at in group if is_given(words.low[at])), None)
    initial = next(
        (at for at in group if len(words.written[at]) == 1 and words.plain[words.spans[at][1] :][:1] == "."), None
    )
    start = given if given is not None else initial
    if start is None:
        return
    after = [at for at in group if at > start and len(words.written[at]) > 1]
    is_sure = had_office and given is not None and len(after) == 1 and words.low[after[0]] not in _BEAR_NAMES
    if not is_sure and any(is_ordinary(words.low[at], lang) and not is_given(words.low[at]) for at in after):
        return
    before = [words.low[at] for at in group if at < start]
    has_office_before = bool(before) and is_office(before[-1], lang)
    if (
        lang not in SLAVIC
        and not has_office_before
        and any(is_ordinary(word, lang) and not is_office(word, lang) for word in before)
    ):
        return
    last = after[-1] if after else start
    surnames = [at for at in after if words.low[at] not in _PARTICLES and not _is_patronymic(words.low[at], at == last)]
    if not surnames:
        if had_office and given is not None:
            yield Name(given)
        return
    for at in surnames:
        yield Name(at, given=given if at == surnames[0] else None)


def _is_patronymic(word: str, is_last: bool) -> bool:
    """Whether a translation may leave the word out; one in -ич at the end may be the surname."""
    return _PATRONYMIC.fullmatch(word) is not None and not (is_last and _SURNAME.fullmatch(word))


def _is_addressed(words: Words, at: int) -> bool:
    """Whether Mr. or Mrs. stands before the word, which is a surname then, whatever else it may be: Mr. Young."""
    return at > 0 and words.low[at - 1] in _TITLES and words.gap(at) in {" ", ". ", "\u00a0", ".\u00a0"}


def _by_capitals(words: Words, group: Sequence[int], had_office: bool) -> Iterator[Name]:
    """Names of which only capitals tell, where nothing in the group may be an ordinary word."""
    lang = words.language
    unknown = [at for at in group if at >= 0]
    if words.begins(group[0]) and not had_office:
        if _is_surely_name(words, group[0]):
            yield Name(group[0])
        unknown = unknown[1:] if group[0] >= 0 else unknown
        if not unknown or is_ordinary(words.low[group[0]], lang) or _is_adjective(words, group[0]):
            unknown = [at for at in unknown if at > group[0] and _is_surely_name(words, at)]
    if any(words.is_in_title(at) for at in unknown) or (not unknown):
        return
    if any(is_ordinary(words.low[at], lang) for at in unknown) or _is_translated(words, unknown, had_office):
        unknown = [at for at in unknown if _is_surely_name(words, at)]
    for at in unknown:
        if len(words.low[at]) > 2 and words.low[at] not in _PARTICLES:
            yield Name(at)


def _is_surely_name(words: Words, at: int) -> bool:
    surname = _SURNAME if words.language in SLAVIC else _LATIN_SURNAME
    return is_famous(words.low[at]) or surname.fullmatch(words.low[at]) is not None


def _is_translated(words: Words, group: Sequence[int], had_office: bool) -> bool:
    """Whether the words may be a name made of ordinary words: an adjective, or something with an article."""
    first, last = group[0], group[-1]
    if words.language in SLAVIC:
        is_person = had_office and len(group) < 3 and _LIKE_A_SURNAME.search(words.low[last]) is not None
        is_person = is_person or _SURNAME_OF_STREET.fullmatch(words.low[last]) is not None
        adjectives = group[:-1] if is_person else group
        return any(_is_adjective(words, at) for at in adjectives) or (not is_person and _follows_kind(words, first))
    before = words.low[first - 1] if first and words.gap(first) == " " else ""
    if before in _DETERMINERS or (words.language == "az" and len(group) > 1):
        return True
    is_nationality = len(group) == 1 and not had_office and NATIONALITY.fullmatch(words.low[first])
    return words.language == "en" and (bool(is_nationality) or _is_part_of_longer(words, first, last))


def _follows_kind(words: Words, at: int) -> bool:
    """Whether the word before says that an ordinary word may be the name: an island, a street, a newspaper."""
    return at > 0 and words.gap(at) == " " and is_kind(words.low[at - 1])


def _is_part_of_longer(words: Words, first: int, last: int) -> bool:
    """Whether `of`, `for` or `and` joins the words to others with capitals: Department of Sanitation."""
    after = (
        last + 2 < len(words.low)
        and words.low[last + 1] in _CONNECTORS - {"and"}
        and words.written[last + 2][0].isupper()
    )
    before = first > 1 and words.low[first - 1] in {"of", "for"} and words.written[first - 2][0].isupper()
    return after or before


def _is_adjective(words: Words, at: int) -> bool:
    """Whether the word may be an adjective that belongs to the next word: Верховный суд."""
    if at < 0 or words.language not in SLAVIC:
        return False
    word = words.low[at]
    is_alone = at + 1 >= len(words.low) or words.gap(at + 1) not in {" ", "-"}
    if is_alone and _LIKE_A_SURNAME.search(word):
        return False
    if word.endswith(("ом", "ем")) and (is_alone or not _AFTER_OM.fullmatch(words.low[at + 1])):
        return False
    return _ADJECTIVE[words.language].fullmatch(word) is not None and not is_famous(word)
