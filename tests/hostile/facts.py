"""Answers whose numbers, units, names or denials are not those of the source."""

import re
from collections.abc import Callable, Mapping
from random import Random

from tests.hostile.pairs import Pair

_NUMBER = re.compile(r"\d+(?:[.,:\u00a0 ]\d+)*")
_ADDRESS_OR_TAG = re.compile(r"\S+@\S+|https?://\S+|<[^>]*>")


def wrong_number(pair: Pair, dice: Random) -> str | None:
    """Another digit in one number."""
    digits = [at for at in range(len(pair.translation)) if pair.translation[at].isdigit() and not _is_hidden(pair, at)]
    if not digits:
        return None
    at = dice.choice(digits)
    other = dice.choice([digit for digit in "123456789" if digit != pair.translation[at]])
    return pair.translation[:at] + other + pair.translation[at + 1 :]


def off_by_one(pair: Pair, dice: Random) -> str | None:
    """One whole number is one more."""
    return _with_other_number(pair, dice, lambda written: re.sub(r"\d+$", lambda last: _one_more(last[0]), written))


def ten_times_as_much(pair: Pair, dice: Random) -> str | None:
    """A nought too many; behind a decimal mark it would change nothing."""
    return _with_other_number(
        pair, dice, lambda written: re.sub(r"^\d+", lambda whole: f"{int(whole[0]) * 10 or 9}", written)
    )


def dropped_number(pair: Pair, dice: Random) -> str | None:
    """One number less."""
    gone = _a_number(pair, dice)
    return f"{pair.translation[: gone.start()].rstrip()}{pair.translation[gone.end() :]}" if gone else None


def invented_number(pair: Pair, dice: Random) -> str | None:
    """A number that the source has not."""
    words = pair.translation.split(" ")
    places = [at for at in range(1, len(words)) if "<" not in " ".join(words) and "@" not in words[at - 1]]
    if not places:
        return None
    at = dice.choice(places)
    return " ".join([*words[:at], str(dice.randint(31, 98)), *words[at:]])


_SWAPS: Mapping[str, str] = {
    "scale": "million/billion millones/mil_millones milyon/milyard מיליון/מיליארד млн/млрд billion/million млрд/млн "
    "milyard/milyon מיליארד/מיליון тысяч/миллионов тисяч/мільйонів mil/millones אלף/מיליון min/milyon",
    "unit": "kilometer/mile meters/feet kilómetros/millas metros/pies километров/миль метров/футов "
    "кілометрів/миль метрів/футів кіламетраў/міль метраў/футаў kilometrlik/millik קילומטרים/מיילים "
    "hours/days часов/дней годин/днів гадзін/дзён horas/días saata/günə שעות/ימים "
    "years/months лет/месяцев років/місяців гадоў/месяцаў años/meses faiz/dollar %/kg",
    "currency": "$/€ €/$ dólares/euros долларов/евро доларів/євро долараў/еўра dollar/avro dollara/avroya דולר/אירו "
    "euros/dollars евро/долларов євро/доларів еўра/долараў avro/dollar אירו/דולר hryvnias/rubles гривен/рублей "
    "гривень/рублів грыўняў/рублёў grivnas/rublos qrivna/rubl הריבניות/רובל",
    "time": "p.m./a.m. a.m./p.m. вечера/утра вечора/ранку la_tarde/la_mañana axşam/səhər בערב/בבוקר",
    "month": "November/October ноября/октября листопада/жовтня лістапада/кастрычніка noviembre/octubre "
    "noyabrın/oktyabrın בנובמבר/באוקטובר March/May марта/мая березня/травня сакавіка/мая marzo/mayo martın/mayın "
    "במרץ/במאי",
    "number word": "two/three twenty/thirty six/seven двух/трёх двадцать/тридцать шесть/семь двох/трьох "
    "двадцять/тридцять "
    "шість/сім дзвюх/трох двух/трох дваццаць/трыццаць шэсць/сем dos/tres veinte/treinta seis/siete iki/üç iyirmi/otuz "
    "altı/yeddi שני/שלושה עשרים/שלושים שש/שבע двенадцать/тринадцать дванадцять/тринадцять twelve/thirteen doce/trece",
}  # fmt: skip


