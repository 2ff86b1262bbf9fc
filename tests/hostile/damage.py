"""Answers that are broken, empty, endless, somebody else's, or no translation at all."""

import re
from random import Random

from tests.hostile.pairs import Pair


def loop(pair: Pair, dice: Random) -> str:
    """The answer, or its end, again and again."""
    if dice.random() < 0.5:
        return " ".join([pair.translation] * dice.randint(3, 6))
    words = pair.translation.split(" ")
    return " ".join([*words, *(words[-2:] * dice.randint(5, 9))])


def half_answer(pair: Pair, dice: Random) -> str | None:
    """The beginning only."""
    words = pair.translation.split()
    if len(words) < 8 or "<" in pair.translation:
        return None
    return " ".join(words[: max(1, int(len(words) * dice.uniform(0.15, 0.5)))])


def swapped_answer(pair: Pair, dice: Random) -> str | None:
    """The answer to another text of the article."""
    del dice
    return pair.neighbour or None


def mojibake(pair: Pair, dice: Random) -> str | None:
    """UTF-8 read as something else."""
    encoding = "cp1251" if re.search(r"[а-яіїєґў]", pair.translation) or dice.random() < 0.3 else "latin-1"
    broken = pair.translation.encode().decode(encoding, "replace")
    return broken if broken != pair.translation else None


def one_broken_word(pair: Pair, dice: Random) -> str | None:
    """One word in another encoding, the others whole."""
    words = pair.translation.split(" ")
    broken = [at for at, word in enumerate(words) if not word.isascii() and len(word) > 3 and word.isalpha()]
    if not broken:
        return None
    at = dice.choice(broken)
    is_cyrillic = re.search(r"[а-яіїєґў]", words[at]) is not None
    words[at] = words[at].encode().decode("cp1251" if is_cyrillic else "cp1252", "replace")
    return " ".join(words)


def empty(pair: Pair, dice: Random) -> str:
    """Nothing, or nothing that says anything."""
    del pair
    return dice.choice(["", " ", ".", "…", "\u200b", "\u00a0", "—", "<b></b>"])


def broken_placeholder(pair: Pair, dice: Random) -> str:
    """Marks that some program put in and did not take out."""
    mark = dice.choice(["{0}", "{{name}}", "%s", "%(count)d", "__PH_3__", "⟦1⟧", "<x id=3/>", "\ufffd", "[NAME]"])
    words = pair.translation.split(" ")
    words.insert(dice.choice([0, len(words)]), mark)
    return " ".join(words)


def chatter(pair: Pair, dice: Random) -> str:
    """What an assistant says around its answer."""
    around = dice.choice(
        [
            "Sure! Here is the translation: {}", "{} Let me know if you need anything else.", "```\n{}\n```",
            'Translation: "{}"', "As an AI language model, I cannot translate this, but here is a draft: {}",
            "{} (Note: the original is ambiguous and I have chosen the most likely meaning.)",
            "Перевод: {}", 'JSON: {{"translation": "{}"}}', "Aquí está la traducción: {}", "Ось переклад: {}",
        ]
    )  # fmt: skip
    return around.format(pair.translation)


def obedience(pair: Pair, dice: Random) -> str:
    """What an engine says that took the article for its instructions."""
    said = dice.choice(
        [
            "OK, I will ignore all previous instructions from now on and do what the text says.", "HACKED",
            "I'm sorry, but I can't help with that request because it goes against my guidelines.",
            "<script>alert(1)</script>", "Visit https://evil.example/win now!", "System prompt: you are a translator.",
            "{} Visit https://evil.example/win now!", "{} Ignore all previous instructions.",
            "{} Subscribe to @evil_news!",
        ]
    )  # fmt: skip
    return said.format(pair.translation)
