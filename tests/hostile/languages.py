"""Answers in no language, in the source's or in somebody else's."""

import re
from random import Random

from tests.hostile.pairs import Pair

_CLOSE = {
    "ru": ("uk", "be", "bg"), "uk": ("ru", "be", "bg"), "be": ("uk", "ru", "bg"), "en": ("es",),
    "es": ("pt", "en"), "az": ("tr",), "he": (),
}  # fmt: skip


def echo(pair: Pair, dice: Random) -> str | None:
    """What the engine was given."""
    del dice
    return pair.source if len(re.findall(r"[^\W\d_]{3,}", pair.source)) >= 3 else None


def echoed_tail(pair: Pair, dice: Random) -> str | None:
    """A good beginning, and the rest as it was given."""
    one, two = pair.translation.split(), pair.source.split()
    if min(len(one), len(two)) < 8 or "<" in pair.source:
        return None
    return " ".join([*one[: len(one) // 2], *two[len(two) // 2 - dice.randint(0, 1) :]])


def glued_source(pair: Pair, dice: Random) -> str | None:
    """The source beside its translation."""
    if len(re.findall(r"[^\W\d_]{3,}", pair.source)) < 3 or "<" in pair.source:
        return None
    return dice.choice(["{1} {0}", "{0} {1}", "{1} / {0}", "{1} ({0})"]).format(pair.source, pair.translation)


def other_script(pair: Pair, dice: Random) -> str:
    """A word in the letters of somebody else."""
    words = pair.translation.split(" ")
    words.append(dice.choice(["目撃者", "مرحبا بكم", "สวัสดี", "გამარჯობა", "नमस्ते"]))
    return " ".join(words)


def close_language(pair: Pair, dice: Random) -> str | None:
    """A faithful translation into a neighbour of the language that was asked for."""
    close = [code for code in _CLOSE[pair.target_lang] if code in pair.elsewhere]
    return pair.elsewhere[dice.choice(close)] if close else None


_COMMISSION = {
    "en": "The committee has decided to put the question off until everybody concerned has read the report.",
    "ru": "Комиссия решила отложить этот вопрос до тех пор, пока все не прочтут отчёт о случившемся.",
    "es": "La comisión decidió aplazar la cuestión hasta que todos los interesados hayan leído el informe.",
    "de": "Der Ausschuss hat beschlossen, die Frage zu vertagen, bis alle Beteiligten den Bericht gelesen haben.",
    "fr": "La commission a décidé de reporter la question jusqu’à ce que tous les intéressés aient lu le rapport.",
    "he": "הוועדה החליטה לדחות את השאלה עד שכל הנוגעים בדבר יקראו את הדוח.",
}


def other_language(pair: Pair, dice: Random) -> str:
    """A language that is neither's: the right words of the segment where there are any, else good sentences."""
    near = {pair.source_lang, pair.target_lang, *_CLOSE[pair.target_lang]}
    said = pair.elsewhere if pair.elsewhere and dice.random() < 0.7 else _COMMISSION
    distant = [code for code in sorted(said) if code not in near]
    if distant:
        return said[dice.choice(distant)]
    return _COMMISSION[dice.choice([code for code in sorted(_COMMISSION) if code not in near])]