def swapped_fact(pair: Pair, dice: Random) -> str | None:
    """Another scale, unit, currency, half of the day, month or number in words."""
    every = [swap.replace("_", " ").split("/") for swaps in _SWAPS.values() for swap in swaps.split()]
    fitting = [(one, other) for one, other in every if _word(one).search(pair.translation)]
    if not _YEARS.search(pair.source):  # “under six” names no unit: nobody can say that months are wrong
        fitting = [(one, other) for one, other in fitting if not _YEARS.search(one)]
    if not re.search(r"\$|d[oó]l|дол|дал|דול", pair.source):  # cents are those of several currencies
        fitting = [(one, other) for one, other in fitting if one != "$"]
    if not fitting:
        return None
    one, other = dice.choice(fitting)
    return _word(one).sub(other, pair.translation, count=1)


_YEARS = re.compile(r"year|лет|год|рок[иі]в|гадоў|años|\bil\b|yaş|שנ")
_NAMES = re.compile(
    r"\b(?:Гомеле|Гомелі|Homel|Crawford|Kroford|Пано[вў]|Panov|Chile|Peru|Çili|Полтав[іе]|Poltava|Kravets(?=\b|in)|Кравця|Рудник"
    r"|Rudnik|Тбилиси|Тбілісі|Tbilisi|Calais|Дубровин|Дубровін|Dubrovin|Праги|Prague|Praga|Минска|Мінска|Minsk|Вильнюсе"
    r"|Вільні|Ланге|Lange|Крук|Kruk|Кракове|Кракові|Krakow|Канада|Canada|Canadá|Kanada|Норвегія|Norway|Noruega|Norveç"
    r"|Грузии|Грузії|Грузіі|Georgia|España|Spain|İspaniya)\b|קרופורד|רודניק|טביליסי|דוברובין|קרוק|לנגה|קרקוב|"
    r"\b(?:Bass|Savchuk|Savçuk|Washington|Vaşinqton|Brooklyn|Bruklin|Odess?a|Lviv|Lvov|Guterres|Quterriş|Zelenskyy?"
    r"|Meta|Gonzalez|González|Qonsales|Shevchenko|Şevçenko|Schumer|Şumer|Klitschko|Kliçko|Queens|Kvins|Stone|Stoun"
    r"|Басс?|Савчук|Саўчук|Вашингтона|Вашынгтона|Бруклине|Брукліні|Бруклине|Одессы|Одеси|Адэсы|Гутерр?[иі]ш|Гутэрыш"
    r"|Зеленским|Зеленським|Зяленскім|Гонсалес|Гансалес|Шевченк[оа]|Шаўчэнкі|Шумер|Мелон[иі]|Meloni|Варшаву|Варшави|Warsaw|Varsovia|Varşavaya|Boiko|Boyko|Бойк[оа]|Beijing|Pekín|Pekinə|Пекіну|Пекину|Кличком?|Клічко|Квинсе|Квінсі|Стоун|Стоўн)\b"
    r"|באס|סבצ'וק|וושינגטון|ברוקלין|אודסה|לבוב|גוטרש|זלנסקי|גונזלס|שבצ'נקו|מלוני|ורשה|בויקו|בייג'ינג|שומר|קליצ'קו|קווינס|סטון"
)
_OTHERS = {"ru": "Морозов", "uk": "Морозов", "be": "Марозаў", "he": "מורוזוב"}


def swapped_name(pair: Pair, dice: Random) -> str | None:
    """Somebody else."""
    found = list(_NAMES.finditer(pair.translation))
    if not found or not pair.elsewhere:  # in other segments a name may be part of a title, to be translated
        return None
    name = dice.choice(found)
    return pair.translation[: name.start()] + _OTHERS.get(pair.target_lang, "Morozov") + pair.translation[name.end() :]


