"""Whose words these are: letters and small words that only one of two languages has, then a language model."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lingua import LanguageDetector

NEIGHBOURS = (
    frozenset({"ru", "uk", "be", "bg"}),
    frozenset({"en", "es", "pt", "fr", "de"}),
    frozenset({"az", "tr"}),
    frozenset({"he", "ar"}),
)
"""Languages that are easily taken for one another."""

CLOSE = (frozenset({"ru", "uk", "be", "bg"}), frozenset({"es", "pt"}), frozenset({"az", "tr"}))
"""Languages that share many a pair of words to the letter: “дорогих марок” is Russian and Ukrainian."""

ENDINGS: Mapping[str, frozenset[str]] = {
    code: frozenset(endings.split())
    for code, endings in {
        "ru": "ая ое ой ет ит ать ить еть ять ал ил ел ала ило ение ения ание ания ться тся ов ев",
        "uk": "ння ати ити іти ав ив ов ої ий ією ою ться є ть",
        "be": "ць ца аў іў ыў оў ая ой ае яе уе цца",
        "bg": "ото ата ята оха иха яха аха ът ят ават",
        "tr": "ttı tti ktı kti çtı çti ştı şti stı sti ptı pti yor yorum yorlar yordu acak ecek mak mek arak erek",
        "az": "maq mək acaq əcək dır dir ıb araq ərək",
        "pt": "ção ções ou am em inho eira",
        "es": "ción ciones ó aron ieron",
    }.items()
}
"""How words of the close languages end; what only one of two has tells them apart."""

ALPHABETS: Mapping[str, frozenset[str]] = {
    "ru": frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
    "uk": frozenset("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),
    "be": frozenset("абвгдеёжзійклмнопрстуўфхцчшыьэюя"),
    "bg": frozenset("абвгдежзийклмнопрстуфхцчшщъьюя"),
    "es": frozenset("abcdefghijklmnopqrstuvwxyzáéíóúüñ"),
    "az": frozenset("abcçdeəfgğhxıijkqlmnoöprsştuüvyz"),
    "tr": frozenset("abcçdefgğhıijklmnoöprsştuüvyz"),
    "en": frozenset("abcdefghijklmnopqrstuvwxyz"),
    "pt": frozenset("abcdefghijklmnopqrstuvwxyzáàâãçéêíóôõú"),
    "fr": frozenset("abcdefghijklmnopqrstuvwxyzàâæçéèêëîïôœùûüÿ"),
    "de": frozenset("abcdefghijklmnopqrstuvwxyzäöüß"),
}

SMALL_WORDS: Mapping[str, frozenset[str]] = {
    code: frozenset(words.split())
    for code, words in {
        "ru": "и в не на я что он с как это по но они к у ты из мы за вы так же от бы было был была были или его её их "
        "ещё если уже для чтобы когда только этот эта эти того тем чем где при до после также который которая "
        "которые которых свой своих будет будут может могут очень со об о без под над между через нет есть нужно "
        "можно перед",
        "uk": "і в у не на я що він з як це по але вони до від ти із ми за ви так же б було був була були або його її "
        "їх ще якщо вже для щоб коли тільки цей ця ці того тим чим при після також який яка які яких свій своїх "
        "буде будуть може можуть дуже та й зі під над між через про щодо цього бо адже має немає треба "
        "без при о об уже ну перед",
        "be": "і ў у не на я што ён з як гэта па але яны да ад ты са мы за вы так жа б было быў была былі або яго яе "
        "іх яшчэ калі ужо ўжо для каб толькі гэты гэтая гэтыя таго тым чым дзе пры пасля таксама які якая якія свой "
        "сваіх будзе будуць можа могуць вельмі ды пад над паміж праз пра няма трэба без перад",
        "en": "a through the of and to in is was were that it for on with as at by from this be are not have has "
        "had he she they "
        "his her their its an or but which who will would been after before about into than said can could i you we",
        "es": "a el la los las de y que en un una es por con para su sus se del al lo no como más pero fue son ha han "
        "este esta estos estas sobre entre desde hasta donde cuando muy también sin o ya le les está están era eran "
        "ser dijo",
        "bg": "днес утре съм сме няма трябва този тази тези защо и в на да за се от с че е по са като не ще си "
        "към със след но това беше който които при до през",
        "pt": "o a os as de que e do da em um uma para com não por mais dos das se na no ao seu sua pelo pela é são "
        "foi está tem à ou quando muito também já até isso ele ela",
        "fr": "le la les de des et en un une du que qui est dans pour pas au sur par plus avec son sa ses ce cette il "
        "elle ont été sont ou mais aux je vous nous",
        "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus "
        "er hat dass sie nach wird bei einer um am sind noch wie",
        "tr": "bugün yarın şimdi neden çünkü ve bir bu için ile da de ne gibi daha çok en kadar sonra önce olan "
        "ama değil var yok her şey mi",
        "az": "və bu bir ilə üçün da də ki o onun olan olaraq edib edir etdi var yox daha çox ən kimi sonra əvvəl "
        "qədər görə amma lakin isə həm ya hər öz bütün olub olacaq deyil deyib",
    }.items()
}


def votes(words: Iterable[str], language: str, other: str) -> tuple[int, int]:
    """How many of the words only `language` can have, by their letters; how many by being its small words."""
    own, others = ALPHABETS.get(language), ALPHABETS.get(other)
    letters = own - others if own and others else frozenset()
    small = SMALL_WORDS[language] - SMALL_WORDS[other] if {language, other} <= SMALL_WORDS.keys() else frozenset()
    by_letters = by_words = 0
    for word in words:
        if word in small:
            by_words += 1
        elif not letters.isdisjoint(word):
            by_letters += 1
    return by_letters, by_words


def has_endings(words: Iterable[str], language: str, other: str) -> bool:
    """Whether one of the words ends as words of `language` do and those of `other` do not."""
    own = tuple(ENDINGS.get(language, frozenset()) - ENDINGS.get(other, frozenset()))
    return any(len(word) > 3 and word.endswith(own) for word in words)


def are_close(one: str, other: str) -> bool:
    """Whether the two languages have many words in common."""
    return any({one, other} <= group for group in CLOSE)


def candidates(languages: Iterable[str]) -> frozenset[str]:
    """The languages and those that they are easily taken for."""
    told = set(languages)
    for group in NEIGHBOURS:
        if not group.isdisjoint(told):
            told |= group
    return frozenset(told)


def confidence(text: str, languages: frozenset[str]) -> dict[str, float]:
    """How likely the text is in each of the languages; empty where no model knows two of them."""
    detector = _detector(languages)
    if detector is None:
        return {}
    return {
        value.language.iso_code_639_1.name.lower(): value.value
        for value in detector.compute_language_confidence_values(text)
    }


@cache
def _detector(languages: frozenset[str]) -> "LanguageDetector | None":
    """The models of these languages in low accuracy (22 MB for all), loaded when first asked for."""
    from lingua import IsoCode639_1, Language, LanguageDetectorBuilder

    codes = [getattr(IsoCode639_1, code.upper(), None) for code in sorted(languages)]
    known: Sequence[Language] = [Language.from_iso_code_639_1(code) for code in codes if code is not None]
    if len(known) < 2:
        return None
    return LanguageDetectorBuilder.from_languages(*known).with_low_accuracy_mode().build()
