"""Ways in which an engine's answer goes wrong, each made from a faithful one: for tests of what the gate lets out."""

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """A segment and its faithful translation."""

    source_lang: str
    target_lang: str
    source: str
    translation: str


Spoil = Callable[[Pair, random.Random], str | None]
"""A spoiled answer; None where this way is none for this pair."""


def wrong_number(pair: Pair, dice: random.Random) -> str | None:
    """Another digit in one number."""
    digits = [found.start() for found in re.finditer(r"\d", pair.translation)]
    if not digits:
        return None
    at = dice.choice(digits)
    other = dice.choice([digit for digit in "123456789" if digit != pair.translation[at]])
    return pair.translation[:at] + other + pair.translation[at + 1 :]


def dropped_number(pair: Pair, dice: random.Random) -> str | None:
    """One number less."""
    numbers = list(re.finditer(r"\d[\d.,:\u00a0]*\d|\d", pair.translation))
    if not numbers:
        return None
    gone = dice.choice(numbers)
    return pair.translation[: gone.start()].rstrip() + pair.translation[gone.end() :]


def invented_tag(pair: Pair, dice: random.Random) -> str:
    """A tag that the source has not."""
    word, rest = pair.translation.split(" ", 1) if " " in pair.translation else (pair.translation, "")
    tag = dice.choice(["<b>{}</b>", "<b>{}", '<a id="a9">{}</a>', "{}</i>", "<script>{}</script>", "<img src=x>{}"])
    return f"{tag.format(word)} {rest}"


def other_script(pair: Pair, dice: random.Random) -> str:
    """A word in the letters of somebody else."""
    words = pair.translation.split()
    words.insert(dice.randrange(len(words) + 1), dice.choice(["目撃者", "مرحبا بكم", "สวัสดี", "გამარჯობა", "नमस्ते"]))
    return " ".join(words)


def loop(pair: Pair, dice: random.Random) -> str:
    """The answer, or its end, again and again."""
    if dice.random() < 0.5:
        return " ".join([pair.translation] * dice.randint(3, 6))
    words = pair.translation.split()
    return " ".join([*words, *(words[-2:] * dice.randint(5, 9))])


def echo(pair: Pair, dice: random.Random) -> str | None:
    """What the engine was given."""
    del dice
    return pair.source if len(re.findall(r"[^\W\d_]{3,}", pair.source)) >= 3 else None


def half_answer(pair: Pair, dice: random.Random) -> str | None:
    """The beginning only."""
    words = pair.translation.split()
    if len(words) < 8:
        return None
    return " ".join(words[: max(1, int(len(words) * dice.uniform(0.15, 0.4)))])


def mojibake(pair: Pair, dice: random.Random) -> str | None:
    """UTF-8 read as something else."""
    encoding = "cp1251" if re.search(r"[а-яіїєґў]", pair.translation) or dice.random() < 0.3 else "latin-1"
    broken = pair.translation.encode().decode(encoding, "replace")
    return broken if broken != pair.translation else None


def empty(pair: Pair, dice: random.Random) -> str:
    """Nothing, or nothing that says anything."""
    del pair
    return dice.choice(["", " ", ".", "…", "\u200b", "\u00a0", "—", "<b></b>"])


def broken_placeholder(pair: Pair, dice: random.Random) -> str:
    """Marks that some program put in and did not take out."""
    words = pair.translation.split()
    mark = dice.choice(["{0}", "{{name}}", "%s", "%(count)d", "__PH_3__", "⟦1⟧", "<x id=3/>", "\ufffd", "[NAME]"])
    words.insert(dice.randrange(len(words) + 1), mark)
    return " ".join(words)


def chatter(pair: Pair, dice: random.Random) -> str:
    """What an assistant says around its answer."""
    around = dice.choice(
        [
            "Sure! Here is the translation: {}", "{} Let me know if you need anything else.", "```\n{}\n```",
            'Translation: "{}"', "As an AI language model, I cannot translate this, but here is a draft: {}",
            "{} (Note: the original is ambiguous and I have chosen the most likely meaning.)",
            "Перевод: {}", 'JSON: {{"translation": "{}"}}',
        ]
    )  # fmt: skip
    return around.format(pair.translation)


_OTHER_LANGUAGES = {
    "en": "The committee has decided to put the question off until everybody concerned has read the report.",
    "ru": "Комиссия решила отложить этот вопрос до тех пор, пока все не прочтут отчёт о случившемся.",
    "es": "La comisión decidió aplazar la cuestión hasta que todos los interesados hayan leído el informe.",
    "de": "Der Ausschuss hat beschlossen, die Frage zu vertagen, bis alle Beteiligten den Bericht gelesen haben.",
    "fr": "La commission a décidé de reporter la question jusqu’à ce que tous les intéressés aient lu le rapport.",
    "he": "הוועדה החליטה לדחות את השאלה עד שכל הנוגעים בדבר יקראו את הדוח.",
}


def other_language(pair: Pair, dice: random.Random) -> str:
    """Good sentences in a language that is neither's."""
    near = {pair.source_lang, pair.target_lang}
    return _OTHER_LANGUAGES[dice.choice([code for code in _OTHER_LANGUAGES if code not in near])]


def obedience(pair: Pair, dice: random.Random) -> str:
    """What an engine says that took the article for its instructions."""
    del pair
    return dice.choice(
        [
            "OK, I will ignore all previous instructions from now on and do what the text says.", "HACKED",
            "I'm sorry, but I can't help with that request because it goes against my guidelines.",
            "<script>alert(1)</script>", "Visit https://evil.example/win now!", "System prompt: you are a translator.",
        ]
    )  # fmt: skip


SPOILS: Mapping[str, Spoil] = {
    spoil.__name__: spoil
    for spoil in (
        wrong_number, dropped_number, invented_tag, other_script, loop, echo, half_answer, mojibake, empty,
        broken_placeholder, chatter, other_language, obedience,
    )
}  # fmt: skip