def dropped_name(pair: Pair, dice: Random) -> str | None:
    """Nobody in particular; in Hebrew, which has no capitals, nobody can tell a name that nothing is like."""
    if pair.source_lang == "he":
        return None
    found = list(_NAMES.finditer(pair.translation))
    if not found or not pair.elsewhere:  # in other segments a name may be part of a title, to be translated
        return None
    name = dice.choice(found)
    return f"{pair.translation[: name.start()].rstrip()}{pair.translation[name.end() :]}"


_DENIALS = {
    "ru": (r"\bне ", ""), "uk": (r"\bне ", ""), "be": (r"\bне ", ""), "es": (r"\bno (?:la |le )?", ""),
    "en": (r"\b(?:(?:did|is|could|does|am|had) )not |\bNobody\b", ""), "he": (r"\b(?:לא|אינו) ", ""),
    "az": (r"(?<=\w)m[aə](?=d[ıi]|yib|yıb)|(?<=işlə)m(?=ir)|(?<=qorx)mur(?=am)", ""),
}  # fmt: skip


def dropped_negation(pair: Pair, dice: Random) -> str | None:
    """What was denied is affirmed."""
    del dice
    if not re.search(_DENIALS[pair.source_lang][0], pair.source):
        return None  # the source says it in another way: what the translation denies is not its word for word
    denial, affirmed = _DENIALS[pair.target_lang]
    spoiled = re.sub(denial, affirmed, pair.translation)
    return spoiled if spoiled != pair.translation else None


_AFFIRMED = {
    "ru": (r"\b(вышл|отходит|закрыл|прибыл|выиграл|начинается|подписал|обязал|спасли|размыл|победил|"
          r"заплатил)", r"не \1"),
    "uk": (r"\b(вийшл|відходить|закрило|прибув|виграла|починається|підписав|зобов|врятували|розмили|перемогли|"
          r"заплатив)", r"не \1"),
    "be": (r"\b(выйшл|адыходзіць|закрыў|прыбыў|выйграла|пачынаецца|падпісаў|абавязаў|выратавалі|размылі|"
          r"перамаглі|заплаціў)", r"не \1"),
    "en": (r"\b(leaves|came|beat|arrived|starts|signed|ordered|rescued|won|paid|begins)\b", r"did not \1"),
    "es": (r"\b(sale|salieron|cerró|venció|llegó|empieza|firmó|ordenó|rescataron|arrasaron|ganaron|pagó)\b", r"no \1"),
    "az": (r"(?<=çıx|gəl)d([ıi])", lambda past: "madı" if past[1] == "ı" else "mədi"),
    "he": (r"(?<![א-ת])(יוצאת|יצאו|סגרה|ניצחה|הגיע|מתחיל|חתם|חייב|הצילו|שטפו|ניצחו|שילם)", r"לא \1"),
}  # fmt: skip


def added_negation(pair: Pair, dice: Random) -> str | None:
    """What was affirmed is denied."""
    del dice
    if re.search(_DENIALS[pair.source_lang][0] + r"|\bбез\b", pair.source) and not pair.elsewhere:
        return None
    affirmed, denied = _AFFIRMED[pair.target_lang]
    spoiled = re.sub(affirmed, denied, pair.translation, count=1)
    return spoiled if spoiled != pair.translation else None


def _with_other_number(pair: Pair, dice: Random, change: Callable[[str], str]) -> str | None:
    found = _a_number(pair, dice)
    if not found:
        return None
    return pair.translation[: found.start()] + change(found[0]) + pair.translation[found.end() :]


def _a_number(pair: Pair, dice: Random) -> re.Match[str] | None:
    found = [number for number in _NUMBER.finditer(pair.translation) if not _is_hidden(pair, number.start())]
    return dice.choice(found) if found else None


def _is_hidden(pair: Pair, at: int) -> bool:
    """Whether the place is in an address or a tag, which are spoiled in ways of their own."""
    return any(found.start() <= at < found.end() for found in _ADDRESS_OR_TAG.finditer(pair.translation))


def _one_more(digits: str) -> str:
    return str(int(digits) + 1).zfill(len(digits))


def _word(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)" if word[0].isalpha() else re.escape(word))
